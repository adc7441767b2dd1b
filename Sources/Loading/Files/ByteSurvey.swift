/// What one pass over a file's bytes tells: most files need no second.
struct ByteSurvey {
  /// Where the first byte stands that is not UTF-8.
  private(set) var firstInvalid: Int?
  /// Whether there is a valid sequence of more than one byte.
  private(set) var hasMultibyte = false
  private(set) var hasCarriageReturn = false
  private(set) var hasFormFeed = false
  /// Where the first control character stands: C0 (but tab and line ends), DEL, C1, or one of the
  /// noncharacters U+FFFE and U+FFFF, which no XML may hold.
  private(set) var firstControl: Int?

  /// Looks at every byte, eight at a time where they are plain text.
  init(_ bytes: [UInt8]) {
    let span = bytes.span.bytes
    var i = 0
    let count = bytes.count
    while i < count {
      if i + 8 <= count {
        // In bounds by the test before.
        let word = span.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        if ByteSurvey.isPrintable(word) {
          i += 8
          continue
        }
      }
      let byte = bytes[i]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { note(byte, at: i) }
        i += 1
        continue
      }
      let length = ByteSurvey.sequenceLength(at: i, in: bytes)
      if length == 0 {
        firstInvalid = firstInvalid ?? i
        i += 1
      } else {
        hasMultibyte = true
        if byte == 0xC2 || byte == 0xEF, ByteSurvey.controlLength(at: i, in: bytes) > 0 {
          firstControl = firstControl ?? i
        }
        i += length
      }
    }
  }

  private mutating func note(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): break
    case UInt8(ascii: "\r"): hasCarriageReturn = true
    case 0x0C: hasFormFeed = true
    default: firstControl = firstControl ?? index
    }
  }

  /// Whether eight bytes are all from 0x20 to 0x7E: no high bit, no borrow below a blank, no
  /// carry above a tilde.
  static func isPrintable(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    guard word & high == 0 else { return false }
    let below = (word | high) &- 0x2020_2020_2020_2020
    let above = word &+ 0x0101_0101_0101_0101
    return below & high == high && above & high == 0
  }

  /// How many bytes the control character at an index has; 0 where there is none.
  static func controlLength(at i: Int, in bytes: [UInt8]) -> Int {
    switch bytes[i] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): 0
    case 0..<0x20, 0x7F: 1
    case 0xC2 where i + 1 < bytes.count && bytes[i + 1] < 0xA0: 2
    case 0xEF where i + 2 < bytes.count && bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE: 3
    default: 0
    }
  }

  /// How many bytes the UTF-8 sequence at an index has; 0 where it is none (Unicode, table 3-7).
  static func sequenceLength(at i: Int, in bytes: [UInt8]) -> Int {
    let lead = bytes[i]
    guard lead >= 0x80 else { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return 0
    }
    guard i + length <= bytes.count, second.contains(bytes[i + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[i + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
