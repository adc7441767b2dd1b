import CCmark

extension CmarkNode {
  /// Whether an inline HTML node is `<br>`, which Markdown can say itself.
  var isLineBreakTag: Bool {
    let tag = literal
    guard tag.count >= 4, tag[1] | 0x20 == UInt8(ascii: "b"), tag[2] | 0x20 == UInt8(ascii: "r")
    else { return false }
    return tag[3...].allSatisfy {
      $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ")
    }
  }

  /// Whether a paragraph holds nothing but breaks and spaces.
  var hasOnlySpace: Bool {
    var child = firstChild
    while let node = child {
      switch node.type {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: break
      case CMARK_NODE_TEXT where node.literal.allSatisfy(isSpace): break
      default: return false
      }
      child = node.next
    }
    return true
  }

  /// The text of all below the node, as libcmark prints it for `alt`.
  var plainText: [UInt8] {
    var text: [UInt8] = []
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = CmarkNode(cmark_iter_get_node(iterator))
      else { return text }
      guard event == CMARK_EVENT_ENTER else { continue }
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text.append(contentsOf: node.literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
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
