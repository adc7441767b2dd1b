/// Books, films, songs and their like.
extension Miscellany {
  /// A title is not longer than this, in tokens.
  private static let maximumTitle = 14
  /// So far from a title stands what shows it to be one.
  private static let maximumCue = 4

  /// The title in quotation marks that a span is part of, if words around show a work's.
  static func quotedTitle(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ range: Range<Int>, _ sentence: SentenceTokens
  ) -> Range<Int>? {
    guard var title = quoted(text, tokens, range, sentence) else { return nil }
    let opening = title.lowerBound - 1
    let closing = title.upperBound
    while title.count > 1, !isWordOrNumber(tokens[title.upperBound - 1]),
      tokens[title.upperBound - 1].kind != .closing,
      tokens[title.upperBound - 1].kind != .terminal
    {
      title = title.lowerBound..<title.upperBound - 1
    }
    guard isTitle(tokens, title) else { return nil }
    let isShort = title.count == 1
    let isShown =
      hasCue(text, tokens, before: opening, sentence, isShort)
      || hasCue(tokens, after: closing, sentence, isShort)
    return isShown ? title : nil
  }

  /// Whether a title without quotation marks is a work's: "the film Gloomy Sunday", "Star Wars
  /// films".
  static func isWork(
    _ tokens: Span<Token>, _ span: Range<Int>, _ sentence: SentenceTokens
  ) -> Bool {
    var first = span.lowerBound
    let last = span.upperBound - 1
    guard tokens[first].capitals != 0 || tokens[first].kind == .number else { return false }
    while first < last, tokens[first].classes.contains(.determiner) { first += 1 }
    if classes(tokens[first]).contains(.work), first == last { return true }
    if first < last, classes(tokens, first, first + 1).contains(.work) { return true }

    var before = span.lowerBound - 1
    let start = Int(sentence.first)
    if before > start, tokens[before].classes.contains(.determiner) { before -= 1 }
    let isNamed =
      before > start && classes(tokens, before - 1, before).contains(.workCue)
      || before == span.lowerBound - 1 && before >= start && tokens[before].capitals == 0
        && classes(tokens[before]).contains(.titleCue) && tokens[span.lowerBound].gap == .space
    let next = span.upperBound
    // "the album Here For the Party": the span is but a part of the title.
    if isNamed { return !goesOn(tokens, next, sentence) }
    return first < last && next < Int(sentence.end) && tokens[next].capitals == 0
      && tokens[next].gap == .space && classes(tokens[next]).contains(.titleCue)
  }

  /// Whether a title may go on: a capital follows, be it after "to the" or "of".
  private static func goesOn(
    _ tokens: Span<Token>, _ next: Int, _ sentence: SentenceTokens
  ) -> Bool {
    var i = next
    while i < Int(sentence.end), i < next + 2, tokens[i].gap == .space,
      classes(tokens[i]).contains(.titleLink), tokens[i].capitals == 0
    {
      i += 1
    }
    return i < Int(sentence.end) && tokens[i].gap == .space
      && (tokens[i].capitals != 0 || tokens[i].kind == .number)
  }

  /// What stands between the quotation marks around a range; nil where none are near.
  private static func quoted(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ range: Range<Int>, _ sentence: SentenceTokens
  ) -> Range<Int>? {
    var first = range.lowerBound
    while !isQuote(text, tokens[first]) {
      guard first > Int(sentence.first), range.lowerBound - first < maximumTitle else { return nil }
      first -= 1
    }
    first += 1
    var end = max(range.upperBound - 1, first)
    while !isQuote(text, tokens[end]) {
      end += 1
      guard end < Int(sentence.end), end - first <= maximumTitle else { return nil }
    }
    return end > first ? first..<end : nil
  }

  /// A quotation mark of any style, not a bracket and not the end of a possessive.
  private static func isQuote(_ text: Span<UInt8>, _ token: Token) -> Bool {
    switch token.kind {
    case .quote: true
    case .opening, .closing:
      switch text[Int(token.start)] {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"):
        false
      default: true
      }
    default: false
    }
  }

  /// Capitals but for small words, as titles have; a sentence that someone said has others.
  private static func isTitle(_ tokens: Span<Token>, _ range: Range<Int>) -> Bool {
    guard tokens[range.lowerBound].capitals != 0 || tokens[range.lowerBound].kind == .number
    else { return false }
    for i in range {
      let token = tokens[i]
      if token.kind == .period || token.kind == .opening && token.gap == .none { return false }
      guard token.kind == .word, token.capitals == 0, token.letters > 3 else { continue }
      if i > range.lowerBound, tokens[i - 1].kind == .hyphen { continue }
      if token.classes.isDisjoint(with: [.of, .and, .particle, .determiner, .locative]) {
        return false
      }
    }
    return true
  }

  /// A cue before an opening mark, be it beyond other titles: "the songs “A”, “B” and “C”".
  private static func hasCue(
    _ text: Span<UInt8>, _ tokens: Span<Token>, before opening: Int, _ sentence: SentenceTokens,
    _ isShort: Bool
  ) -> Bool {
    var i = opening - 1
    var steps = 0
    var titles = 0
    while i >= Int(sentence.first), steps < maximumCue {
      if isQuote(text, tokens[i]) {
        guard titles < 3 else { return false }
        titles += 1
        var open = i - 1
        while open >= Int(sentence.first), !isQuote(text, tokens[open]) { open -= 1 }
        guard i - open <= maximumTitle else { return false }
        i = open - 1
        steps = 0
        continue
      }
      let cue = classes(tokens[i])
      if cue.contains(.workCue) || !isShort && cue.contains(.makerCue) { return true }
      // A title of one word may as well be a word that is only mentioned.
      if isShort, tokens[i].kind == .word, titles == 0,
        tokens[i].classes.isDisjoint(with: .determiner)
      {
        return cue.contains(.makerCue)
      }
      i -= 1
      steps += 1
    }
    return false
  }

  /// A cue after a closing mark: "”, a novel", "” by Jane Doe".
  private static func hasCue(
    _ tokens: Span<Token>, after closing: Int, _ sentence: SentenceTokens, _ isShort: Bool
  ) -> Bool {
    var i = closing + 1
    let end = Int(sentence.end)
    if !isShort, i + 1 < end, classes(tokens[i]).contains(.byCue), tokens[i + 1].isCapitalized {
      return true
    }
    let limit = min(end, i + (isShort ? 3 : maximumCue + 1))
    while i < limit {
      switch tokens[i].kind {
      case .word:
        if tokens[i].capitals == 0, classes(tokens[i]).contains(.workCue) { return true }
        if tokens[i].classes.contains(.speech) { return false }
      case .comma, .number, .hyphen: break
      default: return false
      }
      i += 1
    }
    return false
  }
}
