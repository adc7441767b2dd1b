import ArchiveModel

/// The text of a bag's own files, in the encoding that `bagit.txt` names.
struct TagText {
  /// Its lines, without their ends.
  let lines: [String]

  /// The encodings that are understood.
  enum Encoding {
    case utf8, latin1, utf16

    /// By the name that it has in the register of IANA.
    init?(named name: String) {
      switch name.uppercased() {
      case "UTF-8", "UTF8", "US-ASCII", "ASCII": self = .utf8
      case "ISO-8859-1", "LATIN1", "LATIN-1": self = .latin1
      case "UTF-16", "UTF-16BE", "UTF-16LE": self = .utf16
      default: return nil
      }
    }
  }

  /// Decodes a text; nil where it is not in the encoding.
  init?(_ bytes: [UInt8], in encoding: Encoding) {
    let text: String?
    switch encoding {
    case .utf8: text = String(validating: bytes, as: UTF8.self)
    case .latin1:
      text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .utf16: text = TagText.utf16(bytes)
    }
    guard let text else { return nil }
    // Line ends are LF, CR or both (RFC 8493, 2.1.3). By scalars: CR and LF are one character.
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isAfterCR = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterCR: isAfterCR = false
      case "\n", "\r":
        lines.append(String(line))
        line = String.UnicodeScalarView()
        isAfterCR = scalar == "\r"
      default:
        isAfterCR = false
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    self.lines = lines
  }

  /// In the order of bytes that its mark says; without one the higher byte comes first.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    let start = isLittle || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    let units = stride(from: start, to: bytes.count, by: 2).map { i in
      isLittle
        ? UInt16(bytes[i]) | UInt16(bytes[i + 1]) << 8
        : UInt16(bytes[i]) << 8 | UInt16(bytes[i + 1])
    }
    return String(validating: units, as: UTF16.self)
  }
}
