/// Words and numbers.
extension Tokenizer {
  /// Completes a run of letters, digits and marks, with apostrophes between letters, stops between
  /// single letters ("U.S.") and separators between digits ("200,000"); returns where it ends.
  func word(_ text: Span<UInt8>, from start: Int, _ token: inout Token) -> Int {
    var run = Run(start: start)
    run.readPlain(text, &token)
    // Most words are plain letters up to a blank or a comma.
    if run.letters < 2 || run.end < text.count && Tokenizer.mayGoOn(text[run.end]) {
      run.readOn(text, &token)
    }
    var end = run.end
    token.kind = run.letters > 0 ? .word : .number
    if run.digits > 0 { token.shape.insert(.digit) }
    token.letters = UInt8(clamping: run.letters + run.digits)
    if run.letters == 1, run.digits == 0, end < text.count, text[end] == 0x2E {
      end = Tokenizer.dotted(text, after: end, &token, &run.hash)
    }
    token.hash = run.hash.value
    if token.kind == .word {
      token.classes = lexicon[token.hash]
      if token.classes.contains(.abbreviation), end < text.count, text[end] == 0x2E,
        !Tokenizer.continuesWord(text, end + 1)
      {
        token.shape.insert(.abbreviated)
        end += 1
      }
    }
    token.end = Int32(truncatingIfNeeded: end)
    return end
  }

  /// Whether a byte may go on with a word though it is no ASCII letter.
  private static func mayGoOn(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x27 || byte == 0x60 || byte &- 0x30 < 10
  }

  /// A word or number so far.
  private struct Run {
    var hash = WordHash()
    var letters = 0
    var digits = 0
    /// After its last byte, without invisible scalars at its end.
    var end: Int

    init(start: Int) { end = start }

    /// Reads ASCII letters: nearly all words, and the start of most others.
    mutating func readPlain(_ text: Span<UInt8>, _ token: inout Token) {
      let start = end
      var i = end
      var hash = hash
      var capitals: UInt32 = 0
      var seen: UInt8 = 0
      let count = text.count
      while i < count {
        // Half of all instructions were here; `i` begins inside the text, grows, and is below its
        // end.
        let byte = text[unchecked: i]
        guard Tokenizer.isLetter(byte) else { break }
        if byte & 0x20 == 0 { capitals |= 1 &<< UInt32(truncatingIfNeeded: i &- start) }
        seen |= byte
        hash.combine(byte | 0x20)
        i &+= 1
      }
      guard i > start else { return }
      token.capitals = capitals
      if text[start] & 0x20 == 0 { token.shape.insert(.capital) }
      if seen & 0x20 != 0 { token.shape.insert(.lower) }
      letters = i - start
      self.hash = hash
      end = i
    }

    /// Reads what else a word may have, one scalar at a time.
    mutating func readOn(_ text: Span<UInt8>, _ token: inout Token) {
      var i = end
      while i < text.count {
        let (kind, length) = Tokenizer.scalarClass(text, i)
        switch kind {
        case .lower, .letter:
          token.shape.insert(.lower)
          letters += 1
          combine(text, i, length)
        case .upper:
          if letters == 0, digits == 0 { token.shape.insert(.capital) }
          token.capitals |= 1 &<< UInt32(truncatingIfNeeded: letters)
          letters += 1
          combine(text, i, length)
        case .digit:
          digits += 1
          combine(text, i, length)
        case .mark: break
        case .invisible: if length == 1 { return }
        case .apostrophe:
          guard letters > 0, !Tokenizer.isPossessive(text, at: i, length),
            Tokenizer.continuesWord(text, i + length)
          else { return }
          hash.combine(0x27)
        case .comma, .period:
          guard length == 1, letters == 0, digits > 0, i + 1 < text.count,
            text[i + 1] &- 0x30 < 10
          else { return }
          hash.combine(text[i])
        default: return
        }
        if length > 1 { token.shape.insert(.wide) }
        i += length
        if kind != .invisible { end = i }
      }
    }

    private mutating func combine(_ text: Span<UInt8>, _ i: Int, _ length: Int) {
      if length == 1 { hash.combine(lowercased: text[i]) } else { combineWide(text, i, length) }
    }

    @inline(never)
    private mutating func combineWide(_ text: Span<UInt8>, _ i: Int, _ length: Int) {
      var packed = Folding.ascii(Folding.scalar(text, i).scalar)
      if packed == 0 {
        for k in i..<i + length { hash.combine(text[k]) }
      }
      while packed != 0 {
        hash.combine(lowercased: UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
    }
  }

  /// Continues a single letter over its full stop: "U.S.", "a.m.", "J.".
  private static func dotted(
    _ text: Span<UInt8>, after letter: Int, _ token: inout Token, _ hash: inout WordHash
  ) -> Int {
    var end = letter
    var letters = 1
    // Each turn takes a stop and a letter; the last letter may lack its stop ("U.S-led").
    while end + 1 < text.count, text[end] == 0x2E, isLetter(text[end + 1]) {
      guard !continuesWord(text, end + 2) else { break }
      if text[end + 1] & 0x20 != 0 {
        token.shape.insert(.lower)
      } else {
        token.capitals |= 1 &<< UInt32(truncatingIfNeeded: letters)
      }
      hash.combine(text[end + 1] | 0x20)
      letters += 1
      end += 2
    }
    token.letters = UInt8(clamping: letters)
    if letters > 1 {
      token.shape.insert(.dotted)
      if end < text.count, text[end] == 0x2E, !continuesWord(text, end + 1) { end += 1 }
      return end
    }
    guard token.shape.contains(.capital), end < text.count, text[end] == 0x2E else { return end }
    token.shape.insert(.abbreviated)
    return end + 1
  }
}
