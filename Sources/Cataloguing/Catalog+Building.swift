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
    _ entries: consuming [Entry], authorities: [AuthorityRecord], gazetteer: Gazetteer,
    minimumArticles: Int, permalinks: Permalinks = Permalinks(), lock: inout IdentityLock,
    isGone: (String) -> Bool = { _ in false },
    showing: (Standing) -> Showing = { _ in .usual },
    entitiesOf: (_ handle: Int) throws(Failure) -> [LocalEntity]
  ) throws(Failure) {
    entries.sort {
      ($0.article.date, $0.article.path) < ($1.article.date, $1.article.path)
    }
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
          entityOfLocal.append(entity)
          appearances.append(
            Appearance(local, entity: entity, article: Int32(number), isInferred: false))
        }
      }
      localStart.append(Int32(entityOfLocal.count))
    }
    let joined = collector.joined(appearances)
    for i in entityOfLocal.indices where entityOfLocal[i] >= 0 {
      entityOfLocal[i] = joined[Int(entityOfLocal[i])]
    }
    for i in appearances.indices {
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

/// Gives each identity one number and finds its name and its id.
private struct EntityCollector {
  private struct Draft {
    var kind: EntityKind
    var name: String
    var identity: Identity
    var key: NameKey

    /// Whether nothing but its name tells who it is.
    var isByName: Bool {
      if case .name = identity { true } else { false }
    }
  }

  private let authorities: [AuthorityRecord]
  private let gazetteer: Gazetteer
  private var drafts: [Draft] = []
  private var numbers: [Identity: Int32] = [:]
  /// Full names of records by kind, so that an article's own finding joins the record.
  private var recordOfName: [Identity: Int32] = [:]
  private var recordOfID: [String: Int32] = [:]

  init(authorities: [AuthorityRecord], gazetteer: Gazetteer) {
    self.authorities = authorities
    self.gazetteer = gazetteer
    for (index, record) in authorities.enumerated() {
      recordOfName[.name(record.kind, NameKey(record.name))] = Int32(index)
      recordOfID[record.kind.folder + "/" + record.id.description] = Int32(index)
    }
    // What the gazetteer has under an id of before is part of the record, by whichever name.
    for (index, record) in authorities.enumerated() {
      for address in record.formerAddresses where recordOfID[String(address.dropLast())] == nil {
        recordOfID[String(address.dropLast())] = Int32(index)
      }
    }
    // Records come first: one that is never mentioned may still ask for a page.
    for index in authorities.indices {
      _ = number(of: .authority(Int32(index)), kind: authorities[index].kind) {
        authorities[index].name
      }
    }
  }

  mutating func number(of local: LocalEntity) -> Int32 {
    switch local.identity {
    case .authority:
      return number(of: local.identity, kind: local.kind) { local.name }
    case .gazetteer(let index):
      let entry = gazetteer[Int(index)]
      if let record = recordOfID["\(entry.kind.folder)/\(entry.id)"] {
        return number(of: .authority(record), kind: entry.kind) { entry.name }
      }
      return number(of: local.identity, kind: entry.kind) { entry.name }
    case .name, .short:
      if let record = recordOfName[local.identity] {
        return number(of: .authority(record), kind: local.kind) { local.name }
      }
      let number = number(of: local.identity, kind: local.kind) { local.name }
      // A name in capitals gives way to one in ordinary letters.
      if isShouted(drafts[Int(number)].name), !isShouted(local.name) {
        drafts[Int(number)].name = local.name
      }
      return number
    }
  }

  /// The numbers of the entities in the order of the A to Z.
  func alphabetical() -> [Int] {
    drafts.indices.sorted {
      (drafts[$0].key, drafts[$0].kind, drafts[$0].name, $0)
        < (drafts[$1].key, drafts[$1].kind, drafts[$1].name, $1)
    }
  }

  /// For each entity the one that it turns out to be, mostly itself; O(entities + appearances).
  ///
  /// - An organisation known by its name alone is the one that the gazetteer displays under the
  ///   very name, where the archive has just one. Not so places, of which many share a name.
  /// - A name of several words that the archive's articles take for different kinds is of the kind
  ///   that a record has it under, else the gazetteer; else of the kind that at least three
  ///   articles see, and four times as many as see another: the recogniser erred in those.
  func joined(_ appearances: [Catalog.Appearance]) -> [Int32] {
    var bearers: [NameKey: [Int]] = [:]
    for (number, draft) in drafts.enumerated() where draft.kind < .event {
      bearers[draft.key, default: []].append(number)
    }
    var articles = [Int](repeating: 0, count: drafts.count)
    for appearance in appearances { articles[Int(appearance.entity)] += 1 }
    var joined = drafts.indices.map { Int32($0) }
    for (key, numbers) in bearers where numbers.count > 1 {
      let known = numbers.filter { !drafts[$0].isByName }
      for number in numbers where drafts[number].isByName {
        let kind = drafts[number].kind
        if kind != .place, known.count == 1, known[0] != number,
          drafts[known[0]].kind == kind || !key.isSingleWord
        {
          joined[number] = Int32(known[0])
        } else if known.isEmpty, !key.isSingleWord,
          let most = numbers.max(by: { (articles[$0], $1) < (articles[$1], $0) }), most != number,
          articles[most] >= max(3, 4 * articles[number])
        {
          joined[number] = Int32(most)
        }
      }
    }
    return joined
  }

  /// Everyone who has a name of several words.
  func people(_ joined: [Int32]) -> [ShortNames.Bearer] {
    drafts.enumerated().flatMap { number, draft -> [ShortNames.Bearer] in
      guard draft.kind == .person, joined[number] == Int32(number) else { return [] }
      var names = [draft.key]
      if case .authority(let index) = draft.identity {
        names += authorities[Int(index)].names.map { NameKey($0) }
      }
      return names.map { ShortNames.Bearer(entity: Int32(number), key: $0) }
    }
  }

  /// What the lock knows an entity by: its name; one of the gazetteer by its id there, behind a
  /// sign that no name has, since several may share a name.
  private func lockName(of draft: Draft) -> String {
    guard case .gazetteer(let index) = draft.identity else { return draft.key.text }
    return "=\(gazetteer[Int(index)].id)"
  }

  /// The entities in their final order, each with an id that it keeps for ever.
  func entities(
    _ order: [Int], _ joined: [Int32], _ appearances: [Catalog.Appearance], minimumArticles: Int,
    showing: (Catalog.Standing) -> Showing, lock: inout IdentityLock
  ) -> [Catalog.Entity] {
    var ids = EntityIDs(lock, authorities)
    var entities: [Catalog.Entity] = []
    entities.reserveCapacity(order.count)
    var abandoned: [(key: IdentityLock.EntityKey, heir: Int)] = []
    var next = 0
    for (number, old) in order.enumerated() {
      let start = next
      var mentions = 0
      var sensitive = 0
      while next < appearances.count, appearances[next].entity == Int32(number) {
        mentions += Int(appearances[next].mentionCount) + (appearances[next].isInTitle ? 1 : 0)
        sensitive += Int(appearances[next].sensitiveCount)
        next += 1
      }
      let draft = drafts[old]
      let policy = page(of: draft)
      let lockKey = IdentityLock.EntityKey(kind: draft.kind, name: lockName(of: draft))
      if joined[old] != Int32(old) {
        if lock.entities[lockKey] != nil { abandoned.append((lockKey, Int(joined[old]))) }
        entities.append(
          Catalog.Entity(
            id: proposedID(draft), kind: draft.kind, name: draft.name, identity: draft.identity,
            hasPage: false, isListed: false, isPrivate: false, appearances: start..<start,
            mentionCount: 0))
        continue
      }
      let wasPublic = lock.entities[lockKey] != nil
      let id = ids.id(for: draft.identity, lockKey, proposal: proposedID(draft))
      let showing = showing(
        Catalog.Standing(
          kind: draft.kind, id: id, isRecorded: draft.identity.isRecord, articleCount: next - start,
          mentionCount: mentions, sensitiveCount: sensitive))
      let hasPage =
        showing == .usual
        && (policy == .always
          || policy == .auto && (next - start >= minimumArticles || wasPublic && next > start))
      if hasPage { lock.remember(id, for: lockKey) }
      entities.append(
        Catalog.Entity(
          id: id, kind: draft.kind, name: draft.name, identity: draft.identity,
          hasPage: hasPage, isListed: policy != .never && showing != .unlisted,
          isPrivate: showing != .usual, appearances: start..<next, mentionCount: mentions,
          sensitiveCount: sensitive))
    }
    // What had a page and turned out to be another's leads there.
    for (key, heir) in abandoned {
      guard let rank = order.firstIndex(of: heir) else { continue }
      lock.merge(key, into: IdentityLock.address(of: entities[rank].id, entities[rank].kind))
    }
    return entities
  }

  private mutating func number(
    of identity: Identity, kind: EntityKind, name: () -> String
  ) -> Int32 {
    if let number = numbers[identity] { return number }
    let number = Int32(drafts.count)
    numbers[identity] = number
    let name = name()
    drafts.append(Draft(kind: kind, name: name, identity: identity, key: NameKey(name)))
    return number
  }

  private func page(of draft: Draft) -> AuthorityRecord.PagePolicy {
    guard case .authority(let index) = draft.identity else { return .auto }
    return authorities[Int(index)].page
  }

  private func proposedID(_ draft: Draft) -> Slug {
    switch draft.identity {
    case .authority(let index): authorities[Int(index)].id
    case .gazetteer(let index): gazetteer[Int(index)].id
    case .name, .short: Slug(draft.name)
    }
  }

  private func isShouted(_ name: String) -> Bool {
    !name.utf8.contains { (0x61...0x7A).contains($0) }
  }
}
