import ArchiveModel

/// Articles that are, or seem to be, one article more than once.
public struct AlikeArticles: Sendable, Hashable {
  /// What is alike of them.
  public enum Kind: String, Sendable, CaseIterable {
    /// Every byte of their files.
    case sameFile = "same-file"
    /// Every word of their texts.
    case sameText = "same-text"
    /// Nearly all of their texts.
    case nearlySameText = "near-identical"
    /// Their texts, and an agency says that one is a later version of another.
    case versions = "versions"
    /// Headline and date.
    case sameHeadline = "same-headline"
    /// The address, so that a number tells them apart.
    case sameAddress = "same-address"
  }

  /// One of them.
  public struct Member: Sendable, Hashable {
    /// The file, relative to the content folder.
    public var path: String
    /// How much of the text is that of one before it in the list, in hundredths.
    ///
    /// 100 only where all of it is; nil for the first, and where texts were not compared.
    public var likeness: Int?
  }

  /// What is alike.
  public var kind: Kind
  /// At least two, sorted by date, then by path.
  public var members: [Member]
}
