/// How large the files are made, and how many there are at most.
///
/// A reader's first search loads a handful of them, and hosts count files: in a segment of more
/// than `dense` documents files are larger the more there are, and grow in number more slowly.
public struct SearchSizes: Sendable {
  /// Documents of words.
  public var wordsBytes = 12_600
  /// Positions of words, for phrases.
  public var positionsBytes = 142_000
  /// How many results stand in a file.
  public var records = 78
  /// How many of the commonest words have no positions of their own, of at most 127.
  public var common = CommonWords.most
  /// How many articles at most stand in the newest segment, which is the one that changes.
  public var newest = 32
  /// How many articles at most stand between these and the large ones of a large archive.
  public var recent = 2048
  /// How many articles a segment has at least that ends with a year and changes no more.
  public var closed = 131_072
  /// How many documents a segment has before its files grow, and from which on an archive is large.
  public var dense = 16_384
  /// How many times as many files there may be as an archive of usual texts needs.
  public var slack = 1

  /// The usual sizes.
  public init() {}

  /// For a segment of so many documents.
  func forSegment(of documents: Int) -> SearchSizes {
    var sizes = self
    let counted = max(1, counted(documents))
    sizes.wordsBytes = wordsBytes * documents / counted
    sizes.positionsBytes = positionsBytes * documents / counted
    sizes.records = records * documents / counted
    return sizes
  }

  /// For a segment of which a search reads a file beside that of a long one.
  func smaller(_ part: Int) -> SearchSizes {
    var sizes = self
    sizes.wordsBytes /= part
    sizes.common = 0
    return sizes
  }

  /// For entities, whose results are short.
  var ofEntities: SearchSizes {
    var sizes = smaller(7)
    sizes.records *= 4
    return sizes
  }

  // MARK: The most files

  /// The most files of words in a segment: more than news texts need.
  func mostWordFiles(of documents: Int) -> Int { (16 + counted(documents) / 44) * slack }

  /// The most files of positions.
  func mostPositionFiles(of documents: Int) -> Int { (2 + counted(documents) / 110) * slack }

  /// The most files of pairs of common words.
  func mostPairFiles(of documents: Int) -> Int {
    common == 0 ? 0 : (1 + counted(documents) / 400) * slack
  }

  /// The most files of a segment with these sizes, that of its facets too.
  func mostFiles(of documents: Int) -> Int {
    let records = max(1, forSegment(of: documents).records)
    return mostWordFiles(of: documents) + mostPositionFiles(of: documents)
      + mostPairFiles(of: documents) + (documents + records - 1) / records + 1
  }

  /// As how many documents those of a segment count.
  private func counted(_ documents: Int) -> Int {
    min(documents, dense) + max(0, documents - dense) * 2 / 5
  }
}
