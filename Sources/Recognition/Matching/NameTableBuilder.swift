/// Builds the bytes of a `NameTable`; the same names in any order give the same bytes.
struct NameTableBuilder {
  private struct Entry {
    /// The folded tokens, apart by blanks, in their own case.
    var text: [UInt8]
    var tokens: [UInt64]
    var flags: NameTable.Flags
    var payload: Int32
  }

  private let tokenizer: Tokenizer
  private var entries: [Entry] = []

  init(lexicon: WordLexicon) { tokenizer = Tokenizer(lexicon: lexicon) }

  /// The folded tokens of a name, apart by blanks: equal for names that no text tells apart.
  ///
  /// Nil for what cannot be a name: without a letter, one letter alone, or too long.
  func key(_ name: String) -> (text: [UInt8], tokens: [Token])? {
    let bytes = Array(name.utf8)
    guard bytes.count <= 400 else { return nil }
    var tokens = ContiguousArray<Token>()
    tokenizer.tokenize(bytes.span, into: &tokens)
    guard !tokens.isEmpty, tokens.count <= NameTable.maximumTokens,
      tokens.dropFirst().allSatisfy({ $0.gap != .block }),
      tokens.contains(where: { $0.kind == .word }),
      tokens.reduce(0, { $0 + Int($1.letters) }) > 1
    else { return nil }
    var text = ContiguousArray<UInt8>()
    for token in tokens {
      if !text.isEmpty { text.append(0x20) }
      NameTableBuilder.append(bytes.span, token, to: &text)
    }
    return (Array(text), Array(tokens))
  }

  /// A token's folded bytes; a mark of punctuation is the mark of its kind.
  private static func append(
    _ text: Span<UInt8>, _ token: Token, to bytes: inout ContiguousArray<UInt8>
  ) {
    switch token.kind {
    case .word, .number, .symbol: Folding.append(text, token, to: &bytes)
    default: bytes.append(token.kind.mark)
    }
  }

  /// Adds a name, with the flags that its letters show; false for what cannot be a name.
  @discardableResult
  mutating func add(_ name: String, flags: NameTable.Flags = [], payload: Int32) -> Bool {
    guard let (text, tokens) = key(name) else { return false }
    var flags = flags
    if tokens.count == 1, tokens[0].isAllCapitals, tokens[0].letters <= 5 {
      flags.insert(.acronym)
    }
    if tokens.contains(where: { $0.shape.contains(.dotted) }) { flags.insert(.dotted) }
    entries.append(
      Entry(text: text, tokens: tokens.map(\.hash), flags: flags, payload: payload))
    return true
  }

  /// The table.
  func build() -> [UInt8] {
    let sorted = entries.sorted { a, b in
      if a.tokens != b.tokens { return a.tokens.lexicographicallyPrecedes(b.tokens) }
      if a.text != b.text { return a.text.lexicographicallyPrecedes(b.text) }
      return (a.flags.rawValue, a.payload) < (b.flags.rawValue, b.payload)
    }
    var states: [UInt64: (name: UInt32, goesOn: Bool)] = [:]
    var names: [UInt32] = []
    var texts: [UInt8] = []
    for (index, entry) in sorted.enumerated() {
      var state = NameTable.start
      for (place, token) in entry.tokens.enumerated() {
        state = NameTable.advance(state, token)
        let isLast = place == entry.tokens.count - 1
        var value = states[state] ?? (0, false)
        if !isLast { value.goesOn = true }
        if isLast, value.name == 0 { value.name = UInt32(index + 1) }
        states[state] = value
      }
      var flags = entry.flags
      if index + 1 < sorted.count, sorted[index + 1].tokens == entry.tokens { flags.insert(.more) }
      names.append(UInt32(texts.count))
      names.append(UInt32(entry.text.count) | UInt32(flags.rawValue) << 16)
      names.append(UInt32(bitPattern: entry.payload))
      texts += entry.text
    }
    var slots = 16
    while slots < states.count * 2 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots * 2)
    // In a fixed order, since where a slot is taken the next one serves.
    for (state, value) in states.sorted(by: { $0.key < $1.key }) {
      var slot = Int(state & UInt64(slots - 1))
      while table[slot * 2] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot * 2] = NameTable.tag(state)
      table[slot * 2 + 1] = value.name | (value.goesOn ? 1 << 31 : 0)
    }
    var bytes: [UInt8] = []
    bytes.append(word: UInt32(slots))
    bytes.append(word: UInt32(sorted.count))
    bytes.append(word: UInt32(texts.count))
    for word in table + names { bytes.append(word: word) }
    return bytes + texts
  }
}

extension [UInt8] {
  /// Appends a 32-bit word, the lowest byte first.
  mutating func append(word: UInt32) {
    for shift in [UInt32(0), 8, 16, 24] { append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}

extension Token.Kind {
  /// The ASCII byte that stands for a mark of punctuation in a name's key.
  var mark: UInt8 {
    switch self {
    case .word, .number, .symbol: 0x3F
    case .possessive: 0x27
    case .hyphen: 0x2D
    case .dash: 0x5F
    case .period: 0x2E
    case .ellipsis: 0x7E
    case .terminal: 0x21
    case .comma: 0x2C
    case .colon: 0x3A
    case .opening: 0x28
    case .closing: 0x29
    case .quote: 0x22
    }
  }
}
