import CCmark

/// Builds the elements among the children of one node.
struct HTMLBuilder {
  private static let maximumDepth = 64

  enum Event {
    case token(HTMLToken, CmarkNode)
    case node(CmarkNode)
  }

  struct Element {
    var node: CmarkNode
    var name: String
    var role: HTMLRules.Role
    /// Whether we opened it, since text cannot stand where it stood.
    var isImplied = false
    var hasSummary = false
  }

  var report: HTMLPass
  private let scope: CmarkNode
  let isInline: Bool
  var events: [Event] = []
  private var rawNodes: [CmarkNode] = []
  /// What the elements hold that are not written, by the indices of their start tags.
  var spans: [Int: DroppedSpan] = [:]
  /// The ids whose place comes next.
  var pendingIDs: [[UInt8]] = []
  /// Of a line: whether a word was its last, and whether a block ended or began after that.
  var endsInWord = false
  var isSeparated = false
  /// How many drawings and formulas are open: that the outermost is gone says enough.
  private var drawings = 0
  var open: [Element] = []
  var anchor: CmarkNode
  var scratch: [UInt8] = []

  init(_ scope: CmarkNode, report: HTMLPass) {
    self.scope = scope
    self.report = report
    anchor = scope
    var hasBlock = false
    var child = scope.firstChild
    while let node = child {
      child = node.next
      guard node.isRawHTML else {
        events.append(.node(node))
        continue
      }
      if node.type == CMARK_NODE_HTML_BLOCK { hasBlock = true }
      rawNodes.append(node)
      for token in HTMLTokens(node.literal).tokens { events.append(.token(token, node)) }
    }
    isInline = !hasBlock
    spans = DroppedSpan.all(in: events)
  }

  mutating func run() {
    var i = 0
    while i < events.count {
      switch events[i] {
      case .node(let node): keep(node)
      case .token(let token, let node):
        anchor = node
        switch token.kind {
        case .text: appendText(token.text)
        case .unclosed: report.note(token.name, token, in: node)
        case .end: end(token.name)
        case .start:
          noteLosses(token, in: node)
          let role = role(of: token.name)
          if role != .dropped, let id = report.anchors.claim(token) { pendingIDs.append(id) }
          if token.name == "pre", !isInline {
            i = appendCode(from: i)
          } else if role == .dropped || role == .media {
            i = drop(token, from: i)
          } else {
            start(token, role)
          }
        }
      }
      i += 1
    }
    while !open.isEmpty { pop() }
    for node in rawNodes { node.remove() }
    let type = scope.type
    let isEmptyText =
      (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) && scope.hasOnlySpace
    for id in pendingIDs {
      if isEmptyText {
        scope.insertBefore(HTMLBuilder.place(block: id))
      } else {
        scope.append(isInline ? HTMLBuilder.place(inline: id) : HTMLBuilder.place(block: id))
      }
    }
    if isEmptyText { scope.remove() }
  }

  // MARK: What is there already

  private mutating func noteLosses(_ token: HTMLToken, in node: CmarkNode) {
    guard drawings == 0 else { return }
    let isGone = report.allowsElements ? false : HTMLRules.isWritten(token.name)
    if isGone || !HTMLRules.isHarmless(token.name) && !token.isOfficialEmbed {
      report.note(token.name, token, in: node)
    }
    for (name, _) in token.attributes where name.hasPrefix("on") {
      report.note(name, token, in: node)
    }
  }

  // MARK: Elements

  /// What becomes of an element here.
  private func role(of name: String) -> HTMLRules.Role {
    let role = HTMLRules.role(of: name)
    guard !report.allowsElements else { return role }
    return switch role {
    case .inline, .media: .transparent
    case .flow, .cell, .phrasing, .structure: .boundary
    case .boundary, .transparent, .dropped: role
    }
  }

