import ArchiveModel

/// What decides that two mentions are of one entity.
public enum Identity: Sendable, Hashable {
  /// The authority record with this index.
  case authority(Int32)
  /// The gazetteer's entry with this index.
  case gazetteer(Int32)
  /// No more than a kind and a normalised full name.
  case name(EntityKind, NameKey)
  /// A short name that its article does not explain: the archive may have one bearer who fits.
  case short(NameKey)

  /// Whether an editor has a record of it.
  var isRecord: Bool { if case .authority = self { true } else { false } }
}

/// One entity as a single article has it.
public struct LocalEntity: Sendable, Hashable {
  /// Who or what it is.
  public var identity: Identity
  /// Its kind.
  public var kind: EntityKind
  /// Its fullest form in the article, as written.
  public var name: String
  /// How often the body names it.
  public var mentionCount: Int32
  /// The index of its first mention in the body, −1 where only the headline names it.
  public var firstMention: Int32
  /// Whether the headline names it.
  public var isInTitle: Bool
  /// How many of its mentions, the headline's too, stand in sentences of crime, accidents, victims
  /// or minors; counted only where it may matter.
  public var sensitiveCount: Int32 = 0
  /// The acronym that the article gives for it in brackets, folded.
  public var acronym: NameKey?

  /// An entity of an article.
  public init(
    identity: Identity, kind: EntityKind, name: String, mentionCount: Int32, firstMention: Int32,
    isInTitle: Bool
  ) {
    self.identity = identity
    self.kind = kind
    self.name = name
    self.mentionCount = mentionCount
    self.firstMention = firstMention
    self.isInTitle = isInTitle
  }
}

/// What an article's mentions stand for.
public struct Resolution: Sendable {
  /// The entities, in the order of their first mention, those of the headline alone last.
  public var entities: [LocalEntity] = []
  /// For each mention of the body the index of its entity, −1 for none.
  public var bodyEntities: [Int32] = []
  /// For each mention of the headline the index of its entity, −1 for none.
  public var titleEntities: [Int32] = []
  /// For each mention of the body, and then of the headline, what decided.
  public var rules: [ResolutionRule] = []

  /// Nothing resolved.
  public init() {}
}
