import CCmark

/// The pass that makes check boxes of `[ ]` and `[x]` at the start of list items (GFM, 5.3).
enum Tasks {
  /// Puts the boxes where the brackets were; O(nodes).
  ///
  /// `lines` tell an escaped bracket, which is text.
  static func apply(to root: CmarkNode, _ lines: SourceLines, _ words: MarkdownWords) {
    var texts: [CmarkNode] = []
    root.forEachNode { node in
      guard node.type == CMARK_NODE_ITEM, let paragraph = node.firstChild,
        paragraph.type == CMARK_NODE_PARAGRAPH, let text = paragraph.firstChild,
        text.type == CMARK_NODE_TEXT, text.literal.count > 3
      else { return }
      let literal = text.literal
      let place = paragraph.position
      let start = lines.range(of: place.line).lowerBound + place.column - 1
      guard literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"),
        literal[3] == 0x20, literal[1] == 0x20 || literal[1] | 0x20 == UInt8(ascii: "x"),
        lines.bytes.indices.contains(start), lines.bytes[start] == UInt8(ascii: "[")
      else { return }
      texts.append(text)
    }
    var scratch: [UInt8] = []
    for text in texts {
      let isDone = text.literal[1] != 0x20
      text.setLiteral(UnsafeBufferPointer(rebasing: text.literal[3...]), scratch: &scratch)
      text.insertBefore(
        CmarkNode(
          inline: isDone
            ? "<input type=\"checkbox\" checked disabled aria-label=\"\(words.done)\">"
            : "<input type=\"checkbox\" disabled aria-label=\"\(words.notDone)\">"))
    }
  }
}
