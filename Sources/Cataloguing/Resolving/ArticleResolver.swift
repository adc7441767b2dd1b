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
  struct Record: Sendable {
    let kind: EntityKind
    let name: String
    let keys: [NameKey]
    /// Of an organisation's keys, likewise.
    let initials: [String]
    let country: String?

    init(_ record: AuthorityRecord) {
      kind = record.kind
      name = record.name
      keys = ([record.name] + record.names).map { NameKey($0) }
      initials = kind == .organization ? keys.map(\.initials) : []
      country = record.country
    }
  }

  let records: [Record]
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
    records = authorities.map(Record.init)
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
  ///
  /// - Parameter forms: what is kept from article to article; the result does not depend on it.
  public func resolve(
    body: [UInt8], _ bodyMentions: [Mention], title: [UInt8], _ titleMentions: [Mention],
    overrides: Article.EntityOverrides, keeping forms: inout NameForms
  ) -> Resolution {
    forms.begin()
    var work: [Candidate] = []
    work.reserveCapacity(bodyMentions.count + titleMentions.count)
    for mention in bodyMentions {
      work.append(Candidate(mention, forms.form(of: mention.range, in: body.span), isTitle: false))
    }
    for mention in titleMentions {
      work.append(Candidate(mention, forms.form(of: mention.range, in: title.span), isTitle: true))
    }
    applyOverrides(overrides, to: &work, forms)
    dropJunk(&work, body)
    agreeOnKinds(&work, keyCount: forms.keyCount)
    resolvePlaces(&work, body: body, title: title, &forms)
    resolveFullForms(&work, forms)
    let acronyms = resolveBrackets(&work, body)
    resolveWeakForms(&work)
    resolveShortForms(&work, forms)
    dropHeadlineNames(&work)
    return collect(work, acronyms, forms, bodyCount: bodyMentions.count)
  }

  /// Resolves body and headline of one article alone.
  public func resolve(
    body: [UInt8], _ bodyMentions: [Mention], title: [UInt8], _ titleMentions: [Mention],
    overrides: Article.EntityOverrides
  ) -> Resolution {
    var forms = NameForms()
    return resolve(
      body: body, bodyMentions, title: title, titleMentions, overrides: overrides, keeping: &forms)
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

  private func applyOverrides(
    _ overrides: Article.EntityOverrides, to work: inout [Candidate], _ forms: NameForms
  ) {
    let isStated = overrides != Article.EntityOverrides()
    guard isStated || !ignored.isEmpty else { return }
    // By the numbers of the article's names: each is looked up once, not at each mention.
    var identities = [LocalIdentity?](repeating: nil, count: forms.keyCount)
    for override in overrides.identities {
      if let index = indexOfID[override.id], let number = forms.number(of: override.name) {
        identities[number] = .authority(index)
      }
    }
    var additions = [EntityKind?](repeating: nil, count: forms.keyCount)
    for addition in overrides.add {
      if let number = forms.number(of: addition.name) { additions[number] = addition.kind }
    }
    var isIgnored =
      ignored.isEmpty
      ? [Bool](repeating: false, count: forms.keyCount)
      : forms.names.map { ignored.contains($0.key) }
    for name in overrides.ignore {
      if let number = forms.number(of: name) { isIgnored[number] = true }
    }
    for i in work.indices {
      let number = work[i].form.number
      if let identity = identities[number] {
        work[i].resolve(identity, by: .stated)
      } else if work[i].mention.evidence == .text, let kind = additions[number] {
        work[i].kind = kind
        work[i].resolve(.name(kind, work[i].form.name), by: .added)
      } else if isIgnored[number] {
        work[i].drop(by: .ignored)
      }
    }
  }

  private func dropJunk(_ work: inout [Candidate], _ body: [UInt8]) {
    for i in work.indices where work[i].isOpen && work[i].mention.evidence == .text {
      let isThing = work[i].kind == .organization || work[i].kind == .place
      if work[i].form.isJunk || isThing && work[i].form.isCommon {
        work[i].drop(by: .junk)
      } else if work[i].kind == .person, !work[i].isTitle,
        JunkNames.isEponym(before: Int(work[i].mention.end), in: body)
      {
        work[i].drop(by: .junk)
      }
    }
  }

  /// One name has one kind in an article: that of most of its mentions.
  ///
  /// A single word that is the surname of a person whom the article names in full is a person.
  private func agreeOnKinds(_ work: inout [Candidate], keyCount: Int) {
    let kinds = EntityKind.allCases.count
    var votes = [Int32](repeating: 0, count: keyCount * kinds)
    for candidate in work where candidate.mention.evidence == .text {
      votes[candidate.form.number * kinds + Int(candidate.kind.rawValue)] += 1
    }
    var people: [NameForm] = []
    for i in work.indices where work[i].mention.evidence == .text {
      let first = work[i].form.number * kinds
      let counts = votes[first..<first + kinds]
      if let most = counts.max(), counts[first + Int(work[i].kind.rawValue)] < most,
        let winner = counts.firstIndex(of: most),
        let kind = EntityKind(rawValue: UInt8(winner - first))
      {
        work[i].kind = kind
      }
      let form = work[i].form
      if work[i].kind == .person, !work[i].isShort,
        !people.contains(where: { $0.number == form.number })
      {
        people.append(form)
      }
    }
    for i in work.indices
    where work[i].isOpen && work[i].mention.evidence == .text && work[i].kind < .event
      && work[i].kind != .person && work[i].form.isSingleWord && !work[i].isAcronym
    {
      if people.count(where: { work[i].key.isProperSuffix(of: $0.key) }) == 1 {
        work[i].kind = .person
      }
    }
  }

  private func resolveFullForms(_ work: inout [Candidate], _ forms: NameForms) {
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
          work[i].resolve(.name(work[i].kind, work[i].form.name), by: .fullName)
        }
      case .weakAuthority:
        break
      }
    }
    joinMiddleNames(&work, forms)
  }

  private func link(
    _ candidate: inout Candidate, _ identity: LocalIdentity, by rule: ResolutionRule
  ) {
    if candidate.mention.kind != .demonym || linksDemonyms {
      candidate.resolve(identity, by: rule)
    } else {
      candidate.drop(by: .demonym)
    }
  }

  /// Any word of a headline may have a capital: by itself it introduces nobody whom no list knows.
  private func dropHeadlineNames(_ work: inout [Candidate]) {
    guard let title = work.firstIndex(where: \.isTitle) else { return }
    let body = work[..<title]
    guard body.contains(where: { $0.identity != nil }) else { return }
    for i in work.indices[title...] where work[i].mention.evidence == .text {
      guard let identity = work[i].identity, work[i].rule != .added, work[i].rule != .stated,
        !body.contains(where: { $0.identity == identity })
      else { continue }
      work[i].drop(by: .headlineOnly)
    }
  }
}
