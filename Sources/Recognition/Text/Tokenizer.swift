/// Cuts a text into tokens: one pass over its bytes, no allocation once the array is warm.
struct Tokenizer: Sendable {
  let lexicon: WordLexicon

  /// Replaces `tokens` by those of `text`, which is UTF-8; what is not stands as symbols.
  func tokenize(_ text: Span<UInt8>, into tokens: inout ContiguousArray<Token>) {
    tokens.removeAll(keepingCapacity: true)
    var gap = Token.Gap.block
    var lineBreaks = 0
    var i = 0
    while i < text.count {
      let (kind, length) = Tokenizer.scalarClass(text, i)
      switch kind {
      case .space, .invisible:
        if kind == .space, gap == .none { gap = .space }
        i += length
      case .lineBreak:
        lineBreaks += 1
        if gap == .none { gap = .space }
        if lineBreaks == 2 { gap = .block }
        i += length
      case .paragraph:
        gap = .block
        i += length
      default:
        var token = Token(
          start: Int32(truncatingIfNeeded: i), end: 0, hash: 0, classes: [], kind: .symbol, gap: gap
        )
        i = scan(text, from: i, class: kind, length: length, &token)
        Tokenizer.glue(&token, &tokens)
        tokens.append(token)
        gap = .none
        lineBreaks = 0
      }
    }
  }

  private static func scalarClass(_ text: Span<UInt8>, _ i: Int) -> (Folding.Class, Int) {
    let byte = text[i]
    if byte < 0x80 { return (Folding.classify(ascii: byte), 1) }
    let (scalar, length) = Folding.scalar(text, i)
    return (Folding.classify(scalar), length)
  }

  /// Completes a token that begins at `start` and returns where it ends.
  private func scan(
    _ text: Span<UInt8>, from start: Int, class kind: Folding.Class, length: Int,
    _ token: inout Token
  ) -> Int {
    var end = start + length
    switch kind {
    case .lower, .upper, .letter, .digit, .mark:
      end = word(text, from: start, &token)
    case .apostrophe:
      token.kind = .quote
      if token.gap == .none, Tokenizer.isPossessive(text, at: start, length) {
        token.kind = .possessive
        end += 1
      }
    case .hyphen: token.kind = .hyphen
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
    case .symbol, .space, .lineBreak, .paragraph, .invisible:
      token.kind = .symbol
      // Of a handle, a tag, an address, a name in code: @ # _
      if text[start] == 0x40 || text[start] == 0x23 || text[start] == 0x5F {
        token.shape.insert(.glued)
      }
    }
    token.end = Int32(truncatingIfNeeded: end)
    if token.kind != .word && token.kind != .number {
      // Marks of one kind are equal in a name, whichever scalar they are; symbols are themselves.
      var hash = WordHash()
      hash.combine(0x80 | token.kind.rawValue)
      if token.kind == .symbol {
        for k in start..<end { hash.combine(text[k]) }
      }
      token.hash = hash.value
    }
    return end
  }

  /// Whether an apostrophe begins the `'s` of a possessive: no letter follows the "s".
  private static func isPossessive(_ text: Span<UInt8>, at i: Int, _ length: Int) -> Bool {
    let s = i + length
    guard s < text.count, text[s] | 0x20 == 0x73 else { return false }
    return !continuesWord(text, s + 1)
  }

  private static func continuesWord(_ text: Span<UInt8>, _ i: Int) -> Bool {
    guard i < text.count else { return false }
    return switch scalarClass(text, i).0 {
    case .lower, .upper, .letter, .digit, .mark: true
    default: false
    }
  }

