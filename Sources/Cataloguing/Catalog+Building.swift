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

  /// Builds the catalogue, sorting (entity, article) once: O(n log n) in the mentions.
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
    isGone: (String) -> Bool = { _ in false },
    showing: (Standing) -> Showing = { _ in .usual },
    entitiesOf: (_ handle: Int) throws(Failure) -> [LocalEntity]
  ) throws(Failure) {
    let entries = Catalog.chronological(entries)
    var addresses = ArticleAddresses(permalinks, lock, isGone: isGone)
    let allPaths = addresses.assign(entries, lock: &lock)
    let listed = entries.indices.filter { entries[$0].article.status != .withdrawn }
    withdrawn = entries.indices.filter { entries[$0].article.status == .withdrawn }
      .map { Withdrawn(article: entries[$0].article, path: allPaths[$0]) }
    articles = listed.map { entries[$0].article }
    handles = listed.map { entries[$0].handle }
    paths = listed.map { allPaths[$0] }
    taxonomies = Taxonomies(articles, lock: &lock)
    chronology = Chronology(articles)

    lock.adopt(
      authorities.map { record in
        let key = { IdentityLock.EntityKey(kind: record.kind, name: NameKey($0).text) }
        return (record.id, key(record.name), record.names.map(key))
      })
    var collector = EntityCollector(authorities: authorities, gazetteer: gazetteer)
    var appearances: [Appearance] = []
    var localStart: [Int32] = [0]
    var entityOfLocal: [Int32] = []
    var unexplained: [Unexplained] = []
    var meanings: [NameKey: [Int32: Int]] = [:]
    for (number, position) in listed.enumerated() {
      for local in try entitiesOf(entries[position].handle) {
        if case .short(let name) = local.identity {
          unexplained.append(
            Unexplained(
              name: name, place: entityOfLocal.count,
              appearance: Appearance(local, entity: -1, article: Int32(number), isInferred: true)))
          entityOfLocal.append(-1)
        } else {
          let entity = collector.number(of: local)
          if let acronym = local.acronym {
            meanings[acronym, default: [:]][entity, default: 0] += 1
          }
          entityOfLocal.append(entity)
          appearances.append(
            Appearance(local, entity: entity, article: Int32(number), isInferred: false))
        }
      }
      localStart.append(Int32(entityOfLocal.count))
    }
    var joined = collector.joined(appearances, lock)
    let acronyms = collector.acronyms(meanings, &joined)
    for i in entityOfLocal.indices where entityOfLocal[i] >= 0 {
      entityOfLocal[i] = joined[Int(entityOfLocal[i])]
    }
    for i in appearances.indices {
      if acronyms.contains(appearances[i].entity) { appearances[i].isInferred = true }
      appearances[i].entity = joined[Int(appearances[i].entity)]
    }
    Catalog.explain(
      unexplained, &appearances, &entityOfLocal, localStart, people: collector.people(joined),
      articles)

    // Number the entities in the order of the A to Z, which is that of the appearances too.
    let order = collector.alphabetical()
    var rank = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = Int32(new) }
    for i in entityOfLocal.indices where entityOfLocal[i] >= 0 {
      entityOfLocal[i] = rank[Int(entityOfLocal[i])]
    }
    for i in appearances.indices { appearances[i].entity = rank[Int(appearances[i].entity)] }
    appearances.sort { ($0.entity, $0.article) < ($1.entity, $1.article) }
    Catalog.mergeRepeated(&appearances)

    self.gazetteer = gazetteer
    self.localStart = localStart
    self.entityOfLocal = entityOfLocal
    self.appearances = appearances
    entities = collector.entities(
      order, joined, appearances, minimumArticles: minimumArticles, showing: showing, lock: &lock)
  }

  /// Sorts entries without moving them about while they are compared: an article is a large value.
  private static func chronological(_ entries: [Entry]) -> [Entry] {
    let keys = entries.map { (date: $0.article.date, path: $0.article.path) }
    return entries.indices.sorted {
      (keys[$0].date, keys[$0].path) < (keys[$1].date, keys[$1].path)
    }.map { entries[$0] }
  }

  /// A short name that its article does not explain.
  private struct Unexplained {
    var name: NameKey
    /// Where its entity stands in `entityOfLocal`.
    var place: Int
    var appearance: Appearance
  }

  /// Gives short names to the bearers that the archive has for them, where that is sure.
  private static func explain(
    _ unexplained: [Unexplained], _ appearances: inout [Appearance],
    _ entityOfLocal: inout [Int32], _ localStart: [Int32], people: [ShortNames.Bearer],
    _ articles: [Article]
  ) {
    guard !unexplained.isEmpty else { return }
    let known = entityOfLocal
    var names = ShortNames(
      Set(unexplained.map(\.name)), people: people, appearances: appearances, articles: articles
    ) { known[Int(localStart[$0])..<Int(localStart[$0 + 1])] }
    for var short in unexplained {
      let article = Int(short.appearance.article)
      guard let bearer = names.bearer(of: short.name, in: article) else { continue }
      short.appearance.entity = bearer
      entityOfLocal[short.place] = bearer
      appearances.append(short.appearance)
    }
  }

  /// Two local entities of one article may turn out to be one: add them up.
  private static func mergeRepeated(_ appearances: inout [Appearance]) {
    var kept = 0
    for i in appearances.indices {
      let next = appearances[i]
      if kept > 0, appearances[kept - 1].entity == next.entity,
        appearances[kept - 1].article == next.article
      {
        appearances[kept - 1].mentionCount += next.mentionCount
        appearances[kept - 1].sensitiveCount += next.sensitiveCount
        appearances[kept - 1].isInTitle = appearances[kept - 1].isInTitle || next.isInTitle
        appearances[kept - 1].isInferred = appearances[kept - 1].isInferred && next.isInferred
        let first = appearances[kept - 1].firstMention
        if next.firstMention >= 0, first < 0 || next.firstMention < first {
          appearances[kept - 1].firstMention = next.firstMention
        }
      } else {
        appearances[kept] = next
        kept += 1
      }
    }
    appearances.removeSubrange(kept...)
  }
}
