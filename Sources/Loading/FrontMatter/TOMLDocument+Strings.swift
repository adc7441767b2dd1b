/// Strings: basic ones with escapes, literal ones without, both also over lines.
extension TOMLDocument {
  mutating func basicString() throws(FrontMatterFailure) -> String {
    let start = position
    position += 1
    var value: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: value, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &value)
      } else {
        value.append(byte)
        position += 1
      }
    }
    throw unclosed(start, "\"")
  }

  mutating func literalString() throws(FrontMatterFailure) -> String {
    let start = position
    position += 1
    while let byte = peek, byte != UInt8(ascii: "\n") {
      position += 1
      if byte == UInt8(ascii: "'") {
        return String(decoding: text[(start + 1)..<position - 1], as: UTF8.self)
      }
    }
    throw unclosed(start, "'")
  }

  /// A line's end right behind the quotes is none; a backslash at a line's end takes all white
  /// space with it.
  mutating func longBasicString() throws(FrontMatterFailure) -> String {
    let start = position
    position += 3
    _ = take(UInt8(ascii: "\n"))
    var value: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "\""), starts(with: "\"\"\"") {
        return closeLong(&value, UInt8(ascii: "\""))
      }
      if byte == UInt8(ascii: "\\") {
        if !skipLineEndEscape() { try escape(into: &value) }
      } else {
        value.append(byte)
        position += 1
      }
    }
    throw unclosed(start, "\"\"\"")
  }

  mutating func longLiteralString() throws(FrontMatterFailure) -> String {
    let start = position
    position += 3
    _ = take(UInt8(ascii: "\n"))
    var value: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "'"), starts(with: "'''") {
        return closeLong(&value, UInt8(ascii: "'"))
      }
      value.append(byte)
      position += 1
    }
    throw unclosed(start, "'''")
  }

  /// Up to two quotes may stand right before the three that close.
  private mutating func closeLong(_ value: inout [UInt8], _ quote: UInt8) -> String {
    var quotes = 0
    while peek == quote, quotes < 5 {
      quotes += 1
      position += 1
    }
    value.append(contentsOf: repeatElement(quote, count: quotes - 3))
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func skipLineEndEscape() -> Bool {
    var i = position + 1
    while i < end, text[i] == UInt8(ascii: " ") || text[i] == UInt8(ascii: "\t") { i += 1 }
    guard i < end, text[i] == UInt8(ascii: "\n") else { return false }
    while i < end, text[i] == 0x20 || text[i] == 0x09 || text[i] == 0x0A { i += 1 }
    position = i
    return true
  }

  private mutating func escape(into value: inout [UInt8]) throws(FrontMatterFailure) {
    let start = position
    position += 2
    let letter = start + 1 < end ? text[start + 1] : 0
    switch letter {
    case UInt8(ascii: "u"): value += try scalar(at: start, digits: 4)
    case UInt8(ascii: "U"): value += try scalar(at: start, digits: 8)
    default:
      guard let byte = Escape.byte(letter) else {
        throw failure(
          "no such escape: a backslash is written \\\\", at: start, length: 2,
          "write \\\\, or put the value in single quotes")
      }
      value.append(byte)
    }
  }

  private mutating func scalar(
    at start: Int, digits: Int
  ) throws(FrontMatterFailure) -> String.UTF8View {
    guard let number = Escape.hexadecimal(at: position, in: text, end: end, digits: digits),
      let scalar = Unicode.Scalar(number)
    else {
      throw failure(
        "an escape of \(digits) hexadecimal digits stands for a character", at: start, length: 2,
        "write the character itself")
    }
    position += digits
    return String(scalar).utf8
  }

  private func unclosed(_ start: Int, _ quotes: String) -> FrontMatterFailure {
    var lineEnd = start
    while lineEnd < end, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    return failure(
      "the quote is not closed", at: start, length: lineEnd - start,
      "write \(quotes) behind the value")
  }
}
