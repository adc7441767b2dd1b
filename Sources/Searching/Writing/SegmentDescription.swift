extension SearchIndex {
  /// The version of the format: a page's script reads no other.
  static let version = 1

  /// What `index.js` says, with what it says of each segment.
  func description(_ segments: [[UInt8]]) -> [UInt8] {
    var json: [UInt8] = []
    json += "{\"version\":\(SearchIndex.version),\"part\":\(RecordModel.part),\"years\":[".utf8
    json += plan.years.map { "[\($0.year),\($0.count)]" }.joined(separator: ",").utf8
    json += "],\"sections\":".utf8
    json += SearchIndex.list(plan.sections.map { Array($0.utf8) })
    json += ",\"kinds\":".utf8
    json += SearchIndex.list(plan.kinds.map { Array($0.utf8) })
    json += ",\"segments\":[".utf8
    json += segments.joined(separator: [UInt8(ascii: ",")])
    return json + Array("]}".utf8)
  }

  /// What `index.js` says of a segment.
  static func description(of segment: Segment, _ encoding: SegmentEncoding) -> [UInt8] {
    let words = encoding.words
    // For each file of words the shortest beginning that tells its first word from the one before.
    let firstWords: [[UInt8]] = encoding.shards.words.map { shard in
      guard shard.words.lowerBound > 0 else { return [] }
      let before = words.words[shard.words.lowerBound - 1].letters.bytes
      let first = words.words[shard.words.lowerBound].letters.bytes
      let shared = zip(before, first).prefix { $0 == $1 }.count
      return Array(first.prefix(shared + 1))
    }
    // The common words, by rank.
    let common = encoding.common.words.map { words.words[$0].letters.bytes }
    var json: [UInt8] = []
    json += "{\"name\":\"\(segment.name)\",\"first\":\(segment.documents.lowerBound),".utf8
    json += "\"count\":\(segment.documents.count),\"records\":\(segment.sizes.records),".utf8
    json += "\"words\":".utf8
    // A byte of UTF-8 a character, as the page's script compares words.
    json += list(firstWords.map(characters))
    json += ",\"common\":".utf8
    json += literal(characters(Array(common.joined(separator: [0x20]))))
    json += ",\"pairs\":[".utf8
    json += encoding.pairShards.map { String($0.lowerBound) }.joined(separator: ",").utf8
    return json + Array("]}".utf8)
  }

  private static func list(_ texts: [[UInt8]]) -> [UInt8] {
    let literals = texts.map(literal).joined(separator: [UInt8(ascii: ",")])
    return [UInt8(ascii: "[")] + literals + [UInt8(ascii: "]")]
  }

  /// A byte a character.
  private static func characters(_ word: [UInt8]) -> [UInt8] {
    word.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }

  /// A string of a script.
  private static func literal(_ text: [UInt8]) -> [UInt8] {
    var literal = [UInt8(ascii: "\"")]
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}", "<":
        let digits = String(scalar.value, radix: 16)
        literal += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: literal += Array(String(scalar).utf8)
      }
    }
    return literal + [UInt8(ascii: "\"")]
  }
}

extension SegmentEncoding {
  /// Section and kind of each document.
  static func facets(_ plan: SearchIndex.Plan, _ documents: Range<Int>) -> [UInt8] {
    func width(_ names: [String]) -> Int { Int.bitWidth - names.count.leadingZeroBitCount }
    var bits = BitWriter(capacity: documents.count)
    var sections = Chances(256)
    var kinds = Chances(256)
    for facet in plan.facets[documents] {
      bits.write(Int(facet.section), bits: width(plan.sections), &sections, 0)
      bits.write(Int(facet.kind), bits: width(plan.kinds), &kinds, 0)
    }
    return bits.finished()
  }
}
