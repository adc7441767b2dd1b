import ArchiveModel

/// A mention while its article is being resolved.
struct Candidate {
  enum State: Equatable {
    case open
    /// It stands for nobody.
    case dropped
    case resolved(LocalIdentity)
  }

  let mention: Mention
  let form: NameForm
  /// Another name than the surface to display, where the text alone would not tell it apart.
  private(set) var displayName: String?
  let isTitle: Bool
  var kind: EntityKind
  private(set) var state = State.open
  /// What decided its state.
  private(set) var rule = ResolutionRule.unexplained

  init(_ mention: Mention, _ form: NameForm, isTitle: Bool) {
    self.mention = mention
    self.form = form
    self.isTitle = isTitle
    kind = mention.kind.entityKind
  }

  /// As written, with single blanks between words.
  var surface: String { form.surface }

  var key: NameKey { form.key }

  var isOpen: Bool { state == .open }

  var identity: LocalIdentity? {
    if case .resolved(let identity) = state { identity } else { nil }
  }

  mutating func resolve(
    _ identity: LocalIdentity, by rule: ResolutionRule, name: String? = nil
  ) {
    state = .resolved(identity)
    self.rule = rule
    displayName = name
  }

  mutating func drop(by rule: ResolutionRule) {
    state = .dropped
    self.rule = rule
  }

  /// Whether the form alone does not tell who is meant: a surname ("bin Laden": a given name has a
  /// capital), an acronym.
  var isShort: Bool {
    switch kind {
    case .person:
      form.isSingleWord || key.text.hasPrefix("al ") || key.text.hasPrefix("el ")
        || form.isLowered
    case .organization: isAcronym
    case .place, .event, .work: false
    }
  }

  var isAcronym: Bool { form.isAcronym }

  /// Whether this form shows more of an entity's name than another, which may be a form too.
  func isBetterName(than other: String, _ otherForm: NameForm?) -> Bool {
    guard other != surface else { return false }
    let isOtherShouted =
      otherForm?.isShouted ?? !other.utf8.contains { (0x61...0x7A).contains($0) }
    guard form.isShouted == isOtherShouted else { return isOtherShouted && !isAcronym }
    let otherKey = otherForm?.key ?? NameKey(other)
    return otherKey.isProperSuffix(of: key) || otherKey.isProperPrefix(of: key)
      || !otherKey.initials.isEmpty && otherKey.text == form.name.initials
  }
}
