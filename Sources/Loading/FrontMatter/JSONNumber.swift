/// The form of a number in JSON (RFC 8259, section 6).
enum JSONNumber {
  /// Whether a text is a number as JSON writes it: `-17`, `0.50`, `2e6`; not `007`, `+1` or `.5`.
  static func isOne(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    return end(in: bytes, from: 0) == bytes.count
  }

  /// Where the number that begins at an offset ends; nil where none begins.
  static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var i = start
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") { i += 1 }
    guard i < bytes.count, isDigit(bytes[i]) else { return nil }
    i = bytes[i] == UInt8(ascii: "0") ? i + 1 : skippingDigits(i, in: bytes)
    if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
      let end = skippingDigits(i + 1, in: bytes)
      guard end > i + 1 else { return nil }
      i = end
    }
    if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") {
      var digits = i + 1
      if digits < bytes.count, "+-".utf8.contains(bytes[digits]) { digits += 1 }
      let end = skippingDigits(digits, in: bytes)
      guard end > digits else { return nil }
      i = end
    }
    return i
  }

  private static func skippingDigits(_ start: Int, in bytes: Span<UInt8>) -> Int {
    var i = start
    while i < bytes.count, isDigit(bytes[i]) { i += 1 }
    return i
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
