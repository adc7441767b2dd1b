import ArchiveModel

/// What is shown of an entity by the archive's rules of privacy, beside the word of its record.
public enum Showing: Sendable, Hashable {
  /// A page, if it is named often enough, and a place in all lists.
  case usual
  /// No page; a place in lists.
  case unpaged
  /// Nothing but the words of articles.
  case unlisted
}

extension Catalog {
  /// What a rule of privacy may ask of an entity.
  public struct Standing: Sendable {
    /// Its kind.
    public var kind: EntityKind
    /// Its permanent id.
    public var id: Slug
    /// Whether it has an authority record.
    public var isRecorded: Bool
    /// How many articles name it.
    public var articleCount: Int
    /// How often the archive names it, headlines included.
    public var mentionCount: Int
    /// How many of these stand in sensitive sentences.
    public var sensitiveCount: Int

    /// Whether most of the sentences that name it are sensitive.
    public var isSensitive: Bool { sensitiveCount * 2 > mentionCount }

    /// The address of the page that it has or would have: `people/lise-grande/`.
    public var address: String { IdentityLock.address(of: id, kind) }
  }
}
