import ArchiveModel

/// Resolves the mentions of one article: who is meant, as far as it and the records tell.
///
/// No article looks at another (DESIGN §6).
///
/// The order of evidence: the article's own overrides, authority records, the gazetteer, then
/// the article's longest form of a name. A short form ("Grande", "JSOC") takes the one full form
/// that the article has for it; where there are two, or none, it stays unresolved.
public struct ArticleResolver: Sendable {
  /// What the resolver must know of a record.
  private struct Record: Sendable {
    let kind: EntityKind
    let name: String
    let keys: [NameKey]
  }

  private let records: [Record]
  private let indexOfID: [String: Int32]
  private let linksDemonyms: Bool

  /// A resolver over the archive's records, in the order that mentions refer to.
  public init(authorities: [AuthorityRecord], linksDemonyms: Bool) {
    records = authorities.map { record in
      Record(
        kind: record.kind, name: record.name,
        keys: ([record.name] + record.names).map { NameKey($0) })
    }
    var indexOfID: [String: Int32] = [:]
    for (index, record) in authorities.enumerated() {
      indexOfID[record.id.description] = Int32(index)
      for former in record.formerIDs where indexOfID[former.description] == nil {
        indexOfID[former.description] = Int32(index)
      }
    }
    self.indexOfID = indexOfID
    self.linksDemonyms = linksDemonyms
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
    agreeOnKinds(&work)
    resolveFullForms(&work)
    resolveWeakForms(&work)
    resolveShortForms(&work)
    return collect(work, bodyCount: bodyMentions.count)
  }

  // MARK: Steps

  private func applyOverrides(_ overrides: Article.EntityOverrides, to work: inout [Candidate]) {
    guard overrides != Article.EntityOverrides() else { return }
    let ignored = Set(overrides.ignore.map { NameKey($0) })
    var identities: [NameKey: Identity] = [:]
    for override in overrides.identities {
      if let index = indexOfID[override.id] {
        identities[NameKey(override.name)] = .authority(index)
      }
    }
    var additions: [NameKey: EntityKind] = [:]
    for addition in overrides.add { additions[NameKey(addition.name)] = addition.kind }
    for i in work.indices {
      if work[i].mention.evidence == .text, let kind = additions[work[i].key] {
        work[i].kind = kind
        work[i].state = .resolved(.name(kind, work[i].key))
      }
      if ignored.contains(work[i].key) { work[i].state = .dropped }
      if let identity = identities[work[i].key] { work[i].state = .resolved(identity) }
    }
  }

  /// One name has one kind in an article: that of most of its mentions.
  private func agreeOnKinds(_ work: inout [Candidate]) {
    var votes: [NameKey: [Int]] = [:]
    for candidate in work where candidate.mention.evidence == .text {
      votes[candidate.key, default: [Int](repeating: 0, count: EntityKind.allCases.count)][
        Int(candidate.kind.rawValue)] += 1
    }
    for i in work.indices where work[i].mention.evidence == .text {
      guard let counts = votes[work[i].key], let most = counts.max(),
        counts[Int(work[i].kind.rawValue)] < most,
        let winner = counts.firstIndex(of: most), let kind = EntityKind(rawValue: UInt8(winner))
      else { continue }
      work[i].kind = kind
    }
  }

  private func resolveFullForms(_ work: inout [Candidate]) {
    for i in work.indices where work[i].state == .open {
      switch work[i].mention.evidence {
      case .authority(let index):
        work[i].state = isLinked(work[i]) ? .resolved(.authority(index)) : .dropped
      case .gazetteer(let index):
        work[i].state = isLinked(work[i]) ? .resolved(.gazetteer(index)) : .dropped
      case .text:
        guard !work[i].key.isEmpty, work[i].mention.kind != .demonym else {
          work[i].state = .dropped
          continue
        }
        if !work[i].isShort { work[i].state = .resolved(.name(work[i].kind, work[i].key)) }
      case .weakAuthority:
        break
      }
    }
  }

  /// A weak name counts only beside a strong one of the same record.
  private func resolveWeakForms(_ work: inout [Candidate]) {
    var named: Set<Int32> = []
    for candidate in work {
      if case .resolved(.authority(let index)) = candidate.state { named.insert(index) }
    }
    for i in work.indices where work[i].state == .open {
      guard case .weakAuthority(let index) = work[i].mention.evidence else { continue }
      work[i].state = named.contains(index) ? .resolved(.authority(index)) : .dropped
    }
  }

