/// What `ids.lock` remembers: every public id and address, so that none ever changes hands.
///
/// A value; reading and writing the file are in Loading. No id and no address is ever dropped:
/// once public, always public (DESIGN §1, FIELD §5).
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
    if formerAddresses[address] == key { formerAddresses[address] = nil }
    articles[key] = address
  }

  /// Hands all addresses of an article over to its new key: O(former addresses).
  ///
  /// For a file that was moved, or that states an id now.
  public mutating func rename(article key: String, to newKey: String) {
    guard let address = articles.removeValue(forKey: key) else { return }
    for (former, holder) in formerAddresses where holder == key {
      formerAddresses[former] = newKey
    }
    remember(address: address, forArticle: newKey)
  }

  /// Lets ids stand for the names that their records have now: an id has one name.
  ///
  /// O(entities).
  public mutating func rename(entities names: [(id: Slug, key: EntityKey)]) {
    var current: [String: EntityKey] = [:]
    for (id, key) in names { current["\(key.kind.folder)/\(id)"] = key }
    var renamed: [(key: EntityKey, id: Slug)] = []
    for (key, id) in entities {
      guard let name = current["\(key.kind.folder)/\(id)"], name != key else { continue }
      entities[key] = nil
      renamed.append((name, id))
    }
    // After all are dropped, since two records may have exchanged their names.
    for (key, id) in renamed.sorted(by: { $0.id < $1.id }) { entities[key] = id }
  }
}
