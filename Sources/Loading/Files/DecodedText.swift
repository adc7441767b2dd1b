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
  /// Where the first U+FFFD stands that we put for bytes that are no text.
  private(set) var firstRepair: Int?
  /// How many such.
  private(set) var repairs = 0
  /// Where the first control character stands that a text has no use for.
  private(set) var firstControl: Int?

  /// Decodes a file: O(bytes), and without a copy for plain UTF-8.
  init(_ file: [UInt8]) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      bytes = DecodedText.fromUTF16(file)
      encoding = .utf16
    } else if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(file.dropFirst(3))
    } else {
      bytes = file
    }

    var survey = ByteSurvey(bytes)
    if survey.hasCarriageReturn || survey.hasFormFeed {
      unifyLineEnds()
      survey = ByteSurvey(bytes)
    }
    if survey.firstInvalid != nil {
      if !survey.hasMultibyte, let text = DecodedText.fromWindows1252(bytes) {
        bytes = text
        encoding = .windows1252
      } else {
        repair()
      }
      survey = ByteSurvey(bytes)
    }
    firstControl = survey.firstControl
  }

  /// Puts U+FFFD for each control character from an offset on; tells of the first, and how many.
  mutating func replaceControls(
    from start: Int
  ) -> (offset: Int, codePoint: UInt16, count: Int)? {
    guard firstControl != nil else { return nil }
    var first: (offset: Int, codePoint: UInt16)?
    var count = 0
    var cleaned = Array(bytes[..<start])
    cleaned.reserveCapacity(bytes.count + 16)
    var i = start
    while i < bytes.count {
      let length = ByteSurvey.controlLength(at: i, in: bytes)
      if length > 0 {
        let last = UInt16(bytes[i + length - 1])
        first = first ?? (cleaned.count, length < 3 ? last : 0xFFC0 | last & 0x3F)
        count += 1
        cleaned.append(contentsOf: [0xEF, 0xBF, 0xBD])
        i += length
      } else {
        cleaned.append(bytes[i])
        i += 1
      }
    }
    bytes = cleaned
    return first.map { ($0.offset, $0.codePoint, count) }
  }

  // MARK: Encodings

  private static func fromUTF16(_ file: [UInt8]) -> [UInt8] {
    let isLittleEndian = file[0] == 0xFF
    let units = stride(from: 2, to: file.count - 1, by: 2).map { i in
      let (low, high) = isLittleEndian ? (file[i], file[i + 1]) : (file[i + 1], file[i])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
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

  /// Puts U+FFFD for each sequence that is not UTF-8.
  private mutating func repair() {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count + 16)
    var i = 0
    while i < bytes.count {
      let length = ByteSurvey.sequenceLength(at: i, in: bytes)
      if length > 0 {
        repaired.append(contentsOf: bytes[i..<i + length])
        i += length
      } else {
        firstRepair = firstRepair ?? repaired.count
        repairs += 1
        repaired.append(contentsOf: [0xEF, 0xBF, 0xBD])
        i += 1
      }
    }
    bytes = repaired
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
