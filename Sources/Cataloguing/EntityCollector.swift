import ArchiveModel
import Recognition

/// Gives each identity one number and finds its name and its id.
struct EntityCollector {
  private struct Draft {
    var kind: EntityKind
    var name: String
    var identity: Identity
    var key: NameKey

    /// Its full name, which a text may show by a shorter one: of two entities that happen to be
    /// displayed alike each keeps its own place in the lock.
    var fullKey: NameKey {
      if case .name(_, let key) = identity { key } else { key }
    }

    /// Whether nothing but its name tells who it is.
    var isByName: Bool {
      if case .name = identity { true } else { false }
    }
  }

  private let authorities: [AuthorityRecord]
  private let gazetteer: Gazetteer
  private var drafts: [Draft] = []
  private var numberOfName = NameNumbers()
  /// Full names of records by kind, so that an article's own finding joins the record.
  private var recordOfName: [Identity: Int32] = [:]
  private var recordOfID: [String: Int32] = [:]
  /// By index the numbers of the gazetteer's entries that were met; −1 for all others.
  private var numberOfEntry: [Int32]

  init(authorities: [AuthorityRecord], gazetteer: Gazetteer) {
    self.authorities = authorities
    self.gazetteer = gazetteer
    numberOfEntry = [Int32](repeating: -1, count: gazetteer.count)
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
    // Records come first, by their own numbers: one that is never mentioned may still ask for a page.
    for (index, record) in authorities.enumerated() {
      add(.authority(Int32(index)), record.kind, record.name)
    }
  }

  /// The number of an article's own entity.
  ///
  /// - Parameter hash: `NameNumbers.hash(of: local.identity)`.
  mutating func number(of local: LocalEntity, _ hash: UInt64) -> Int32 {
    switch local.identity {
    case .authority(let index): return index
    case .gazetteer(let index):
      if numberOfEntry[Int(index)] < 0 { numberOfEntry[Int(index)] = number(ofEntry: index) }
      return numberOfEntry[Int(index)]
    case .name, .short:
      let number: Int32
      if let known = numberOfName[local.identity, hash] {
        number = known
      } else {
        number =
          recordOfName[local.identity] ?? add(local.identity, local.kind, local.name)
        numberOfName.add(number, for: local.identity, hash)
      }
      // A name in capitals gives way to one in ordinary letters, but that of a record is its own.
      if !drafts[Int(number)].identity.isRecord, isShouted(drafts[Int(number)].name),
        !isShouted(local.name)
      {
        drafts[Int(number)].name = local.name
      }
      return number
    }
  }

  private mutating func number(ofEntry index: Int32) -> Int32 {
    let entry = gazetteer[Int(index)]
    return recordOfID["\(entry.kind.folder)/\(entry.id)"]
      ?? add(.gazetteer(index), entry.kind, entry.name)
  }

  /// The numbers of the entities in the order of the A to Z.
  func alphabetical() -> [Int] {
    // Most names differ in their first eight letters, which are one number to compare.
    let beginnings = drafts.map { EntityCollector.beginning(of: $0.key) }
    return drafts.indices.sorted {
      if beginnings[$0] != beginnings[$1], beginnings[$0] != 0, beginnings[$1] != 0 {
        return beginnings[$0] < beginnings[$1]
      }
      return (drafts[$0].key, drafts[$0].kind, drafts[$0].name, $0)
        < (drafts[$1].key, drafts[$1].kind, drafts[$1].name, $1)
    }
  }

