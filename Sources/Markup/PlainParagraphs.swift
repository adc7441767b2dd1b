import CCmark

/// The tree of a text without markup: paragraphs between blank lines, one of which may begin with
/// a dateline.
enum PlainParagraphs {
  /// Reads the text line by line, O(bytes), with `\n`, `\r\n` or `\r` at a line's end.
  ///
  /// - Parameter dateline: Where a dateline stands, which is the beginning of a line.
  static func tree(of source: Span<UInt8>, dateline: Range<Int>? = nil) -> CmarkNode {
    let document = CmarkNode(CMARK_NODE_DOCUMENT)
    var scratch: [UInt8] = []
    source.withUnsafeBufferPointer { source in
      var paragraph: CmarkNode?
      var start = 0
      while start < source.count {
        var end = start
        while end < source.count, !isLineEnd(source[end]) { end += 1 }
        var line = trimmed(source[start..<end])
        // The \n of \r\n would be a blank line.
        let isPair = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
        guard !line.isEmpty else {
          paragraph = nil
          continue
        }
        let block: CmarkNode
        if let paragraph {
          paragraph.append(CmarkNode(CMARK_NODE_SOFTBREAK))
          block = paragraph
        } else {
          block = CmarkNode(CMARK_NODE_PARAGRAPH)
          document.append(block)
          paragraph = block
        }
        if let dateline, dateline.lowerBound == line.startIndex,
          dateline.upperBound <= line.endIndex
        {
          let span = CmarkNode(inline: "<span class=\"dateline\">", "</span>")
          block.append(span)
          span.append(node(line[..<dateline.upperBound], &scratch))
          line = line[dateline.upperBound...]
        }
        block.append(node(line, &scratch))
      }
    }
    return document
  }

  private static func node(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ scratch: inout [UInt8]
  ) -> CmarkNode {
    CmarkNode(text: UnsafeBufferPointer(rebasing: text), scratch: &scratch)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func trimmed(
    _ line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = line
    while let first = line.first, first == 0x20 || first == 0x09 { line = line.dropFirst() }
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line
  }
}
