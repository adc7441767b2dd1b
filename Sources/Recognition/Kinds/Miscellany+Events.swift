/// Wars, games, votes, meetings, disasters, feasts.
extension Miscellany {
  /// The event that a span is, with the year or ordinal before it; nil where it is none.
  static func event(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ span: Range<Int>, _ sentence: SentenceTokens
  ) -> Range<Int>? {
    var first = span.lowerBound
    while first < span.upperBound - 1, tokens[first].classes.contains(.determiner) { first += 1 }
    // "Star Wars"
    if first + 1 < span.upperBound, classes(tokens, first, first + 1).contains(.work) { return nil }
    let start = edition(text, tokens, first, sentence)
    // "World War II", "World Cup 2018"
    var head = span.upperBound - 1
    while head > first, isOrdinalTail(text, tokens[head]) { head -= 1 }
    if let end = ofEvent(tokens, first..<span.upperBound, sentence) { return start..<end }
    if isLed(text, tokens, first..<span.upperBound) { return start..<span.upperBound }
    guard tokens[head].kind == .word, tokens[head].capitals != 0 else { return nil }
    let last = classes(tokens[head])
    let pair = head > first ? classes(tokens, head - 1, head) : []
    if head == first {
      // "the Holocaust", "the 2012 Games"
      let isNamed = last.contains(.event) || last.contains(.eventHead) && start < first
      return isNamed ? start..<span.upperBound : nil
    }
    if classes(tokens, first, first + 1).contains(.event) { return start..<span.upperBound }
    if last.contains(.ceremony) {
      let isHeld = start < first || isHeld(tokens, first, sentence)
      return isHeld ? start..<span.upperBound : nil
    }
    guard !last.union(pair).isDisjoint(with: [.event, .eventHead]) else { return nil }
    // "Western Conference" is a league, "Monday Day" nothing.
    let before = tokens[head - 1]
    if !before.classes.isDisjoint(with: [.direction, .weekday]), !last.contains(.event),
      head - 1 == first
    {
      return nil
    }
    return start..<span.upperBound
  }

  /// "2014 Scottish independence referendum", "September 11 attacks": the year or day has a
  /// capital's span after it, and small letters name what happened.
  static func yearlyEvent(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ span: Range<Int>, _ sentence: SentenceTokens
  ) -> Range<Int>? {
    var start = span.lowerBound
    if tokens[start].classes.contains(.month) {
      guard span.count > 1, tokens[start + 1].kind == .number else { return nil }
    } else {
      start = edition(text, tokens, start, sentence)
      guard isYear(text, tokens[start]) else { return nil }
    }
    var i = span.upperBound
    var words = 0
    while i < Int(sentence.end), words < 4 {
      let token = tokens[i]
      if token.kind == .hyphen, token.gap == .none {
        i += 1
        continue
      }
      guard token.kind == .word, token.capitals == 0, token.gap != .block,
        token.classes.isDisjoint(with: [.of, .and, .locative, .determiner, .pronoun])
      else { return nil }
      i += 1
      words += 1
      if classes(token).contains(.yearlyHead) { return start..<i }
    }
    return nil
  }

  /// Where a name begins with the year or the ordinal before it: "2016 Summer Olympics".
  private static func edition(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ first: Int, _ sentence: SentenceTokens
  ) -> Int {
    let before = first - 1
    guard before >= Int(sentence.first), tokens[first].gap == .space else { return first }
    let isOrdinal =
      tokens[before].kind == .word && tokens[before].shape.contains(.digit)
      && tokens[before].letters < 6 && tokens[before].capitals == 0
    guard isOrdinal || isYear(text, tokens[before]) else { return first }
    // "In 2014 Scottish voters": the year is a time.
    if !isOrdinal, before > Int(sentence.first),
      tokens[before - 1].classes.contains(.calendarCue)
        || tokens[before - 1].classes.contains(.month) || tokens[before - 1].kind == .number
    {
      return first
    }
    return before
  }

  /// A number, or Roman numerals, after an event's head.
  private static func isOrdinalTail(_ text: Span<UInt8>, _ token: Token) -> Bool {
    if token.kind == .number || token.kind == .hyphen { return true }
    guard token.isAllCapitals else { return false }
    for i in Int(token.start)..<Int(token.end) {
      switch text[i] {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"): continue
      default: return false
      }
    }
    return true
  }

  /// The end of "Second Battle of Bull Run", also where the span ends at "Battle".
  private static func ofEvent(
    _ tokens: Span<Token>, _ span: Range<Int>, _ sentence: SentenceTokens
  ) -> Int? {
    for i in span where classes(tokens[i]).contains(.eventOf) && tokens[i].isCapitalized {
      var next = i + 1
      guard next + 1 < Int(sentence.end), tokens[next].kind == .word, tokens[next].capitals == 0,
        tokens[next].classes.contains(.of)
          || tokens[next].classes.contains(.locative) && classes(tokens[i]).contains(.eventIn)
      else { continue }
      if next < span.upperBound { return next + 1 < span.upperBound ? span.upperBound : nil }
      next += 1
      if tokens[next].classes.contains(.determiner), next + 1 < Int(sentence.end) { next += 1 }
      var end = next
      while end < Int(sentence.end), tokens[end].isCapitalized, tokens[end].gap == .space,
        tokens[end].classes.isDisjoint(with: [.month, .weekday])
      {
        end += 1
      }
      if end > next { return end }
    }
    return nil
  }

  /// "Hurricane Katrina", "Operation Inherent Resolve", "Expo 2020".
  private static func isLed(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ span: Range<Int>
  ) -> Bool {
    let first = span.lowerBound
    guard span.count > 1, tokens[first].isCapitalized else { return false }
    if span.count > 2, classes(tokens, first, first + 1).contains(.eventLead) { return true }
    let lead = classes(tokens[first])
    if lead.contains(.numberedLead) { return isOrdinalTail(text, tokens[first + 1]) }
    return lead.contains(.eventLead) && tokens[first + 1].capitals != 0
      && classes(tokens[first + 1]).isDisjoint(with: .notStorm)
  }

  /// "at the Grammy Awards": the awards are an evening.
  private static func isHeld(
    _ tokens: Span<Token>, _ first: Int, _ sentence: SentenceTokens
  ) -> Bool {
    var before = first - 1
    while before >= Int(sentence.first), first - before < 4 {
      if classes(tokens[before]).contains(.heldCue) { return true }
      guard tokens[before].classes.contains(.determiner) || tokens[before].shape.contains(.digit)
      else { return false }
      before -= 1
    }
    return false
  }
}
