/// A JSON text in the making: one line, keys in the order given, always well-formed.
public struct JSONText: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let escapesTags: Bool

  /// An empty text; with `escapesTags` it can stand in a `<script>` of a page: there is no `<` in
  /// it, and none of the line ends that only scripts know (U+2028, U+2029).
  public init(escapesTags: Bool = false) { self.escapesTags = escapesTags }

  /// Appends an object.
  public mutating func object(_ members: (inout JSONText) -> Void) {
    enclose("{", "}", members)
  }

  /// Appends an array.
  public mutating func array(_ elements: (inout JSONText) -> Void) {
    enclose("[", "]", elements)
  }

  /// Appends a key; its value must follow.
  public mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Appends a string, or null.
  public mutating func value(_ text: String?) {
    guard let text else { return literal("null") }
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "<") where escapesTags: bytes += Array("\\u003c".utf8)
      case 0xA8 where escapesTags && endsWithLineLead: replaceLead("\\u2028")
      case 0xA9 where escapesTags && endsWithLineLead: replaceLead("\\u2029")
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a whole number.
  public mutating func value(_ number: Int) { literal(String(number)) }

  /// Appends a number of any size, given as JSON writes it.
  public mutating func value(number digits: String) { literal(digits) }

  /// Appends a truth value.
  public mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Appends a number from 0 to 1 with two decimals.
  public mutating func value(fraction: Float) {
    let hundredths = Int((Swift.min(Swift.max(fraction, 0), 1) * 100).rounded())
    let rest = hundredths % 100
    literal("\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)")
  }

  /// Appends a key and a string, or null.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// Appends a key and a whole number.
  public mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Whether the first two of the three bytes of U+2028 or U+2029 were appended last.
  private var endsWithLineLead: Bool { bytes.suffix(2).elementsEqual([0xE2, 0x80]) }

  private mutating func replaceLead(_ escape: String) {
    bytes.removeLast(2)
    bytes += Array(escape.utf8)
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += Array(text.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func enclose(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ content: (inout JSONText) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }
}
