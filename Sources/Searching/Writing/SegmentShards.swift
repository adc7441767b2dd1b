/// How the words of a segment are divided among files: by estimated size, in their order.
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
    self.words = SegmentShards.packed(
      segment.indices.map { SegmentShards.bits(of: segment.words[$0], among: documents) },
      bytes: sizes.wordsBytes, files: sizes.mostWordFiles(of: documents)
    ).map { Words(words: $0, positions: 0, positionsBefore: 0) }
    positions = SegmentShards.packed(
      segment.indices.map {
        common.contains($0) ? 0 : SegmentShards.positionBits(of: segment.words[$0])
      },
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
  /// so many files.
  static func packed(_ bits: [Int], bytes: Int, files: Int) -> [Range<Int>] {
    var capacity = bytes * 8
    while true {
      var ranges: [Range<Int>] = []
      var start = 0
      var filled = 0
      for (number, own) in bits.enumerated() {
        if filled + own > capacity, filled > 0 {
          ranges.append(start..<number)
          (start, filled) = (number, 0)
        }
        filled += own
      }
      if start < bits.count { ranges.append(start..<bits.count) }
      if ranges.count <= files { return ranges }
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