  /// A run of letters, digits and marks, with apostrophes between letters, stops between single
  /// letters ("U.S.") and separators between digits ("200,000").
  private func word(_ text: Span<UInt8>, from start: Int, _ token: inout Token) -> Int {
    var hash = WordHash()
    var letters = 0
    var digits = 0
    var i = start
    // The end without invisible scalars at its end.
    var end = start
    scan: while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        switch Folding.classify(ascii: byte) {
        case .lower:
          token.shape.insert(.lower)
          letters += 1
          hash.combine(byte)
        case .upper:
          if letters == 0 && digits == 0 { token.shape.insert(.capital) }
          token.capitals |= 1 &<< UInt32(truncatingIfNeeded: letters)
          letters += 1
          hash.combine(byte | 0x20)
        case .digit:
          digits += 1
          hash.combine(byte)
        case .apostrophe:
          guard letters > 0, !Tokenizer.isPossessive(text, at: i, 1),
            Tokenizer.continuesWord(text, i + 1)
          else { break scan }
          hash.combine(0x27)
        case .comma, .period:
          guard letters == 0, digits > 0, i + 1 < text.count,
            Folding.classify(ascii: text[i + 1]) == .digit
          else { break scan }
          hash.combine(byte)
        default: break scan
        }
        i += 1
        end = i
        continue
      }
      let (scalar, length) = Folding.scalar(text, i)
      let kind = Folding.classify(scalar)
      switch kind {
      case .lower, .upper, .letter, .mark, .digit:
        if kind == .upper {
          if letters == 0, digits == 0 { token.shape.insert(.capital) }
          token.capitals |= 1 &<< UInt32(truncatingIfNeeded: letters)
        }
        if kind == .lower || kind == .letter { token.shape.insert(.lower) }
        if kind == .digit { digits += 1 } else if kind != .mark { letters += 1 }
        if kind != .mark { Tokenizer.combine(text, i, length, scalar, &hash) }
        end = i + length
      case .invisible: break
      case .apostrophe:
        guard letters > 0, !Tokenizer.isPossessive(text, at: i, length),
          Tokenizer.continuesWord(text, i + length)
        else { break scan }
        hash.combine(0x27)
      default: break scan
      }
      token.shape.insert(.wide)
      i += length
    }
    token.kind = letters > 0 ? .word : .number
    if digits > 0 { token.shape.insert(.digit) }
    token.letters = UInt8(clamping: letters + digits)
    if letters == 1, digits == 0, end < text.count, text[end] == 0x2E {
      end = dotted(text, after: end, &token, &hash)
    }
    token.hash = hash.value
    if token.kind == .word {
      token.classes = lexicon[hash.value]
      if token.classes.contains(.abbreviation), end < text.count, text[end] == 0x2E,
        !Tokenizer.continuesWord(text, end + 1)
      {
        token.shape.insert(.abbreviated)
        end += 1
      }
    }
    return end
  }

  @inline(never)
  private static func combine(
    _ text: Span<UInt8>, _ i: Int, _ length: Int, _ scalar: Unicode.Scalar, _ hash: inout WordHash
  ) {
    var packed = Folding.ascii(scalar)
    if packed == 0 {
      for k in i..<i + length { hash.combine(text[k]) }
    }
    while packed != 0 {
      hash.combine(lowercased: UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
  }

  /// Continues a single letter over its full stop: "U.S.", "a.m.", "J.".
  private func dotted(
    _ text: Span<UInt8>, after letter: Int, _ token: inout Token, _ hash: inout WordHash
  ) -> Int {
    var end = letter
    var letters = 1
    // Each turn takes a stop and a letter; the last letter may lack its stop ("U.S-led").
    while end + 1 < text.count, text[end] == 0x2E, text[end + 1] < 0x80 {
      let next = Folding.classify(ascii: text[end + 1])
      guard next == .lower || next == .upper, !Tokenizer.continuesWord(text, end + 2) else { break }
      if next == .lower {
        token.shape.insert(.lower)
      } else {
        token.capitals |= 1 &<< UInt32(truncatingIfNeeded: letters)
      }
      hash.combine(lowercased: text[end + 1])
      letters += 1
      end += 2
    }
    token.letters = UInt8(clamping: letters)
    if letters > 1 {
      token.shape.insert(.dotted)
      if end < text.count, text[end] == 0x2E, !Tokenizer.continuesWord(text, end + 1) { end += 1 }
      return end
    }
    guard token.shape.contains(.capital), end < text.count, text[end] == 0x2E else { return end }
    token.shape.insert(.abbreviated)
    return end + 1
  }

  /// Marks the words of an address: "example.com", "desk@example.com", "snake_case".
  private static func glue(_ token: inout Token, _ tokens: inout ContiguousArray<Token>) {
    let last = tokens.count - 1
    guard token.gap == .none, last >= 0 else { return }
    if token.kind == .symbol, token.shape.contains(.glued) {
      tokens[last].shape.insert(.glued)
    } else if tokens[last].kind == .symbol, tokens[last].shape.contains(.glued) {
      token.shape.insert(.glued)
    } else if tokens[last].kind == .period, token.kind == .word, !token.shape.contains(.capital),
      tokens[last].gap == .none, last > 0
    {
      token.shape.insert(.glued)
      tokens[last - 1].shape.insert(.glued)
    }
  }
}
