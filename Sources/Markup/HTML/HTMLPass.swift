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
  /// What another site would have shown in ours, and is a link now.
  private(set) var embeds = Omission()
  /// Of the links and images that it made.
  var origins: [OpaquePointer: HTMLOrigin] = [:]
  var anchors: HTMLAnchors
  /// Whether any element may reach the page.
  let allowsElements: Bool
  /// What links say that stand for what is not shown.
  let words: EmbedWords

  /// Where the cells of tables begin in the source, by their tags.
  private let cellPlaces: [MarkdownPosition]
  private let lines: SourceLines

  /// A pass over what was parsed from a source.
  /// - Parameter reservedIDs: those that no place of the text may take.
  init(
    _ source: Span<UInt8>, cellPlaces: [MarkdownPosition] = [], allowsElements: Bool = true,
    words: EmbedWords = EmbedWords(), reservedIDs: Set<[UInt8]> = []
  ) {
    lines = SourceLines(source.withUnsafeBufferPointer { Array($0) })
    self.cellPlaces = cellPlaces
    self.allowsElements = allowsElements
    self.words = words
    anchors = HTMLAnchors(reserved: reservedIDs)
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

  mutating func note(_ name: String, _ token: HTMLToken, in node: CmarkNode) {
    if omitted.count == 0 {
      omitted.note(position(of: token, in: node))
    } else {
      omitted.count += 1
    }
    guard names.count < 8, !names.contains(name) else { return }
    let isName = token.kind == .unclosed || HTMLPass.isWord(name)
    names.append(isName ? name : "a tag without a proper name")
  }

  mutating func noteEmbed(_ token: HTMLToken, in node: CmarkNode) {
    if embeds.count == 0 { embeds.note(position(of: token, in: node)) } else { embeds.count += 1 }
  }

  /// Where a tag of a raw node begins in the source.
  ///
  /// The lines of a block are the ends of lines of the source: before them stand the signs of
  /// quotes and lists.
  func position(of token: HTMLToken, in node: CmarkNode) -> MarkdownPosition {
    guard node.type == CMARK_NODE_HTML_BLOCK else { return node.place(inCellsAt: cellPlaces) }
    let line = node.position.line + token.place.line
    let before = max(lines.range(of: line).count - token.place.lineLength, 0)
    return MarkdownPosition(line: line, column: before + token.place.column + 1)
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