  private mutating func start(_ token: HTMLToken, _ role: HTMLRules.Role) {
    if token.name == "svg" || token.name == "math" { drawings += 1 }
    switch role {
    case .inline: startInline(token)
    case .transparent: startTransparent(token)
    case .dropped, .media: break
    case .boundary where isInline, .flow where isInline, .cell where isInline,
      .phrasing where isInline, .structure where isInline:
      separate()
    case .boundary:
      closeParagraph()
      guard token.name == "hr", report.allowsElements, open.last?.role != .phrasing else { return }
      openForBlock()
      place(CmarkNode(CMARK_NODE_THEMATIC_BREAK))
    case .flow, .cell, .phrasing, .structure: startBlock(token)
    }
  }

  private mutating func startInline(_ token: HTMLToken) {
    guard open.count < HTMLBuilder.maximumDepth else { return }
    if token.name == "a" {
      guard let url = token.address("href"), !open.contains(where: { $0.name == "a" })
      else { return }
      openForInline()
      let link = CmarkNode(CMARK_NODE_LINK)
      url.withUnsafeBufferPointer { link.setURL($0, scratch: &scratch) }
      if let title = token["title"] {
        title.withUnsafeBufferPointer { link.setTitle($0, scratch: &scratch) }
      }
      setOrigin(of: link, token)
      push(link, token.name, .inline)
    } else {
      openForInline()
      push(
        CmarkNode(inline: HTMLRules.startTag(token), "</\(token.name)>"), token.name, .inline)
    }
  }

  private mutating func startTransparent(_ token: HTMLToken) {
    switch token.name {
    case "br" where !report.allowsElements: separate()
    case "img" where !report.allowsElements, "embed" where !report.allowsElements: break
    case "br":
      // A break at the start of a paragraph breaks nothing.
      if isInline || open.last?.role == .inline || open.last?.node.firstChild != nil {
        openForInline()
        place(CmarkNode(CMARK_NODE_LINEBREAK))
      }
    case "img": appendImage(token)
    case "embed": appendLink(token, to: token.address("src"))
    default: break
    }
  }

  private mutating func startBlock(_ token: HTMLToken) {
    closeParagraph()
    let name = token.name
    if let top = open.last, top.role == .phrasing {
      guard top.name != "summary", name.utf8.first == UInt8(ascii: "h") else { return }
      pop()
    }
    switch name {
    case "li": guard popTo(["ul", "ol"]) else { return }
    case "dt", "dd": guard popTo(["dl"]) else { return }
    case "caption":
      guard popTo(["table"]), open.last?.node.firstChild == nil else { return }
    case "thead", "tbody", "tfoot": guard popTo(["table"]) else { return }
    case "tr": guard popTo(["table", "thead", "tbody", "tfoot"]) else { return }
    case "td", "th":
      guard popTo(["table", "thead", "tbody", "tfoot", "tr"]) else { return }
      if open.last?.name != "tr" { pushImplied("tr", .structure) }
    case "figcaption": guard popTo(["figure"]) else { return }
    case "summary":
      guard let top = open.indices.last, open[top].name == "details",
        open[top].node.firstChild == nil
      else { return }
      open[top].hasSummary = true
    default: openForBlock()
    }
    // Deeper ones are not written; the text in them is.
    guard open.count < HTMLBuilder.maximumDepth else { return }
    let role = HTMLRules.role(of: name)
    let tag = HTMLRules.startTag(token)
    if name == "p", tag == "<p>" {
      push(CmarkNode(CMARK_NODE_PARAGRAPH), name, role)
    } else if name.utf8.count == 2, name.hasPrefix("h"), let level = Int32(name.dropFirst()) {
      let heading = CmarkNode(CMARK_NODE_HEADING)
      cmark_node_set_heading_level(heading.pointer, level)
      push(heading, name, role)
    } else if name == "table" {
      push(CmarkNode(block: Tables.start(tag), Tables.end), name, role)
    } else {
      push(CmarkNode(block: tag, "</\(name)>"), name, role)
    }
  }

