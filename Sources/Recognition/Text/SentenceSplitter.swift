/// A sentence as a range of tokens.
struct SentenceTokens {
  var first: Int32
  /// After its last token.
  var end: Int32
  /// Words of two letters and more are all in capitals, so that capitals say nothing.
  var isAllCapitals = false
  /// Nearly all its words begin with a capital: a heading.
  var isTitleCase = false
  /// After the words at its start that alone are in capitals, as in "IRAQI FORCES took Mosul".
  ///
  /// Their capitals say nothing. `first` where there are none, and in a sentence all in capitals.
  var shoutedEnd: Int32

  var range: Range<Int> { Int(first)..<Int(end) }
}

/// Finds where sentences end: one pass over the tokens.
///
/// A blank line always ends one, a single line break never. Whether a full stop does, is for the
/// word before it (an abbreviation?) and the token after it (a capital? a word that begins
/// sentences?).
enum SentenceSplitter {
  /// A sentence is cut at white space before it gets longer than this.
  static let maximumBytes: Int32 = 2000

  /// Replaces `sentences` by those of a text.
  static func split(_ tokens: Span<Token>, into sentences: inout ContiguousArray<SentenceTokens>) {
    sentences.removeAll(keepingCapacity: true)
    var first = 0
    var i = 0
    while i < tokens.count {
      if i > first, tokens[i].gap == .block || isTooLong(tokens, first, i) {
        append(tokens, first, i, &sentences)
        first = i
      }
      guard let end = end(tokens, first, i) else {
        i += 1
        continue
      }
      append(tokens, first, end, &sentences)
      first = end
      i = end
    }
    if first < tokens.count { append(tokens, first, tokens.count, &sentences) }
  }

  private static func isTooLong(_ tokens: Span<Token>, _ first: Int, _ i: Int) -> Bool {
    tokens[i].gap != .none && tokens[i].end - tokens[first].start > maximumBytes
  }

  /// The token after the sentence's end, if token `i` ends it.
  private static func end(_ tokens: Span<Token>, _ first: Int, _ i: Int) -> Int? {
    let token = tokens[i]
    switch token.kind {
    case .period, .ellipsis, .terminal: break
    case .word where !token.shape.isDisjoint(with: [.dotted, .abbreviated]): break
    default: return nil
    }
    // Quotes and brackets that close, and further marks, belong to the sentence.
    var end = i + 1
    var closes = false
    while end < tokens.count, tokens[end].gap == .none {
      switch tokens[end].kind {
      case .closing, .quote: closes = true
      // German quotes close with the mark that opens English ones.
      case .opening where end + 1 < tokens.count && tokens[end + 1].gap != .none: closes = true
      case .terminal, .period, .ellipsis: break
      default:
        // Chinese and Japanese have no blanks.
        if token.kind == .terminal, token.shape.contains(.wide) { return end }
        return token.kind != .word && isMissingBlank(tokens, i, end) ? end : nil
      }
      end += 1
    }
    guard end < tokens.count else { return end }
    let next = tokens[end]
    if next.gap == .block { return end }
    guard begins(next, tokens, end) else { return nil }
    if closes {
      if token.kind == .word { return isMid(token, next) ? nil : end }
      return token.kind == .terminal && isSpeech(tokens, end) ? nil : end
    }
    switch token.kind {
    case .word: return endsWithAbbreviation(tokens, first, i, next) ? end : nil
    case .period: return i > first && !isAbbreviation(tokens, first, i - 1, next) ? end : nil
    default: return end
    }
  }

  /// Whether a token can begin a sentence: all can but small letters and marks.
  private static func begins(_ token: Token, _ tokens: Span<Token>, _ i: Int) -> Bool {
    switch token.kind {
    case .word:
      !token.shape.isDisjoint(with: [.capital, .wide, .digit]) || beginsSmall(token, tokens, i)
    case .number: true
    case .opening, .quote:
      i + 1 >= tokens.count || tokens[i + 1].gap != .none || begins(tokens[i + 1], tokens, i + 1)
    case .dash, .symbol, .hyphen, .ellipsis: true
    case .possessive, .period, .terminal, .comma, .colon, .closing: false
    }
  }

  /// Names that begin a sentence with a small letter: "iPhone", "al-Abadi".
  private static func beginsSmall(_ token: Token, _ tokens: Span<Token>, _ i: Int) -> Bool {
    if token.capitals & 6 != 0, token.shape.isDisjoint(with: [.dotted, .glued]) { return true }
    return token.classes.contains(.particle) && i + 2 < tokens.count
      && tokens[i + 1].kind == .hyphen && tokens[i + 1].gap == .none && tokens[i + 2].gap == .none
      && tokens[i + 2].isCapitalized
  }

