/// Writes what a construct's author gave as text or address, so that it is only that wherever it
/// comes to stand: in a paragraph, in brackets, between the quotes of raw HTML, in a table's cell.
enum Escaping {
  /// Text in which Markdown, HTML and templates find nothing of theirs; a line end is a space.
  ///
  /// Entities of the author's stay ones: they bring in characters and nothing else.
  static func text(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x09, 0x0A: result.append(0x20)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "!"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
        UInt8(ascii: "^"):
        result.append(contentsOf: "&#\(byte);".utf8)
      case UInt8(ascii: "#") where result.last != UInt8(ascii: "&"):
        result.append(contentsOf: "&#35;".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  /// Markdown of one line, in which templates find nothing of theirs.
  static func markdown(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x0A: result.append(0x20)
      case UInt8(ascii: "{"), UInt8(ascii: "}"): result += "&#\(byte);".utf8
      default: result.append(byte)
      }
    }
    return result
  }

  /// An address that ends nowhere but at its end.
  static func address(_ address: some Collection<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(address.count)
    for byte in address {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"),
        UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "*"):
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return result
  }

  /// Code between tags, in one line whatever it holds: a blank line would end the tags' block.
  static func code(_ code: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(code.count)
    for byte in code {
      switch byte {
      case 0x0A: result += "&#10;".utf8
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      default: result.append(byte)
      }
    }
    return result
  }
}
