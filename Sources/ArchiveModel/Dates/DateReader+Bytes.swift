extension DateReader {
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  var isDigitAhead: Bool { peek.map(DateReader.isDigit) ?? false }

  /// How many digits follow from a position on.
  func digits(at start: Int) -> Int {
    bytes[min(start, bytes.count)...].prefix(while: DateReader.isDigit).count
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  /// Skips the text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  /// Skips one of some words if it stands here, and the blanks behind it.
  mutating func takeWord(_ words: [String]) -> String? {
    guard !isDigitAhead else { return nil }
    let start = position
    let word = word()
    guard words.contains(word) else {
      position = start
      return nil
    }
    skipBlanks()
    return word
  }

  /// A run of at most 18 digits, which an `Int` holds.
  mutating func number() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while let byte = peek, DateReader.isDigit(byte), position - start < 18 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// A number of one or two digits.
  mutating func shortNumber() -> Int? {
    let start = position
    guard let number = number(), number.digits <= 2 else {
      position = start
      return nil
    }
    return number.value
  }

  /// A run of letters, those of ASCII in lower case; empty where there is none.
  mutating func word() -> String {
    let start = position
    while let byte = peek,
      byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    {
      // A dash ends a word; other scalars of three bytes may be letters.
      if isDash { break }
      position += 1
    }
    return String(
      decoding: bytes[start..<position].map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether an en dash or an em dash begins here.
  private var isDash: Bool {
    position + 2 < bytes.count && bytes[position] == 0xE2 && bytes[position + 1] == 0x80
      && (0x93...0x94).contains(bytes[position + 2])
  }
}
