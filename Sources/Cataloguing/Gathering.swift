import ArchiveModel
import Recognition

/// Whom all articles name: the half of a catalogue that is made of their entities.
struct Gathering {
  let collector: EntityCollector
  /// For each entity of the collector the one that it turns out to be.
  let joined: [Int32]
  /// The collector's entities in the order of the A to Z.
  let order: [Int]
  /// By the collector's numbers.
  let callings: [EntityCollector.Calling]
  // As the catalogue has them.
  let appearances: [Catalog.Appearance]
  let entityOfLocal: [Int32]
  let localStart: [Int32]

  /// How many articles' entities are in memory at a time, besides those of the next so many.
  private static var batchSize: Int { 1024 }

  /// Gathers: O(n log n) in the entities, linear in the mentions.
  init<Failure: Error>(
    _ handles: [Int], _ articles: [Article], _ collector: consuming EntityCollector,
    _ lock: IdentityLock,
    _ entitiesOf: @Sendable (_ handle: Int) throws(Failure) -> [LocalEntity]
  ) throws(Failure) {
    var collector = collector
    var appearances: [Catalog.Appearance] = []
    var localStart: [Int32] = [0]
    var entityOfLocal: [Int32] = []
    var unexplained: [Unexplained] = []
    var meanings: [NameKey: [Int32: Int]] = [:]
    func gather(_ named: Named, in number: Int) {
      for (local, hash) in zip(named.locals, named.hashes) {
        if case .short(let name) = local.identity {
          unexplained.append(
            Unexplained(
              name: name, place: entityOfLocal.count,
              appearance: Catalog.Appearance(
                local, entity: -1, article: Int32(number), isInferred: true)))
          entityOfLocal.append(-1)
        } else {
          let entity = collector.number(of: local, hash)
          if let acronym = local.acronym {
            meanings[acronym, default: [:]][entity, default: 0] += 1
          }
          entityOfLocal.append(entity)
          appearances.append(
            Catalog.Appearance(local, entity: entity, article: Int32(number), isInferred: false))
        }
      }
      localStart.append(Int32(entityOfLocal.count))
    }
    // While those of some articles are gathered, those of the next are read.
    let batches = handles.indices.pieces(of: Gathering.batchSize)
    @Sendable func read(_ batch: Range<Int>) -> Result<[Named], Failure> {
      Result { () throws(Failure) in
        try handles[batch].map { handle throws(Failure) in Named(try entitiesOf(handle)) }
      }
    }
    var next = batches.first.map { read($0) }
    for (place, batch) in batches.enumerated() {
      guard let current = try next?.get() else { break }
      (_, next) = concurrently(
        { for (number, named) in zip(batch, current) { gather(named, in: number) } },
        { place + 1 < batches.count ? read(batches[place + 1]) : nil })
    }
    // Who is one with whom, and the order of the A to Z and the addresses: neither looks at the other.
    let gathered = collector
    let (joined, (order, callings)) = concurrently(
      { () -> [Int32] in
        var joined = gathered.joined(appearances, lock)
        let acronyms = gathered.acronyms(meanings, &joined)
        for i in entityOfLocal.indices where entityOfLocal[i] >= 0 {
          entityOfLocal[i] = joined[Int(entityOfLocal[i])]
        }
        for i in appearances.indices {
          if acronyms.contains(appearances[i].entity) { appearances[i].isInferred = true }
          appearances[i].entity = joined[Int(appearances[i].entity)]
        }
        Gathering.explain(
          unexplained, &appearances, &entityOfLocal, localStart, people: gathered.people(joined),
          articles)
        return joined
      }, { (gathered.alphabetical(), gathered.callings) })

    // Number the entities in that order, which is that of the appearances too.
    var rank = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = Int32(new) }
    for i in entityOfLocal.indices where entityOfLocal[i] >= 0 {
      entityOfLocal[i] = rank[Int(entityOfLocal[i])]
    }
    for i in appearances.indices { appearances[i].entity = rank[Int(appearances[i].entity)] }
    Gathering.sort(&appearances, entityCount: order.count)
    Gathering.mergeRepeated(&appearances)

    self.collector = gathered
    self.joined = joined
    self.order = order
    self.callings = callings
    self.appearances = appearances
    self.entityOfLocal = entityOfLocal
    self.localStart = localStart
  }

  /// An article's own entities, with the hashes of their identities.
  private struct Named: Sendable {
    let locals: [LocalEntity]
    let hashes: [UInt64]

    init(_ locals: [LocalEntity]) {
      self.locals = locals
      hashes = locals.map { NameNumbers.hash(of: $0.identity) }
    }
  }

  /// A short name that its article does not explain.
  private struct Unexplained {
    var name: NameKey
    /// Where its entity stands in `entityOfLocal`.
    var place: Int
    var appearance: Catalog.Appearance
  }

  /// Gives short names to the bearers that the archive has for them, where that is sure.
  private static func explain(
    _ unexplained: [Unexplained], _ appearances: inout [Catalog.Appearance],
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

  /// Sorts by entity, then by article.
  ///
  /// By counting, linear, since they come in the order of articles but for those of short names,
  /// which come last.
  private static func sort(_ appearances: inout [Catalog.Appearance], entityCount: Int) {
    var next = [Int](repeating: 0, count: entityCount + 1)
    for appearance in appearances { next[Int(appearance.entity) + 1] += 1 }
    for entity in 0..<entityCount { next[entity + 1] += next[entity] }
    var places = [Int32](repeating: 0, count: appearances.count)
    for (index, appearance) in appearances.enumerated() {
      places[next[Int(appearance.entity)]] = Int32(index)
      next[Int(appearance.entity)] += 1
    }
    var start = 0
    for entity in 0..<entityCount {
      let end = next[entity]
      if (start..<end).dropFirst().contains(where: {
        appearances[Int(places[$0])].article < appearances[Int(places[$0 - 1])].article
      }) {
        places[start..<end].sort {
          (appearances[Int($0)].article, $0) < (appearances[Int($1)].article, $1)
        }
      }
      start = end
    }
    appearances = places.map { appearances[Int($0)] }
  }

  /// Two local entities of one article may turn out to be one: add them up.
  private static func mergeRepeated(_ appearances: inout [Catalog.Appearance]) {
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
