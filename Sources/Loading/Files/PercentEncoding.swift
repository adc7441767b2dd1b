/// The escapes of URLs, `%` and two hexadecimal digits.
public enum PercentEncoding {
  /// Decodes each escape once; nil where a `%` begins none, or the bytes are not UTF-8.
  public static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, digits.first != "+", digits.first != "-",
        let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Encodes each byte but those that are kept (RFC 3986, 2.1): O(bytes).
  public static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    guard !text.utf8.allSatisfy(isKept) else { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text in one line of a file of ours, without line ends or other controls, which a file's name
  /// may hold; `%` for the escape itself.
  static func line(_ text: String) -> String {
    encoded(text) { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") }
  }
}
