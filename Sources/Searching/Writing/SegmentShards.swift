/// How the words of a segment are divided among files: by estimated size, in their order.
///
/// A file begins only with one word of sixteen, told by its letters alone: a few words more or less
/// in a file then hardly ever move its end, and with it all files after it.
struct SegmentShards: Sendable {
  /// Consecutive words whose documents stand in one file.
  struct Words: Sendable {
    var words: Range<Int>
    /// The file of positions in which the first word's stand, and how many words' are before it.
    var positions: Int
    var positionsBefore: Int
  }

  private(set) var words: [Words] = []
  /// Consecutive words whose positions stand in one file.
  private(set) var positions: [Range<Int>] = []

  init(
    _ segment: SegmentWords, _ common: CommonWords, documents: Int, sizes: SearchSizes
  ) {
    let begins = segment.indices.map { segment.words[$0].letters.mayBeginFile }
    self.words = SegmentShards.packed(
      segment.indices.map { SegmentShards.bits(of: segment.words[$0], among: documents) }, begins,
      bytes: sizes.wordsBytes, files: sizes.mostWordFiles(of: documents)
    ).map { Words(words: $0, positions: 0, positionsBefore: 0) }
    positions = SegmentShards.packed(
      segment.indices.map {
        common.contains($0) ? 0 : SegmentShards.positionBits(of: segment.words[$0])
      }, begins,
      bytes: sizes.positionsBytes, files: sizes.mostPositionFiles(of: documents))
    // Which file of positions a word is in.
    var file = 0
    for i in self.words.indices {
      let first = self.words[i].words.lowerBound
      while positions[file].upperBound <= first { file += 1 }
      self.words[i].positions = file
      self.words[i].positionsBefore =
        (positions[file].lowerBound..<first).count { !common.contains($0) }
    }
  }

  /// Divides consecutive things among files of so many bytes, or of more, so that there are at most
  /// so many files; a file begins only where `begins` says so.
  static func packed(_ bits: [Int], _ begins: [Bool], bytes: Int, files: Int) -> [Range<Int>] {
    guard !bits.isEmpty else { return [] }
    // What stays together.
    var groups: [(start: Int, bits: Int)] = [(0, 0)]
    for (number, own) in bits.enumerated() {
      if begins[number], number > 0 { groups.append((number, 0)) }
      groups[groups.count - 1].bits += own
    }
    var capacity = bytes * 8
    while true {
      var starts = [0]
      var filled = 0
      for group in groups {
        if filled + group.bits > capacity, filled > 0 {
          starts.append(group.start)
          filled = 0
        }
        filled += group.bits
      }
      if starts.count <= files {
        return zip(starts, starts.dropFirst() + [bits.count]).map { $0..<$1 }
      }
      capacity += capacity / 4
    }
  }

  /// About what a word takes: each document as many bits as tell it from its likes.
  private static func bits(of word: SegmentWords.Word, among documents: Int) -> Int {
    let count = Int(word.documentCount)
    let rare = count * 64 < documents ? 4 : 0
    return 22 + count * (log2(documents / count) + 2 + rare)
  }

  private static func positionBits(of word: SegmentWords.Word) -> Int {
    let (count, documents) = (Int(word.count), Int(word.documentCount))
    return 8 + documents + count * (log2(300 * documents / count) + 10)
  }

  private static func log2(_ number: Int) -> Int {
    Int.bitWidth - 1 - max(1, number).leadingZeroBitCount
  }
}
