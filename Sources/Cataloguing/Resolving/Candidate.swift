import ArchiveModel

/// A mention while its article is being resolved.
struct Candidate {
  enum State: Equatable {
    case open
    /// It stands for nobody.
    case dropped
    case resolved(Identity)
  }

  let mention: Mention
  let surface: String
  /// Another name than the surface to display, where the text alone would not tell it apart.
  private(set) var displayName: String?
  let key: NameKey
  let isTitle: Bool
  var kind: EntityKind
  private(set) var state = State.open
  /// What decided its state.
  private(set) var rule = ResolutionRule.unexplained

  init(_ mention: Mention, in text: [UInt8], isTitle: Bool) {
    self.mention = mention
    self.isTitle = isTitle
    kind = mention.kind.entityKind
    surface = Candidate.singleSpaced(text[mention.range])
    // Only names without an identity of their own are compared.
    key = NameKey(surface)
  }

  var isOpen: Bool { state == .open }

  var identity: Identity? {
    if case .resolved(let identity) = state { identity } else { nil }
  }

  mutating func resolve(
    _ identity: Identity, by rule: ResolutionRule, name: String? = nil
  ) {
    state = .resolved(identity)
    self.rule = rule
    displayName = name
  }

  mutating func drop(by rule: ResolutionRule) {
    state = .dropped
    self.rule = rule
  }

  /// Whether the form alone does not tell who is meant: a surname, an acronym.
  var isShort: Bool {
    switch kind {
    case .person:
      key.isSingleWord || key.text.hasPrefix("al ") || key.text.hasPrefix("el ")
        || beginsWithParticle
    case .organization: isAcronym
    case .place, .event, .work: false
    }
  }

  /// "de la Croix", "bin Laden": a surname, since a given name has a capital.
  private var beginsWithParticle: Bool {
    surface.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  var isAcronym: Bool {
    (2...6).contains(surface.utf8.count)
      && surface.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// Whether this form shows more of an entity's name than another.
  func isBetterName(than other: String) -> Bool {
    let isShouted = { (name: String) in !name.utf8.contains { (0x61...0x7A).contains($0) } }
    guard isShouted(surface) == isShouted(other) else { return isShouted(other) && !isAcronym }
    let otherKey = NameKey(other)
    return otherKey.isProperSuffix(of: key) || otherKey.isProperPrefix(of: key)
      || !otherKey.initials.isEmpty && otherKey.text == key.initials
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
