import ArchiveModel

/// What the files of a segment hold, and how it is divided among them.
struct SegmentEncoding: Sendable {
  /// One of the files.
  enum File {
    case words(Int)
    case positions(Int)
    case pairs(Int)
  }

  let words: SegmentWords
  let common: CommonWords
  let shards: SegmentShards
  let documentCount: Int
  let pairs: CommonPairs
  let pairShards: [Range<Int>]
  private let hasPositions: Bool

  init(_ words: SegmentWords, of segment: SearchIndex.Segment, jobs: Int) async {
    self.words = words
    documentCount = segment.documents.count
    hasPositions = segment.hasPositions
    common = await .of(
      words, documents: documentCount, most: segment.sizes.common, jobs: jobs)
    shards = SegmentShards(words, common, documents: documentCount, sizes: segment.sizes)
    pairs = await common.pairs(jobs: jobs)
    pairShards = pairs.shards(
      bytes: segment.sizes.positionsBytes,
      files: segment.sizes.mostPairFiles(of: documentCount))
  }

  /// All files, the large ones first, so that all cores end at the same time.
  var files: [(name: String, file: File)] {
    let positions = hasPositions ? shards.positions.indices : 0..<0
    return positions.map { ("p\($0)", .positions($0)) }
      + pairShards.indices.map { ("b\($0)", .pairs($0)) }
      + shards.words.indices.map { ("w\($0)", .words($0)) }
  }

  /// A file as symbols of seven bits.
  func symbols(of file: File) -> [UInt8] {
    switch file {
    case .words(let number): wordShard(number)
    case .positions(let number): positionShard(number)
    case .pairs(let number): pairShard(number)
    }
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
  @inline(__always)
  static func density(of count: Int) -> Int {
    min(7, Int.bitWidth - 1 - count.leadingZeroBitCount)
  }
}
