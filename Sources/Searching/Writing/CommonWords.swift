/// The commonest words of a segment, and where they stand.
///
/// Half of a text are words such as "the". Their places would be most of an index and tell a reader
/// who loads them next to nothing, so phrases find them otherwise: beside each other word stand
/// the *runs* of common words before and after it, and of two common words that follow each other
/// the places of the *pair* are written down.
struct CommonWords: Sendable {
  /// A stretch of common words is written with seven bits a word.
  static let most = 127

  /// The numbers of the words in the segment, the commonest first.
  let words: [Int]
  /// For each word of the segment its rank from 1, 0 for those that are not common.
  private let ranks: [UInt8]
  /// The ranks of the words at each place of each document; 0 is another word, or none.
  private var places: [UInt8] = []
  /// The same, a bit for each place: whether a common word is there.
  private var isCommon: [UInt64] = []
  /// How many common words of the document stand before each 64 places.
  private var before: [UInt32] = []
  /// Where the places of each document begin: a multiple of 64, with a 0 before it and at its end.
  private var starts: [Int] = []

  /// Finds the commonest `most` of those that stand in one document of sixteen; O(places).
  init(_ segment: SegmentWords, documents: Int, most: Int) {
    let all = segment.words
    let candidates =
      most == 0 ? [] : all.indices.filter { Int(all[$0].documentCount) * 16 >= documents }
    words = Array(
      candidates.sorted { all[$0].count != all[$1].count ? all[$0].count > all[$1].count : $0 < $1 }
        .prefix(min(most, CommonWords.most)))
    var ranks = [UInt8](repeating: 0, count: all.count)
    for (rank, word) in words.enumerated() { ranks[word] = UInt8(rank + 1) }
    self.ranks = ranks
    guard !words.isEmpty else { return }
    place(segment)
  }

  private mutating func place(_ segment: SegmentWords) {
    var end = 64
    for chunk in segment.chunks {
      for length in chunk.lengths {
        starts.append(end)
        end += (Int(length) / 64 + 1) * 64
      }
    }
    places = [UInt8](repeating: 0, count: end)
    for (rank, word) in words.enumerated() {
      segment.forEachPlace(of: segment.words[word]) { document, _, position in
        places[starts[document] + position] = UInt8(rank + 1)
      }
    }
    isCommon = [UInt64](repeating: 0, count: end / 64)
    before = [UInt32](repeating: 0, count: end / 64)
    var next = starts[...]
    var count: UInt32 = 0
    for block in isCommon.indices {
      if next.first == block * 64 {
        count = 0
        next.removeFirst()
      }
      before[block] = count
      var bits: UInt64 = 0
      for i in 0..<64 where places[block * 64 + i] != 0 { bits |= 1 << UInt64(i) }
      isCommon[block] = bits
      count += UInt32(bits.nonzeroBitCount)
    }
  }

  /// Whether a word of the segment is one of them.
  func contains(_ word: Int) -> Bool { ranks[word] != 0 }

  /// How many words and breaks that are not common stand before a place of a document.
  @inline(__always)
  func others(before position: Int, of document: Int) -> Int {
    guard !words.isEmpty else { return position }
    let place = starts[document] + position
    let earlier = isCommon[place / 64] & (1 << UInt64(place % 64) - 1)
    return position - Int(before[place / 64]) - earlier.nonzeroBitCount
  }

  /// Calls `body` with the rank of each common word beside a place, from it on in steps of 1 or -1.
  @inline(__always)
  func forEach(beside position: Int, of document: Int, step: Int, _ body: (Int) -> Void) {
    guard !words.isEmpty else { return }
    var place = starts[document] + position + step
    while places[place] != 0 {
      body(Int(places[place]))
      place += step
    }
  }

  /// All pairs of common words that follow each other; O(places).
  func pairs() -> CommonPairs { CommonPairs(places, starts) }
}

/// Where two common words follow each other.
struct CommonPairs: Sendable {
  /// How many numbers of pairs there are.
  static let count = 1 << 14

  /// The places by pair: the document, then the position.
  private(set) var places: [(document: Int32, position: Int32)] = []
  /// Where the places of each pair begin.
  private(set) var starts = [Int](repeating: 0, count: CommonPairs.count + 1)

  /// Sorts by counting.
  ///
  /// The number of a pair is 128 times the first rank, and the second.
  fileprivate init(_ ranks: [UInt8], _ documents: [Int]) {
    for i in ranks.indices.dropFirst() where ranks[i] != 0 && ranks[i - 1] != 0 {
      starts[Int(ranks[i - 1]) << 7 + Int(ranks[i]) + 1] += 1
    }
    for i in 0..<CommonPairs.count { starts[i + 1] += starts[i] }
    var next = starts
    places = [(Int32, Int32)](repeating: (0, 0), count: starts[CommonPairs.count])
    for (document, start) in documents.enumerated() {
      let end = document + 1 < documents.count ? documents[document + 1] : ranks.count
      for i in start..<end - 1 where ranks[i] != 0 && ranks[i + 1] != 0 {
        let pair = Int(ranks[i]) << 7 + Int(ranks[i + 1])
        places[next[pair]] = (Int32(document), Int32(i - start))
        next[pair] += 1
      }
    }
  }

  /// The pairs, divided among files of about so many bytes, and at most so many files.
  func shards(bytes: Int, files: Int) -> [Range<Int>] {
    guard !places.isEmpty else { return [] }
    let bits = (0..<CommonPairs.count).map { (starts[$0 + 1] - starts[$0]) * 14 }
    return SegmentShards.packed(bits, bytes: bytes, files: files)
  }
}
