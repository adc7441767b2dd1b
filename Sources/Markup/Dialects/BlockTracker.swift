/// Follows the blocks of a Markdown source line by line, as far as one must to know what is code.
///
/// Not a parser: it knows quotes, lists, fenced and indented code and raw HTML, by the rules of
/// CommonMark 0.31, 4 and 5. O(line) a line; what it keeps is bounded.
struct BlockTracker {
  /// What a line is.
  enum Kind {
    case blank
    /// Text of code, or a fence; nothing in it is a construct.
    case code
    /// A line of a raw HTML block: Markdown in it is text.
    case html
    case text
  }

  /// A line and its beginning.
  struct Line {
    var kind: Kind
    /// Where it begins.
    var start: Int
    /// Where what it holds begins, after quotes' and lists' marks.
    var content: Int
  }

  private struct Fence {
    var byte: UInt8
    var count: Int
    var quoteDepth: Int
    var listIndent: Int
  }

  private enum Element {
    /// Ends at a blank line.
    case block
    /// `pre`, `script`, `style`, `textarea`: ends at its end tag.
    case verbatim(String)
  }

  private var fence: Fence?
  private var element: Element?
  /// How many elements that hold blocks are open in raw HTML.
  private var elementDepth = 0
  /// The columns at which the text of the open list items begins.
  private var lists: [Int] = []
  private var wasBlank = true
  private var wasIndentedCode = false

  /// Takes in the line `start..<end`, its end not counted.
  mutating func line(_ start: Int, _ end: Int, of source: [UInt8]) -> Line {
    var cursor = LineCursor(source, start, end)
    let quoteDepth = cursor.skipQuotes()
    let indent = cursor.skipBlanks()
    var line = Line(kind: .text, start: start, content: cursor.offset)
    if let open = fence {
      guard quoteDepth < open.quoteDepth || !cursor.isAtEnd && indent < open.listIndent else {
        if cursor.isFence(open.byte, atLeast: open.count), indent < open.listIndent + 4 {
          fence = nil
          wasBlank = false
        }
        line.kind = .code
        return line
      }
      fence = nil
    }
    if case .verbatim(let name) = element {
      if cursor.holdsEndTag(name) { element = nil }
      line.kind = .code
      return line
    }
    guard !cursor.isAtEnd else {
      wasBlank = true
      element = nil
      line.kind = .blank
      return line
    }
    defer { wasBlank = false }
    if element != nil {
      elementDepth = max(0, elementDepth + cursor.elementBalance())
      line.kind = .html
      return line
    }
    return text(line, indent, quoteDepth, &cursor)
  }

  private mutating func text(
    _ line: Line, _ indent: Int, _ quoteDepth: Int, _ cursor: inout LineCursor
  ) -> Line {
    var line = line
    var indent = indent
    if wasBlank || cursor.isListMark {
      while let last = lists.last, last > indent { lists.removeLast() }
    }
    let base = lists.last ?? 0
    if indent >= base + 4, wasBlank || wasIndentedCode, elementDepth == 0 {
      wasIndentedCode = true
      line.kind = .code
      return line
    }
    wasIndentedCode = false
    while lists.count < 32, let mark = cursor.skipListMark() {
      lists.append(indent + mark)
      indent += mark
    }
    line.content = cursor.offset
    if let (byte, count) = cursor.fence {
      fence = Fence(
        byte: byte, count: count, quoteDepth: quoteDepth, listIndent: lists.last ?? 0)
      line.kind = .code
    } else if let name = cursor.verbatimElement {
      if !cursor.holdsEndTag(name) { element = .verbatim(name) }
      line.kind = .code
    } else if cursor.beginsHTMLBlock(afterBlank: wasBlank) {
      element = .block
      elementDepth = max(0, elementDepth + cursor.elementBalance())
      line.kind = .html
    }
    return line
  }
}
