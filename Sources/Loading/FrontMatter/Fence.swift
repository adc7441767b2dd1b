/// The lines around front matter.
struct Fence {
  /// What stands between them.
  enum Kind { case yaml, toml, json }

  /// What ends it: a line of three signs, or the brace of its object.
  enum Closing: String {
    case hyphens = "---"
    case pluses = "+++"
    case brace = "}"
  }

  let kind: Kind
  /// The first line.
  let opening: Range<Int>
  /// What ends it.
  let closing: Closing
  /// Between the fences, or from a brace to the end of the text; nil where the closing one is
  /// missing.
  let content: Range<Int>?
  let bodyStart: Int

  /// Blank lines may stand before the first fence.
  init?(in text: [UInt8]) {
    var start = 0
    while start < text.count, Fence.isSpace(text[start]) { start += 1 }
    start = Fence.lineStart(of: start, in: text)
    guard start < text.count else { return nil }
    let lineEnd = Fence.lineEnd(from: start, in: text)
    let line = Fence.trimmed(text[start..<lineEnd])
    opening = start..<max(start, line.endIndex)

    switch text[start] {
    case UInt8(ascii: "-") where line.elementsEqual("---".utf8):
      (kind, closing) = (.yaml, .hyphens)
    case UInt8(ascii: "-") where line.elementsEqual("---yaml".utf8):
      (kind, closing) = (.yaml, .hyphens)
    case UInt8(ascii: "-") where line.elementsEqual("---json".utf8):
      (kind, closing) = (.json, .hyphens)
    case UInt8(ascii: "-") where line.elementsEqual("---toml".utf8):
      (kind, closing) = (.toml, .hyphens)
    case UInt8(ascii: "+") where line.elementsEqual("+++".utf8):
      (kind, closing) = (.toml, .pluses)
    case UInt8(ascii: "{") where JSONDocument.begins(in: text, at: start):
      (kind, closing, content) = (.json, .brace, start..<text.count)
      bodyStart = text.count
      return
    default:
      return nil
    }
    var next = min(lineEnd + 1, text.count)
    let contentStart = next
    while next < text.count {
      let end = Fence.lineEnd(from: next, in: text)
      if Fence.closes(text[next..<end], as: closing) {
        content = contentStart..<next
        bodyStart = min(end + 1, text.count)
        return
      }
      next = min(end + 1, text.count)
    }
    content = nil
    bodyStart = text.count
  }

  private static func closes(_ line: ArraySlice<UInt8>, as closing: Closing) -> Bool {
    switch line.first {
    case UInt8(ascii: "+"): closing == .pluses && trimmed(line).elementsEqual("+++".utf8)
    case UInt8(ascii: "-"): closing == .hyphens && trimmed(line).elementsEqual("---".utf8)
    case UInt8(ascii: "."): closing == .hyphens && trimmed(line).elementsEqual("...".utf8)
    default: false
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private static func lineStart(of offset: Int, in text: [UInt8]) -> Int {
    text[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// The offset of the line feed at the end of the line, or the end of the text.
  static func lineEnd(from start: Int, in text: [UInt8]) -> Int {
    var i = start
    while i < text.count, text[i] != UInt8(ascii: "\n") { i += 1 }
    return i
  }

  /// Without blanks at the end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }
}
