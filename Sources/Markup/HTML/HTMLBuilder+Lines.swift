import CCmark

/// What is there already between raw HTML, and what stands between two words of it.
extension HTMLBuilder {
  /// Keeps a node of Markdown where it stands, or moves it into the element that is open.
  mutating func keep(_ node: CmarkNode) {
    if !isInline {
      closeParagraph()
      if open.last?.role == .phrasing { pop() }
      openForBlock()
    } else {
      continueLine(with: node)
    }
    // In a line a place is that of the next word.
    if !isInline || !node.isWhiteSpace {
      for id in pendingIDs {
        let place = isInline ? HTMLBuilder.place(inline: id) : HTMLBuilder.place(block: id)
        if let top = open.last { top.node.append(place) } else { node.insertBefore(place) }
      }
      pendingIDs.removeAll()
    }
    if let top = open.last { top.node.append(node) }
  }

  private mutating func continueLine(with node: CmarkNode) {
    let isSpaceAlone = node.isWhiteSpace
    let text = node.type == CMARK_NODE_TEXT ? node.literal : nil
    continueLine(
      startsWithSpace: isSpaceAlone || text?.first.map(isSpace) == true,
      endsWithSpace: isSpaceAlone || text?.last.map(isSpace) == true, before: node)
  }

  // MARK: Space

  /// Keeps the words of two blocks apart that stand in one line.
  mutating func separate() { isSeparated = endsInWord }

  /// Puts the space between two such blocks before what comes next, unless it begins with one.
  mutating func continueLine(startsWithSpace: Bool, endsWithSpace: Bool, before node: CmarkNode?) {
    if isSeparated, !startsWithSpace {
      let blank: [UInt8] = [0x20]
      let space = CmarkNode(text: blank[...], scratch: &scratch)
      if open.isEmpty, let node { node.insertBefore(space) } else { place(space) }
    }
    isSeparated = false
    endsInWord = !endsWithSpace
  }

  // MARK: Places

  static func place(inline id: [UInt8]) -> CmarkNode {
    CmarkNode(inline: HTMLRules.startTag("span", id: id), "</span>")
  }

  static func place(block id: [UInt8]) -> CmarkNode {
    CmarkNode(block: HTMLRules.startTag("div", id: id), "</div>")
  }

  /// Puts the ids whose place this is before what comes next in the line.
  mutating func placeIDs() {
    for id in pendingIDs { place(HTMLBuilder.place(inline: id)) }
    pendingIDs.removeAll()
  }
}
