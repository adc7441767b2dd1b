/// The path of a file in a bag, as its manifests have it.
enum BagPath {
  /// As it is written: line ends and `%` are escaped, and nothing else (RFC 8493, 2.1.3).
  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x0A: bytes += Array("%0A".utf8)
      case 0x0D: bytes += Array("%0D".utf8)
      case UInt8(ascii: "%"): bytes += Array("%25".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As it is on the disk; `%25` is an escape only from version 1.0 on.
  static func decoded(_ path: String, escapesPercent: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      let escape = String(decoding: rest.prefix(2), as: UTF8.self).uppercased()
      switch (byte, escape) {
      case (UInt8(ascii: "%"), "0A"): bytes.append(0x0A)
      case (UInt8(ascii: "%"), "0D"): bytes.append(0x0D)
      case (UInt8(ascii: "%"), "25") where escapesPercent: bytes.append(UInt8(ascii: "%"))
      default:
        bytes.append(byte)
        continue
      }
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a path may lead out of its bag, on this system or another.
  static func leadsOut(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("~") || path.hasPrefix("\\\\") || path.hasPrefix("%")
      || path.utf8.dropFirst().first == UInt8(ascii: ":")
      || path.split(whereSeparator: { "/\\".contains($0) }).contains("..")
  }
}
