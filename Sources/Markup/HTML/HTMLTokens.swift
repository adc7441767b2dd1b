/// A tag or a text of raw HTML.
struct HTMLToken {
  enum Kind {
    case text, start, end
    /// A comment, a script or the like that never ends: what follows it is gone with it.
    case unclosed
  }

  var kind: Kind
  /// The element's name in lower case; of what never ends, what it is; empty for text.
  var name = ""
  /// Names in lower case, each once (the first counts), with decoded values.
  var attributes: [(name: String, value: [UInt8])] = []
  /// Decoded text.
  var text: [UInt8] = []
  /// Where it begins.
  var place = Place()

  /// A place in a raw text, in bytes from 0.
  struct Place {
    var line = 0
    var column = 0
    /// Of the line in the raw text; that in the source may be longer, by the signs of quotes and
    /// lists before it.
    var lineLength = 0
  }

  subscript(_ name: String) -> [UInt8]? { attributes.first { $0.name == name }?.value }
}

/// Parts raw HTML into tags and text as a browser does (WHATWG HTML, 13.2.5).
///
/// Comments, declarations, processing instructions and the content of `script`, `style` and
/// `iframe` yield nothing; that of a CDATA section is text. Where a browser would lose what follows
/// a tag that never ends, the tag ends at its first `>`, or is text. O(bytes): no byte is looked at
/// more than a few times.
struct HTMLTokens {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var entities = EntityDecoder()
  private var i = 0
  private let lastTagEnd: Int
  /// Whether a `>` ends a tag within quotation marks too, since one of these never ends.
  private var ignoresQuotes = false
  /// Elements of raw text that end nowhere, so that nobody searches again.
  private var unclosed: Set<String> = []
  private(set) var tokens: [HTMLToken] = []

  /// The line that was reached in counting, its start, and its end once that is known.
  private var line = 0
  private var lineStart = 0
  private var lineEnd: Int?
  private var counted = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    lastTagEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    var textStart = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "<"), opensMarkup(i + 1) else {
        i += 1
        continue
      }
      let start = i
      appendText(textStart..<start)
      if readMarkup() {
        textStart = i
      } else {
        // No markup after all: a text that begins with the sign.
        textStart = start
        i = start + 1
      }
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

  /// Whether there is markup at the sign.
  private mutating func readMarkup() -> Bool {
    switch bytes[i + 1] {
    case UInt8(ascii: "!"):
      if matches("<!--", at: i) {
        // "<!-->" and "<!--->" are whole comments.
        skip(past: "-->", from: i + 2, "a comment that never ends")
      } else if matches("<![cdata[", at: i) {
        let start = i + 9
        skip(past: "]]>", from: start, "a CDATA section that never ends")
        let end = i >= start + 3 && matches("]]>", at: i - 3) ? i - 3 : i
        if start < end { tokens.append(HTMLToken(kind: .text, text: Array(bytes[start..<end]))) }
      } else {
        return skipToTagEnd()
      }
    case UInt8(ascii: "?"): skip(past: "?>", from: i, "an instruction that never ends")
    case UInt8(ascii: "/"):
      if i + 2 < bytes.count, HTMLTokens.isLetter(bytes[i + 2]) {
        return readTag(.end, nameStart: i + 2)
      }
      return skipToTagEnd()
    default:
      return readTag(.start, nameStart: i + 1)
    }
    return true
  }

  /// Whether there is a tag: one that never ends is none.
  private mutating func readTag(_ kind: HTMLToken.Kind, nameStart: Int) -> Bool {
    let start = i
    guard start < lastTagEnd else { return false }
    i = nameStart
    var token = HTMLToken(kind: kind)
    guard let isSelfClosing = readParts(of: &token) else {
      // The quotation mark that never ends is no more than one of its signs. From here on all tags
      // are read so: each is looked at twice at most.
      ignoresQuotes = true
      i = start
      return readTag(kind, nameStart: nameStart)
    }
    token.place = place(of: start)
    tokens.append(token)
    if kind == .start, ["script", "style", "iframe"].contains(token.name) {
      skipRawText(of: token.name, isSelfClosing: isSelfClosing)
    }
    return true
  }

  /// Reads a tag's name and attributes: whether a `/` closes it; nil where it never ends.
  private mutating func readParts(of token: inout HTMLToken) -> Bool? {
    token.name = readName { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || isSpace($0) }
    var seen: Set<String> = []
    while true {
      while i < bytes.count, isSpace(bytes[i]) || bytes[i] == UInt8(ascii: "/") { i += 1 }
      guard i < bytes.count else { return nil }
      if bytes[i] == UInt8(ascii: ">") {
        i += 1
        return bytes[i - 2] == UInt8(ascii: "/")
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
      while i < bytes.count, bytes[i] != quote,
        !(ignoresQuotes && bytes[i] == UInt8(ascii: ">"))
      {
        i += 1
      }
      let value = entities.decoded(bytes[start..<i])
      if i < bytes.count, bytes[i] == quote { i += 1 }
      return value
    }
    let start = i
    while i < bytes.count, bytes[i] != UInt8(ascii: ">"), !isSpace(bytes[i]) { i += 1 }
    return entities.decoded(bytes[start..<i])
  }

  /// Skips to the end tag; where there is none, all of a script or a style, and nothing of what
  /// only a slip left open.
  private mutating func skipRawText(of name: String, isSelfClosing: Bool) {
    let start = i
    let end = "</" + name
    if !unclosed.contains(name) {
      while i < bytes.count {
        if bytes[i] == UInt8(ascii: "<"), matches(end, at: i) { return }
        i += 1
      }
      unclosed.insert(name)
    }
    if isSelfClosing || name == "iframe" {
      i = start
    } else {
      i = bytes.count
      if bytes[start...].contains(where: { !isSpace($0) }) {
        note("a \(name) that never ends", at: start)
      }
    }
  }

  /// Skips a declaration, or an end tag without a name: whether it ends.
  private mutating func skipToTagEnd() -> Bool {
    guard i < lastTagEnd else { return false }
    while bytes[i] != UInt8(ascii: ">") { i += 1 }
    i += 1
    return true
  }

  private mutating func skip(past end: StaticString, from start: Int, _ what: String) {
    if let found = ByteSearch.first(end, in: bytes, from: start) {
      i = found + end.utf8CodeUnitCount
    } else {
      note(what, at: i)
      i = bytes.count
    }
  }

  private mutating func note(_ what: String, at start: Int) {
    tokens.append(HTMLToken(kind: .unclosed, name: what, place: place(of: start)))
  }

  /// The place of an offset at or after the one that was asked for before; O(bytes between).
  private mutating func place(of offset: Int) -> HTMLToken.Place {
    while counted < offset {
      if bytes[counted] == 0x0A {
        line += 1
        lineStart = counted + 1
        lineEnd = nil
      }
      counted += 1
    }
    let end = lineEnd ?? ByteSearch.first("\n", in: bytes, from: offset) ?? bytes.count
    lineEnd = end
    return HTMLToken.Place(
      line: line, column: offset - lineStart, lineLength: end - lineStart)
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