  private mutating func end(_ name: String) {
    if drawings > 0, name == "svg" || name == "math" { drawings -= 1 }
    switch role(of: name) {
    case .inline:
      guard let at = open.lastIndex(where: { $0.role != .inline || $0.name == name }),
        open[at].name == name
      else { return }
      while open.count > at { pop() }
    case .boundary where isInline, .flow where isInline, .cell where isInline,
      .phrasing where isInline, .structure where isInline:
      separate()
    case .boundary: closeParagraph()
    case .transparent, .dropped, .media: break
    case .flow, .cell, .phrasing, .structure:
      let isOfTable = ["td", "th", "tr", "tbody", "thead", "tfoot", "table", "caption"]
        .contains(name)
      // Only a tag of a table leaves a cell.
      guard
        let at = open.lastIndex(where: {
          $0.name == name && !$0.isImplied
            || !isOfTable && ["td", "th", "caption"].contains($0.name)
        }), open[at].name == name
      else {
        closeParagraph()
        return
      }
      while open.count > at { pop() }
    }
  }

  // MARK: The open elements

  func place(_ node: CmarkNode) {
    if let top = open.last { top.node.append(node) } else { anchor.insertBefore(node) }
  }

  private mutating func push(
    _ node: CmarkNode, _ name: String, _ role: HTMLRules.Role, isImplied: Bool = false
  ) {
    place(node)
    open.append(Element(node: node, name: name, role: role, isImplied: isImplied))
  }

  private mutating func pushImplied(_ name: String, _ role: HTMLRules.Role) {
    push(CmarkNode(block: "<\(name)>", "</\(name)>"), name, role, isImplied: true)
  }

  mutating func setOrigin(of node: CmarkNode, _ token: HTMLToken, isDecorative: Bool = false) {
    report.origins[node.pointer] = HTMLOrigin(
      position: report.position(of: token, in: anchor), isDecorative: isDecorative,
      size: node.type == CMARK_NODE_IMAGE ? StatedSize(token) : nil)
  }

  mutating func pop() {
    guard let element = open.popLast() else { return }
    let node = element.node
    if element.role != .inline { trimEnd(of: node) }
    if node.firstChild == nil {
      if !["td", "th", "li", "dd", "dt"].contains(element.name) { node.remove() }
    } else if node.type == CMARK_NODE_PARAGRAPH, node.hasOnlySpace {
      node.remove()
    } else if element.name == "details", !element.hasSummary {
      node.unwrap()
    } else if element.name == "code" {
      // Code is no text that the recogniser reads: it is what Markdown makes of it.
      let code = CmarkNode(CMARK_NODE_CODE)
      node.plainText.withUnsafeBufferPointer { code.setLiteral($0, scratch: &scratch) }
      node.insertBefore(code)
      node.remove()
    }
  }

  /// Removes white space at the end of a block, which no reader sees.
  private mutating func trimEnd(of node: CmarkNode) {
    guard let last = CmarkNode(cmark_node_last_child(node.pointer)), last.type == CMARK_NODE_TEXT
    else { return }
    let literal = last.literal
    guard let end = literal.lastIndex(where: { !isSpace($0) }) else {
      last.remove()
      return
    }
    guard end + 1 < literal.count else { return }
    last.setLiteral(UnsafeBufferPointer(rebasing: literal[...end]), scratch: &scratch)
  }

  /// Closes what cannot hold a block.
  mutating func closeParagraph() {
    guard !isInline else { return }
    while let top = open.last, top.role == .inline || top.name == "p" { pop() }
  }

  private mutating func popTo(_ names: [String]) -> Bool {
    guard let at = open.lastIndex(where: { names.contains($0.name) }) else { return false }
    while open.count > at + 1 { pop() }
    return true
  }

  /// Opens what a block needs around it.
  mutating func openForBlock() {
    guard let top = open.last, top.role == .structure else { return }
    switch top.name {
    case "ul", "ol": pushImplied("li", .cell)
    case "dl": pushImplied("dd", .cell)
    case "tr": pushImplied("td", .cell)
    default:
      pushImplied("tr", .structure)
      pushImplied("td", .cell)
    }
  }

  /// Opens what text needs around it.
  mutating func openForInline() {
    defer { placeIDs() }
    guard !isInline else { return }
    openForBlock()
    switch open.last?.role {
    case .inline, .phrasing: return
    case .cell: push(CmarkNode(block: "", ""), "p", .phrasing, isImplied: true)
    default: push(CmarkNode(CMARK_NODE_PARAGRAPH), "p", .phrasing, isImplied: true)
    }
  }
}
