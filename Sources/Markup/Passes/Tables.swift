import CCmark

/// The pass that makes tables of paragraphs with the shape of one (GFM, 4.10).
///
/// libcmark takes a table for a paragraph; where its lines end, so does the table. All cells of a
/// document are parsed in one go: each as a heading on a line of its own, which holds inlines and
/// nothing else, and after them the source once more where cells may refer to its definitions.
/// O(source), and at most so many cells are filled in as the source has bytes.
struct Tables {
  private let lines: SourceLines
  /// The headings that libcmark will parse.
  private var text: [UInt8] = []
  /// What the headings will be, in their order.
  private var blanks: [Blank] = []
  private var mayRefer = false
  private var filledIn = 0

  /// A node that waits for its inlines.
  private struct Blank {
    var node: CmarkNode
    /// Whether it is the part of a paragraph before a table, not a cell.
    var isParagraph: Bool
  }

  /// Where each cell begins in the source; a cell has the number as its tag.
  private(set) var places: [MarkdownPosition] = []

  /// A table in a box that scrolls where the table is too wide, by keys too.
  static func start(_ tag: String) -> String { "<div class=\"table\" tabindex=\"0\">\(tag)" }
  static let end = "</table></div>"

  init(_ lines: SourceLines) {
    self.lines = lines
  }

  /// Replaces the paragraphs that are tables.
  mutating func apply(to root: CmarkNode) {
    guard (1...lines.count).contains(where: mayDelimit) else { return }
    for node in paragraphs(of: root) { replace(node) }
    fill()
  }

