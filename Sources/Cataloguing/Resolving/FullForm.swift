import ArchiveModel

/// A name that the article has in full, and whose short forms it explains.
struct FullForm {
  let identity: LocalIdentity
  let kind: EntityKind
  private let keys: [NameKey]
  /// Of an organisation's keys, likewise.
  private let initials: [String]

  /// A record's name.
  init(_ record: ArticleResolver.Record, _ identity: LocalIdentity) {
    self.identity = identity
    kind = record.kind
    keys = record.keys
    initials = record.initials
  }

  /// A name of the article's own.
  init(_ name: FoldedName, _ kind: EntityKind, _ identity: LocalIdentity) {
    self.identity = identity
    self.kind = kind
    keys = [name.key]
    initials = kind == .organization ? [name.initials] : []
  }

  /// The names that a short form can stand for.
  struct Bearers {
    private let kind: EntityKind
    private let isAcronym: Bool
    private let identity: LocalIdentity?
    private(set) var count = 0
    private(set) var first: (LocalIdentity, ResolutionRule)?

    /// Those other than what the form stands for already; O(full forms).
    init(of short: Candidate, among fullForms: [FullForm]) {
      (kind, isAcronym, identity) = (short.kind, short.isAcronym, short.identity)
      for place in fullForms.indices where fullForms[place].kind == kind {
        guard fullForms[place].identity != identity, let rule = fullForms[place].rule(for: short)
        else { continue }
        count += 1
        if first == nil { first = (fullForms[place].identity, rule) }
      }
    }

    /// Whether those of another mention of the same name are the same.
    func areOf(_ short: Candidate) -> Bool {
      kind == short.kind && isAcronym == short.isAcronym && identity == short.identity
    }
  }

  /// By what rule a short form can stand for this name; nil if it cannot.
  func rule(for short: Candidate) -> ResolutionRule? {
    guard kind == short.kind else { return nil }
    for (number, key) in keys.enumerated() {
      if key == short.key { return .shortForm }
      switch kind {
      case .person:
        if short.key.isProperSuffix(of: key) { return .shortForm }
      case .organization:
        if short.form.isSingleWord, initials[number] == short.key.text { return .initials }
        if isShortened(key, short) || isWithoutCountry(key, short) { return .shortOrganization }
      case .place, .event, .work: break
      }
    }
    return nil
  }

  /// "Ministry of Health" of the Iraqi Ministry of Health: without the country before it.
  private func isWithoutCountry(_ key: NameKey, _ short: Candidate) -> Bool {
    short.key.isProperSuffix(of: key) && short.key.text.utf8.count { $0 == UInt8(ascii: " ") } >= 2
  }

  /// "Amnesty" of Amnesty International, "Odebrecht" of Odebrecht SA; but no head alone, such as
  /// "Ministry", and nothing that goes on with "of".
  private func isShortened(_ key: NameKey, _ short: Candidate) -> Bool {
    guard !short.isAcronym, short.key.isProperPrefix(of: key) else { return false }
    let rest = key.text.dropFirst(short.key.text.count + 1)
    return !["of ", "for ", "and ", "in ", "at "].contains { rest.hasPrefix($0) }
  }
}

extension FoldedName {
  /// Whether two people's names differ by middle names alone.
  func differsByMiddleNames(from other: FoldedName) -> Bool {
    // Nearly always the first letters or the surnames differ.
    frame == other.frame && key.differsByMiddleNames(from: other.key)
  }
}

extension NameKey {
  /// Whether two people's names differ by middle names alone, as "John Q Doe" and "John Doe" do.
  ///
  /// One of the two has just two words, or the middle words of the other are its initials.
  func differsByMiddleNames(from other: NameKey) -> Bool {
    guard text != other.text, text.utf8.first == other.text.utf8.first,
      lastWord.elementsEqual(other.lastWord)
    else { return false }
    let own = text.split(separator: " ")
    let others = other.text.split(separator: " ")
    guard own.count >= 2, others.count >= 2, own != others, own.first == others.first else {
      return false
    }
    if own.count == 2 || others.count == 2 { return true }
    return own.count == others.count
      && zip(own, others).allSatisfy {
        $0.hasPrefix($1) && $1.count == 1 || $1.hasPrefix($0) && $0.count == 1 || $0 == $1
      }
  }
  private var lastWord: Substring.UTF8View.SubSequence {
    let blank = text.utf8.lastIndex(of: UInt8(ascii: " "))
    return text.utf8[(blank.map { text.utf8.index(after: $0) } ?? text.startIndex)...]
  }
}
