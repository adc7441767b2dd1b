import CCmark

extension CmarkNode {
  /// Whether a paragraph holds nothing but breaks and spaces.
  var hasOnlySpace: Bool {
    var child = firstChild
    while let node = child {
      guard node.isWhiteSpace else { return false }
      child = node.next
    }
    return true
  }

  /// Whether it is a break or nothing but spaces.
  var isWhiteSpace: Bool {
    switch type {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: true
    case CMARK_NODE_TEXT: literal.allSatisfy(isSpace)
    default: false
    }
  }

  /// The text of all below the node, as libcmark prints it for `alt`.
  var plainText: [UInt8] {
    var text: [UInt8] = []
    forEachNode { node in
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text.append(contentsOf: node.literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
    return text
  }

  /// Puts nodes in the place of a text: one for each part that `part` finds at an offset of its
  /// literal, and texts for what lies between; O(bytes).
  func replaceParts(
    _ part: ([UInt8], Int, inout [UInt8]) -> (end: Int, node: CmarkNode)?
  ) {
    let literal = Array(self.literal)
    var scratch: [UInt8] = []
    var copied = 0
    var i = 0
    while i < literal.count {
      guard let (end, node) = part(literal, i, &scratch) else {
        i += 1
        continue
      }
      if copied < i { insertBefore(CmarkNode(text: literal[copied..<i], scratch: &scratch)) }
      insertBefore(node)
      copied = end
      i = end
    }
    guard copied > 0 else { return }
    if copied < literal.count {
      insertBefore(CmarkNode(text: literal[copied...], scratch: &scratch))
    }
    remove()
  }

  /// Puts the alternative text, or else `fallback`, in the place of an image and frees it.
  func replaceImageByText(fallback: UnsafeBufferPointer<UInt8>) {
    if let text = alternativeText(fallback: fallback) { insertBefore(text) }
    remove()
  }

  /// Puts a link to an image, with its alternative text or else its address, in its place.
  func replaceImageByLink() -> CmarkNode {
    var scratch: [UInt8] = []
    let link = CmarkNode(CMARK_NODE_LINK)
    link.setURL(url, scratch: &scratch)
    link.setTitle(title, scratch: &scratch)
    if let text = alternativeText(fallback: url) { link.append(text) }
    insertBefore(link)
    remove()
    return link
  }

  private func alternativeText(fallback: UnsafeBufferPointer<UInt8>) -> CmarkNode? {
    var scratch: [UInt8] = []
    let text = plainText
    guard text.allSatisfy(isSpace) else {
      return text.withUnsafeBufferPointer { CmarkNode(text: $0, scratch: &scratch) }
    }
    return fallback.isEmpty ? nil : CmarkNode(text: fallback, scratch: &scratch)
  }
}
