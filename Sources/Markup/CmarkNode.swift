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
    guard let pointer = cmark_node_new(type) else {
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

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var next: CmarkNode? { CmarkNode(cmark_node_next(pointer)) }
  var firstChild: CmarkNode? { CmarkNode(cmark_node_first_child(pointer)) }

  /// Whether it stands in a line of text.
  var isInline: Bool { type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue }

  /// Where it begins in the source, as libcmark counts.
  var position: MarkdownPosition {
    MarkdownPosition(
      line: Int(cmark_node_get_start_line(pointer)),
      column: Int(cmark_node_get_start_column(pointer)))
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
