import CCmark
import Testing

@testable import Markup

/// A document of two cells in a row, each of which holds what a Markdown line says.
private func row(_ cells: String...) -> MarkdownDocument {
  let root = CmarkNode(CMARK_NODE_DOCUMENT)
  let row = CmarkNode(block: "<tr>", "</tr>")
  root.append(row)
  for text in cells {
    let cell = CmarkNode(block: "<td>", "</td>")
    row.append(cell)
    let parsed = MarkdownDocument.parse(Array(text.utf8).span)
    while let child = parsed.firstChild?.firstChild { cell.append(child) }
    parsed.remove()
  }
  return MarkdownDocument(MarkdownTree(root: root), sourceBytes: 100)
}

@Suite struct `Nodes of our own` {
  @Test func `A cell is a block of the reading text, and may be empty`() {
    let document = row("Lise", "", "<b></b>", "*Grande*")

    #expect(String(decoding: document.readingText.bytes, as: UTF8.self) == "Lise\n\nGrande")
    #expect(document.readingText.blocks.map(\.kind) == [.cell, .cell])
  }

  @Test func `A name in a cell is linked there, and never reaches into the next`() {
    var document = row("by *Lise* Grande", "Iraq")
    document.insert([SlotSpan(range: 3..<20, slot: 0)])

    #expect(
      String(decoding: document.renderHTML().filled, as: UTF8.self)
        == "<tr>\n<td>\nby <a id=m0><em>Lise</em> Grande</a>\n</td>\n<td>\n<a>Iraq</a>\n</td>\n</tr>\n"
    )
  }

  @Test func `An inline element of ours goes inside a name, and an empty one parts it`() {
    let root = MarkdownDocument.parse(Array("*Lise* Marie Grande".utf8).span)
    guard let paragraph = root.firstChild, let emphasis = paragraph.firstChild else { return }
    let deletion = CmarkNode(inline: "<del>", "</del>")
    emphasis.insertBefore(deletion)
    deletion.append(emphasis)
    var document = MarkdownDocument(MarkdownTree(root: root), sourceBytes: 20)
    document.insert([SlotSpan(range: 0..<10, slot: 0)])

    #expect(
      String(decoding: document.renderHTML().filled, as: UTF8.self)
        == "<p><a id=m0><del><em>Lise</em></del> Marie</a> Grande</p>\n")

    let second = MarkdownDocument.parse(Array("*Lise* Grande".utf8).span)
    second.firstChild?.firstChild?.insertAfter(CmarkNode(inline: "<a href=\"#1\">1</a>"))
    var parted = MarkdownDocument(MarkdownTree(root: second), sourceBytes: 20)
    parted.insert([SlotSpan(range: 0..<11, slot: 0)])

    #expect(
      String(decoding: parted.renderHTML().filled, as: UTF8.self)
        == "<p><a id=m0><em>Lise</em></a><a href=\"#1\">1</a><a> Grande</a></p>\n")
  }
}
