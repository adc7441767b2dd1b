/// Reads front matter that is a JSON object (RFC 8259), as Hugo has it at the head of a file and
/// Eleventy between fences.
///
/// Numbers and words become plain text, strings quoted text: the types that `ValueReader` asks for
/// are those of YAML. Tabs are white space, and stand in strings too. O(bytes).
struct JSONDocument {
  let text: [UInt8]
  let end: Int
  private(set) var position: Int

  /// Prepares to read the object whose brace stands at the start of a range.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
  }

  /// The object's entries; afterwards `position` is behind its closing brace.
  mutating func entries() throws(FrontMatterFailure) -> [FrontMatterEntry] {
    skipSpace()
    guard peek == UInt8(ascii: "{") else {
      throw failure("JSON front matter begins with {", at: position)
    }
    return try object(depth: 0)
  }

  /// Whether a brace opens JSON rather than a shortcode or a sentence: behind it stands a
  /// quoted key with a colon, or the closing one.
  ///
  /// O(length of the key).
  static func begins(in text: [UInt8], at brace: Int) -> Bool {
    var document = JSONDocument(text, brace..<text.count)
    document.position += 1
    document.skipSpace()
    guard document.peek == UInt8(ascii: "\"") else { return document.peek == UInt8(ascii: "}") }
    do throws(FrontMatterFailure) {
      _ = try document.string()
    } catch {
      return false
    }
    document.skipSpace()
    return document.peek == UInt8(ascii: ":")
  }

  // MARK: Values

  private mutating func object(depth: Int) throws(FrontMatterFailure) -> [FrontMatterEntry] {
    let opening = try open(depth: depth)
    var entries: [FrontMatterEntry] = []
    var seen: [String: Range<Int>] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else {
        throw noKey(in: opening, isFirst: entries.isEmpty)
      }
      let (key, keyOffsets) = try string()
      if let first = seen.updateValue(keyOffsets, forKey: key) {
        throw .duplicate(key, at: keyOffsets, first: first)
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw failure("behind a key stands a colon", at: position, "write : and its value")
      }
      let value = try value(depth: depth + 1)
      entries.append(FrontMatterEntry(key: key, keyOffsets: keyOffsets, value: value))
      if try isLast(closing: UInt8(ascii: "}"), opening: opening) { return entries }
    }
  }

  private mutating func list(depth: Int) throws(FrontMatterFailure) -> [FrontMatterValue] {
    let opening = try open(depth: depth)
    var items: [FrontMatterValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return items }
    while true {
      skipSpace()
      if peek == UInt8(ascii: "]") { throw commaBeforeEnd }
      items.append(try value(depth: depth + 1))
      if try isLast(closing: UInt8(ascii: "]"), opening: opening) { return items }
    }
  }

  private mutating func value(depth: Int) throws(FrontMatterFailure) -> FrontMatterValue {
    skipSpace()
    let start = position
    switch peek {
    case UInt8(ascii: "{"):
      let entries = try object(depth: depth)
      return FrontMatterValue(.map(entries), at: start..<position)
    case UInt8(ascii: "["):
      let items = try list(depth: depth)
      return FrontMatterValue(.list(items), at: start..<position)
    case UInt8(ascii: "\""):
      let (text, offsets) = try string()
      return FrontMatterValue(.text(text, isQuoted: true), at: offsets)
    default:
      return try word()
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(FrontMatterFailure) -> FrontMatterValue {
    let start = position
    while let byte = peek,
      FrontMatterScanner.isKeyByte(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ".")
    { position += 1 }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    let place = start..<position
    if word == "null" { return FrontMatterValue(.null, at: place) }
    guard word == "true" || word == "false" || JSONNumber.isOne(word) else {
      throw failure(
        word.isEmpty ? "here a value is expected" : "text stands in double quotes",
        at: start, length: max(1, word.utf8.count),
        word.isEmpty ? nil : "write \"\(word.prefix(40))\" if it is text")
    }
    return FrontMatterValue(.text(word, isQuoted: false), at: place)
  }

  // MARK: Strings

  private mutating func string() throws(FrontMatterFailure) -> (String, Range<Int>) {
    let start = position
    position += 1
    var run = position
    var value: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        value += text[run..<position]
        position += 1
        return (String(decoding: value, as: UTF8.self), start..<position)
      case UInt8(ascii: "\\"):
        value += text[run..<position]
        try escape(into: &value)
        run = position
      case UInt8(ascii: "\n"):
        throw failure(
          "the quote is not closed", at: start, length: position - start,
          "write \" behind the value; a line's end in it is written \\n")
      default: position += 1
      }
    }
    throw failure(
      "the quote is not closed", at: start, length: 1, "write \" behind the value")
  }

  private mutating func escape(into value: inout [UInt8]) throws(FrontMatterFailure) {
    let start = position
    position += 2
    let letter = start + 1 < end ? text[start + 1] : 0
    switch letter {
    case UInt8(ascii: "/"): value.append(letter)
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else {
        throw failure(
          "\\u is followed by four hexadecimal digits, or twice that for half a pair of them",
          at: start, length: 2, "write the character itself")
      }
      value += String(scalar).utf8
    default:
      guard let byte = Escape.byte(letter) else {
        throw failure(
          "no such escape: a backslash is written \\\\", at: start, length: 2, "write \\\\")
      }
      value.append(byte)
    }
  }

  /// The scalar of four digits, or of a surrogate pair; `position` is behind `\u`.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let unit = Escape.hexadecimal(at: position, in: text, end: end, digits: 4) else {
      return nil
    }
    position += 4
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard text[position..<end].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
      let low = Escape.hexadecimal(at: position + 2, in: text, end: end, digits: 4),
      (0xDC00..<0xE000).contains(low)
    else { return nil }
    position += 6
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  // MARK: Signs

  private var peek: UInt8? { position < end ? text[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  /// Steps behind an opening bracket; its offset.
  private mutating func open(depth: Int) throws(FrontMatterFailure) -> Int {
    guard depth < FrontMatterFailure.maximumDepth else {
      throw .tooDeep(at: position..<position + 1)
    }
    position += 1
    return position - 1
  }

  /// Steps behind a comma, or behind the closing bracket, which ends a list or an object.
  private mutating func isLast(closing: UInt8, opening: Int) throws(FrontMatterFailure) -> Bool {
    let behind = position
    skipSpace()
    if take(closing) { return true }
    if take(UInt8(ascii: ",")) { return false }
    if let byte = peek, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "{") {
      throw failure(
        "a comma is missing between two values", at: behind - 1, "write a comma behind this one")
    }
    throw unclosed(opening)
  }

  // MARK: Failures

  private func noKey(in opening: Int, isFirst: Bool) -> FrontMatterFailure {
    guard let byte = peek else { return unclosed(opening) }
    if byte == UInt8(ascii: "}"), !isFirst { return commaBeforeEnd }
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") {
      return failure("JSON has no comments", at: position, "delete it")
    }
    return failure("a key stands in double quotes", at: position, "write \" before and behind it")
  }

  private var commaBeforeEnd: FrontMatterFailure {
    failure("behind the last value stands no comma", at: position, "delete the comma before this")
  }

  private func unclosed(_ opening: Int) -> FrontMatterFailure {
    let sign = text[opening] == UInt8(ascii: "{") ? "}" : "]"
    return failure(
      "the closing \(sign) is missing", at: opening, "write \(sign) behind the last value")
  }

  private func failure(
    _ message: String, at offset: Int, length: Int = 1, _ suggestion: String? = nil
  ) -> FrontMatterFailure {
    let start = min(offset, end)
    return FrontMatterFailure(
      message: message, offsets: start..<min(start + length, end), suggestion: suggestion)
  }
}
