import CCmark

/// The tree of a text without markup: paragraphs between blank lines.
enum PlainParagraphs {
  /// Reads the text line by line, O(bytes), with `\n`, `\r\n` or `\r` at a line's end.
  static func tree(of source: Span<UInt8>) -> CmarkNode {
    let document = CmarkNode(CMARK_NODE_DOCUMENT)
    var scratch: [UInt8] = []
    source.withUnsafeBufferPointer { source in
      var paragraph: CmarkNode?
      var start = 0
      while start < source.count {
        var end = start
        while end < source.count, !isLineEnd(source[end]) { end += 1 }
        let line = trimmed(source[start..<end])
        // The \n of \r\n would be a blank line.
        let isPair = end + 1 < source.count && source[end] == 0x0D && source[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
        guard !line.isEmpty else {
          paragraph = nil
          continue
        }
        let text = CmarkNode(text: UnsafeBufferPointer(rebasing: line), scratch: &scratch)
        if let paragraph {
          paragraph.append(CmarkNode(CMARK_NODE_SOFTBREAK))
          paragraph.append(text)
        } else {
          let new = CmarkNode(CMARK_NODE_PARAGRAPH)
          document.append(new)
          new.append(text)
          paragraph = new
        }
      }
    }
    return document
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
