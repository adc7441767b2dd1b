/// Cuts a text into tokens: one pass over its bytes, no allocation once the array is warm.
struct Tokenizer: Sendable {
  let lexicon: WordLexicon

  /// Replaces `tokens` by those of `text`, which is UTF-8; what is not stands as symbols.
  func tokenize(_ text: Span<UInt8>, into tokens: inout ContiguousArray<Token>) {
    tokens.removeAll(keepingCapacity: true)
    var gap = Token.Gap.block
    var lineBreaks = 0
    // Where the address ends in which we are, if we are in one.
    var addressEnd = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte == 0x20 {
        if gap == .none { gap = .space }
        i += 1
        continue
      }
      var token = Token(
        start: Int32(truncatingIfNeeded: i), end: 0, hash: 0, classes: [], kind: .word, gap: gap)
      if Tokenizer.isLetter(byte) {
        if lineBreaks == 1 { Tokenizer.closeLine(&token, tokens) }
        i = word(text, from: i, &token)
      } else {
        let (kind, length) = Tokenizer.scalarClass(text, i)
        switch kind {
        case .space, .invisible:
          if kind == .space, gap == .none { gap = .space }
          i += length
          continue
        case .lineBreak:
          lineBreaks += 1
          if gap == .none { gap = .space }
          if lineBreaks == 2 { gap = .block }
          i += length
          continue
        case .paragraph:
          gap = .block
          i += length
          continue
        case .lower, .upper, .letter, .digit, .mark:
          if lineBreaks == 1, kind != .digit { Tokenizer.closeLine(&token, tokens) }
          i = word(text, from: i, &token)
        case .apostrophe where Tokenizer.isInsideName(text, i + length, token, tokens):
          i += length
          continue
        default:
          i = mark(text, from: i, class: kind, length: length, &token)
        }
      }
      if Int(token.start) < addressEnd {
        token.shape.insert(.glued)
      } else if token.gap == .none {
        Tokenizer.glue(text, &token, &tokens, &addressEnd)
      }
      tokens.append(token)
      gap = .none
      lineBreaks = 0
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func scalarClass(_ text: Span<UInt8>, _ i: Int) -> (Folding.Class, Int) {
    let byte = text[i]
    if byte < 0x80 { return (Folding.classify(ascii: byte), 1) }
    let (scalar, length) = Folding.scalar(text, i)
    return (Folding.classify(scalar), length)
  }

  /// A line may end after a word's hyphen: "Jong-\nun" is read as if it did not.
  @inline(never)
  private static func closeLine(_ token: inout Token, _ tokens: borrowing ContiguousArray<Token>) {
    let last = tokens.count - 1
    guard last > 0, tokens[last].kind == .hyphen, tokens[last].gap == .none,
      tokens[last - 1].kind == .word
    else { return }
    token.gap = .none
  }

  /// Whether an apostrophe is a sound at the start of a name's second part, as in "al-‘Abadi".
  ///
  /// It is no token then. `next` is the offset after it.
  @inline(never)
  private static func isInsideName(
    _ text: Span<UInt8>, _ next: Int, _ token: Token, _ tokens: borrowing ContiguousArray<Token>
  ) -> Bool {
    let last = tokens.count - 1
    return last > 0 && token.gap == .none && tokens[last].kind == .hyphen
      && tokens[last].gap == .none && tokens[last - 1].kind == .word && continuesWord(text, next)
  }

  /// Completes a mark that begins at `start` and returns where it ends.
  private func mark(
    _ text: Span<UInt8>, from start: Int, class kind: Folding.Class, length: Int,
    _ token: inout Token
  ) -> Int {
    var end = start + length
    switch kind {
    case .apostrophe:
      token.kind = .quote
      // Also apart, as in texts that were cut into words: "Iraq 's".
      if token.gap != .block, Tokenizer.isPossessive(text, at: start, length) {
        token.kind = .possessive
        end += 1
      } else if length == 1, end < text.count, text[end] == text[start] {
        // The typewriter's double quotes: ``so''.
        end += 1
      }
    case .hyphen:
      token.kind = .hyphen
      while length == 1, end < text.count, text[end] == 0x2D {
        token.kind = .dash
        end += 1
      }
    case .dash: token.kind = .dash
    case .period:
      token.kind = .period
      while end < text.count, text[end] == 0x2E {
        token.kind = .ellipsis
        end += 1
      }
    case .ellipsis: token.kind = .ellipsis
    case .terminal:
      token.kind = .terminal
      if length > 1 { token.shape.insert(.wide) }
    case .comma: token.kind = .comma
    case .colon: token.kind = .colon
    case .opening: token.kind = .opening
    case .closing: token.kind = .closing
    case .quote: token.kind = .quote
    default:
      token.kind = .symbol
      // Of a handle or a tag: @ #
      if text[start] == 0x40 || text[start] == 0x23 { token.shape.insert(.glued) }
    }
    token.end = Int32(truncatingIfNeeded: end)
    // Marks of one kind are equal in a name, whichever scalar they are; symbols are themselves.
    var hash = WordHash()
    hash.combine(0x80 | token.kind.rawValue)
    if token.kind == .symbol {
      for k in start..<end { hash.combine(text[k]) }
    }
    token.hash = hash.value
    return end
  }

  /// Whether an apostrophe begins the `'s` of a possessive: no letter follows the "s".
  static func isPossessive(_ text: Span<UInt8>, at i: Int, _ length: Int) -> Bool {
    let s = i + length
    guard s < text.count, text[s] | 0x20 == 0x73 else { return false }
    return !continuesWord(text, s + 1)
  }

  static func continuesWord(_ text: Span<UInt8>, _ i: Int) -> Bool {
    guard i < text.count else { return false }
    return switch scalarClass(text, i).0 {
    case .lower, .upper, .letter, .digit, .mark: true
    default: false
    }
  }
}
