/// What one pass over a value's bytes tells: most values need no second.
///
/// Front matter is mostly long summaries, so this pass is most of what reading an article's keys
/// costs; eight bytes at a time it is a fifth.
struct ValueSurvey {
  /// Whether there may be a control character or a control of the text's direction.
  private(set) var mayHoldControls = false
  /// Whether there is an opening brace, with which templates begin.
  private(set) var mayHoldTemplates = false
  /// Whether it is one line without two blanks in a row or any at the ends.
  private(set) var isTidy = true

  /// Looks at every byte.
  init(_ text: String) {
    let span = text.utf8Span.span
    let words = span.bytes
    var i = 0
    var previous = UInt8(ascii: " ")
    while i < span.count {
      if i + 8 <= span.count {
        // In bounds by the test before.
        let word = UInt64(
          littleEndian: words.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
        if ByteSurvey.isPrintable(word) {
          let blanks = ValueSurvey.zeros(word ^ 0x2020_2020_2020_2020)
          let isAfterBlank = previous == UInt8(ascii: " ") && blanks & 0x80 != 0
          if isAfterBlank || blanks & (blanks << 8) != 0 { isTidy = false }
          if ValueSurvey.zeros(word ^ 0x7B7B_7B7B_7B7B_7B7B) != 0 { mayHoldTemplates = true }
          previous = UInt8(truncatingIfNeeded: word >> 56)
          i += 8
          continue
        }
      }
      look(at: span[i], after: previous)
      previous = span[i]
      i += 1
    }
    if previous == UInt8(ascii: " ") { isTidy = false }
  }

  private mutating func look(at byte: UInt8, after previous: UInt8) {
    switch byte {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): isTidy = false
    case UInt8(ascii: " "): if previous == UInt8(ascii: " ") { isTidy = false }
    case UInt8(ascii: "{"): mayHoldTemplates = true
    case 0..<0x20, 0x7F: mayHoldControls = true
    // U+0080 to U+009F; U+2028 to U+202E; U+2066 to U+2069, each by its last two bytes.
    case 0x80...0x9F where previous == 0xC2: mayHoldControls = true
    case 0xA8...0xAE where previous == 0x80: mayHoldControls = true
    case 0xA6...0xA9 where previous == 0x81: mayHoldControls = true
    // U+FFFE and U+FFFF, which no XML may hold.
    case 0xBE...0xBF where previous == 0xBF: mayHoldControls = true
    default: break
    }
  }

  /// The high bit of each byte that is zero (Mycroft's test in the form without false positives).
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