  /// Whether a token is a word that begins sentences: "The", but neither "IT" nor the initial "A.".
  private static func isOpener(_ token: Token) -> Bool {
    token.classes.contains(.function) && token.isCapitalized && !token.isInitial
      && (token.letters == 1 || !token.isAllCapitals)
  }

  /// “Stop!” Abadi said.
  private static func isSpeech(_ tokens: Span<Token>, _ next: Int) -> Bool {
    for k in next..<min(next + 4, tokens.count) {
      guard tokens[k].kind == .word, !isOpener(tokens[k]) else { return false }
      if tokens[k].classes.contains(.speech) { return k > next }
    }
    return false
  }

  /// Whether no sentence ends with an abbreviation before `next`: "Gen.", "St.".
  private static func isMid(_ token: Token, _ next: Token) -> Bool {
    guard token.classes.contains(.midAbbreviation) else { return false }
    // "12 ft. The", "on Main St. The"; but "Dr. Will Doe".
    let isName = token.isCapitalized && token.hash != saint
    return isName || !isOpener(next)
  }

  /// "St.", for a saint and for a street.
  private static let saint = WordHash.of("st")
  private static let noon = (WordHash.of("am"), WordHash.of("pm"))

  /// "the city.The army": a mark without a blank, after small letters, before a word that begins
  /// sentences or at least is no part of an address.
  private static func isMissingBlank(_ tokens: Span<Token>, _ i: Int, _ end: Int) -> Bool {
    guard i > 0 else { return false }
    let before = tokens[i - 1]
    let after = tokens[end]
    guard tokens[i].gap == .none, !before.shape.contains(.glued), after.isCapitalized,
      after.letters > 1, after.shape.isDisjoint(with: [.glued, .digit, .dotted, .abbreviated])
    else { return false }
    // Not in "System.Out.Print".
    let isWhole =
      end + 1 >= tokens.count || tokens[end + 1].gap != .none
      || tokens[end + 1].kind == .comma || tokens[end + 1].kind == .possessive
    switch before.kind {
    case .word where before.letters > 2 && !before.shape.contains(.capital):
      // Not in "node.Js".
      return isWhole && (isOpener(after) || after.letters > 3 && !after.isAllCapitals)
    case .word, .number: return isWhole && isOpener(after) && before.letters > 2
    default: return false
    }
  }

  /// For a token that has its stop in itself: "U.S.", "Inc.", "J.".
  private static func endsWithAbbreviation(
    _ tokens: Span<Token>, _ first: Int, _ i: Int, _ next: Token
  ) -> Bool {
    let token = tokens[i]
    if isMid(token, next) { return false }
    // "J. Doe", "George W. Bush"; but "plan B. The".
    if token.isInitial {
      guard next.kind == .word else { return next.kind != .number }
      let followsSmallWord =
        i > first && tokens[i - 1].kind == .word && !tokens[i - 1].isCapitalized
      return followsSmallWord && isOpener(next)
    }
    // "the U.S. Senate", "Apple Inc. said"; but "in the U.S. The", "at 5 p.m. Police".
    guard next.kind == .word else {
      return next.kind != .number || !token.shape.contains(.dotted)
    }
    if isOpener(next) { return true }
    // "at 5 p.m. Iraqi forces came"; but "at 5 p.m. Friday", "at 5 p.m. EST".
    return token.shape.contains(.dotted) && !token.shape.contains(.capital)
      && (token.hash == noon.0 || token.hash == noon.1) && !next.isAllCapitals
      && next.classes.isDisjoint(with: [.weekday, .month, .direction])
  }

  /// For a full stop of its own: whether the word before it is an abbreviation here.
  private static func isAbbreviation(
    _ tokens: Span<Token>, _ first: Int, _ i: Int, _ next: Token
  ) -> Bool {
    let word = tokens[i]
    guard tokens[i + 1].gap == .none else { return false }
    // "1. Mosul": the number of a list's item.
    if word.kind == .number, i == first { return true }
    guard word.kind == .word else { return false }
    if isMid(word, next) { return true }
    // "No. 5", "fig. 3a", "c. 1900".
    guard next.kind == .number || next.shape.contains(.digit) && !next.isCapitalized else {
      return false
    }
    return word.classes.contains(.numberAbbreviation)
      || word.letters == 1 && !word.isCapitalized && word.shape.isDisjoint(with: [.digit, .wide])
  }
}
