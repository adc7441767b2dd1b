import ArchiveModel

/// How scalars are seen by the tokeniser and by the comparison of names.
///
/// Folding is for comparison only: apostrophes of any kind are one, so are hyphens; combining
/// marks, soft hyphens and other invisible scalars are nothing; Latin letters with marks are their
/// ASCII letters. Letters of other scripts stay themselves, so that a Cyrillic "о" never makes a
/// name of another one's.
enum Folding {
  /// What a scalar is in running text.
  enum Class: UInt8 {
    case lower, upper
    /// A letter without case, as of Arabic or Chinese.
    case letter
    case mark, digit, space, lineBreak, paragraph
    /// Seen by nobody: soft hyphen, zero-width space, direction marks.
    case invisible
    case apostrophe, hyphen, dash, period, ellipsis, terminal, comma, colon, opening, closing, quote
    case symbol
  }

  static func classify(ascii byte: UInt8) -> Class {
    switch byte {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x0A: .lineBreak
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20: .space
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    case 0x2E: .period
    case 0x21, 0x3F: .terminal
    case 0x2C: .comma
    case 0x3A, 0x3B: .colon
    case 0x28, 0x5B, 0x7B: .opening
    case 0x29, 0x5D, 0x7D: .closing
    case 0x22: .quote
    case 0x00...0x1F, 0x7F: .invisible
    default: .symbol
    }
  }

  /// For scalars beyond ASCII.
  static func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x85, 0x2028: .lineBreak
    case 0x2029: .paragraph
    case 0x80...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFE00...0xFE0F:
      .invisible
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0xB4, 0x2018, 0x2019, 0x201B, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x2032,
      0xFF07:
      .apostrophe
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: .hyphen
    case 0x2014, 0x2015: .dash
    case 0xAB, 0x201C, 0x201E, 0x2039: .opening
    case 0xBB, 0x201D, 0x203A: .closing
    case 0x2026: .ellipsis
    case 0xA1, 0xBF: .opening
    case 0x3002, 0xFF01, 0xFF1F, 0x061F, 0x0964, 0x06D4, 0x203C...0x203D, 0x2047...0x2049: .terminal
    case 0xFF0C, 0x060C, 0x3001: .comma
    case 0xD7, 0xF7: .symbol
    case 0xC0...0xDE: .upper
    case 0xDF...0xFF: .lower
    case 0x300...0x36F: .mark
    default: general(scalar)
    }
  }

  @inline(never)
  private static func general(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .upper
    case .lowercaseLetter: .lower
    case .otherLetter, .modifierLetter: .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .decimalNumber, .letterNumber, .otherNumber: .digit
    case .spaceSeparator: .space
    case .control, .format, .unassigned, .privateUse, .surrogate: .invisible
    case .openPunctuation, .initialPunctuation: .opening
    case .closePunctuation, .finalPunctuation: .closing
    default: .symbol
    }
  }

  /// The ASCII letters of a Latin letter with marks, in its case: up to three, packed with the
  /// first in the lowest byte; 0 where it stays itself.
  static func ascii(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xC0...0x24F: latin[Int(scalar.value) - 0xC0]
    case 0x1E00...0x1EFF: latin[Int(scalar.value) - 0x1E00 + 0x190]
    default: 0
    }
  }

  private static let latin: ContiguousArray<UInt32> = {
    var table = ContiguousArray<UInt32>()
    table.reserveCapacity(0x290)
    for value in [UInt32](0xC0...0x24F) + [UInt32](0x1E00...0x1EFF) {
      let letters = Unicode.Scalar(value).flatMap(Transliteration.ascii) ?? ""
      var packed: UInt32 = 0
      for (place, byte) in letters.utf8.prefix(3).enumerated() {
        packed |= UInt32(byte) << UInt32(8 * place)
      }
      table.append(packed)
    }
    return table
  }()

  /// Reads the scalar at `offset` and how many bytes it takes; a byte that is not valid UTF-8
  /// counts as U+FFFD.
  static func scalar(_ text: Span<UInt8>, _ offset: Int) -> (scalar: Unicode.Scalar, bytes: Int) {
    let first = UInt32(text[offset])
    let invalid: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, first < 0xF5, offset + length <= text.count else { return invalid }
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for k in 1..<max(length, 1) {
      let next = UInt32(text[offset + k])
      guard next & 0xC0 == 0x80 else { return invalid }
      value = value << 6 | next & 0x3F
    }
    guard let scalar = Unicode.Scalar(value) else { return invalid }
    return (scalar, length)
  }

  /// Appends the folded bytes of a token, in its own case and without an abbreviation's stops.
  static func append(_ text: Span<UInt8>, _ token: Token, to bytes: inout ContiguousArray<UInt8>) {
    let end = Int(token.end)
    let dropsStops = !token.shape.isDisjoint(with: [.dotted, .abbreviated])
    var i = Int(token.start)
    while i < end {
      let byte = text[i]
      if byte < 0x80 {
        i += 1
        switch byte {
        case 0x60: bytes.append(0x27)
        case 0x2E where dropsStops: break
        default: bytes.append(byte)
        }
        continue
      }
      let (scalar, length) = Folding.scalar(text, i)
      switch classify(scalar) {
      case .invisible, .mark: break
      case .apostrophe: bytes.append(0x27)
      case .hyphen: bytes.append(0x2D)
      default:
        var packed = ascii(scalar)
        if packed == 0 {
          for k in i..<i + length { bytes.append(text[k]) }
        }
        while packed != 0 {
          bytes.append(UInt8(truncatingIfNeeded: packed))
          packed >>= 8
        }
      }
      i += length
    }
  }
}
