import ArchiveModel

/// A scalar as hidden phrases are compared: its letters without case and marks, or what it is
/// between letters.
///
/// Wider than the folding of names in running text: here a miss shows what must not be shown, so
/// Cyrillic and Greek letters are their Latin transliterations, as slugs have them.
struct FoldedScalar {
  /// What a scalar is to a phrase.
  enum Kind: UInt8 {
    /// Ends whatever stands before it.
    case other
    case letter
    /// Seen by nobody: a combining mark, a soft hyphen, a zero-width space, a control.
    case mark
    case space, newline
    /// `-`, `_`, `.`, `+`, `|`, a backslash, dashes, middle dots.
    case joiner
    /// `*` and `~`, which are markup wherever they stand.
    case star
    /// A backtick: markup, or an apostrophe.
    case tick
    case apostrophe, comma, slash, bracket
    /// `<`, which may begin a tag.
    case angle
  }

  var kind: Kind
  /// Of a letter: its folded bytes, the first one lowest.
  var bytes: UInt32 = 0
  /// How many bytes these are.
  var count = 0

  /// The last of its bytes.
  var last: UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(8 * max(count - 1, 0))) }

  /// Folds a scalar.
  static func of(_ value: UInt32) -> FoldedScalar {
    if value < tableCount { return table[Int(value)] }
    // What is no text at all, of which some files have much.
    return value == 0xFFFD ? FoldedScalar(kind: .mark) : computed(value)
  }

  private static let tableCount: UInt32 = 0x2100
  private static let table = ContiguousArray((0..<tableCount).map(computed))

  private static func computed(_ value: UInt32) -> FoldedScalar {
    switch value {
    case 0x61...0x7A, 0x30...0x39: return FoldedScalar(kind: .letter, bytes: value, count: 1)
    case 0x41...0x5A: return FoldedScalar(kind: .letter, bytes: value | 0x20, count: 1)
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: return computed(value - 0xFEE0)
    case 0xAC00...0xD7A3: return syllable(value - 0xAC00)
    case 0x1100...0x1112: return jamo(0x80 + value - 0x1100)
    case 0x1161...0x1175: return jamo(0xA0 + value - 0x1161)
    case 0x11A8...0x11C2: return jamo(0xC0 + value - 0x11A7)
    case 0x3400...0x9FFF: return itself(value)
    default: break
    }
    if let kind = sign(value) { return FoldedScalar(kind: kind) }
    guard let scalar = Unicode.Scalar(value) else { return FoldedScalar(kind: .other) }
    if let letters = ligatures[value] ?? Transliteration.ascii(scalar) { return ascii(letters) }
    if let letter = sameLetter[value] { return itself(letter) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return FoldedScalar(kind: .mark)
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return FoldedScalar(kind: .space)
    case .dashPunctuation, .connectorPunctuation: return FoldedScalar(kind: .joiner)
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter,
      .spacingMark, .decimalNumber, .letterNumber:
      return itself(scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value)
    default: return FoldedScalar(kind: .other)
    }
  }

  private static func sign(_ value: UInt32) -> Kind? {
    switch value {
    case 0x0A, 0x0D: .newline
    case 0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0: .space
    case 0x2B, 0x2D, 0x2E, 0x5C, 0x5F, 0x7C, 0xB7, 0x2022, 0x2027, 0x2212, 0x30FB, 0xFF65: .joiner
    case 0x2A, 0x7E: .star
    case 0x60: .tick
    case 0x27, 0xB4, 0x2018, 0x2019, 0x201B, 0x02B9...0x02BF, 0x02C8, 0x2032: .apostrophe
    case 0x2C, 0x060C, 0x3001: .comma
    case 0x2F: .slash
    case 0x5B, 0x5D: .bracket
    case 0x3C: .angle
    default: nil
    }
  }

  private static func ascii(_ letters: String) -> FoldedScalar {
    var fold = FoldedScalar(kind: .letter)
    for byte in letters.utf8 where byte != 0x27 && fold.count < 4 {
      fold.bytes |= UInt32(byte | 0x20) << UInt32(8 * fold.count)
      fold.count += 1
    }
    // The hard and soft signs are apostrophes in Latin letters.
    return fold.count > 0 ? fold : FoldedScalar(kind: .mark)
  }

  /// A letter of a script that has no Latin letters here: its bytes in UTF-8.
  private static func itself(_ value: UInt32) -> FoldedScalar {
    var fold = FoldedScalar(kind: .letter)
    for byte in Unicode.Scalar(value).map({ Array(String($0).utf8) }) ?? [] {
      fold.bytes |= UInt32(byte) << UInt32(8 * fold.count)
      fold.count += 1
    }
    return fold
  }

  /// A Hangul syllable as its parts, so that composed and decomposed ones are the same.
  private static func syllable(_ index: UInt32) -> FoldedScalar {
    let (lead, vowel, tail) = (index / 588, index % 588 / 28, index % 28)
    return FoldedScalar(
      kind: .letter, bytes: 0x80 + lead | (0xA0 + vowel) << 8 | (tail > 0 ? 0xC0 + tail : 0) << 16,
      count: tail > 0 ? 3 : 2)
  }

  private static func jamo(_ byte: UInt32) -> FoldedScalar {
    FoldedScalar(kind: .letter, bytes: byte, count: 1)
  }

  private static let ligatures: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x017F: "s", 0x2126: "o", 0x212A: "k", 0x212B: "a",
  ]

  /// Arabic letters that Unicode composes of one above and a mark, and a Persian form.
  private static let sameLetter: [UInt32: UInt32] = [
    0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x624: 0x648, 0x626: 0x64A,
    0x6CC: 0x64A, 0x649: 0x64A, 0x6A9: 0x643,
  ]
}
