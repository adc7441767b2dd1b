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
    let utf8 = text.utf8
    write(utf8.span)
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

  /// Appends a value that is JSON already, by a text that escapes the same.
  mutating func value(trusted json: [UInt8]) {
    separate()
    bytes += json
  }

  /// Appends the bytes of a string, escaped: whole runs, since most needs no escape.
  private mutating func write(_ text: Span<UInt8>) {
    var copied = 0
    var next = 0
    while true {
      next = text.firstSpecial(from: next, specials)
      guard next < text.count else { break }
      let byte = text[next]
      var escaped = 1
      let escape: String
      switch byte {
      case 0x22: escape = "\\\""
      case 0x5C: escape = "\\\\"
      case 0x0A: escape = "\\n"
      case 0x09: escape = "\\t"
      case 0x3C: escape = "\\u003c"
      case 0xE2 where next + 2 < text.count && text[next + 1] == 0x80 && text[next + 2] | 1 == 0xA9:
        escape = text[next + 2] == 0xA8 ? "\\u2028" : "\\u2029"
        escaped = 3
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        escape = "\\u00\(digits.count == 1 ? "0" : "")\(digits)"
      default:
        next += 1
        continue
      }
      text.extracting(copied..<next).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      bytes += escape.utf8
      next += escaped
      copied = next
    }
    text.extracting(copied..<next).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Marks the bytes of a word that may need an escape, as `Span.firstSpecial` wants it; those below
  /// 0x20 by the test of Hacker's Delight, 6-1.
  private func specials(_ word: UInt64) -> UInt64 {
    var found = (word &- .eight(0x20)) & ~word
    found |= word.marks(of: 0x22) | word.marks(of: 0x5C)
    if escapesTags { found |= word.marks(of: 0x3C) | word.marks(of: 0xE2) }
    return found & .eight(0x80)
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
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
