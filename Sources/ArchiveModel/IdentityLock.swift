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

  /// A section, tag, author, series or source.
  public struct TermKey: Sendable, Hashable {
    /// The first segment of its address: "tags".
    public var folder: String
    /// Its name in lower case: "c++".
    public var name: String

    /// A name in a folder.
    public init(folder: String, name: String) {
      self.folder = folder
      self.name = name
    }
  }

  /// The id of each public entity.
  public private(set) var entities: [EntityKey: Slug] = [:]
  /// The address of each public article, `2017/03/26/slug/`, by its file or its stated id.
  public private(set) var articles: [String: String] = [:]
  /// The address of each public term below its folder: "world/iraq".
  public private(set) var terms: [TermKey: String] = [:]
  /// For each address that an article had before, the article's key; for one that an entity had,
  /// its address now: these lead there still.
  public private(set) var formerAddresses: [String: String] = [:]
  /// The patterns that the addresses of articles were made by: where one changes, the articles that
  /// have it move, and their old addresses lead to the new ones.
  public var permalinks = Permalinks()

  /// Nothing remembered.
  public init() {}

  /// A lock as it was read.
  public init(
    entities: [EntityKey: Slug], articles: [String: String],
    terms: [TermKey: String] = [:], formerAddresses: [String: String] = [:],
    permalinks: Permalinks = Permalinks()
  ) {
    self.entities = entities
    self.articles = articles
    self.terms = terms
    self.formerAddresses = formerAddresses
    self.permalinks = permalinks
  }

  /// Remembers the id of an entity; another that it had leads to it.
  public mutating func remember(_ id: Slug, for key: EntityKey) {
    let address = IdentityLock.address(of: id, key.kind)
    if let former = entities[key], former != id {
      lead(from: IdentityLock.address(of: former, key.kind), to: address)
    }
    formerAddresses[address] = nil
    entities[key] = id
  }

  /// Remembers the address of an article; another that it had is kept as a former one.
  public mutating func remember(address: String, forArticle key: String) {
    if let former = articles[key], former != address { formerAddresses[former] = key }
    if formerAddresses[address] == key { formerAddresses[address] = nil }
    articles[key] = address
  }

  /// Remembers the address of a term, which never changes.
  public mutating func remember(path: String, for key: TermKey) {
    if terms[key] == nil { terms[key] = path }
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

  /// Lets ids stand for the names that their records have now, since an id has one name; other
  /// names of a record that were public on their own lead to it.
  ///
  /// O(entities + names).
  public mutating func adopt(_ records: [(id: Slug, key: EntityKey, variants: [EntityKey])]) {
    var current: [String: EntityKey] = [:]
    var owners: [EntityKey: Slug] = [:]
    for (id, key, variants) in records {
      current[IdentityLock.address(of: id, key.kind)] = key
      for variant in variants where owners[variant] == nil { owners[variant] = id }
    }
    for (_, key, _) in records { owners[key] = nil }
    var renamed: [(key: EntityKey, id: Slug)] = []
    for (key, id) in entities {
      let address = IdentityLock.address(of: id, key.kind)
      if let name = current[address] {
        guard name != key else { continue }
        entities[key] = nil
        renamed.append((name, id))
      } else if let owner = owners[key] {
        entities[key] = nil
        lead(from: address, to: IdentityLock.address(of: owner, key.kind))
      }
    }
    // After all are dropped, since two records may have exchanged their names.
    for (key, id) in renamed.sorted(by: { $0.id < $1.id }) { remember(id, for: key) }
  }

  /// Lets the address of an entity that turned out to be another lead to that one's.
  ///
  /// O(former addresses).
  public mutating func merge(_ key: EntityKey, into address: String) {
    guard let id = entities[key] else { return }
    let former = IdentityLock.address(of: id, key.kind)
    guard former != address else { return }
    entities[key] = nil
    lead(from: former, to: address)
  }

  /// The address of an entity's page: `people/lise-grande/`.
  public static func address(of id: Slug, _ kind: EntityKind) -> String { "\(kind.folder)/\(id)/" }

  private mutating func lead(from former: String, to address: String) {
    for (older, holder) in formerAddresses where holder == former {
      formerAddresses[older] = address
    }
    formerAddresses[former] = address
  }
}
