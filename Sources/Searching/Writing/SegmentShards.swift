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

  init(_ segment: SegmentWords, documents: Int, sizes: SearchSizes) {
    var start = 0
    var bits = 0
    var positionsStart = 0
    var positionsBits = 0
    for (number, word) in segment.words.enumerated() {
      let own = SegmentShards.bits(of: word, among: documents)
      if bits + own > sizes.wordsBytes * 8, number > start {
        close(start..<number)
        start = number
        bits = 0
      }
      bits += own
      let ownPositions = SegmentShards.positionBits(of: word)
      if positionsBits + ownPositions > sizes.positionsBytes * 8, number > positionsStart {
        positions.append(positionsStart..<number)
        positionsStart = number
        positionsBits = 0
      }
      positionsBits += ownPositions
    }
    let end = segment.words.count
    if end > start { close(start..<end) }
    if end > positionsStart { positions.append(positionsStart..<end) }
    // Which file of positions a word is in.
    var file = 0
    for i in words.indices {
      while positions[file].upperBound <= words[i].words.lowerBound { file += 1 }
      words[i].positions = file
      words[i].positionsBefore = words[i].words.lowerBound - positions[file].lowerBound
    }
  }

  private mutating func close(_ range: Range<Int>) {
    words.append(Words(words: range, positions: 0, positionsBefore: 0))
  }

  /// About what a word takes: each document as many bits as tell it from its likes.
  private static func bits(of word: SegmentWords.Word, among documents: Int) -> Int {
    let count = Int(word.documentCount)
    let rare = count * 64 < documents ? 4 : 0
    return 22 + count * (log2(documents / count) + 2 + rare)
  }

  private static func positionBits(of word: SegmentWords.Word) -> Int {
    let (count, documents) = (Int(word.count), Int(word.documentCount))
    return 8 + documents + count * (log2(600 * documents / count) + 1)
  }

  private static func log2(_ number: Int) -> Int {
    Int.bitWidth - 1 - max(1, number).leadingZeroBitCount
  }
}

/// How large the files are made; a reader's first search loads a handful of them.
public struct SearchSizes: Sendable {
  /// Documents of words.
  public var wordsBytes = 14_500
  /// Positions of words, for phrases.
  public var positionsBytes = 115_000
  /// How many results stand in a file.
  public var records = 72
  /// How many articles at most stand in the newest segment, which is the one that changes.
  public var newest = 32
  /// How many articles a segment has at least that ends with a year and changes no more.
  public var closed = 32_768

  /// The usual sizes.
  public init() {}

  /// For a segment of which a search reads a file beside that of a long one.
  func smaller(records: Int) -> SearchSizes {
    var sizes = self
    sizes.wordsBytes /= 8
    sizes.records = records
    return sizes
  }
}
