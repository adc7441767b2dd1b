/// Single bytes, white space, and what is said where something else was expected.
extension TOMLDocument {
  var peek: UInt8? { position < end ? text[position] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  func starts(with quotes: StaticString) -> Bool {
    quotes.withUTF8Buffer { quotes in
      position + quotes.count <= end
        && text[position..<position + quotes.count].elementsEqual(quotes)
    }
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Blanks, line ends and comments.
  mutating func skipSpace() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A: position += 1
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    while let byte = peek, byte != UInt8(ascii: "\n") { position += 1 }
  }

  /// Behind a value nothing may stand but a comment.
  mutating func endLine() throws(FrontMatterFailure) {
    skipBlanks()
    if peek == UInt8(ascii: "#") { skipComment() }
    guard peek == nil || peek == UInt8(ascii: "\n") else {
      throw failure(
        "behind a value the line ends", at: position, "write the next key on a line of its own")
    }
  }

  func noEqualsSign(after start: Int) -> FrontMatterFailure {
    if peek == UInt8(ascii: ":") {
      return failure(
        "in TOML front matter, between lines of +++, = stands behind a key", at: position,
        "write = for the colon, or --- for both lines of +++ if this is YAML")
    }
    return failure(
      "behind a key stands =", at: start, length: max(1, position - start),
      "write = and a value behind the key")
  }

  func failure(
    _ message: String, at offset: Int, length: Int = 1, _ suggestion: String? = nil
  ) -> FrontMatterFailure {
    let start = min(offset, end)
    return FrontMatterFailure(
      message: message, offsets: start..<min(start + length, end), suggestion: suggestion)
  }
}
