import ArchiveModel

/// What a letter counts as when words are compared: case, accents and script do not tell words
/// apart.
///
/// The browser does the same (`fold` in `search-engine.js`): there it is composed form, then the base
/// letter of what Unicode composes in Latin, Greek and Cyrillic, then one table. A test holds the
/// two together.
enum WordFolding {
  /// What a scalar is in a word.
  enum Part: Sendable {
    /// No part of any word.
    case separator
    /// A mark that counts for nothing.
    case ignored
    /// Letters or digits.
    case letters([UInt8])
    /// A sign that is a word of its own, as Han has it.
    case word([UInt8])
  }

  /// Beyond ASCII; those of the first planes, where most texts are, from a table.
  static func part(of scalar: Unicode.Scalar) -> Part {
    scalar.value < 0x2100 ? table[Int(scalar.value)] : computed(scalar)
  }

  private static let table: [Part] = (0..<0x2100).map { value in
    Unicode.Scalar(UInt32(value)).map(computed) ?? .separator
  }

  private static func computed(_ scalar: Unicode.Scalar) -> Part {
    switch scalar.value {
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
      0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0xFE00...0xFE0F:
      return .ignored
    case 0x622, 0x623, 0x625, 0x671: return .letters(Array("\u{627}".utf8))
    case 0x624: return .letters(Array("\u{648}".utf8))
    case 0x626, 0x649: return .letters(Array("\u{64A}".utf8))
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return isLetter(scalar) ? .word(Array(String(scalar).utf8)) : .separator
    default: break
    }
    if let letters = transliterated(scalar) { return .letters(letters) }
    guard isLetter(scalar) else { return .separator }
    let lower = scalar.properties.lowercaseMapping
    return .letters(lower.unicodeScalars.first.flatMap(transliterated) ?? Array(lower.utf8))
  }

  private static func transliterated(_ scalar: Unicode.Scalar) -> [UInt8]? {
    Transliteration.ascii(scalar)?.utf8.filter { $0 != UInt8(ascii: "'") }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
