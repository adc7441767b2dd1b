/// A sentence as a range of tokens.
struct SentenceTokens {
  var first: Int32
  /// After its last token.
  var end: Int32
  /// Words of two letters and more are all in capitals, so that capitals say nothing.
  var isAllCapitals = false
  /// Nearly all its words begin with a capital: a heading.
  var isTitleCase = false

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
      case .terminal, .period, .ellipsis: break
      default:
        // Chinese and Japanese have no blanks.
        if token.kind == .terminal, token.shape.contains(.wide) { return end }
        return token.kind == .period && isMissingBlank(tokens, i) ? end : nil
      }
      end += 1
    }
    guard end < tokens.count else { return end }
    let next = tokens[end]
    if next.gap == .block { return end }
    guard begins(next, tokens, end) else { return nil }
    if closes { return token.kind == .word && isMid(token) ? nil : end }
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
      token.shape.contains(.capital) || token.shape.contains(.wide) || token.shape.contains(.digit)
    case .number: true
    case .opening, .quote:
      i + 1 >= tokens.count || tokens[i + 1].gap != .none || begins(tokens[i + 1], tokens, i + 1)
    case .dash, .symbol, .hyphen, .ellipsis: true
    case .possessive, .period, .terminal, .comma, .colon, .closing: false
    }
  }

  private static func isMid(_ token: Token) -> Bool { token.classes.contains(.midAbbreviation) }

  /// "the city.The army": a stop without a blank, after small letters, before a word that begins
  /// sentences.
  private static func isMissingBlank(_ tokens: Span<Token>, _ i: Int) -> Bool {
    guard i > 0, i + 1 < tokens.count else { return false }
    let before = tokens[i - 1]
    let after = tokens[i + 1]
    return before.kind == .word && before.letters > 2 && !before.shape.contains(.capital)
      && after.isCapitalized && after.classes.contains(.function)
  }

  /// For a token that has its stop in itself: "U.S.", "Inc.", "J.".
  private static func endsWithAbbreviation(
    _ tokens: Span<Token>, _ first: Int, _ i: Int, _ next: Token
  ) -> Bool {
    let token = tokens[i]
    if isMid(token) { return false }
    // "J. Doe", "George W. Bush"; but "plan B. The".
    if token.isInitial {
      guard next.kind == .word else { return next.kind != .number }
      let followsSmallWord =
        i > first && tokens[i - 1].kind == .word && !tokens[i - 1].isCapitalized
      return followsSmallWord && next.classes.contains(.function)
    }
    // "the U.S. Senate", "Apple Inc. said"; but "in the U.S. The", "at 5 p.m. Police".
    if next.kind == .word { return next.classes.contains(.function) }
    return next.kind != .number || !token.shape.contains(.dotted)
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
    if isMid(word) { return true }
    return word.classes.contains(.numberAbbreviation) && next.kind == .number
  }

  private static func append(
    _ tokens: Span<Token>, _ first: Int, _ end: Int,
    _ sentences: inout ContiguousArray<SentenceTokens>
  ) {
    var sentence = SentenceTokens(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end))
    var small = 0
    var shouted = 0
    var capitalized = 0
    for i in first..<end where tokens[i].kind == .word && tokens[i].letters > 1 {
      let token = tokens[i]
      if token.isAllCapitals {
        if !token.shape.contains(.dotted) { shouted += 1 }
      } else if token.isCapitalized {
        capitalized += 1
      } else if token.letters > 3 || !token.classes.contains(.function) {
        small += 1
      }
    }
    sentence.isAllCapitals = small + capitalized == 0 && shouted > 1
    sentence.isTitleCase =
      small * 6 <= capitalized && capitalized + shouted > 3
      && tokens[end - 1].kind != .period
    sentences.append(sentence)
  }
}
