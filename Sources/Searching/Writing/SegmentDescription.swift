/// What `index.js` says of a segment.
struct SegmentDescription: Sendable {
  var name: String
  var documents: Range<Int>
  /// For each file of words the shortest beginning that tells its first word from the one before.
  var firstWords: [[UInt8]]
  /// The common words, by rank.
  var common: [[UInt8]]
  /// The first pair of each file of them.
  var firstPairs: [Int]
  /// How many results stand in a file.
  var records: Int
  /// How many files there are of words, positions and results.
  var fileCount: Int

  init(_ segment: SearchIndex.Segment, _ encoding: SegmentEncoding) {
    fileCount =
      encoding.shards.words.count + encoding.pairShards.count
      + (segment.hasPositions ? encoding.shards.positions.count : 0)
      + (segment.documents.count + segment.sizes.records - 1) / segment.sizes.records
    records = segment.sizes.records
    name = segment.name
    documents = segment.documents
    common = encoding.common.words.map { encoding.words.words[$0].letters.bytes }
    firstPairs = encoding.pairShards.map(\.lowerBound)
    firstWords = encoding.shards.words.map { shard in
      let words = encoding.words
      guard shard.words.lowerBound > 0 else { return [] }
      let before = words.words[shard.words.lowerBound - 1].letters.bytes
      let first = words.words[shard.words.lowerBound].letters.bytes
      let shared = zip(before, first).prefix { $0 == $1 }.count
      return Array(first.prefix(shared + 1))
    }
  }
}

extension SearchIndex {
  /// The version of the format: a page's script reads no other.
  static let version = 1

  func description(_ segments: [SegmentDescription]) -> [UInt8] {
    var json: [UInt8] = []
    func list(_ texts: [[UInt8]]) {
      json.append(UInt8(ascii: "["))
      for (index, text) in texts.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        json += SearchIndex.literal(text)
      }
      json.append(UInt8(ascii: "]"))
    }
    json += "{\"version\":\(SearchIndex.version),\"part\":\(RecordModel.part),\"years\":[".utf8
    json += plan.years.map { "[\($0.year),\($0.count)]" }.joined(separator: ",").utf8
    json += "],\"sections\":".utf8
    list(plan.sections.map { Array($0.utf8) })
    json += ",\"kinds\":".utf8
    list(plan.kinds.map { Array($0.utf8) })
    json += ",\"segments\":[".utf8
    for (index, segment) in segments.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json +=
        "{\"name\":\"\(segment.name)\",\"first\":\(segment.documents.lowerBound),".utf8
      json += "\"count\":\(segment.documents.count),\"records\":\(segment.records),".utf8
      json += "\"words\":".utf8
      // A byte of UTF-8 a character, as the page's script compares words.
      list(segment.firstWords.map(SearchIndex.characters))
      json += ",\"common\":".utf8
      let common = Array(segment.common.joined(separator: [0x20]))
      json += SearchIndex.literal(SearchIndex.characters(common))
      json += ",\"pairs\":[".utf8
      json += segment.firstPairs.map(String.init).joined(separator: ",").utf8
      json.append(UInt8(ascii: "]"))
      json.append(UInt8(ascii: "}"))
    }
    return json + Array("]}".utf8)
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
