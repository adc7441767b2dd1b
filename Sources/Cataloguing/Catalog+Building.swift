import ArchiveModel
import Recognition

extension Catalog {
  /// What the catalogue takes of one article.
  public struct Entry: Sendable {
    /// The article's front matter.
    public var article: Article
    /// What the file's name gives for the address, where the author states no slug.
    public var fileSlug: Slug?
    /// The caller's own handle, such as where the article's reading is stored.
    public var handle: Int

    /// An article.
    public init(article: Article, fileSlug: Slug? = nil, handle: Int) {
      self.article = article
      self.fileSlug = fileSlug
      self.handle = handle
    }
  }

  /// Builds the catalogue; O(n log n) in the articles and the entities, linear in the mentions.
  ///
  /// - Parameters:
  ///   - entries: the articles that readers may see, in any order, and withdrawn ones.
  ///   - entitiesOf: an article's own entities by its handle, in the order of its `Resolution`;
  ///     asked for once for each listed article, so that they need not all be in memory.
  ///   - minimumArticles: an entity in at least so many articles gets a page of its own.
  ///   - permalinks: the patterns of articles' addresses.
  ///   - lock: what was public before; what becomes public now is added.
  ///   - isGone: whether a key of the lock is that of an article file that is no more.
  ///   - showing: what is shown of an entity.
  public init<Failure: Error>(
    _ entries: [Entry], authorities: [AuthorityRecord], gazetteer: Gazetteer,
    minimumArticles: Int, permalinks: Permalinks = Permalinks(), lock: inout IdentityLock,
    isGone: @Sendable (String) -> Bool = { _ in false },
    showing: (Standing) -> Showing = { _ in .usual },
    entitiesOf: @Sendable (_ handle: Int) throws(Failure) -> [LocalEntity]
  ) throws(Failure) {
    let entries = Catalog.chronological(entries)
    let listed = entries.indices.filter { entries[$0].article.status != .withdrawn }
    let articles = listed.map { entries[$0].article }
    let handles = listed.map { entries[$0].handle }
    let names = authorities.map { record in
      let key = { IdentityLock.EntityKey(kind: record.kind, name: NameKey($0).text) }
      return (record.id, key(record.name), record.names.map(key))
    }

    // What articles say of themselves, and whom they name: neither looks at the other, and each is
    // large. What the lock has of entities, the former leaves as it was.
    let former = lock
    let (people, places) = try concurrently(
      { () throws(Failure) in
        var lock = former
        lock.adopt(names)
        return try Gathering(
          handles, articles, EntityCollector(authorities: authorities, gazetteer: gazetteer), lock,
          entitiesOf)
      }, { Catalog.placed(entries, articles, permalinks, former, isGone) })
    lock = places.lock
    lock.adopt(names)
    withdrawn = entries.indices.filter { entries[$0].article.status == .withdrawn }
      .map { Withdrawn(article: entries[$0].article, path: places.paths[$0]) }
    paths = listed.map { places.paths[$0] }
    taxonomies = places.taxonomies
    chronology = places.chronology

    self.gazetteer = gazetteer
    self.articles = articles
    self.handles = handles
    localStart = people.localStart
    entityOfLocal = people.entityOfLocal
    appearances = people.appearances
    entities = people.collector.entities(
      people.order, people.joined, people.callings, appearances, minimumArticles: minimumArticles,
      showing: showing, lock: &lock)
  }

  /// What articles say of themselves: where they stand, what lists have them, when they are of.
  private static func placed(
    _ entries: [Entry], _ articles: [Article], _ permalinks: Permalinks, _ lock: IdentityLock,
    _ isGone: (String) -> Bool
  ) -> (paths: [String], taxonomies: Taxonomies, chronology: Chronology, lock: IdentityLock) {
    var lock = lock
    var addresses = ArticleAddresses(permalinks, lock, isGone: isGone)
    let paths = addresses.assign(entries, lock: &lock)
    let taxonomies = Taxonomies(articles, lock: &lock)
    return (paths, taxonomies, Chronology(articles), lock)
  }

  /// Sorts entries without moving them about while they are compared: an article is a large value.
  private static func chronological(_ entries: [Entry]) -> [Entry] {
    let keys = entries.map { (date: ArchiveDate.SortKey($0.article.date), path: $0.article.path) }
    return entries.indices.sorted {
      keys[$0].date == keys[$1].date
        ? keys[$0].path < keys[$1].path : keys[$0].date < keys[$1].date
    }.map { entries[$0] }
  }
}
