/// The text of a file in UTF-8, with line feeds alone as line ends, and what had to be done for
/// that (DESIGN §11, Encodings).
///
/// Offsets of diagnostics count in `bytes`; the same file always gives the same.
struct DecodedText {
  /// How the bytes were read.
  enum Encoding { case utf8, utf16, windows1252 }

  /// Valid UTF-8 without carriage returns.
  private(set) var bytes: [UInt8]
  private(set) var encoding = Encoding.utf8
  /// The bytes that are no text.
  private(set) var repairs = Replacements()
  /// Where the first control character stands that a text has no use for.
  private(set) var firstControl: Int?

  /// Decodes a file: O(bytes), and without a copy for plain UTF-8.
  init(_ file: [UInt8]) {
    var hasMark = true
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      bytes = []
      encoding = .utf16
      decodeUTF16(file)
    } else if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(file.dropFirst(3))
    } else {
      bytes = file
      hasMark = false
    }

    var survey = ByteSurvey(bytes)
    if survey.hasCarriageReturn || survey.hasFormFeed {
      unifyLineEnds()
      survey = ByteSurvey(bytes)
    }
    if survey.firstInvalid != nil {
      // A byte order mark decides.
      if !hasMark, !survey.hasMultibyte, let text = DecodedText.fromWindows1252(bytes) {
        bytes = text
        encoding = .windows1252
      } else {
        repair()
      }
      survey = ByteSurvey(bytes)
    }
    firstControl = survey.firstControl
  }

  /// Puts U+FFFD for each control character from an offset on, and tells of them; the places of
  /// `repairs` move along.
  mutating func replaceControls(from start: Int) -> Replacements {
    var controls = Replacements()
    guard let firstControl else { return controls }
    var i = max(start, firstControl)
    var cleaned = Array(bytes[..<i])
    cleaned.reserveCapacity(bytes.count + 16)
    while i < bytes.count {
      repairs.move(from: i, to: cleaned.count)
      let length = ByteSurvey.controlLength(at: i, in: bytes)
      if length > 0 {
        let last = UInt32(bytes[i + length - 1])
        controls.append(length < 3 ? last : 0xFFC0 | last & 0x3F, at: cleaned.count)
        cleaned.append(contentsOf: DecodedText.replacement)
        i += length
      } else {
        cleaned.append(bytes[i])
        i += 1
      }
    }
    bytes = cleaned
    return controls
  }

  /// U+FFFD.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  // MARK: Encodings

  /// Decodes what follows a byte order mark; a lone surrogate, or a lone last byte, is no text.
  ///
  /// CR LF and CR become LF at once, so that the places of repairs stay right.
  private mutating func decodeUTF16(_ file: [UInt8]) {
    let isLittleEndian = file[0] == 0xFF
    bytes.reserveCapacity(file.count)
    var high: UInt16?
    var previous: UInt16 = 0
    for i in stride(from: 2, to: file.count - 1, by: 2) {
      let (low, top) = isLittleEndian ? (file[i], file[i + 1]) : (file[i + 1], file[i])
      let unit = UInt16(top) << 8 | UInt16(low)
      let isSecondOfLineEnd = unit == 0x0A && previous == 0x0D
      previous = unit
      if let first = high {
        high = nil
        if UTF16.isTrailSurrogate(unit) {
          append(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
          continue
        }
        appendRepair(UInt32(first))
      }
      if UTF16.isLeadSurrogate(unit) {
        high = unit
      } else if UTF16.isTrailSurrogate(unit) {
        appendRepair(UInt32(unit))
      } else if !isSecondOfLineEnd {
        append(unit == 0x0D ? 0x0A : UInt32(unit))
      }
    }
    if let high { appendRepair(UInt32(high)) }
    if file.count % 2 == 1, let last = file.last { appendRepair(UInt32(last)) }
  }

  /// Appends a code point that is no surrogate.
  private mutating func append(_ codePoint: UInt32) {
    let last = UInt8(codePoint & 0x3F) | 0x80
    switch codePoint {
    case ..<0x80: bytes.append(UInt8(codePoint))
    case ..<0x800: bytes += [UInt8(codePoint >> 6) | 0xC0, last]
    case ..<0x10000:
      bytes += [UInt8(codePoint >> 12) | 0xE0, UInt8(codePoint >> 6 & 0x3F) | 0x80, last]
    default:
      bytes += [
        UInt8(codePoint >> 18) | 0xF0, UInt8(codePoint >> 12 & 0x3F) | 0x80,
        UInt8(codePoint >> 6 & 0x3F) | 0x80, last,
      ]
    }
  }

  private mutating func appendRepair(_ codePoint: UInt32) {
    repairs.append(codePoint, at: bytes.count)
    bytes.append(contentsOf: DecodedText.replacement)
  }

  /// Windows-1252 as UTF-8; nil where a byte has no character there.
  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8]? {
    var text = ""
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte)
      guard value != 0 || byte == 0, let scalar = Unicode.Scalar(value) else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return Array(text.utf8)
  }

  /// What Windows-1252 has from 0x80 to 0x9F; 0 where nothing.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Puts U+FFFD for each byte that is not UTF-8.
  private mutating func repair() {
    let file = bytes
    bytes = []
    bytes.reserveCapacity(file.count + 16)
    var i = 0
    while i < file.count {
      let length = ByteSurvey.sequenceLength(at: i, in: file)
      if length > 0 {
        bytes.append(contentsOf: file[i..<i + length])
        i += length
      } else {
        appendRepair(UInt32(file[i]))
        i += 1
      }
    }
  }

  /// CR LF and CR become LF, a form feed a blank.
  private mutating func unifyLineEnds() {
    var unified: [UInt8] = []
    unified.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\r"): unified.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case 0x0C: unified.append(UInt8(ascii: " "))
      default: unified.append(byte)
      }
      previous = byte
    }
    bytes = unified
  }
}
