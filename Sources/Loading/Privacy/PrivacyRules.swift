import ArchiveModel

/// What must not be shown: `Content/privacy.yml` (FIELD §5.5, §7.10).
public struct PrivacyRules: Sendable, Hashable {
  /// An entity, by the address of its page: `people/lise-grande`.
  public struct EntityReference: Sendable, Hashable {
    /// Ids are unique within a kind.
    public var kind: EntityKind
    /// The id as the file has it.
    public var id: Slug
    /// Where it stands.
    public var place: SourceRange

    /// The address of its page: `people/lise-grande/`.
    public var address: String { IdentityLock.address(of: id, kind) }
  }

  /// A name that is replaced in all outputs.
  public struct Redaction: Sendable, Hashable {
    /// The full name.
    public var name: String
    /// Other spellings, and parts of the name that are to go as well.
    public var also: [String] = []
    /// What stands in place of it: given words, or initials.
    public var replacement: String
    /// When it was removed: its articles say so.
    public var date: ArchiveDate
    /// Why, for the editors alone: it is published nowhere.
    public var reason: String?
    /// Where the name stands in the file.
    public var place: SourceRange

    /// The name and its other spellings.
    public var names: [String] { [name] + also }
  }

  /// An article of which a tombstone alone is left.
  public struct Withdrawal: Sendable, Hashable {
    /// Its path below the content folder, or its id.
    public var article: String
    /// When it was withdrawn.
    public var date: ArchiveDate
    /// One of `Article.Correction.withdrawals`.
    public var kind: String
    /// Why, for readers; may be empty.
    public var reason: String
    /// Whether the tombstone still has the headline.
    public var keepsHeadline = true
    /// Where the article is named in the file.
    public var place: SourceRange
  }

  /// Entities of which nothing is made: no page, no link, no place in a list.
  public var suppressed: [EntityReference] = []
  /// Entities whose pages search engines are asked not to list.
  public var unindexed: [EntityReference] = []
  /// Names that are replaced.
  public var redactions: [Redaction] = []
  /// Articles that are withdrawn.
  public var withdrawals: [Withdrawal] = []

  /// Nothing is hidden.
  public init() {}

  /// The file's place in the content folder.
  public static let path = "privacy.yml"
}

extension PrivacyRules.Redaction {
  /// The initials of a name, each with a full stop: "L. G."
  static func initials(of name: String) -> String {
    name.split { $0.isWhitespace }.compactMap { word in
      word.first { $0.isLetter || $0.isNumber }.map { $0.uppercased() + "." }
    }.joined(separator: " ")
  }
}