  /// The first eight bytes of a name in ASCII, in the order of such names; 0 for all others.
  private static func beginning(of key: NameKey) -> UInt64 {
    let bytes = key.text.utf8
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return 0 }
    var number: UInt64 = 0
    for byte in bytes.prefix(8) { number = number << 8 | UInt64(byte) }
    return number << UInt64(8 * max(0, 8 - bytes.count))
  }

  /// For each entity the one that it turns out to be, mostly itself; O(entities + appearances).
  ///
  /// - An organisation known by its name alone is the one that the gazetteer displays under the
  ///   very name, where the archive has just one. Not so places, of which many share a name.
  /// - A name of several words that the archive's articles take for different kinds is of the kind
  ///   that a record has it under, else the gazetteer; else of the kind that at least three
  ///   articles see, and four times as many as see another: the recogniser erred in those.
  /// - An organisation by the name of another with "U.S." or "UN" before it is that one, where the
  ///   archive has no such organisation of another country: news leaves out what goes without saying.
  func joined(_ appearances: [Catalog.Appearance], _ lock: IdentityLock) -> [Int32] {
    var articles = [Int](repeating: 0, count: drafts.count)
    for appearance in appearances { articles[Int(appearance.entity)] += 1 }
    var joined = drafts.indices.map { Int32($0) }
    for numbers in namesakes() {
      let key = drafts[numbers[0]].fullKey
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
    /// The one that has a record or is known, else is public, else is in more articles stays.
    let weight = { [self] (number: Int) in
      (
        drafts[number].isByName ? 0 : 1, lock.entities[lockKey(of: drafts[number])] == nil ? 0 : 1,
        articles[number], -number
      )
    }
    for (one, other) in longerOrganizations(joined) {
      let (a, b) = (root(one, joined), root(other, joined))
      let (heir, left) = weight(a) > weight(b) ? (a, b) : (b, a)
      if heir != left, drafts[left].isByName { joined[left] = Int32(heir) }
    }
    for number in joined.indices { joined[number] = Int32(root(number, joined)) }
    return joined
  }

  /// Those that bear one name, each in order; not works and events.
  private func namesakes() -> [[Int]] {
    var first: [NameKey: Int] = [:]
    first.reserveCapacity(drafts.count)
    // Nearly every name has one bearer, for whom there is no list.
    var others: [Int: [Int]] = [:]
    for (number, draft) in drafts.enumerated() where draft.kind < .event {
      let known = first[draft.fullKey]
      if let known { others[known, default: [known]].append(number) }
      if known == nil { first[draft.fullKey] = number }
    }
    return Array(others.values)
  }

  /// The acronyms that stand for what other articles give them for, in brackets; O(entities).
  ///
  /// An organisation that the archive knows by an acronym alone is the one that at least two
  /// articles introduce with it, and nine of ten that introduce any.
  ///
  /// - Parameter meanings: for each acronym how many articles give it for each entity.
  func acronyms(
    _ meanings: [NameKey: [Int32: Int]], _ joined: inout [Int32]
  ) -> Set<Int32> {
    guard !meanings.isEmpty else { return [] }
    var acronyms: Set<Int32> = []
    for (number, draft) in drafts.enumerated() where draft.isByName && draft.kind == .organization {
      guard let bearers = meanings[draft.fullKey], joined[number] == Int32(number) else { continue }
      var counts: [Int32: Int] = [:]
      for (bearer, count) in bearers { counts[joined[Int(bearer)], default: 0] += count }
      counts[Int32(number)] = nil
      guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        most.value >= 2, most.value * 10 >= counts.values.reduce(0, +) * 9
      else { continue }
      joined[number] = most.key
      acronyms.insert(Int32(number))
    }
    for number in joined.indices { joined[number] = Int32(root(number, joined)) }
    return acronyms
  }

  /// What stands before the names of organisations that are as well known without it, folded.
  private static let leftOut = ["us ", "united states ", "un ", "united nations "]

  /// Organisations that "U.S." or "UN" stands before, with those of the same name without it, or
  /// with the country in full.
  ///
  /// The name without it has three words or more, and no other country's organisation ends so.
  private func longerOrganizations(_ joined: [Int32]) -> [(Int, Int)] {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(drafts.count { $0.kind == .organization })
    for number in drafts.indices
    where drafts[number].kind == .organization && joined[number] == Int32(number) {
      numbers[drafts[number].fullKey.text] = number
    }
    var links: [(Int, Int)] = []
    var plainOnes: [String: [Int]] = [:]
    for (name, number) in numbers {
      // All of them begin so.
      guard name.utf8.first == UInt8(ascii: "u") else { continue }
      for country in EntityCollector.leftOut where name.hasPrefix(country) {
        let plain = String(name.dropFirst(country.utf8.count))
        if country == "united states ", let short = numbers["us " + plain] {
          links.append((number, short))
        }
        if plain.utf8.count(where: { $0 == UInt8(ascii: " ") }) >= 2, numbers[plain] != nil {
          plainOnes[plain, default: []].append(number)
        }
      }
    }
    for name in numbers.keys where !plainOnes.isEmpty {
      var rest = name[...]
      while let blank = rest.utf8.firstIndex(of: UInt8(ascii: " ")) {
        rest = rest[rest.utf8.index(after: blank)...]
        let before = name[..<rest.startIndex]
        // The country before a name has two words at most.
        guard before.utf8.count(where: { $0 == UInt8(ascii: " ") }) <= 2 else { break }
        if before != "the ", !EntityCollector.leftOut.contains(String(before)) {
          plainOnes[String(rest)] = nil
        }
      }
    }
    for (plain, americans) in plainOnes {
      for american in americans {
        if let number = numbers[plain] { links.append((american, number)) }
      }
    }
    return links.sorted { $0 < $1 }
  }

  /// The one that an entity turns out to be, through others.
  private func root(_ number: Int, _ joined: [Int32]) -> Int {
    var number = number
    while joined[number] != Int32(number) { number = Int(joined[number]) }
    return number
  }

  /// Everyone who has a name of several words.
  func people(_ joined: [Int32]) -> [ShortNames.Bearer] {
    drafts.enumerated().flatMap { number, draft -> [ShortNames.Bearer] in
      guard draft.kind == .person, joined[number] == Int32(number) else { return [] }
      var names = [draft.fullKey]
      if case .authority(let index) = draft.identity {
        names += authorities[Int(index)].names.map { NameKey($0) }
      }
      return names.map { ShortNames.Bearer(entity: Int32(number), key: $0) }
    }
  }

  /// What the lock knows an entity by: its name; one of the gazetteer by its id there, behind a
  /// sign that no name has, since several may share a name.
  private func lockKey(of draft: Draft) -> IdentityLock.EntityKey {
    guard case .gazetteer(let index) = draft.identity else {
      return IdentityLock.EntityKey(kind: draft.kind, name: draft.fullKey.text)
    }
    return IdentityLock.EntityKey(kind: draft.kind, name: "=\(gazetteer[Int(index)].id)")
  }

  /// What an entity is called outside of texts.
  struct Calling {
    let lockKey: IdentityLock.EntityKey
    /// The id that it gets if nobody else has it.
    let proposal: Slug
  }

  /// What each entity is called, by its number.
  var callings: [Calling] {
    drafts.map { Calling(lockKey: lockKey(of: $0), proposal: proposedID($0)) }
  }

  /// The entities in their final order, each with an id that it keeps for ever.
  func entities(
    _ order: [Int], _ joined: [Int32], _ callings: [Calling], _ appearances: [Catalog.Appearance],
    minimumArticles: Int, showing: (Catalog.Standing) -> Showing, lock: inout IdentityLock
  ) -> [Catalog.Entity] {
    var counts = [Int](repeating: 0, count: EntityKind.allCases.count)
    for draft in drafts { counts[Int(draft.kind.rawValue)] += 1 }
    var ids = EntityIDs(lock, authorities, counts: counts)
    var entities: [Catalog.Entity] = []
    entities.reserveCapacity(order.count)
    let abandoned = abandoned(joined, lock)
    // A page that was public stays, also where it was another's that leads here.
    let heirs = Set(abandoned.map(\.heir))
    let led = Set(lock.formerAddresses.values)
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
      let (lockKey, proposal) = (callings[old].lockKey, callings[old].proposal)
      if joined[old] != Int32(old) {
        entities.append(
          Catalog.Entity(
            id: proposal, kind: draft.kind, name: draft.name, identity: draft.identity,
            hasPage: false, isListed: false, isPrivate: false, appearances: start..<start,
            mentionCount: 0))
        continue
      }
      let id = ids.id(for: draft.identity, lockKey, proposal: proposal)
      let wasPublic =
        lock.entities[lockKey] != nil || heirs.contains(old)
        || !led.isEmpty && led.contains(IdentityLock.address(of: id, draft.kind))
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
    guard !abandoned.isEmpty else { return entities }
    var rank = [Int](repeating: 0, count: order.count)
    for (number, old) in order.enumerated() { rank[old] = number }
    for (key, heir) in abandoned {
      let entity = entities[rank[heir]]
      lock.merge(key, into: IdentityLock.address(of: entity.id, entity.kind))
    }
    return entities
  }

  /// What the lock has as an entity of its own and turned out to be another; O(entities).
  private func abandoned(
    _ joined: [Int32], _ lock: IdentityLock
  ) -> [(key: IdentityLock.EntityKey, heir: Int)] {
    joined.enumerated().compactMap { old, heir in
      guard heir != Int32(old) else { return nil }
      let key = lockKey(of: drafts[old])
      return lock.entities[key] == nil ? nil : (key, Int(heir))
    }
  }

  /// Adds an entity that is not there; its number.
  @discardableResult
  private mutating func add(_ identity: Identity, _ kind: EntityKind, _ name: String) -> Int32 {
    drafts.append(Draft(kind: kind, name: name, identity: identity, key: NameKey(name)))
    return Int32(drafts.count - 1)
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
