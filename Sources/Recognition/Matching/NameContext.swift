/// Whether the words around a name let it be one: casing, a sentence's start, a place's cue.
extension SentenceTokens {
  /// Whether a name may stand at `range`, by its flags and its casing there.
  func allows(
    _ flags: NameTable.Flags, _ casing: Casing, _ range: Range<Int>, in tokens: Span<Token>
  ) -> Bool {
    let token = tokens[range.lowerBound]
    if flags.contains(.acronym) {
      let isShouting = isAllCapitals || isAmongCapitals(range, in: tokens)
      if isShouting, !token.shape.contains(.dotted) { return false }
      // "US$ 5 million"
      let next = range.upperBound
      if next < Int(end), tokens[next].kind == .symbol, tokens[next].gap == .none { return false }
    }
    if casing == .shouted, isAllCapitals,
      !flags.isDisjoint(with: [.needsCue, .careAtStart])
    {
      return false
    }
    guard range.count == 1 else { return true }
    if token.classes.contains(.month) || token.classes.contains(.weekday) {
      if isCalendar(range, in: tokens) { return false }
    }
    if !flags.contains(.acronym), flags.contains(.careAtStart) || !token.classes.isEmpty,
      isAtStart(range.lowerBound, in: tokens)
    {
      return !readsAsWord(range, in: tokens)
    }
    return true
  }

  /// "THIS IS IMPORTANT": other words of the stretch are in capitals for emphasis.
  private func isAmongCapitals(_ range: Range<Int>, in tokens: Span<Token>) -> Bool {
    for i in [range.lowerBound - 1, range.upperBound] where self.range.contains(i) {
      let token = tokens[i]
      if token.isAllCapitals, token.letters > 1, !token.shape.contains(.dotted),
        token.letters > 5 || token.classes.contains(.function)
      {
        return true
      }
    }
    return false
  }

  /// "in May", "May 5", "last March": the month, not a person.
  private func isCalendar(_ range: Range<Int>, in tokens: Span<Token>) -> Bool {
    if range.upperBound < Int(end), tokens[range.upperBound].kind == .number {
      return true
    }
    let before = range.lowerBound - 1
    guard before >= Int(first) else { return false }
    let token = tokens[before]
    if token.kind == .number { return true }
    return token.classes.contains(.calendarCue)
  }

  /// The first word, whatever quotes and brackets stand before it.
  func isAtStart(_ i: Int, in tokens: Span<Token>) -> Bool {
    var k = i - 1
    while k >= Int(first) {
      switch tokens[k].kind {
      case .quote, .opening, .dash, .ellipsis, .symbol: k -= 1
      case .colon: return true
      default: return false
      }
    }
    return true
  }

  /// A capital at a sentence's start that is owed to the place: a pronoun or an article comes
  /// next, or the text has the word in small letters.
  private func readsAsWord(_ range: Range<Int>, in tokens: Span<Token>) -> Bool {
    let next = range.upperBound
    if next < Int(end) {
      let classes = tokens[next].classes
      if !tokens[next].isCapitalized || tokens[next].letters == 1,
        !classes.isDisjoint(with: [.determiner, .pronoun])
      {
        return true
      }
    }
    // At most so far, so that no text makes this quadratic.
    let window = 1000
    let hash = tokens[range.lowerBound].hash
    let near = max(0, range.lowerBound - window)..<min(tokens.count, range.upperBound + window)
    return near.contains { tokens[$0].hash == hash && !tokens[$0].shape.contains(.capital) }
  }

  /// "US-led", "Saudi-backed": the country's name serves as an adjective.
  func isAdjective(_ range: Range<Int>, in tokens: Span<Token>) -> Bool {
    let tail = range.upperBound + 1
    guard tail < Int(end) else { return false }
    return tokens[tail - 1].kind == .hyphen && tokens[tail - 1].gap == .none
      && tokens[tail].gap == .none && tokens[tail].classes.contains(.compoundTail)
      && !tokens[tail].isCapitalized
  }

  /// "in Reading", "near Nice": only a place fits.
  func showsPlace(_ range: Range<Int>, in tokens: Span<Token>) -> Bool {
    let before = range.lowerBound - 1
    guard before >= Int(first) else { return false }
    return tokens[before].kind == .word && tokens[before].classes.contains(.locative)
      && tokens[range.lowerBound].gap == .space
  }
}