  /// Whether a line consists of what a delimiter row and the marks of quotes and lists consist of.
  private func mayDelimit(_ line: Int) -> Bool {
    var hasPipe = false
    for i in lines.range(of: line) {
      switch lines.bytes[i] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09: continue
      default: return false
      }
    }
    return hasPipe
  }

  /// Paragraphs of two lines or more, and such headings: a line of hyphens below a table makes
  /// libcmark take all of it for a heading.
  private func paragraphs(of root: CmarkNode) -> [CmarkNode] {
    var found: [CmarkNode] = []
    root.forEachNode { node in
      let type = node.type
      guard type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING, node.lineRange.count > 1
      else { return }
      found.append(node)
    }
    return found
  }

  private mutating func replace(_ node: CmarkNode) {
    let isHeading = node.type == CMARK_NODE_HEADING
    let range = node.lineRange
    guard let delimiter = range.dropFirst().first(where: mayDelimit) else { return }
    let quotes = node.quoteDepth
    let last = isHeading ? range.upperBound : range.upperBound + 1
    guard delimiter < last else { return }
    let rows = (range.lowerBound..<last).map { line in
      let whole = lines.range(of: line)
      guard line > range.lowerBound else {
        return min(
          whole.lowerBound + max(node.position.column - 1, 0), whole.upperBound)..<whole.upperBound
      }
      return withoutQuotes(whole, quotes)
    }
    for i in 1..<rows.count {
      guard let alignments = TableShape.alignments(of: rows[i], in: lines) else { continue }
      let header = TableShape.cells(of: rows[i - 1], in: lines)
      guard header.count == alignments.count else { continue }

      if i > 1 { keepParagraph(rows[..<(i - 1)], before: node, node.position) }
      let table = CmarkNode(block: Tables.start("<table>"), Tables.end)
      node.insertBefore(table)
      let firstLine = range.lowerBound
      appendRow(
        header, to: table, ("<thead>\n<tr>", "</tr>\n</thead>"), "th", alignments,
        line: firstLine + i - 1)
      if i + 1 < rows.count {
        let body = CmarkNode(block: "<tbody>", "</tbody>")
        table.append(body)
        for row in i + 1..<rows.count {
          let cells = TableShape.cells(of: rows[row], in: lines)
          appendRow(cells, to: body, ("<tr>", "</tr>"), "td", alignments, line: firstLine + row)
        }
      }
      if isHeading { node.insertBefore(CmarkNode(CMARK_NODE_THEMATIC_BREAK)) }
      node.remove()
      return
    }
  }

  private func withoutQuotes(_ line: Range<Int>, _ count: Int) -> Range<Int> {
    var start = line.lowerBound
    var left = count
    while start < line.upperBound {
      if left > 0, lines.bytes[start] == UInt8(ascii: ">") {
        left -= 1
      } else if !isBlank(lines.bytes[start]) {
        break
      }
      start += 1
    }
    return start..<line.upperBound
  }

  private mutating func appendRow(
    _ cells: [Range<Int>], to parent: CmarkNode, _ tags: (String, String), _ name: String,
    _ alignments: [TableShape.Alignment], line: Int
  ) {
    let row = CmarkNode(block: tags.0, tags.1)
    parent.append(row)
    let lineStart = lines.range(of: line).lowerBound
    for column in alignments.indices {
      if column >= cells.count {
        filledIn += 1
        guard filledIn <= lines.bytes.count else { return }
      }
      let isEmpty = column >= cells.count || cells[column].isEmpty
      // A heading without a word helps nobody.
      let name = isEmpty ? "td" : name
      let cell = CmarkNode(block: Tables.tag(name, alignments[column]), "</\(name)>")
      row.append(cell)
      guard !isEmpty else { continue }
      cell.setTag(places.count)
      places.append(
        MarkdownPosition(line: line, column: cells[column].lowerBound - lineStart + 1))
      blanks.append(Blank(node: cell, isParagraph: false))
      appendHeading(cells[column])
    }
  }

  private static func tag(_ name: String, _ alignment: TableShape.Alignment) -> String {
    switch alignment {
    case .none: "<\(name)>"
    case .left: "<\(name) class=\"left\">"
    case .center: "<\(name) class=\"center\">"
    case .right: "<\(name) class=\"right\">"
    }
  }

  private mutating func appendHeading(_ cell: Range<Int>) {
    text.append(contentsOf: [UInt8(ascii: "#"), 0x20])
    var i = cell.lowerBound
    while i < cell.upperBound {
      let byte = lines.bytes[i]
      let isEscape =
        byte == UInt8(ascii: "\\") && i + 1 < cell.upperBound
        && lines.bytes[i + 1] == UInt8(ascii: "|")
      if !isEscape { text.append(byte) }
      if byte == UInt8(ascii: "[") { mayRefer = true }
      i += 1
    }
    // What closes the heading keeps a # at the cell's end.
    text.append(contentsOf: [0x20, UInt8(ascii: "#"), 0x0A])
  }

  /// The lines before a table, as a paragraph: they are parsed again, for where their inlines part
  /// cannot be seen in the old ones.
  private mutating func keepParagraph(
    _ rows: ArraySlice<Range<Int>>, before node: CmarkNode, _ place: MarkdownPosition
  ) {
    let paragraph = CmarkNode(CMARK_NODE_PARAGRAPH)
    paragraph.setTag(places.count)
    places.append(place)
    node.insertBefore(paragraph)
    blanks.append(Blank(node: paragraph, isParagraph: true))
    text.append(contentsOf: "# #\n".utf8)
    for (index, row) in rows.enumerated() {
      // Four spaces, so that no line begins another block.
      if index > 0 { text.append(contentsOf: [0x20, 0x20, 0x20, 0x20]) }
      text.append(contentsOf: lines.bytes[lines.trimmed(row).lowerBound..<row.upperBound])
      text.append(0x0A)
    }
    text.append(0x0A)
    mayRefer = true
  }

  private func fill() {
    guard !blanks.isEmpty else { return }
    var source = text
    let definesLinks = lines.bytes.withUnsafeBufferPointer { ByteSearch.contains($0, "]:") }
    if mayRefer, definesLinks {
      source.append(0x0A)
      source.append(contentsOf: lines.bytes)
    }
    let parsed = MarkdownDocument.parse(source.span)
    defer { parsed.remove() }
    var heading = parsed.firstChild
    for blank in blanks {
      guard let current = heading else { return }
      heading = current.next
      var content = current
      if blank.isParagraph {
        // Definitions leave nothing.
        guard let paragraph = heading, paragraph.type == CMARK_NODE_PARAGRAPH else {
          blank.node.remove()
          continue
        }
        content = paragraph
        heading = paragraph.next
      }
      while let child = content.firstChild { blank.node.append(child) }
    }
  }
}

extension CmarkNode {
  /// The lines of the source that the node stands on.
  fileprivate var lineRange: ClosedRange<Int> {
    let start = max(position.line, 1)
    return start...max(start, Int(cmark_node_get_end_line(pointer)))
  }

  /// How many block quotes it stands in.
  fileprivate var quoteDepth: Int {
    var depth = 0
    var ancestor = parent
    while let node = ancestor {
      if node.type == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      ancestor = node.parent
    }
    return depth
  }
}
