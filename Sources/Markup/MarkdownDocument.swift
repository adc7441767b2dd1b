import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One parsed body: Markdown or plain paragraphs, made safe, read, and rendered once.
///
/// Safe by default, whatever the source holds: of raw HTML only what an allow-list names reaches
/// the page, written anew (`HTMLRules`), a link whose scheme is not http, https, mailto, tel or
/// none keeps only its text, and an image on another host becomes a link to it, since no page may
/// ask another host for anything. What control characters entities bring in becomes U+FFFD.
///
/// Owns libcmark's tree and frees it at its end. Parsing, every pass and rendering are iterative,
/// so deep nesting overflows no stack, and linear in the source but for one thing: libcmark checks
/// a node's ancestors at each edit, so a link that is removed costs O(depth).
public struct MarkdownDocument: ~Copyable {
  /// The version of the parser, which is the system's own.
  package static var parserVersion: Int { Int(cmark_version()) }

  let root: CmarkNode
  /// The prose that the recogniser reads, computed once, when the document is made.
  public let readingText: ReadingText
  /// Raw HTML that is not on the page; comments and what means nothing to a reader do not count.
  public let omittedHTML: Omission
  /// The names of its elements and attributes, by their first places; at most eight.
  public let omittedHTMLNames: [String]
  /// Links and images that are not on the page because of their scheme; their text is.
  public private(set) var omittedLinks: Omission
  /// Images on another host: a link to each is on the page.
  public let externalImages: Omission
  /// Frames and films of another host in raw HTML, likewise.
  public let embeds: Omission

  var runs: [TextRun]
  var links: [LinkNode]
  var pieces: [SlottedHTML.Piece] = []
  let emphases: [EmphasisRange]
  let headings: [CmarkNode]
  /// The nodes of the blocks of the reading text.
  let blocks: [CmarkNode]
  /// The ids that authors gave, by the headings' tags.
  let explicitHeadingIDs: [[UInt8]]
  /// The page's own ids.
  let reservedIDs: Set<[UInt8]>
  /// The ids of footnotes, of the places that refer to them, and of places in raw HTML.
  let placeIDs: Set<[UInt8]>
  /// The ids that headings have got, by the numbers of their marks.
  var anchors: [[UInt8]] = []

  /// Parses CommonMark (libcmark, without its unsafe option), and what `extensions` name.
  ///
  /// Bytes that are not UTF-8, and control characters but tab and line ends, are read as U+FFFD.
  /// - Parameter reservedIDs: the page's own ids, which nothing in the document gets.
  public init(
    markdown source: Span<UInt8>, extensions: MarkdownExtensions = MarkdownExtensions(),
    reservedIDs: Set<[UInt8]> = []
  ) {
    let tree =
      if let repaired = ControlCharacters.repaired(source) {
        MarkdownTree(repaired.span, extensions)
      } else {
        MarkdownTree(source, extensions)
      }
    guard source.mayHoldHTML else {
      self.init(tree, sourceBytes: source.count, reservedIDs: reservedIDs)
      return
    }
    // Last, so that what our passes read is Markdown alone.
    var html = HTMLPass(
      source, cellPlaces: tree.cellPlaces, allowsElements: extensions.html,
      words: extensions.words.embeds,
      reservedIDs: reservedIDs.union(tree.noteIDs))
    html.apply(to: tree.root)
    self.init(tree, sourceBytes: source.count, html: html, reservedIDs: reservedIDs)
  }

  /// Makes a paragraph of each group of lines between blank lines; nothing in them is markup.
  ///
  /// Line ends in a paragraph are soft breaks; white space at both ends of a line is dropped.
  ///
  /// - Parameter dateline: Where a dateline stands, which is the beginning of a line: a `span` of
  ///   the class `dateline`. It is a part of the reading text as all else.
  public init(plainParagraphs source: Span<UInt8>, dateline: Range<Int>? = nil) {
    let root =
      if let repaired = ControlCharacters.repaired(source) {
        PlainParagraphs.tree(of: repaired.span)
      } else {
        PlainParagraphs.tree(of: source, dateline: dateline)
      }
    self.init(MarkdownTree(root: root), sourceBytes: source.count)
  }

  /// Reads a tree, which it then owns; passes have put custom nodes into it.
  init(
    _ tree: MarkdownTree, sourceBytes: Int, html: HTMLPass? = nil, reservedIDs: Set<[UInt8]> = []
  ) {
    let reader = TreeReader(
      reading: tree.root, sourceBytes: sourceBytes, cellPlaces: tree.cellPlaces,
      origins: html?.origins ?? [:])
    root = tree.root
    explicitHeadingIDs = tree.headingIDs
    self.reservedIDs = reservedIDs
    placeIDs = html.map { tree.noteIDs.union($0.anchors.ids) } ?? tree.noteIDs
    readingText = reader.text
    omittedHTML = html?.omitted ?? Omission()
    omittedHTMLNames = html?.names ?? []
    embeds = html?.embeds ?? Omission()
    omittedLinks = reader.omittedLinks
    externalImages = reader.externalImages
    runs = reader.runs
    links = reader.links
    emphases = reader.emphases
    headings = reader.headings
    blocks = reader.blocks
  }

  deinit { root.removeTree() }

  /// Moves the headings so that the highest is an `h2`: the page's `h1` is its headline.
  ///
  /// What would be deeper than `h6` stays `h6`. Once more does nothing more.
  public mutating func shiftHeadings() {
    let levels = headings.map { Int(cmark_node_get_heading_level($0.pointer)) }
    guard let highest = levels.min() else { return }
    for (heading, level) in zip(headings, levels) {
      cmark_node_set_heading_level(heading.pointer, Int32(min(level - highest + 2, 6)))
    }
  }

  /// Renders by libcmark, and finds the slots: O(bytes).
  public borrowing func renderHTML() -> SlottedHTML {
    MarkdownDocument.withHTML(of: root, options: CMARK_OPT_DEFAULT) {
      SlottedHTML(marked: $0, pieces: pieces, anchors: anchors)
    }
  }

  /// What libcmark prints for a tree.
  static func withHTML<Result>(
    of root: CmarkNode, options: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let rendered = cmark_render_html(root.pointer, options) else {
      preconditionFailure("libcmark ends the process itself when there is no memory")
    }
    defer { if !CmarkArena.holds(rendered) { free(rendered) } }
    return body(
      UnsafeBufferPointer(
        start: UnsafeRawPointer(rendered).assumingMemoryBound(to: UInt8.self),
        count: strlen(rendered)))
  }

  /// The tree of a CommonMark source, as libcmark makes it.
  static func parse(_ source: Span<UInt8>) -> CmarkNode {
    source.withUnsafeBytes { bytes in
      let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, CmarkArena.memory)
      defer { cmark_parser_free(parser) }
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      guard let node = CmarkNode(cmark_parser_finish(parser)) else {
        preconditionFailure("libcmark ends the process itself when there is no memory")
      }
      return node
    }
  }
}
