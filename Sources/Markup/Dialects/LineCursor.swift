/// Reads the beginning of a line.
struct LineCursor {
  private let source: [UInt8]
  private(set) var offset: Int
  private let end: Int
  private var column = 0

  init(_ source: [UInt8], _ start: Int, _ end: Int) {
    self.source = source
    offset = start
    self.end = end
  }

  var isAtEnd: Bool { offset == end }

  private var byte: UInt8? { offset < end ? source[offset] : nil }

  /// Skips the marks of quotes, each with the space after it; how many there are.
  mutating func skipQuotes() -> Int {
    var depth = 0
    while true {
      var ahead = self
      guard ahead.skipBlanks() < 4, ahead.byte == UInt8(ascii: ">") else { return depth }
      ahead.offset += 1
      if ahead.byte == 0x20 { ahead.offset += 1 }
      ahead.column = 0
      self = ahead
      depth += 1
    }
  }

  /// Skips spaces and tabs; the width of all since the quotes' marks in columns.
  @discardableResult
  mutating func skipBlanks() -> Int {
    while let byte, isBlank(byte) {
      column += byte == 0x09 ? 4 - column % 4 : 1
      offset += 1
    }
    return column
  }

  /// Whether a list's mark stands here.
  var isListMark: Bool {
    var ahead = self
    return ahead.skipListMark() != nil
  }

  /// Skips a list's mark and the white space after it; its width in columns.
  mutating func skipListMark() -> Int? {
    guard let first = byte else { return nil }
    var mark = offset + 1
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      // A line of such marks alone is a thematic break.
      guard !source[offset..<end].allSatisfy({ $0 == first || isBlank($0) }) || mark == end
      else { return nil }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while mark < end, mark < offset + 9, (0x30...0x39).contains(source[mark]) { mark += 1 }
      guard mark < end, source[mark] == UInt8(ascii: ".") || source[mark] == UInt8(ascii: ")")
      else { return nil }
      mark += 1
    default: return nil
    }
    guard mark < end, isBlank(source[mark]) else { return nil }
    let (start, width) = (column, mark - offset)
    column += width
    offset = mark
    let indent = skipBlanks() - start
    // More than four columns after the mark are indented code in the item.
    return indent > width + 4 ? width + 1 : indent
  }

  /// The fence of code that stands here.
  var fence: (byte: UInt8, count: Int)? {
    guard let byte, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = source[offset..<end].prefix { $0 == byte }.count
    guard count >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), source[offset + count..<end].contains(byte) { return nil }
    return (byte, count)
  }

  /// Whether the line is a closing fence.
  func isFence(_ byte: UInt8, atLeast count: Int) -> Bool {
    let marks = source[offset..<end].prefix { $0 == byte }.count
    return marks >= count && source[offset + marks..<end].allSatisfy(isBlank)
  }

  /// The element whose start tag stands here, if nothing in it is Markdown.
  var verbatimElement: String? {
    guard byte == UInt8(ascii: "<") else { return nil }
    let name = elementName(at: offset + 1)
    return ["pre", "script", "style", "textarea"].contains(name) ? name : nil
  }

  /// Whether an end tag stands in the rest of the line.
  func holdsEndTag(_ name: String) -> Bool {
    var start = offset
    while let found = source[start..<end].firstIndex(of: UInt8(ascii: "<")) {
      if found + 1 < end, source[found + 1] == UInt8(ascii: "/"),
        elementName(at: found + 2) == name
      {
        return true
      }
      start = found + 1
    }
    return false
  }

  /// Whether raw HTML begins here that ends at a blank line (CommonMark 0.31, 4.6, 6 and 7).
  func beginsHTMLBlock(afterBlank: Bool) -> Bool {
    guard byte == UInt8(ascii: "<"), offset + 1 < end else { return false }
    let isEnd = source[offset + 1] == UInt8(ascii: "/")
    let start = offset + (isEnd ? 2 : 1)
    let name = elementName(at: start)
    guard !name.isEmpty else { return false }
    if LineCursor.blockElements.contains(name) { return true }
    let after = start + name.utf8.count
    guard afterBlank, after < end, isBlank(source[after]) || source[after] == UInt8(ascii: ">"),
      let tag = source[after..<end].firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    return source[(tag + 1)..<end].allSatisfy(isBlank)
  }

  /// How many elements that hold blocks the line opens and leaves open.
  func elementBalance() -> Int {
    var balance = 0
    var start = offset
    while let found = source[start..<end].firstIndex(of: UInt8(ascii: "<")) {
      let isEnd = found + 1 < end && source[found + 1] == UInt8(ascii: "/")
      if LineCursor.containers.contains(elementName(at: found + (isEnd ? 2 : 1))) {
        balance += isEnd ? -1 : 1
      }
      start = found + 1
    }
    return balance
  }

  /// The name of an element, in lower case; empty where there is none.
  private func elementName(at start: Int) -> String {
    guard start < end, HTMLTokens.isLetter(source[start]) else { return "" }
    let name = source[start..<min(end, start + 12)].prefix {
      HTMLTokens.isLetter($0) || (0x30...0x39).contains($0)
    }
    return String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)
  }

  private static let containers: Set<String> = [
    "div", "blockquote", "section", "article", "aside", "figure", "table", "ul", "ol", "details",
    "center",
  ]

  /// The names of CommonMark 0.31, 4.6, condition 6.
  private static let blockElements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
