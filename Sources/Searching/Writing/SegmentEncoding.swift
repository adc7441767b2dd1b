/// The files of a segment as symbols of seven bits.
struct SegmentEncoding: Sendable {
  let words: SegmentWords
  let shards: SegmentShards
  let documentCount: Int

  /// Words with the documents that have them.
  func wordShard(_ number: Int) -> [UInt8] {
    let shard = shards.words[number]
    var bits = BitWriter(capacity: 1 << 15)
    var letters = Chances(256 * 256)
    var numbers = Chances(NumberChances.size * 3)
    var gaps = Chances(NumberChances.size * 18)
    var strengths = Chances(8 * 18)
    var paragraphs = Chances(NumberChances.size)
    var flags = Chances(1)
    bits.write(number: shard.positions, &numbers, 0)
    bits.write(number: shard.positionsBefore, &numbers, 0)
    bits.write(number: shard.words.count, &numbers, 0)
    var file = shard.positions
    var last: [UInt8] = []
    for index in shard.words {
      let word = words.words[index]
      let text = Array(words.letters(word))
      let shared = zip(last, text).prefix { $0 == $1 }.count
      bits.write(number: shared, &numbers, NumberChances.size)
      var before = shared > 0 ? Int(text[shared - 1]) : 0
      for byte in text[shared...] {
        bits.write(Int(byte), bits: 8, &letters, before * 256)
        before = Int(byte)
      }
      bits.write(0, bits: 8, &letters, before * 256)
      last = text
      // Whether its positions begin the next file.
      let isInNext = index >= shards.positions[file].upperBound
      if isInNext { file += 1 }
      bits.write(isInNext, &flags, 0)
      let count = Int(word.documentCount)
      bits.write(number: count - 1, &numbers, NumberChances.size * 2)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      var previous = -1
      words.forEachDocument(of: word) { document, places in
        bits.write(number: document - previous - 1, &gaps, NumberChances.size * rarity)
        previous = document
        bits.write(places.strength, bits: 3, &strengths, 8 * rarity)
        if SegmentEncoding.hasParagraphs(count, rarity) {
          bits.write(number: places.paragraph, &paragraphs, 0)
        }
      }
    }
    bits.finish()
    return bits.symbols
  }

  /// Positions of words in their documents.
  func positionShard(_ number: Int) -> [UInt8] {
    var bits = BitWriter(capacity: 1 << 16)
    var numbers = Chances(NumberChances.size)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    for index in shards.positions[number] {
      let word = words.words[index]
      let count = Int(word.documentCount)
      bits.write(number: count - 1, &numbers, 0)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      for part in words.parts[Int(word.parts.lowerBound)..<Int(word.parts.upperBound)] {
        let chunk = words.chunks[Int(part.chunk)]
        let entry = chunk.entries[Int(part.entry)]
        var bytes = PlaceBytes(at: Int(entry.places.lowerBound))
        chunk.places.withUnsafeBufferPointer { places in
          while bytes.next < Int(entry.places.upperBound) {
            _ = bytes.number(in: places)
            bytes.begin(in: places)
            bits.write(number: bytes.count - 1, &counts, NumberChances.size * rarity)
            let density = SegmentEncoding.density(of: bytes.count)
            for _ in 0..<bytes.count {
              let distance = bytes.distance(in: places)
              bits.write(
                number: distance, &gaps, NumberChances.size * (rarity * 8 + density))
            }
          }
        }
      }
    }
    bits.finish()
    return bits.symbols
  }

  /// Whether a word that so many documents have tells in which paragraph of each it stands first:
  /// who looks for one that stands nearly everywhere does not look for a paragraph.
  static func hasParagraphs(_ count: Int, _ rarity: Int) -> Bool { rarity > 5 || count <= 64 }

  /// The logarithm of one in how many documents has a word, from 0 to 17.
  static func rarity(of count: Int, among documents: Int) -> Int {
    let ratio = documents / count
    return min(17, Int.bitWidth - 1 - ratio.leadingZeroBitCount)
  }

  /// The logarithm of how often a word stands in a document, from 0 to 7.
  static func density(of count: Int) -> Int {
    min(7, Int.bitWidth - 1 - count.leadingZeroBitCount)
  }
}
