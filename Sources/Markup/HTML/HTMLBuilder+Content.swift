import CCmark

/// Text, images, links and code of raw HTML.
extension HTMLBuilder {
  mutating func appendText(_ text: [UInt8]) {
    if text.allSatisfy({ isSpace($0) }) {
      guard
        isInline
          || open.last.map({ $0.role == .inline || $0.node.firstChild?.isInline == true }) == true
      else { return }
    } else {
      openForInline()
    }
    continueLine(
      startsWithSpace: text.first.map(isSpace) == true,
      endsWithSpace: text.last.map(isSpace) == true, before: nil)
    text.withUnsafeBufferPointer { place(CmarkNode(text: $0, scratch: &scratch)) }
  }

  mutating func appendImage(_ token: HTMLToken) {
    guard let url = token.address("src"), !url.isEmpty, !token.isTrackingPixel else { return }
    openForInline()
    continueLine(startsWithSpace: false, endsWithSpace: false, before: nil)
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
    setOrigin(of: image, token, isDecorative: token["alt"]?.isEmpty == true)
    place(image)
  }

  /// A link to what a page of ours does not embed: whether there is something to lead to.
  @discardableResult
  mutating func appendLink(_ token: HTMLToken, to url: [UInt8]?) -> Bool {
    guard let url, !url.isEmpty else { return false }
    let embed = EmbedLink(token, url: url, report.words)
    guard embed.isSafe else {
      report.note(token.name, token, in: anchor)
      return false
    }
    if !isInline, open.last?.role != .inline { closeParagraph() }
    openForInline()
    guard !open.contains(where: { $0.name == "a" }) else { return true }
    continueLine(startsWithSpace: false, endsWithSpace: false, before: nil)
    let link = CmarkNode(CMARK_NODE_LINK)
    embed.url.withUnsafeBufferPointer { link.setURL($0, scratch: &scratch) }
    embed.text.withUnsafeBufferPointer { link.append(CmarkNode(text: $0, scratch: &scratch)) }
    setOrigin(of: link, token)
    place(link)
    isSeparated = true
    if !isInline, open.last?.role != .inline { closeParagraph() }
    if embed.isRemote { report.noteEmbed(token, in: anchor) }
    return true
  }

  /// Skips what an element holds, with a link in its place if there is something to lead to.
  ///
  /// - Returns: The index of its end tag; `start` if it has none, or if what it holds is to be read.
  mutating func drop(_ token: HTMLToken, from start: Int) -> Int {
    let span = spans[start]
    if HTMLRules.role(of: token.name) == .media {
      let url = token.address(token.name == "object" ? "data" : "src") ?? span?.url
      guard appendLink(token, to: url) else { return start }
    }
    guard let end = span?.end else { return start }
    for case .node(let node) in events[start..<end] { node.remove() }
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

/// What an element holds that is not written, or only as a link.
struct DroppedSpan {
  /// The index of its end tag.
  var end: Int
  /// What the first source in it would play.
  var url: [UInt8]?

  /// Of all that have an end tag, by the indices of their start tags; O(events).
  static func all(in events: [HTMLBuilder.Event]) -> [Int: DroppedSpan] {
    var spans: [Int: DroppedSpan] = [:]
    var open: [String: [(start: Int, url: [UInt8]?)]] = [:]
    var media: String?
    for (index, event) in events.enumerated() {
      guard case .token(let token, _) = event else { continue }
      switch (token.kind, HTMLRules.role(of: token.name)) {
      case (.start, .dropped), (.start, .media):
        open[token.name, default: []].append((index, nil))
        if HTMLRules.role(of: token.name) == .media { media = token.name }
      case (.end, .dropped), (.end, .media):
        guard let (start, url) = open[token.name]?.popLast() else { continue }
        spans[start] = DroppedSpan(end: index, url: url)
      case (.start, _) where token.name == "source" || token.name == "embed":
        guard let name = media, let last = open[name]?.indices.last,
          open[name]?[last].url == nil
        else { continue }
        open[name]?[last].url = token.address("src")
      default: continue
      }
    }
    return spans
  }
}
