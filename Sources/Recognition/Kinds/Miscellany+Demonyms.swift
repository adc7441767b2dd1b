/// Peoples, the faithful, and their adjectives.
extension Miscellany {
  /// The demonym that a span is, or begins with before a hyphen; nil where it is none.
  static func demonym(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ span: Range<Int>, _ sentence: SentenceTokens,
    _ candidates: borrowing Candidates
  ) -> Range<Int>? {
    var first = span.lowerBound
    // "The Iraqi", "2006 Canadian"
    while first < span.upperBound - 1,
      tokens[first].kind == .number || tokens[first].classes.contains(.determiner)
    {
      first += 1
    }
    // "pro-Russian"
    while first + 2 < span.upperBound, tokens[first + 1].kind == .hyphen,
      classes(tokens[first]).contains(.prefix)
    {
      first += 2
    }
    var end = first
    while end < span.upperBound, tokens[end].kind == .word { end += 1 }
    guard end > first else { return nil }
    if end < span.upperBound {
      // "Iraqi-born", "Franco-German", but not "Iraqi & Co."
      guard tokens[end].kind == .hyphen, tokens[end].gap == .none else { return nil }
      // "African-American"
      if let whole = compound(text, tokens, end, span.upperBound) { return first..<whole }
    }
    // "South Korean" where the span has but "Korean".
    if let candidate = candidates[end - 1], candidate.kind == .demonym, candidate.end == Int32(end)
    {
      first = min(first, Int(candidate.first))
    }
    guard isPeople(text, tokens, end - 1, first, candidates) else { return nil }
    for i in first..<end - 1 {
      let isPart =
        isPeople(text, tokens, i, first, candidates)
        || classes(tokens[i]).contains(.peopleModifier)
        || i + 2 == end && classes(tokens, i, i + 1).contains(.people)
        || candidates[i]?.kind == .demonym
      guard isPart else { return nil }
    }
    // "Czech Republic"
    if let candidate = candidates[end - 1], candidate.kind == .place, candidate.end > Int32(end),
      candidate.evidence != .text
    {
      return nil
    }
    return first..<end
  }

  /// The end of "African-American" and "Italian-Americans", of which `hyphen` is the hyphen: one
  /// people; nil for "Russian-American" and the like.
  private static func compound(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ hyphen: Int, _ end: Int
  ) -> Int? {
    guard hyphen + 2 == end, classes(tokens[hyphen + 1]).contains(.people),
      classes(tokens, hyphen - 1, hyphen + 1).contains(.people)
        || text[Int(tokens[hyphen + 1].end) - 1] == UInt8(ascii: "s")
          && classes(tokens[hyphen - 1]).contains(.people)
    else { return nil }
    return end
  }

  /// Whether a word with a capital is the name of a people, or its last word.
  private static func isPeople(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ i: Int, _ first: Int,
    _ candidates: borrowing Candidates
  ) -> Bool {
    let token = tokens[i]
    let classes = classes(token)
    guard token.isCapitalized, !classes.contains(.notPeople) else { return false }
    if let candidate = candidates[i], candidate.kind == .demonym, candidate.end == Int32(i + 1) {
      return true
    }
    return classes.contains(.people)
      || i > first && self.classes(tokens, i - 1, i).contains(.people)
      || candidates[i]?.kind != .place && hasEnding(text, token)
  }

  /// Ends as the names of peoples do: "Bosnian", "Timorese", "Moldovans".
  ///
  /// What other words end so ("musician", "Guardian") is left out by ending or by list.
  private static func hasEnding(_ text: Span<UInt8>, _ token: Token) -> Bool {
    guard token.letters > 5, token.shape.contains(.lower), token.shape.isDisjoint(with: .glued)
    else { return false }
    var end = Int(token.end)
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard end - Int(token.start) > count else { return false }
      return ending.withUTF8Buffer { bytes in
        bytes.indices.allSatisfy { text[end - count + $0] == bytes[$0] }
      }
    }
    if ends("ese") { return !ends("eese") && !ends("these") }
    if ends("ans") || ends("nis") || ends("shis") { end -= 1 }
    if ends("ian") { return !ends("ician") && !ends("rdian") && !ends("arian") || ends("garian") }
    return ends("ean") || ends("ican") || ends("ndan") || ends("ovan") || ends("uan")
      || ends("stani")
      || ends("deshi")
  }

  /// Whether the name of a people stands for its language: "in English", "French-speaking".
  static func isLanguage(
    _ tokens: Span<Token>, _ range: Range<Int>, _ sentence: SentenceTokens
  ) -> Bool {
    let end = Int(sentence.end)
    var next = range.upperBound
    if next + 1 < end, tokens[next].kind == .hyphen, tokens[next].gap == .none { next += 1 }
    if next < end, classes(tokens[next]).contains(.languageNoun) { return true }
    guard range.count == 1, next == range.upperBound, range.lowerBound > Int(sentence.first) else {
      return false
    }
    let before = tokens[range.lowerBound - 1]
    guard classes(before).contains(.languageVerb) || isIn(before) else { return false }
    // "in English", but "in English towns", "in French and English towns".
    if next + 2 < end, tokens[next].classes.contains(.and), tokens[next + 1].isCapitalized {
      next += 2
    }
    return next >= end || !isContent(tokens[next])
  }

  /// A word after which a language is named: "in", "into".
  private static func isIn(_ token: Token) -> Bool {
    token.kind == .word && token.letters < 5 && classes(token).contains(.languageIn)
  }

  /// A word that may be a noun after an adjective.
  private static func isContent(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      token.classes.isDisjoint(with: [.of, .and, .locative, .determiner, .pronoun, .speech])
    case .number, .hyphen: true
    default: false
    }
  }
}
