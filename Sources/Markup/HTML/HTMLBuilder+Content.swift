import CCmark

/// Text, images, links and code of raw HTML.
extension HTMLBuilder {
  mutating func appendText(_ text: [UInt8]) {
    if text.allSatisfy({ isSpace($0) }) {
      guard
        isInline
          || open.last.map({ $0.role == .inline || $0.node.firstChild?.isInline == true }) == true
      else { return }
    }
    openForInline()
    text.withUnsafeBufferPointer { place(CmarkNode(text: $0, scratch: &scratch)) }
  }

  mutating func appendImage(_ token: HTMLToken) {
    guard let url = token.address("src"), !url.isEmpty, !token.isTrackingPixel else { return }
    openForInline()
    let image = CmarkNode(CMARK_NODE_IMAGE)
    url.withUnsafeBufferPointer { image.setURL($0, scratch: &scratch) }
    if let title = token["title"] {
      title.withUnsafeBufferPointer { image.setTitle($0, scratch: &scratch) }
    }
    if let alternative = token["alt"], !alternative.isEmpty {
      alternative.withUnsafeBufferPointer {
        image.append(CmarkNode(text: $0, scratch: &scratch))
      }
    }
    place(image)
  }

  /// A link to what a page of ours does not embed.
  mutating func appendLink(_ token: HTMLToken, to url: [UInt8]?) {
    guard let url, !url.isEmpty else { return }
    let embed = EmbedLink(token, url: url)
    guard embed.isSafe else {
      report.note(token.name, at: anchor)
      return
    }
    if !isInline, open.last?.role != .inline { closeParagraph() }
    openForInline()
    guard !open.contains(where: { $0.name == "a" }) else { return }
    let link = CmarkNode(CMARK_NODE_LINK)
    embed.url.withUnsafeBufferPointer { link.setURL($0, scratch: &scratch) }
    embed.text.withUnsafeBufferPointer { link.append(CmarkNode(text: $0, scratch: &scratch)) }
    place(link)
  }

  /// Skips what an element holds; the index of its end tag, or `start` if it has none.
  mutating func drop(_ token: HTMLToken, from start: Int) -> Int {
    var url = token.address(token.name == "object" ? "data" : "src")
    var end = start
    if let last = lastEnds[token.name], last > start {
      var depth = 1
      end += 1
      while end < last {
        switch events[end] {
        case .node(let node): node.remove()
        case .token(let inner, _):
          if inner.name == token.name {
            depth += inner.kind == .end ? -1 : 1
          } else if url == nil, inner.name == "source" || inner.name == "embed" {
            url = inner.address("src")
          }
        }
        if depth == 0 { break }
        end += 1
      }
    }
    if ["audio", "video", "object"].contains(token.name) { appendLink(token, to: url) }
    return end
  }

  /// Makes a code block of all text in a `pre`; the index of its end tag.
  mutating func appendCode(from start: Int) -> Int {
    var code: [UInt8] = []
    var info: [UInt8] = []
    var end = start
    search: while end < events.count {
      switch events[end] {
      case .node:
        // Markdown within stays Markdown, so the block ends here.
        break search
      case .token(let token, _):
        if token.kind == .text { code += token.text }
        if token.kind == .start, token.name == "br" { code.append(0x0A) }
        if token.kind == .start, info.isEmpty, let language = token.codeLanguage {
          info = language
        }
        if token.kind == .end, token.name == "pre" { break search }
      }
      end += 1
    }
    if code.first == 0x0A { code.removeFirst() }
    if code.contains(where: { !isSpace($0) }) {
      if code.last != 0x0A { code.append(0x0A) }
      closeParagraph()
      if open.last?.role == .phrasing { pop() }
      openForBlock()
      let block = CmarkNode(CMARK_NODE_CODE_BLOCK)
      code.withUnsafeBufferPointer { block.setLiteral($0, scratch: &scratch) }
      info.withUnsafeBufferPointer { block.setFenceInfo($0, scratch: &scratch) }
      place(block)
    }
    if end < events.count, case .token = events[end] { return end }
    return end - 1
  }
}
