/// A tag or a text of raw HTML.
struct HTMLToken {
  enum Kind {
    case text, start, end
  }

  var kind: Kind
  /// The element's name in lower case; empty for text.
  var name = ""
  /// Names in lower case, each once (the first counts), with decoded values.
  var attributes: [(name: String, value: [UInt8])] = []
  /// Decoded text.
  var text: [UInt8] = []

  subscript(_ name: String) -> [UInt8]? { attributes.first { $0.name == name }?.value }
}

/// Parts raw HTML into tags and text as a browser does (WHATWG HTML, 13.2.5).
///
/// Comments, declarations, processing instructions and the content of `script`, `style` and
/// `iframe` yield nothing; a tag that never ends is dropped with what follows, as at the end of a
/// file. O(bytes): no byte is looked at more than a few times.
struct HTMLTokens {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var entities = EntityDecoder()
  private var i = 0
  private(set) var tokens: [HTMLToken] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var textStart = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "<"), opensMarkup(i + 1) else {
        i += 1
        continue
      }
      appendText(textStart..<i)
      readMarkup()
      textStart = i
    }
    appendText(textStart..<bytes.count)
  }

  private func opensMarkup(_ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"): return true
    default: return HTMLTokens.isLetter(bytes[at])
    }
  }

  private mutating func appendText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    tokens.append(HTMLToken(kind: .text, text: entities.decoded(bytes[range])))
  }

  private mutating func readMarkup() {
    switch bytes[i + 1] {
    case UInt8(ascii: "!"):
      if matches("<!--", at: i) {
        // "<!-->" and "<!--->" are whole comments.
        skip(past: "-->", from: i + 2)
      } else if matches("<![cdata[", at: i) {
        skip(past: "]]>", from: i)
      } else {
        skip(past: ">", from: i)
      }
    case UInt8(ascii: "?"): skip(past: "?>", from: i)
    case UInt8(ascii: "/"):
      if i + 2 < bytes.count, HTMLTokens.isLetter(bytes[i + 2]) {
        i += 2
        readTag(.end)
      } else {
        skip(past: ">", from: i)
      }
    default:
      i += 1
      readTag(.start)
    }
  }

  private mutating func readTag(_ kind: HTMLToken.Kind) {
    var token = HTMLToken(kind: kind)
    token.name = readName { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || isSpace($0) }
    var seen: Set<String> = []
    while true {
      while i < bytes.count, isSpace(bytes[i]) || bytes[i] == UInt8(ascii: "/") { i += 1 }
      // A tag that never ends is none.
      guard i < bytes.count else { return }
      if bytes[i] == UInt8(ascii: ">") {
        i += 1
        break
      }
      let start = i
      if bytes[i] == UInt8(ascii: "=") { i += 1 }
      let end = i
      let name =
        readName {
          $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
            || isSpace($0)
        }
      let value = readValue()
      if start == end, seen.insert(name).inserted { token.attributes.append((name, value)) }
    }
    tokens.append(token)
    if kind == .start, ["script", "style", "iframe"].contains(token.name) {
      skipRawText(of: token.name)
    }
  }

  private mutating func readName(until isEnd: (UInt8) -> Bool) -> String {
    let start = i
    while i < bytes.count, !isEnd(bytes[i]) { i += 1 }
    return String(
      decoding: bytes[start..<i].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func readValue() -> [UInt8] {
    var at = i
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return [] }
    i = at + 1
    while i < bytes.count, isSpace(bytes[i]) { i += 1 }
    guard i < bytes.count else { return [] }
    let quote = bytes[i]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      i += 1
      let start = i
      while i < bytes.count, bytes[i] != quote { i += 1 }
      let value = entities.decoded(bytes[start..<i])
      i = min(i + 1, bytes.count)
      return value
    }
    let start = i
    while i < bytes.count, bytes[i] != UInt8(ascii: ">"), !isSpace(bytes[i]) { i += 1 }
    return entities.decoded(bytes[start..<i])
  }

  /// Skips to the end tag, or to the end where there is none.
  private mutating func skipRawText(of name: String) {
    let end = "</" + name
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "<"), matches(end, at: i) { return }
      i += 1
    }
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    i =
      ByteSearch.first(end, in: bytes, from: start).map { $0 + end.utf8CodeUnitCount }
      ?? bytes.count
  }

  private func matches(_ word: String, at start: Int) -> Bool {
    var at = start
    for byte in word.utf8 {
      guard at < bytes.count else { return false }
      let found = (0x41...0x5A).contains(bytes[at]) ? bytes[at] | 0x20 : bytes[at]
      guard found == byte else { return false }
      at += 1
    }
    return true
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
