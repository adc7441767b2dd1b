extension SegmentEncoding {
  /// Words with the documents that have them.
  func wordShard(_ number: Int) -> [UInt8] {
    let shard = shards.words[number]
    var bits = BitWriter(capacity: 1 << 15)
    var letters = Chances(256 * 256)
    var numbers = Chances(NumberChances.size * 3)
    var gaps = Chances(NumberChances.size * 18)
    var strengths = Chances(8 * 18)
    var paragraphs = Chances(NumberChances.size * Strength.inTitle)
    var flags = Chances(1)
    bits.write(number: shard.positions, &numbers, 0)
    bits.write(number: shard.positionsBefore, &numbers, 0)
    bits.write(number: shard.words.count, &numbers, 0)
    var file = shard.positions
    var last: [UInt8] = []
    for index in shard.words {
      let word = words.words[index]
      let text = word.letters.bytes
      let shared = zip(last, text).prefix { $0 == $1 }.count
      bits.write(number: shared, &numbers, NumberChances.size)
      var before = shared > 0 ? Int(text[shared - 1]) : 0
      for byte in text[shared...] {
        bits.write(Int(byte), bits: 8, &letters, before * 256)
        before = Int(byte)
      }
      bits.write(0, bits: 8, &letters, before * 256)
      last = text
      if !common.contains(index) {
        // Whether its positions begin the next file.
        let isInNext = index >= shards.positions[file].upperBound
        if isInNext { file += 1 }
        bits.write(Bit(isInNext), &flags, 0)
      }
      let count = Int(word.documentCount)
      bits.write(number: count - 1, &numbers, NumberChances.size * 2)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      let hasParagraphs = SegmentEncoding.hasParagraphs(count, rarity)
      var previous = -1
      var documents = words.documents(of: word)
      while documents.next() {
        bits.write(number: documents.document - previous - 1, &gaps, NumberChances.size * rarity)
        previous = documents.document
        bits.write(documents.strength, bits: 3, &strengths, 8 * rarity)
        // A headline is no paragraph.
        if documents.strength < Strength.inTitle, hasParagraphs {
          bits.write(
            number: documents.paragraph, &paragraphs, NumberChances.size * documents.strength)
        }
      }
    }
    return bits.finished()
  }
}
