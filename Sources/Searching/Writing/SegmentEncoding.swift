/// The files of a segment as symbols of seven bits.
struct SegmentEncoding: Sendable {
  let words: SegmentWords
  let common: CommonWords
  let shards: SegmentShards
  let documentCount: Int
  let pairs: CommonPairs
  let pairShards: [Range<Int>]

  init(_ words: SegmentWords, of segment: SearchIndex.Segment) {
    self.words = words
    documentCount = segment.documents.count
    common = CommonWords(words, documents: documentCount, most: segment.sizes.common)
    shards = SegmentShards(words, common, documents: documentCount, sizes: segment.sizes)
    pairs = common.pairs()
    pairShards = pairs.shards(
      bytes: segment.sizes.positionsBytes,
      files: segment.sizes.mostPairFiles(of: documentCount))
  }

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
      if !common.contains(index) {
        // Whether its positions begin the next file.
        let isInNext = index >= shards.positions[file].upperBound
        if isInNext { file += 1 }
        bits.write(isInNext, &flags, 0)
      }
      let count = Int(word.documentCount)
      bits.write(number: count - 1, &numbers, NumberChances.size * 2)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      var previous = -1
      words.forEachDocument(of: word) { document, places in
        bits.write(number: document - previous - 1, &gaps, NumberChances.size * rarity)
        previous = document
        bits.write(places.strength, bits: 3, &strengths, 8 * rarity)
        // A headline is no paragraph.
        if places.strength < Strength.inTitle, SegmentEncoding.hasParagraphs(count, rarity) {
          bits.write(
            number: places.paragraph, &paragraphs, NumberChances.size * places.strength)
        }
      }
    }
    bits.finish()
    return bits.symbols
  }

  /// Positions of words in their documents, counted in words that are not common, each with the
  /// common words after and before it.
  func positionShard(_ number: Int) -> [UInt8] {
    var bits = BitWriter(capacity: 1 << 16)
    var numbers = Chances(NumberChances.size)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var after = RunChances()
    var before = RunChances()
    let hasRuns = !common.words.isEmpty
    for index in shards.positions[number] where !common.contains(index) {
      let word = words.words[index]
      let count = Int(word.documentCount)
      bits.write(number: count - 1, &numbers, 0)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      var lastDocument = -1
      var counted = 0
      words.forEachPlace(of: word) { document, times, position in
        if document != lastDocument {
          bits.write(number: times - 1, &counts, NumberChances.size * rarity)
          (lastDocument, counted) = (document, 0)
        }
        let place = common.others(before: position, of: document)
        let density = SegmentEncoding.density(of: times)
        bits.write(
          number: place - counted, &gaps, NumberChances.size * (rarity * 8 + density))
        counted = place
        guard hasRuns else { return }
        after.begin()
        common.forEach(beside: position, of: document, step: 1) { after.write($0, to: &bits) }
        after.end(&bits)
        before.begin()
        common.forEach(beside: position, of: document, step: -1) { before.write($0, to: &bits) }
        before.end(&bits)
      }
    }
    bits.finish()
    return bits.symbols
  }

  /// Positions of pairs of common words, counted in all words.
  func pairShard(_ number: Int) -> [UInt8] {
    let own = pairShards[number].filter { pairs.starts[$0] < pairs.starts[$0 + 1] }
    var bits = BitWriter(capacity: 1 << 16)
    var numbers = Chances(NumberChances.size * 2)
    var documents = Chances(NumberChances.size * 18)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var last = pairShards[number].lowerBound
    bits.write(number: own.count, &numbers, 0)
    for pair in own {
      bits.write(number: pair - last, &numbers, 0)
      last = pair
      let places = pairs.places[pairs.starts[pair]..<pairs.starts[pair + 1]]
      var count = 0
      var previous: Int32 = -1
      for place in places where place.document != previous {
        count += 1
        previous = place.document
      }
      bits.write(number: count - 1, &numbers, NumberChances.size)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      previous = -1
      var start = places.startIndex
      while start < places.endIndex {
        let document = places[start].document
        let end = places[start...].firstIndex { $0.document != document } ?? places.endIndex
        bits.write(
          number: Int(document - previous) - 1, &documents, NumberChances.size * rarity)
        previous = document
        bits.write(number: end - start - 1, &counts, NumberChances.size * rarity)
        let density = SegmentEncoding.density(of: end - start)
        var position: Int32 = 0
        for place in places[start..<end] {
          bits.write(
            number: Int(place.position - position), &gaps,
            NumberChances.size * (rarity * 8 + density))
          position = place.position
        }
        start = end
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

/// How likely common words are after or before another word.
private struct RunChances {
  /// Whether another one follows, by the last.
  private var more = Chances(CommonWords.most + 1)
  private var ranks = Chances((CommonWords.most + 1) << 7)
  private var last = 0

  /// Begins a run.
  mutating func begin() { last = 0 }

  /// Writes the rank of the next common word.
  mutating func write(_ rank: Int, to bits: inout BitWriter) {
    bits.write(true, &more, last)
    bits.write(rank, bits: 7, &ranks, last << 7)
    last = rank
  }

  /// Ends the run.
  mutating func end(_ bits: inout BitWriter) { bits.write(false, &more, last) }
}
