import CCmark

/// A text node with its place in the reading text.
struct TextRun {
  /// UTF-8 offset into the reading text, at which the node's literal begins.
  var start: Int
  /// UTF-8 offset after it; white space at the end of a block is not part of it.
  var end: Int
  /// UTF-8 offset at which the node's literal ends.
  var literalEnd: Int
  /// The text node.
  var node: CmarkNode
}

/// Emphasis, or another inline element of ours: a span that covers all of it goes around it, unless
/// that would link too much.
struct EmphasisRange {
  var start: Int
  var end: Int
  /// Whether it holds a link, or text that is not in the reading text.
  var isDivider: Bool
}

/// A link or an image that a reader sees, with the mark before it if its address has a slot.
struct LinkNode {
  var node: CmarkNode
  /// Where it begins in the source.
  var place: MarkdownPosition
  var mark: CmarkNode?
  /// Whether its author said that an image has no text on purpose.
  var isDecorative = false
  /// The size that its author stated for an image.
  var size: StatedSize?
}

/// The one pass over a parsed tree: it makes the tree safe and reads its text.
///
/// Custom nodes come from passes of ours, so their tags are safe. A custom inline node is read as
/// emphasis, and parts a mention if it holds nothing. A custom block whose first child is inline
/// is a block of the reading text, and holds nothing but inlines; any other is transparent.
///
/// Iterative by libcmark's own iterator, which allows to change a node when it is left; O(nodes).
struct TreeReader: ~Copyable {
  var text = ReadingText()
  var runs: [TextRun] = []
  /// Emphasis nodes carry their index here as tag.
  var emphases: [EmphasisRange] = []
  var links: [LinkNode] = []
  var headings: [CmarkNode] = []
  /// The nodes of the blocks of the text.
  var blocks: [CmarkNode] = []
  var omittedLinks = Omission()
  var externalImages = Omission()

  private let cellPlaces: [MarkdownPosition]
  private let origins: [OpaquePointer: HTMLOrigin]
  /// Where the open cell begins: what it holds was not parsed at its place.
  private var cellPlace: MarkdownPosition?
  private var depth = 0
  private var imageDepth = 0
  /// Whether each open link stays one.
  private var openLinks: [Bool] = []
  private var keptLinkDepth = 0
  private var openEmphases: [Int] = []
  private var block = OpenBlock()
  private var scratch: [UInt8] = []

  /// The block that is being read.
  private struct OpenBlock {
    /// Where the text ended before it, where its own begins, and how many runs there were.
    var origin = 0
    var start = 0
    var firstRun = 0
    var hasWords = false
    var isOpen = false
  }

