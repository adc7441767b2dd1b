/// What stands behind a backslash in quotes, as JSON, TOML and YAML have it in common.
enum Escape {
  /// The byte that a letter stands for in JSON and TOML alike; nil for any other letter.
  static func byte(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: nil
    }
  }

  /// The number that hexadecimal digits write; nil where one of them is none.
  static func hexadecimal(at start: Int, in text: [UInt8], end: Int, digits: Int) -> UInt32? {
    guard start + digits <= end else { return nil }
    var number: UInt32 = 0
    for byte in text[start..<start + digits] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      number = number << 4 | UInt32(digit)
    }
    return number
  }
}
