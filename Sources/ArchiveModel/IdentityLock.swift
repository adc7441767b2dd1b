/// What `ids.lock` remembers: every public id and address, so that none ever changes hands.
///
/// A value; reading and writing the file are in Loading. Entries are only ever added: once
/// public, always public (DESIGN §1, FIELD §5).
public struct IdentityLock: Sendable, Hashable {
  /// An entity: its kind and the folded full name it stands for.
  public struct EntityKey: Sendable, Hashable {
    /// Ids are unique within a kind.
    public var kind: EntityKind
    /// The normalised name: "lise grande".
    public var name: String

    /// A name of a kind.
    public init(kind: EntityKind, name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// The id of each public entity.
  public private(set) var entities: [EntityKey: Slug] = [:]
  /// The address of each public article, `2017/03/26/slug/`, by its file or its stated id.
  public private(set) var articles: [String: String] = [:]
  /// For each address that an article had before, the article's key: these lead to it still.
  public private(set) var formerAddresses: [String: String] = [:]

  /// Nothing remembered.
  public init() {}

  /// A lock as it was read.
  public init(
    entities: [EntityKey: Slug], articles: [String: String],
    formerAddresses: [String: String] = [:]
  ) {
    self.entities = entities
    self.articles = articles
    self.formerAddresses = formerAddresses
  }

  /// Remembers the id of an entity.
  public mutating func remember(_ id: Slug, for key: EntityKey) {
    entities[key] = id
  }

  /// Remembers the address of an article; another that it had is kept as a former one.
  public mutating func remember(address: String, forArticle key: String) {
    if let former = articles[key], former != address { formerAddresses[former] = key }
    articles[key] = address
  }
}
