import ArchiveModel
import Recognition

/// Resolves the mentions of one article: who is meant, as far as it and the records tell.
///
/// No article looks at another (DESIGN §6).
///
/// The order of evidence: the article's own overrides, authority records, the gazetteer, then
/// the article's longest form of a name. A short form ("Grande", "JSOC") takes the one full form
/// that the article has for it; where there are two it stays unresolved, and where there is none
/// it is left to the archive, which may have one bearer who fits (`Identity.short`).
public struct ArticleResolver: Sendable {
  /// What the resolver must know of a record.
  private struct Record: Sendable {
    let kind: EntityKind
    let name: String
    let keys: [NameKey]
    let country: String?
  }

  private let records: [Record]
  private let indexOfID: [String: Int32]
  private let gazetteer: Gazetteer
  private let linksDemonyms: Bool
  private let ignored: Set<NameKey>

  /// A resolver over the archive's records and the gazetteer, in the orders that mentions refer to.
  ///
  /// - Parameter ignored: names that the archive's editor says are none.
  public init(
    authorities: [AuthorityRecord], gazetteer: Gazetteer = .empty, linksDemonyms: Bool,
    ignored: [String] = []
  ) {
    records = authorities.map { record in
      Record(
        kind: record.kind, name: record.name,
        keys: ([record.name] + record.names).map { NameKey($0) }, country: record.country)
    }
    var indexOfID: [String: Int32] = [:]
    for (index, record) in authorities.enumerated() {
      indexOfID[record.id.description] = Int32(index)
      for former in record.formerIDs where indexOfID[former.description] == nil {
        indexOfID[former.description] = Int32(index)
      }
    }
    self.indexOfID = indexOfID
    self.gazetteer = gazetteer
    self.linksDemonyms = linksDemonyms
    self.ignored = Set(ignored.map { NameKey($0) })
  }

  /// The names that an article's editor says are names in it.
  ///
  /// Those that are added, and those that are said to stand for a record. Ids that no record has
  /// are left out.
  public func additions(
    of overrides: Article.EntityOverrides
  ) -> [Article.EntityOverrides.Addition] {
    overrides.add
      + overrides.identities.compactMap { identity in
        indexOfID[identity.id].map {
          .init(name: identity.name, kind: records[Int($0)].kind)
        }
      }
  }

  /// The ids in an article's overrides that no record has.
  public func unknownIDs(in overrides: Article.EntityOverrides) -> [String] {
    overrides.identities.map(\.id).filter { indexOfID[$0] == nil }
  }

  /// The ids of all records, former ones too.
  public var knownIDs: [String] { indexOfID.keys.sorted() }

  /// Resolves body and headline together; O(mentions × full names of the article).
  public func resolve(
    body: [UInt8], _ bodyMentions: [Mention], title: [UInt8], _ titleMentions: [Mention],
    overrides: Article.EntityOverrides
  ) -> Resolution {
    var work = bodyMentions.map { Candidate($0, in: body, isTitle: false) }
    work += titleMentions.map { Candidate($0, in: title, isTitle: true) }
    applyOverrides(overrides, to: &work)
    dropJunk(&work)
    agreeOnKinds(&work)
    resolvePlaces(&work, body: body, title: title)
    resolveFullForms(&work)
    resolveBrackets(&work, body)
    resolveWeakForms(&work)
    resolveShortForms(&work)
    dropHeadlineNames(&work)
    return collect(work, bodyCount: bodyMentions.count)
  }

  // MARK: What is known of a place

  func isRecord(_ candidate: Candidate) -> Bool {
    if case .authority = candidate.mention.evidence { true } else { false }
  }

  /// The ISO 3166 code of the country that a mention is or lies in, as record or gazetteer have it.
  func country(of candidate: Candidate) -> String? {
    if case .authority(let index) = candidate.mention.evidence {
      return records[Int(index)].country
    }
    return place(candidate).flatMap { gazetteer.country(of: $0) }
  }

  /// Whether it is a country or a part of one, and no town.
  func isRegion(_ candidate: Candidate) -> Bool {
    place(candidate).map { [.country, .region].contains(gazetteer.class(of: $0)) } ?? false
  }

  func isWholeCountry(_ candidate: Candidate) -> Bool {
    place(candidate).map { gazetteer.class(of: $0) == .country } ?? true
  }

  /// The gazetteer's entry of a place, by itself or by its demonym.
  private func place(_ candidate: Candidate) -> Int? {
    guard case .gazetteer(let index) = candidate.mention.evidence, candidate.kind == .place,
      index < gazetteer.count
    else { return nil }
    return Int(index)
  }

  // MARK: Steps

