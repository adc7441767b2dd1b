/// Finds tags by their delimiters, which a template may change as it goes.
struct TagScanner {
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  /// The closing delimiter, for messages.
  var closingText: String { String(decoding: closing, as: UTF8.self) }

  /// Where the next tag starts: O(distance).
  func start(in bytes: [UInt8], from: Int) -> Int? { find(opening, in: bytes, from: from) }

  /// The tag that starts here; nil if it has no end.
  func tag(in bytes: [UInt8], at start: Int) -> Tag? {
    var first = start + opening.count
    while first < bytes.count, TagScanner.isWhitespace(bytes[first]) { first += 1 }
    guard first < bytes.count else { return nil }

    var closing = closing
    let kind: Tag.Kind
    switch bytes[first] {
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    case UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "{"):
      kind = .unescaped
      closing.insert(UInt8(ascii: "}"), at: 0)
    case UInt8(ascii: "="):
      kind = .delimiters
      closing.insert(UInt8(ascii: "="), at: 0)
    default: kind = .value
    }
    let contentStart = kind == .value ? first : first + 1
    guard let end = find(closing, in: bytes, from: contentStart) else { return nil }
    return Tag(
      kind: kind, offsets: start..<end + closing.count,
      content: TagScanner.trimmed(contentStart..<end, in: bytes))
  }

  /// Takes delimiters as a tag gives them, `<% %>`; false if they are none.
  mutating func setDelimiters(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(whereSeparator: TagScanner.isWhitespace)
    guard words.count == 2, !text.contains(UInt8(ascii: "=")) else { return false }
    opening = Array(words[0])
    closing = Array(words[1])
    return true
  }

  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !isWhitespace($0) }),
      let last = bytes[range].lastIndex(where: { !isWhitespace($0) })
    else { return range.upperBound..<range.upperBound }
    return first..<last + 1
  }

  private func find(_ word: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    var at = from
    while let first = bytes[at...].firstIndex(of: word[0]) {
      if bytes[first...].starts(with: word) { return first }
      at = first + 1
    }
    return nil
  }
}
