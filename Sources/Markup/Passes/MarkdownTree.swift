import CCmark

/// libcmark's tree of a source after the passes for what it lacks.
struct MarkdownTree {
  let root: CmarkNode
  /// Where the cells of tables begin in the source, by their tags.
  private(set) var cellPlaces: [MarkdownPosition] = []
  /// The ids that authors gave to headings, by the headings' tags.
  private(set) var headingIDs: [[UInt8]] = []
  /// The ids of footnotes and of the places that refer to them.
  private(set) var noteIDs: Set<[UInt8]> = []

  /// A tree that no pass has changed.
  init(root: CmarkNode) {
    self.root = root
  }

  /// Parses a source, which is valid UTF-8, and applies the passes that it has a use for.
  init(_ source: Span<UInt8>, _ extensions: MarkdownExtensions) {
    let used = source.withUnsafeBufferPointer { extensions.used(in: $0) }
    let mayBeSlow = source.withUnsafeBufferPointer { OpenMarkup.mayBeSlow($0) }
    guard used.needsPasses || mayBeSlow else {
      root = MarkdownDocument.parse(source)
      return
    }
    var bytes = source.withUnsafeBufferPointer { Array($0) }
    if mayBeSlow { OpenMarkup.hide(in: &bytes) }
    let escapes = Escapes(hiding: used, in: &bytes)
    let notes = used.footnotes ? Footnotes(definitionsIn: &bytes, used.words) : nil
    root = MarkdownDocument.parse(bytes.span)

    if used.tables || used.tasks {
      let lines = SourceLines(bytes)
      if used.tables {
        var tables = Tables(lines)
        tables.apply(to: root)
        cellPlaces = tables.places
      }
      if used.tasks { Tasks.apply(to: root, lines, used.words) }
    }
    if var notes {
      notes.apply(to: root)
      noteIDs = notes.ids
    }
    if used.autolinks { Autolinks.apply(to: root) }
    if used.strikethrough { Strikethrough.apply(to: root) }
    if escapes.areHidden { Escapes.restore(in: root) }
    if used.headingIDs { headingIDs = HeadingID.takeExplicit(from: root) }
    if mayBeSlow { OpenMarkup.restore(in: root) }
  }
}