  private func applyOverrides(_ overrides: Article.EntityOverrides, to work: inout [Candidate]) {
    let isStated = overrides != Article.EntityOverrides()
    guard isStated || !ignored.isEmpty else { return }
    let ignored = self.ignored.union(overrides.ignore.map { NameKey($0) })
    var identities: [NameKey: Identity] = [:]
    for override in overrides.identities {
      if let index = indexOfID[override.id] {
        identities[NameKey(override.name)] = .authority(index)
      }
    }
    var additions: [NameKey: EntityKind] = [:]
    for addition in overrides.add { additions[NameKey(addition.name)] = addition.kind }
    for i in work.indices {
      if let identity = identities[work[i].key] {
        work[i].resolve(identity, by: .stated)
      } else if work[i].mention.evidence == .text, let kind = additions[work[i].key] {
        work[i].kind = kind
        work[i].resolve(.name(kind, work[i].key), by: .added)
      } else if ignored.contains(work[i].key) {
        work[i].drop(by: .ignored)
      }
    }
  }

  private func dropJunk(_ work: inout [Candidate]) {
    for i in work.indices where work[i].isOpen && work[i].mention.evidence == .text {
      if JunkNames.contains(work[i].key) { work[i].drop(by: .junk) }
    }
  }

  /// One name has one kind in an article: that of most of its mentions.
  ///
  /// A single word that is the surname of a person whom the article names in full is a person.
  private func agreeOnKinds(_ work: inout [Candidate]) {
    var votes: [NameKey: [Int]] = [:]
    var people: [NameKey] = []
    for candidate in work where candidate.mention.evidence == .text {
      votes[candidate.key, default: [Int](repeating: 0, count: EntityKind.allCases.count)][
        Int(candidate.kind.rawValue)] += 1
    }
    for i in work.indices where work[i].mention.evidence == .text {
      if let counts = votes[work[i].key], let most = counts.max(),
        counts[Int(work[i].kind.rawValue)] < most,
        let winner = counts.firstIndex(of: most), let kind = EntityKind(rawValue: UInt8(winner))
      {
        work[i].kind = kind
      }
      if work[i].kind == .person, !work[i].isShort, !people.contains(work[i].key) {
        people.append(work[i].key)
      }
    }
    for i in work.indices
    where work[i].isOpen && work[i].mention.evidence == .text && work[i].kind < .event
      && work[i].kind != .person && work[i].key.isSingleWord && !work[i].isAcronym
    {
      if people.count(where: { work[i].key.isProperSuffix(of: $0) }) == 1 {
        work[i].kind = .person
      }
    }
  }

  private func resolveFullForms(_ work: inout [Candidate]) {
    for i in work.indices where work[i].isOpen {
      switch work[i].mention.evidence {
      case .authority(let index):
        link(&work[i], .authority(index), by: .record)
      case .gazetteer(let index):
        link(&work[i], .gazetteer(index), by: .gazetteer)
      case .text:
        if work[i].mention.kind == .demonym {
          work[i].drop(by: .demonym)
        } else if !work[i].isShort {
          work[i].resolve(.name(work[i].kind, work[i].key), by: .fullName)
        }
      case .weakAuthority:
        break
      }
    }
    joinMiddleNames(&work)
  }

  private func link(_ candidate: inout Candidate, _ identity: Identity, by rule: ResolutionRule) {
    if candidate.mention.kind != .demonym || linksDemonyms {
      candidate.resolve(identity, by: rule)
    } else {
      candidate.drop(by: .demonym)
    }
  }

  /// Two names in one article that differ by middle names are one person, by the shorter name.
  private func joinMiddleNames(_ work: inout [Candidate]) {
    var people: [NameKey] = []
    for candidate in work {
      guard case .name(.person, let key)? = candidate.identity, !people.contains(key) else {
        continue
      }
      people.append(key)
    }
    guard people.count > 1 else { return }
    for i in work.indices {
      guard case .name(.person, let key)? = work[i].identity else { continue }
      let others = people.filter { $0.differsByMiddleNames(from: key) }
      guard others.count == 1, (others[0].text.utf8.count, others[0]) < (key.text.utf8.count, key),
        people.count(where: { $0.differsByMiddleNames(from: others[0]) }) == 1
      else { continue }
      work[i].resolve(.name(.person, others[0]), by: .middleName)
    }
  }

  /// "the Syrian Democratic Forces (SDF)": what stands in brackets is the same, here and later.
  private func resolveBrackets(_ work: inout [Candidate], _ body: [UInt8]) {
    var meanings: [NameKey: Identity] = [:]
    for i in work.indices.dropFirst() where !work[i].isTitle && work[i].isAcronym {
      let (full, short) = (work[i - 1], work[i])
      guard short.mention.evidence == .text, full.kind == .organization || full.kind == short.kind,
        let identity = full.identity, !full.isAcronym,
        body[Int(full.mention.end)..<Int(short.mention.start)].elementsEqual(" (".utf8),
        Int(short.mention.end) < body.count, body[Int(short.mention.end)] == UInt8(ascii: ")")
      else { continue }
      if meanings[short.key] == nil { meanings[short.key] = identity }
    }
    guard !meanings.isEmpty else { return }
    for i in work.indices where work[i].mention.evidence == .text && work[i].isAcronym {
      guard work[i].rule != .ignored, let identity = meanings[work[i].key] else { continue }
      work[i].resolve(identity, by: .inBrackets)
    }
  }

