import CCmark

/// The pass that puts custom nodes of ours in the place of raw HTML.
///
/// Elements begin and end among the children of one node, so the tree stays one: what is open at
/// the end of a node is closed there, and an end tag without its start is dropped. O(nodes) but
/// for libcmark's look at the ancestors of what is moved.
struct HTMLPass {
  /// What is not on the page, though its text may be; what harms nobody does not count.
  private(set) var omitted = Omission()
  /// The names of such elements and attributes, in the order of their first places; at most eight.
  private(set) var names: [String] = []
  /// Where the cells of tables begin in the source, by their tags.
  private let cellPlaces: [MarkdownPosition]

  init(cellPlaces: [MarkdownPosition] = []) {
    self.cellPlaces = cellPlaces
  }

  /// Replaces all raw HTML below `root`.
  mutating func apply(to root: CmarkNode) {
    var scopes: [CmarkNode] = []
    var holders: Set<OpaquePointer> = []
    root.forEachEvent { event, node in
      if node.isRawHTML, let parent = node.parent {
        holders.insert(parent.pointer)
      } else if event == CMARK_EVENT_EXIT, holders.contains(node.pointer) {
        scopes.append(node)
      }
    }
    // Inner ones first, since an outer one may drop them.
    for scope in scopes {
      var builder = HTMLBuilder(scope, report: self)
      builder.run()
      self = builder.report
    }
  }

  mutating func note(_ name: String, at node: CmarkNode) {
    omitted.note(omitted.count == 0 ? node.place(inCellsAt: cellPlaces) : node.position)
    guard names.count < 8, !names.contains(name) else { return }
    names.append(HTMLPass.isWord(name) ? name : "a tag without a proper name")
  }

  private static func isWord(_ name: String) -> Bool {
    name.utf8.count <= 24
      && name.utf8.allSatisfy {
        HTMLTokens.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

extension CmarkNode {
  var isRawHTML: Bool { type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE }
}

extension Span<UInt8> {
  /// Whether there is a `<` at all, so that a text without one costs nothing more.
  var mayHoldHTML: Bool {
    withUnsafeBufferPointer { ByteSearch.contains($0, "<") }
  }
}
