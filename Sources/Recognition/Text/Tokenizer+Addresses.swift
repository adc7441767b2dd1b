/// Addresses, handles and names in code: their tokens are `.glued`, since no name stands in them.
extension Tokenizer {
  /// Marks a token that follows another without a gap, and those before it, where they are parts
  /// of "https://example.com/Mosul", "jane.roe@example.com", "@jane_roe" or "report.pdf".
  ///
  /// `addressEnd` becomes the end of an address that has just begun.
  static func glue(
    _ text: Span<UInt8>, _ token: inout Token, _ tokens: inout ContiguousArray<Token>,
    _ addressEnd: inout Int
  ) {
    let last = tokens.count - 1
    guard last >= 0 else { return }
    let start = Int(token.start)
    switch token.kind {
    case .word, .number:
      switch tokens[last].kind {
      case .symbol: glueToSymbol(text, &token, &tokens)
      case .period: glueToStop(text, &token, &tokens, &addressEnd)
      default: break
      }
    case .colon:
      guard start + 2 < text.count, text[start + 1] == 0x2F, text[start + 2] == 0x2F,
        tokens[last].kind == .word
      else { return }
      tokens[last].shape.insert(.glued)
      token.shape.insert(.glued)
      addressEnd = extent(text, from: start)
    case .symbol:
      let isWord = tokens[last].kind == .word || tokens[last].kind == .number
      if text[start] == 0x40, isWord, continuesWord(text, start + 1) {
        glueBack(text, &tokens, from: last)
        addressEnd = extent(text, from: start)
      } else if text[start] == 0x2F, isWord, tokens[last].shape.contains(.glued) {
        token.shape.insert(.glued)
        addressEnd = extent(text, from: start)
      }
    case .closing:
      // A call: "reload()".
      guard tokens[last].kind == .opening, tokens[last].gap == .none, last > 0,
        text[Int(tokens[last].start)] == 0x28, tokens[last - 1].kind == .word
      else { return }
      glueBack(text, &tokens, from: last - 1)
    default: break
    }
  }

  /// "@jane", "#mosul", "snake_case"; but "_so_" is only set off.
  @inline(never)
  private static func glueToSymbol(
    _ text: Span<UInt8>, _ token: inout Token, _ tokens: inout ContiguousArray<Token>
  ) {
    let last = tokens.count - 1
    if tokens[last].shape.contains(.glued) {
      token.shape.insert(.glued)
    } else if text[Int(tokens[last].start)] == 0x5F, tokens[last].gap == .none, last > 0,
      tokens[last - 1].kind == .word || tokens[last - 1].kind == .number
    {
      token.shape.insert(.glued)
      tokens[last].shape.insert(.glued)
      glueBack(text, &tokens, from: last - 1)
    }
  }

  /// "example.com", "www.Example.org", "archive.tar.gz"; but "the city.The army".
  @inline(never)
  private static func glueToStop(
    _ text: Span<UInt8>, _ token: inout Token, _ tokens: inout ContiguousArray<Token>,
    _ addressEnd: inout Int
  ) {
    let last = tokens.count - 1
    guard tokens[last].gap == .none, last > 0 else { return }
    let before = tokens[last - 1]
    guard before.kind == .word || before.kind == .number else { return }
    let isSentence = token.classes.contains(.function) && token.letters > 2
    if isHost(text, before) {
      addressEnd = extent(text, from: Int(token.start))
    } else if isSentence || token.kind == .number {
      return
    } else if token.shape.contains(.capital), !before.shape.contains(.glued) {
      return
    }
    token.shape.insert(.glued)
    tokens[last].shape.insert(.glued)
    glueBack(text, &tokens, from: last - 1)
  }

  /// Whether a word is the "www" of an address.
  private static func isHost(_ text: Span<UInt8>, _ token: Token) -> Bool {
    guard token.end - token.start == 3 else { return false }
    return (Int(token.start)..<Int(token.end)).allSatisfy { text[$0] | 0x20 == 0x77 }
  }

  /// Marks the tokens up to `index` that hang together without a gap and can be of an address.
  ///
  /// Stops at one that is marked, so that each is marked once.
  private static func glueBack(
    _ text: Span<UInt8>, _ tokens: inout ContiguousArray<Token>, from index: Int
  ) {
    var k = index
    while k >= 0, !tokens[k].shape.contains(.glued) {
      switch tokens[k].kind {
      case .word, .number, .hyphen, .period: break
      case .symbol:
        let byte = text[Int(tokens[k].start)]
        guard byte == 0x5F || byte == 0x2B || byte == 0x25 else { return }
      default: return
      }
      tokens[k].shape.insert(.glued)
      if tokens[k].gap != .none { return }
      k -= 1
    }
  }

  /// Where an address ends: before white space, a quote or a pointed bracket, without the marks
  /// at its end, which are the sentence's.
  private static func extent(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    scan: while end < text.count {
      let (kind, length) = scalarClass(text, end)
      switch kind {
      case .space, .lineBreak, .paragraph, .quote: break scan
      case .opening, .closing, .terminal, .comma: if length > 1 { break scan }
      default: if text[end] == 0x3C || text[end] == 0x3E { break scan }
      }
      end += length
    }
    while end > start, text[end - 1] < 0x80 {
      switch Folding.classify(ascii: text[end - 1]) {
      case .period, .comma, .colon, .terminal, .closing, .apostrophe: end -= 1
      default: return end
      }
    }
    return end
  }
}