  /// A weak name counts only beside a strong one of the same record.
  private func resolveWeakForms(_ work: inout [Candidate]) {
    var named: Set<Int32> = []
    for candidate in work {
      if case .authority(let index)? = candidate.identity { named.insert(index) }
    }
    for i in work.indices where work[i].isOpen {
      guard case .weakAuthority(let index) = work[i].mention.evidence else { continue }
      if named.contains(index) {
        work[i].resolve(.authority(index), by: .weakRecord)
      } else {
        work[i].drop(by: .weakAlone)
      }
    }
  }

  private func resolveShortForms(_ work: inout [Candidate]) {
    let fullForms = fullForms(work)
    for i in work.indices {
      let isWholeOrganization = work[i].rule == .fullName && work[i].kind == .organization
      guard work[i].isOpen || isWholeOrganization else { continue }
      let bearers = fullForms.compactMap { form in
        form.identity == work[i].identity
          ? nil : form.rule(for: work[i]).map { (form.identity, $0) }
      }
      if bearers.count == 1 {
        work[i].resolve(bearers[0].0, by: bearers[0].1)
      } else if !bearers.isEmpty {
        work[i].drop(by: .ambiguous)
      } else if isWholeOrganization {
        continue
      } else if work[i].kind == .person {
        work[i].resolve(.short(work[i].key), by: .unexplained)
      } else {
        work[i].resolve(.name(work[i].kind, work[i].key), by: .fullName)
      }
    }
  }

  private func fullForms(_ work: [Candidate]) -> [FullForm] {
    var fullForms: [FullForm] = []
    var seen: Set<Identity> = []
    for candidate in work {
      guard let identity = candidate.identity, seen.insert(identity).inserted else { continue }
      switch identity {
      case .authority(let index):
        let record = records[Int(index)]
        fullForms.append(FullForm(identity: identity, kind: record.kind, keys: record.keys))
      case .name(let kind, let key):
        fullForms.append(FullForm(identity: identity, kind: kind, keys: [key]))
      case .gazetteer:
        fullForms.append(
          FullForm(identity: identity, kind: candidate.kind, keys: [candidate.key]))
      case .short:
        break
      }
    }
    return fullForms
  }

  /// Any word of a headline may have a capital: by itself it introduces nobody whom no list knows.
  private func dropHeadlineNames(_ work: inout [Candidate]) {
    var named: Set<Identity> = []
    for candidate in work where !candidate.isTitle {
      if let identity = candidate.identity { named.insert(identity) }
    }
    guard !named.isEmpty else { return }
    for i in work.indices where work[i].isTitle && work[i].mention.evidence == .text {
      guard let identity = work[i].identity, !named.contains(identity),
        work[i].rule != .added, work[i].rule != .stated
      else { continue }
      work[i].drop(by: .headlineOnly)
    }
  }

  // MARK: The result

  private func collect(_ work: [Candidate], bodyCount: Int) -> Resolution {
    var resolution = Resolution()
    resolution.bodyEntities = [Int32](repeating: -1, count: bodyCount)
    resolution.titleEntities = [Int32](repeating: -1, count: work.count - bodyCount)
    resolution.rules = work.map(\.rule)
    var indices: [Identity: Int] = [:]
    for (i, candidate) in work.enumerated() {
      guard let identity = candidate.identity else { continue }
      let index: Int
      if let known = indices[identity] {
        index = known
      } else {
        index = resolution.entities.count
        indices[identity] = index
        resolution.entities.append(entity(identity, candidate))
      }
      if candidate.isTitle {
        resolution.titleEntities[i - bodyCount] = Int32(index)
        resolution.entities[index].isInTitle = true
      } else {
        resolution.bodyEntities[i] = Int32(index)
        resolution.entities[index].mentionCount += 1
        if resolution.entities[index].firstMention < 0 {
          resolution.entities[index].firstMention = Int32(i)
        }
      }
      if case .name = identity, candidate.displayName == nil,
        candidate.isBetterName(than: resolution.entities[index].name)
      {
        resolution.entities[index].name = candidate.surface
      }
    }
    return resolution
  }

  private func entity(_ identity: Identity, _ candidate: Candidate) -> LocalEntity {
    let kind: EntityKind
    var name = candidate.displayName ?? candidate.surface
    switch identity {
    case .authority(let index):
      kind = records[Int(index)].kind
      name = records[Int(index)].name
    case .gazetteer:
      kind = candidate.mention.kind.entityKind
    case .name(let stated, _):
      kind = stated
    case .short:
      kind = candidate.kind
    }
    return LocalEntity(
      identity: identity, kind: kind, name: name, mentionCount: 0, firstMention: -1,
      isInTitle: false)
  }
}
