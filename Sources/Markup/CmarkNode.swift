import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A node of libcmark's tree: a pointer with the few words that this target needs.
///
/// The tree belongs to the `MarkdownDocument`; a node is valid as long as that is and the node
/// has not been freed.
struct CmarkNode: Equatable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A new node outside any tree.
  init(_ type: cmark_node_type) {
    guard let pointer = cmark_node_new_with_mem(type, CmarkArena.memory) else {
      preconditionFailure("libcmark ends the process itself when there is no memory")
    }
    self.pointer = pointer
  }

  /// A text node with a copy of the bytes, which hold no NUL.
  init(text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
    self.init(CMARK_NODE_TEXT)
    setLiteral(text, scratch: &scratch)
  }

  /// A block of ours that prints tags around what it holds: blocks, or text as a cell does.
  ///
  /// The tags are HTML that we wrote or escaped: libcmark prints them as they are, with a line end
  /// after each.
  init(block enter: String, _ exit: String) {
    self.init(CMARK_NODE_CUSTOM_BLOCK)
    setTags(enter, exit)
  }

  /// An inline element of ours, such as `<del>`, or one that holds nothing, such as `<input>`.
  ///
  /// The tags are HTML that we wrote or escaped: libcmark prints them as they are.
  init(inline enter: String, _ exit: String = "") {
    self.init(CMARK_NODE_CUSTOM_INLINE)
    setTags(enter, exit)
  }

  /// What a custom node prints before and after what it holds.
  func setTags(_ enter: String, _ exit: String) {
    cmark_node_set_on_enter(pointer, enter)
    cmark_node_set_on_exit(pointer, exit)
  }

  /// The same, of a part of an array.
  init(text: ArraySlice<UInt8>, scratch: inout [UInt8]) {
    self.init(CMARK_NODE_TEXT)
    text.withUnsafeBufferPointer { setLiteral($0, scratch: &scratch) }
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var next: CmarkNode? { CmarkNode(cmark_node_next(pointer)) }
  var previous: CmarkNode? { CmarkNode(cmark_node_previous(pointer)) }
  var lastChild: CmarkNode? { CmarkNode(cmark_node_last_child(pointer)) }
  var firstChild: CmarkNode? { CmarkNode(cmark_node_first_child(pointer)) }

  /// Whether it stands in a line of text.
  var isInline: Bool { CmarkNode.isInline(type) }

  private static func isInline(_ type: cmark_node_type) -> Bool {
    type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
  }

  /// Where it begins in the source, as libcmark counts.
  var position: MarkdownPosition {
    MarkdownPosition(
      line: Int(cmark_node_get_start_line(pointer)),
      column: Int(cmark_node_get_start_column(pointer)))
  }

  /// Where it begins in the source, though it may stand in a cell, which was parsed elsewhere.
  ///
  /// The tags of cells are numbers of `places`. O(depth).
  func place(inCellsAt places: [MarkdownPosition]) -> MarkdownPosition {
    var ancestor = places.isEmpty ? nil : parent
    while let node = ancestor {
      let mayBeCell = node.type == CMARK_NODE_CUSTOM_BLOCK || node.type == CMARK_NODE_PARAGRAPH
      if mayBeCell, let tag = node.tag { return position.moved(into: places[tag]) }
      ancestor = node.parent
    }
    return position
  }

  /// The literal of text, code or HTML, valid until it is set anew; else empty.
  var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }
  /// The address of a link or an image, valid until it is set anew; else empty.
  var url: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }
  /// The title of a link or an image, valid until it is set anew; else empty.
  var title: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_title(pointer)) }
  /// The info string of a code block, valid until it is set anew; else empty.
  var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }

  /// A number that we keep at the node, or nil.
  var tag: Int? {
    guard let data = cmark_node_get_user_data(pointer) else { return nil }
    return Int(bitPattern: data) - 1
  }

  func setTag(_ tag: Int) {
    cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: tag + 1))
  }

  /// Copies the bytes, which hold no NUL, into the node; they may lie in its old literal.
  func setLiteral(_ bytes: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
    withCString(bytes, scratch: &scratch) { _ = cmark_node_set_literal(pointer, $0) }
  }

  func setURL(_ bytes: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
    withCString(bytes, scratch: &scratch) { _ = cmark_node_set_url(pointer, $0) }
  }

  func setTitle(_ bytes: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
    withCString(bytes, scratch: &scratch) { _ = cmark_node_set_title(pointer, $0) }
  }

  func setFenceInfo(_ bytes: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
    withCString(bytes, scratch: &scratch) { _ = cmark_node_set_fence_info(pointer, $0) }
  }

  func append(_ child: CmarkNode) { cmark_node_append_child(pointer, child.pointer) }
  func insertBefore(_ sibling: CmarkNode) { cmark_node_insert_before(pointer, sibling.pointer) }
  func insertAfter(_ sibling: CmarkNode) { cmark_node_insert_after(pointer, sibling.pointer) }

  /// Takes the node with all below it out of the tree and frees it.
  func remove() { cmark_node_free(pointer) }

  /// Frees a whole tree, unless that is done with all else of its arena.
  func removeTree() {
    if !CmarkArena.holds(UnsafeRawPointer(pointer)) { remove() }
  }

  /// Takes the node with all below it out of the tree, and keeps it.
  func unlink() { cmark_node_unlink(pointer) }

  /// Calls `body` as this node and all below it are entered and left; it may change none of them.
  func forEachEvent(_ body: (cmark_event_type, CmarkNode) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = CmarkNode(cmark_iter_get_node(iterator))
      else { return }
      body(event, node)
    }
  }

  /// Calls `body` with this node and all below it, in order; it may change none of them.
  func forEachNode(_ body: (CmarkNode) -> Void) {
    forEachEvent { event, node in
      if event == CMARK_EVENT_ENTER { body(node) }
    }
  }

  /// Calls `body` with each text below that no link and no image holds; it may change none.
  ///
  /// A link may also be raw HTML, `<a …>` to `</a>` or to the end of the block.
  func forEachTextOutsideLinks(_ body: (CmarkNode) -> Void) {
    var depth = 0
    var isInRawLink = false
    forEachEvent { event, node in
      switch node.type {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: depth += event == CMARK_EVENT_ENTER ? 1 : -1
      case CMARK_NODE_TEXT where depth == 0 && !isInRawLink: body(node)
      case CMARK_NODE_HTML_INLINE: isInRawLink = node.literal.opensLink ?? isInRawLink
      case let type where event == CMARK_EVENT_EXIT && !CmarkNode.isInline(type):
        isInRawLink = false
      default: break
      }
    }
  }

  /// Puts the children in the place of the node and frees it.
  func unwrap() {
    while let child = firstChild { insertBefore(child) }
    remove()
  }

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = strlen(string)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: length)
  }

  private func withCString(
    _ bytes: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8],
    _ body: (UnsafePointer<CChar>) -> Void
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes)
    scratch.append(0)
    scratch.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      body(start.assumingMemoryBound(to: CChar.self))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a raw tag begins a link (true) or ends one (false); nil for other tags.
  fileprivate var opensLink: Bool? {
    let name = dropFirst().first == UInt8(ascii: "/") ? 2 : 1
    guard count > name + 1, self[name] | 0x20 == UInt8(ascii: "a") else { return nil }
    switch self[name + 1] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), ...0x20: return name == 1
    default: return nil
    }
  }
}
