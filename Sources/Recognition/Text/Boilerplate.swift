/// Credits of the wire services and of newspapers: who reported, edited and owns a text.
///
/// Their names are no mentions. A wrong credit would lose names of the text, so each form must
/// be met in full: "The report, edited by the ministry, …" is none.
enum Boilerplate {
  /// A credit has no more tokens than this.
  private static let maximumTokens = 120

  /// Marks the tokens of credits as `.credit`: O(tokens), and no allocation.
  static func mark(_ text: Span<UInt8>, _ tokens: inout ContiguousArray<Token>) {
    let contributed = Words.contributed
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      var credit: Range<Int>?
      if token.kind == .word, token.hash == contributed {
        credit = contribution(tokens, i)
      } else if token.kind == .word || token.kind == .symbol, isStart(text, tokens, i) {
        credit = reading(text, tokens, i)
      }
      guard let credit else {
        i += 1
        continue
      }
      for k in credit { tokens[k].shape.insert(.credit) }
      i = max(i + 1, credit.upperBound)
    }
  }

  /// Whether a credit may begin at a token: a block, a line, a sentence, a bracket begins there.
  private static func isStart(
    _ text: Span<UInt8>, _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Bool {
    guard i > 0, tokens[i].gap != .block else { return true }
    switch tokens[i - 1].kind {
    case .opening: return true
    case .period, .terminal, .closing, .quote: return tokens[i].gap == .space
    default: return isLineStart(text, tokens, i)
    }
  }

  private static func isLineStart(
    _ text: Span<UInt8>, _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Bool {
    guard i > 0, tokens[i].gap != .block else { return true }
    // Most tokens have one blank before them.
    var k = Int(tokens[i].start) - 1
    while k >= Int(tokens[i - 1].end) {
      if text[k] == 0x0A { return true }
      guard text[k] == 0x20 || text[k] == 0x09 else { return false }
      k -= 1
    }
    return false
  }

  /// The credit that begins at `i`, if one does.
  private static func reading(
    _ text: Span<UInt8>, _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Range<Int>? {
    let token = tokens[i]
    let isBracketed = i > 0 && tokens[i - 1].kind == .opening
    if token.kind == .symbol {
      return token.end - token.start == 2 && text[Int(token.start)] == 0xC2
        && text[Int(token.start) + 1] == 0xA9 ? copyright(text, tokens, i, i + 1) : nil
    }
    if token.hash == Words.copyright, token.isCapitalized || isBracketed {
      return copyright(text, tokens, i, i + 1)
    }
    guard token.isCapitalized else { return nil }
    if token.hash == Words.by { return byline(text, tokens, i) }
    if token.hash == Words.follow { return follow(tokens, i) }
    guard Words.roles.contains(token.hash), let names = names(tokens, after: i) else { return nil }
    guard let end = end(tokens, names, isBracketed: isBracketed) else { return nil }
    return i..<end
  }

  /// "Reporting by", "Writing and additional reporting by": where the names begin.
  private static func names(
    _ tokens: borrowing ContiguousArray<Token>, after role: Int
  ) -> Int? {
    var k = role + 1
    while k < min(role + 6, tokens.count - 1), tokens[k].gap == .space {
      if tokens[k].hash == Words.by {
        return tokens[k + 1].isCapitalized || tokens[k + 1].shape.contains(.glued) ? k + 1 : nil
      }
      guard Words.roles.contains(tokens[k].hash) || tokens[k].classes.contains(.and) else {
        return nil
      }
      k += 1
    }
    return nil
  }

  /// Where a credit ends whose names begin at `start`: at its bracket or at the end of its block;
  /// nil where a word says that it is none.
  private static func end(
    _ tokens: borrowing ContiguousArray<Token>, _ start: Int, isBracketed: Bool
  ) -> Int? {
    var k = start
    while k < tokens.count, k < start + maximumTokens {
      let token = tokens[k]
      if token.gap == .block { return k }
      switch token.kind {
      case .word:
        let isKnown =
          token.isCapitalized || token.shape.contains(.glued)
          || token.classes.contains(.particle) || Words.connectors.contains(token.hash)
          || Words.roles.contains(token.hash) || follows(tokens, k, .hyphen)
        guard isKnown else { return nil }
      case .closing where isBracketed: return k
      case .number, .possessive, .hyphen, .dash, .period, .comma, .colon, .symbol, .quote, .opening,
        .closing:
        break
      case .terminal, .ellipsis: return nil
      }
      k += 1
    }
    return k == tokens.count ? k : nil
  }

  private static func follows(
    _ tokens: borrowing ContiguousArray<Token>, _ k: Int, _ kind: Token.Kind
  ) -> Bool {
    tokens[k].gap == .none && k > 0 && tokens[k - 1].kind == kind
  }

  /// "By JANE ROE", "By Jane Roe and John Doe in Mosul": a line of its own.
  private static func byline(
    _ text: Span<UInt8>, _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Range<Int>? {
    guard isLineStart(text, tokens, i) else { return nil }
    // A line of prose that happens to break before "By".
    if i > 0, tokens[i].gap != .block, tokens[i - 1].kind == .word, !tokens[i - 1].isCapitalized {
      return nil
    }
    var names = 0
    var k = i + 1
    while k < tokens.count, k < i + 24, !isLineStart(text, tokens, k) {
      let token = tokens[k]
      switch token.kind {
      case .word where token.isCapitalized:
        guard token.classes.isDisjoint(with: [.weekday, .month]) else { return nil }
        if !token.classes.contains(.function) { names += 1 }
      case .word:
        let isKnown =
          token.shape.contains(.glued) || token.classes.contains(.particle)
          || Words.connectors.contains(token.hash)
          || follows(tokens, k, .hyphen)
        guard isKnown, k > i + 1 || token.shape.contains(.glued) else { return nil }
      case .comma, .hyphen, .symbol, .dash, .colon: break
      default: return nil
      }
      k += 1
    }
    guard names > 1, k == tokens.count || isLineStart(text, tokens, k),
      tokens[k - 1].kind == .word
    else { return nil }
    // The line must not go on.
    if k < tokens.count, tokens[k].gap != .block, !tokens[k].isCapitalized,
      tokens[k].kind != .opening
    {
      return nil
    }
    return i..<k
  }

  /// "Copyright 2017 Example Press", to the end of its sentence or line.
  private static func copyright(
    _ text: Span<UInt8>, _ tokens: borrowing ContiguousArray<Token>, _ i: Int, _ next: Int
  ) -> Range<Int>? {
    guard next < tokens.count, tokens[next].gap != .block else { return nil }
    let token = tokens[next]
    let isBracketed = i > 0 && tokens[i - 1].kind == .opening
    // Copyright © 2017, Copyright (c) 2017.
    let isClaim =
      token.kind == .number || token.kind == .symbol || token.kind == .opening
      || token.hash == Words.by || isBracketed && token.isCapitalized
      || tokens[i].kind == .symbol && token.isCapitalized
    guard isClaim else { return nil }
    let end = sentenceEnd(tokens, next, isBracketed: isBracketed)
    if isBracketed { return i..<end }
    let line = (next + 1..<max(end, next + 1)).first { isLineStart(text, tokens, $0) }
    return i..<(line ?? end)
  }

  /// "Follow @jane on Twitter", "Follow Jane Roe on Twitter at @jane".
  private static func follow(
    _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Range<Int>? {
    var k = i + 1
    var isHandle = false
    while k < min(i + 12, tokens.count), tokens[k].gap != .block, tokens[k].kind != .period {
      let token = tokens[k]
      isHandle = isHandle || token.shape.contains(.glued) || Words.networks.contains(token.hash)
      if token.kind == .word, !token.isCapitalized, !token.shape.contains(.glued),
        !Words.connectors.contains(token.hash), !token.classes.contains(.pronoun),
        token.letters > 3
      {
        return nil
      }
      k += 1
    }
    return isHandle ? i..<k : nil
  }

  /// "Jane Roe in Mosul contributed to this report": its sentence.
  private static func contribution(
    _ tokens: borrowing ContiguousArray<Token>, _ i: Int
  ) -> Range<Int>? {
    var k = i + 1
    // "to", "reporting to", "from Mosul to" and the like.
    while k < min(i + 8, tokens.count), tokens[k].gap == .space,
      !Words.reports.contains(tokens[k].hash)
    {
      k += 1
    }
    guard k < tokens.count, Words.reports.contains(tokens[k].hash), tokens[k - 1].hash == Words.this
    else { return nil }
    let end = sentenceEnd(tokens, k, isBracketed: false)
    var start = i
    while start > 0, i - start < maximumTokens, tokens[start].gap != .block,
      tokens[start - 1].kind != .period, tokens[start - 1].kind != .terminal,
      !tokens[start - 1].shape.contains(.credit)
    {
      start -= 1
    }
    return start..<end
  }

  private static func sentenceEnd(
    _ tokens: borrowing ContiguousArray<Token>, _ start: Int, isBracketed: Bool
  ) -> Int {
    var k = start
    while k < tokens.count, k < start + maximumTokens, k == start || tokens[k].gap != .block {
      let kind = tokens[k].kind
      if kind == .period || kind == .terminal || isBracketed && kind == .closing { return k }
      k += 1
    }
    return k
  }

  /// The words of credits, by hash.
  private enum Words {
    static let by = WordHash.of("by")
    static let this = WordHash.of("this")
    static let follow = WordHash.of("follow")
    static let copyright = WordHash.of("copyright")
    static let contributed = WordHash.of("contributed")
    static let roles = hashes(
      """
      reporting editing writing additional further other compiled compilation edited written \
      translated translation research photo photos photograph photographs photography picture \
      pictures image images video graphic graphics illustration illustrations production produced
      """)
    static let connectors = hashes(
      """
      by and in at for with from of the on to newsroom newsrooms bureau bureaus desk staff writer \
      writers correspondent correspondents team special reporter reporters
      """)
    static let networks = hashes("twitter facebook instagram mastodon bluesky threads telegram")
    static let reports = hashes("report story article dispatch")

    private static func hashes(_ words: String) -> [UInt64] {
      words.split(separator: " ").map { WordHash.of($0) }
    }
  }
}