  private func resolveShortForms(_ work: inout [Candidate]) {
    guard work.contains(where: { $0.state == .open }) else { return }
    var fullForms: [FullForm] = []
    var seen: Set<Identity> = []
    for candidate in work {
      guard case .resolved(let identity) = candidate.state, seen.insert(identity).inserted else {
        continue
      }
      switch identity {
      case .authority(let index):
        let record = records[Int(index)]
        fullForms.append(FullForm(identity: identity, kind: record.kind, keys: record.keys))
      case .name(let kind, let key):
        fullForms.append(FullForm(identity: identity, kind: kind, keys: [key]))
      case .gazetteer:
        fullForms.append(
          FullForm(identity: identity, kind: candidate.kind, keys: [candidate.key]))
      }
    }
    for i in work.indices where work[i].state == .open {
      let bearers = fullForms.filter { $0.explains(work[i]) }
      if bearers.count == 1 {
        work[i].state = .resolved(bearers[0].identity)
      } else if work[i].kind != .person, bearers.isEmpty {
        work[i].state = .resolved(.name(work[i].kind, work[i].key))
      } else {
        work[i].state = .dropped
      }
    }
  }

  private func collect(_ work: [Candidate], bodyCount: Int) -> Resolution {
    var resolution = Resolution()
    resolution.bodyEntities = [Int32](repeating: -1, count: bodyCount)
    resolution.titleEntities = [Int32](repeating: -1, count: work.count - bodyCount)
    var indices: [Identity: Int] = [:]
    for (i, candidate) in work.enumerated() {
      guard case .resolved(let identity) = candidate.state else { continue }
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
      if case .name = identity, candidate.isBetterName(than: resolution.entities[index].name) {
        resolution.entities[index].name = candidate.surface
      }
    }
    return resolution
  }

  private func entity(_ identity: Identity, _ candidate: Candidate) -> LocalEntity {
    let kind: EntityKind
    let name: String
    switch identity {
    case .authority(let index):
      kind = records[Int(index)].kind
      name = records[Int(index)].name
    case .gazetteer:
      kind = candidate.mention.kind.entityKind
      name = candidate.surface
    case .name(let stated, _):
      kind = stated
      name = candidate.surface
    }
    return LocalEntity(
      identity: identity, kind: kind, name: name, mentionCount: 0, firstMention: -1,
      isInTitle: false)
  }

  private func isLinked(_ candidate: Candidate) -> Bool {
    candidate.mention.kind != .demonym || linksDemonyms
  }
}

/// A mention while its article is being resolved.
private struct Candidate {
  enum State: Equatable {
    case open
    case dropped
    case resolved(Identity)
  }

  let mention: Mention
  let surface: String
  let key: NameKey
  let isTitle: Bool
  var kind: EntityKind
  var state = State.open

  init(_ mention: Mention, in text: [UInt8], isTitle: Bool) {
    self.mention = mention
    self.isTitle = isTitle
    kind = mention.kind.entityKind
    surface = Candidate.singleSpaced(text[mention.range])
    // Only names without an identity of their own are compared.
    key = NameKey(surface)
  }

  /// Whether the form alone does not tell who is meant: a surname, an acronym.
  var isShort: Bool {
    switch kind {
    case .person: key.isSingleWord || key.text.hasPrefix("al ") || key.text.hasPrefix("el ")
    case .organization: isAcronym
    case .place, .event, .work: false
    }
  }

  var isAcronym: Bool {
    (2...6).contains(surface.utf8.count)
      && surface.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".") }
  }

  func isBetterName(than other: String) -> Bool {
    let isShouted = { (name: String) in !name.utf8.contains { (0x61...0x7A).contains($0) } }
    guard isShouted(surface) == isShouted(other) else { return isShouted(other) && !isAcronym }
    return NameKey(other).isProperSuffix(of: key)
      || (NameKey(other).initials.isEmpty ? false : NameKey(other).text == key.initials)
  }

  /// The words of a mention with single blanks between them, so that a name broken by a line
  /// end is displayed whole.
  private static func singleSpaced(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\n")) || bytes.contains(0xC2) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// A name that the article has in full.
private struct FullForm {
  let identity: Identity
  let kind: EntityKind
  let keys: [NameKey]

  func explains(_ short: Candidate) -> Bool {
    guard kind == short.kind else { return false }
    return keys.contains { key in
      key == short.key
        || (kind == .person ? short.key.isProperSuffix(of: key) : key.initials == short.key.text)
    }
  }
}
