/// How the words of a text are those of a name.
enum Casing {
  /// In the name's own casing, or as it stands at a sentence's start.
  case own
  /// All in capitals, where the name is not.
  case shouted
}

extension NameTable {
  /// Compares the tokens of a text with a name's text, casing and all; nil where they differ.
  ///
  /// Called only where the hashes agree. A name's capital asks for a capital; a small letter takes
  /// either, so that "al-Habbo" may begin a sentence; letters that are all capitals ask for exactly
  /// those.
  func compare(
    _ name: Name, in bytes: RawSpan, with text: Span<UInt8>, _ tokens: Span<Token>,
    _ range: Range<Int>, _ buffer: inout ContiguousArray<UInt8>
  ) -> Casing? {
    var place = name.textOffset
    let end = name.textOffset + name.textCount
    var letters = 0
    var own = 0
    var shouted = 0
    for i in range {
      let token = tokens[i]
      var wordEnd = place
      while wordEnd < end, bytes.byte(wordEnd) != 0x20 { wordEnd += 1 }
      let word = place..<wordEnd
      place = wordEnd + 1
      switch token.kind {
      case .word, .number, .symbol: break
      default:
        guard word.count == 1, bytes.byte(word.lowerBound) == token.kind.mark else { return nil }
        continue
      }
      buffer.removeAll(keepingCapacity: true)
      Folding.append(text, token, to: &buffer)
      guard let casing = NameTable.compare(bytes, word, buffer.span, token) else { return nil }
      if token.kind == .word {
        letters += Int(token.letters)
        switch casing {
        case .same: own += 1
        case .variant:
          guard !name.flags.contains(.exact) else { return nil }
        case .shouted: shouted += 1
        }
      }
      if name.flags.contains(.dotted), token.isAllCapitals, !token.shape.contains(.dotted) {
        return nil
      }
    }
    guard place == end + 1 else { return nil }
    if shouted == 0 { return .own }
    // "ISLAMIC State" is no casing of a name; "AN ISLAMIC STATE" is.
    let isWhole = range.allSatisfy { tokens[$0].kind != .word || tokens[$0].isAllCapitals }
    return isWhole && letters >= 4 && !name.flags.contains(.exact) ? .shouted : nil
  }

  private enum WordCasing { case same, variant, shouted }

  private static func compare(
    _ bytes: RawSpan, _ word: Range<Int>, _ found: Span<UInt8>, _ token: Token
  ) -> WordCasing? {
    guard word.count == found.count else { return nil }
    var isSame = true
    for k in found.indices {
      let a = bytes.byte(word.lowerBound + k)
      let b = found[k]
      if a == b { continue }
      guard (a ^ b) == 0x20, (a | 0x20) &- 0x61 < 26 else { return nil }
      isSame = false
    }
    if isSame { return .same }
    if token.isAllCapitals, found.count > 1 { return .shouted }
    let first = bytes.byte(word.lowerBound)
    let isRestSame = found.indices.dropFirst().allSatisfy {
      bytes.byte(word.lowerBound + $0) == found[$0]
    }
    guard isRestSame else { return nil }
    // "al-Habbo" at a sentence's start, and "Al-Shabaab" inside one; "The Hague" inside one.
    let isSmallInName = first &- 0x61 < 26
    return isSmallInName || !token.classes.isDisjoint(with: [.particle, .determiner])
      ? .variant : nil
  }
}