  /// - Parameter origins: of the links and images that raw HTML made.
  init(
    reading root: CmarkNode, sourceBytes: Int, cellPlaces: [MarkdownPosition] = [],
    origins: [OpaquePointer: HTMLOrigin] = [:]
  ) {
    self.cellPlaces = cellPlaces
    self.origins = origins
    text.bytes.reserveCapacity(sourceBytes)
    let iterator = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = CmarkNode(cmark_iter_get_node(iterator))
      else { return }
      if event == CMARK_EVENT_ENTER { enter(node) } else { leave(node) }
    }
  }

  private mutating func enter(_ node: CmarkNode) {
    let type = node.type
    switch type {
    case CMARK_NODE_TEXT: readText(node)
    case CMARK_NODE_SOFTBREAK: readSpace()
    case CMARK_NODE_LINEBREAK: readLineBreak()
    case CMARK_NODE_CODE: readCode()
    case CMARK_NODE_CODE_BLOCK: cleanFenceInfo(node)
    // Of raw HTML `HTMLPass` has left none; of such a node libcmark would print a comment alone.
    case CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: break
    default:
      depth += 1
      enterContainer(node, type)
    }
  }

  private mutating func enterContainer(_ node: CmarkNode, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      beginBlock()
      if type == CMARK_NODE_PARAGRAPH, let tag = node.tag { cellPlace = cellPlaces[tag] }
      if type == CMARK_NODE_HEADING { headings.append(node) }
    case CMARK_NODE_CUSTOM_BLOCK:
      // What it holds may be gone when it is left, so an open block tells that it is one.
      if node.firstChild?.isInline == true { beginBlock() }
      if let tag = node.tag { cellPlace = cellPlaces[tag] }
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CUSTOM_INLINE:
      node.setTag(emphases.count)
      openEmphases.append(emphases.count)
      emphases.append(
        EmphasisRange(start: text.bytes.count, end: 0, isDivider: node.firstChild == nil))
    case CMARK_NODE_LINK:
      // libcmark lets an autolink stand in the text of a link, which HTML forbids.
      let isKept =
        keptLinkDepth == 0 && imageDepth == 0 && LinkAddress(node.url).isSafeLink
      openLinks.append(isKept)
      if isKept { keptLinkDepth += 1 }
    case CMARK_NODE_IMAGE:
      imageDepth += 1
    default:
      break
    }
  }

  private mutating func leave(_ node: CmarkNode) {
    depth -= 1
    switch node.type {
    case CMARK_NODE_PARAGRAPH:
      endBlock(.paragraph, node)
      if node.tag != nil { cellPlace = nil }
    case CMARK_NODE_HEADING: endBlock(.heading, node)
    case CMARK_NODE_CUSTOM_BLOCK:
      if block.isOpen { endBlock(.cell, node) }
      cellPlace = nil
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CUSTOM_INLINE: leaveEmphasis()
    case CMARK_NODE_LINK: leaveLink(node)
    case CMARK_NODE_IMAGE: leaveImage(node)
    default: break
    }
  }

  /// Where a node begins in the source.
  private func place(of node: CmarkNode) -> MarkdownPosition {
    if !origins.isEmpty, let origin = origins[node.pointer] { return origin.position }
    guard let cellPlace else { return node.position }
    return node.position.moved(into: cellPlace)
  }

  // MARK: Blocks

  private mutating func beginBlock() {
    block = OpenBlock()
    block.isOpen = true
    block.origin = text.bytes.count
    block.firstRun = runs.count
    if block.origin > 0 { text.bytes.append(contentsOf: [0x0A, 0x0A]) }
    block.start = text.bytes.count
  }

  private mutating func endBlock(_ kind: ReadingText.Block.Kind, _ node: CmarkNode) {
    block.isOpen = false
    guard block.hasWords else {
      text.bytes.removeLast(text.bytes.count - block.origin)
      runs.removeLast(runs.count - block.firstRun)
      return
    }
    while let last = text.bytes.last, isSpace(last) { text.bytes.removeLast() }
    let end = text.bytes.count
    while let last = runs.last, last.start >= end { runs.removeLast() }
    if let last = runs.indices.last { runs[last].end = min(runs[last].end, end) }
    text.blocks.append(ReadingText.Block(range: block.start..<end, kind: kind))
    blocks.append(node)
  }

  // MARK: Text

  private var isRead: Bool { imageDepth == 0 && depth <= ReadingText.maximumDepth }

  private mutating func readText(_ node: CmarkNode) {
    var literal = node.literal
    let hasControls = ControlCharacters.orSpacesOccur(in: literal)
    if hasControls, ControlCharacters.occur(in: literal) {
      let replaced = ControlCharacters.replaced(literal)
      replaced.withUnsafeBufferPointer { node.setLiteral($0, scratch: &scratch) }
      literal = node.literal
    }
    guard isRead, !literal.isEmpty else {
      if imageDepth == 0 { noteDivider() }
      return
    }
    let start = text.bytes.count
    text.bytes.append(contentsOf: literal)
    let end = text.bytes.count
    if hasControls {
      // A line end here comes from an entity and parts nothing.
      for i in start..<end where text.bytes[i] < 0x20 { text.bytes[i] = UInt8(ascii: " ") }
    }
    if !block.hasWords {
      block.hasWords = text.bytes[start...].contains { !isSpace($0) }
    }
    runs.append(TextRun(start: start, end: end, literalEnd: end, node: node))
  }

  private mutating func readSpace() {
    guard isRead, text.bytes.count > block.start, let last = text.bytes.last, !isSpace(last)
    else { return }
    text.bytes.append(UInt8(ascii: " "))
  }

  private mutating func readLineBreak() {
    guard isRead, text.bytes.count > block.start, let last = text.bytes.last,
      last != UInt8(ascii: "\n")
    else { return }
    text.bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func readCode() {
    guard isRead else { return }
    text.bytes.append(contentsOf: ReadingText.objectReplacement)
  }

  // MARK: Emphasis, links, images

  private mutating func leaveEmphasis() {
    guard let index = openEmphases.popLast() else { return }
    emphases[index].end = text.bytes.count
    if emphases[index].isDivider { noteDivider() }
  }

  /// The innermost emphasis passes it on when it is left.
  private mutating func noteDivider() {
    if let innermost = openEmphases.last { emphases[innermost].isDivider = true }
  }

  private mutating func leaveLink(_ node: CmarkNode) {
    guard let isKept = openLinks.popLast() else { return }
    if isKept {
      keptLinkDepth -= 1
      keepLink(node, at: place(of: node))
      noteDivider()
    } else if imageDepth == 0 {
      // Inside an image only the text counts, and inside a link the outer one does.
      if !LinkAddress(node.url).isSafeLink { omittedLinks.note(place(of: node)) }
      node.unwrap()
    }
  }

  private mutating func leaveImage(_ node: CmarkNode) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    readSpace()
    let place = place(of: node)
    switch LinkAddress(node.url) {
    case .rooted, .relative, .imageData:
      keepLink(node, at: place)
    case .remote:
      externalImages.note(place)
      noteDivider()
      if keptLinkDepth > 0 {
        node.replaceImageByText(fallback: node.url)
      } else {
        keepLink(node.replaceImageByLink(), at: place)
      }
    case .contact, .unsafe:
      omittedLinks.note(place)
      noteDivider()
      node.replaceImageByText(fallback: UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  private mutating func keepLink(_ node: CmarkNode, at place: MarkdownPosition) {
    if ControlCharacters.occur(in: node.title) {
      let replaced = ControlCharacters.replaced(node.title)
      replaced.withUnsafeBufferPointer { node.setTitle($0, scratch: &scratch) }
    }
    var link = LinkNode(node: node, place: place)
    if node.type == CMARK_NODE_IMAGE, !origins.isEmpty, let origin = origins[node.pointer] {
      link.isDecorative = origin.isDecorative
      link.size = origin.size
    }
    if case .rooted = LinkAddress(node.url) { link.setMark(.root) }
    links.append(link)
  }

  // MARK: Code and HTML

  private mutating func cleanFenceInfo(_ node: CmarkNode) {
    guard ControlCharacters.occur(in: node.fenceInfo) else { return }
    let replaced = ControlCharacters.replaced(node.fenceInfo)
    replaced.withUnsafeBufferPointer { node.setFenceInfo($0, scratch: &scratch) }
  }
}
