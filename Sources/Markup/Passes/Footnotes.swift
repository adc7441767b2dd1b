import CCmark

/// The pass that reads `[^1]` and `[^1]: text`, and puts the notes at the end.
///
/// libcmark takes a note of one word for the definition of a link and drops it, so before it
/// parses, the label of each note becomes the mark of a list item, `1)`: what belongs to the note
/// is then in the item. Four columns, as much as the following lines are indented by custom. A
/// label may be any text without spaces and brackets; letters count in either case.
struct Footnotes {
  /// The label that the line defines, by the number of the line.
  private var labels: [Int: [UInt8]] = [:]
  private var notes: [Note] = []
  private var indices: [[UInt8]: Int] = [:]
  private var order: [Int] = []
  /// The ids of the notes and of what refers to them.
  private(set) var ids: Set<[UInt8]> = []

  private let words: MarkdownWords

  /// A note that was taken out of the text.
  private struct Note {
    /// The list item; its children become the note's.
    var item: CmarkNode
    /// From 1, in the order of the first references; 0 while there is none.
    var number = 0
    var references = 0
  }

  /// As many ways back as anybody follows.
  private static let maximumBacklinks = 20

  // MARK: Before libcmark parses

  /// Rewrites the lines that define notes; nil where none does; O(bytes).
  init?(definitionsIn source: inout [UInt8], _ words: MarkdownWords) {
    self.words = words
    let lines = SourceLines(source)
    var edits: [(range: Range<Int>, isQuoted: Bool)] = []
    var fence: (byte: UInt8, length: Int)?
    for line in 1...lines.count {
      let range = lines.range(of: line)
      var start = range.lowerBound
      var isQuoted = false
      while start < range.upperBound,
        isBlank(source[start]) || source[start] == UInt8(ascii: ">")
      {
        isQuoted = isQuoted || source[start] == UInt8(ascii: ">")
        start += 1
      }
      guard start < range.upperBound else { continue }
      let rest = start..<range.upperBound
      if let run = Footnotes.fence(in: source, rest) {
        if let open = fence {
          if run.byte == open.byte, run.length >= open.length, run.isBare { fence = nil }
        } else {
          fence = (run.byte, run.length)
        }
        continue
      }
      guard fence == nil else { continue }
      if !isQuoted, start - range.lowerBound > 3 || source[range.lowerBound..<start].contains(0x09)
      {
        continue
      }
      let content = Footnotes.afterBullet(in: source, rest)
      guard let end = Footnotes.label(in: source, content..<range.upperBound),
        end < range.upperBound, source[end] == UInt8(ascii: ":")
      else { continue }
      labels[line] = Footnotes.key(source[content + 2..<end - 1])
      var text = end + 1
      while text < range.upperBound, isBlank(source[text]) { text += 1 }
      edits.append(
        (range: (isQuoted || content > start ? content : range.lowerBound)..<text, isQuoted))
    }
    guard !edits.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var copied = 0
    for edit in edits {
      result.append(contentsOf: source[copied..<edit.range.lowerBound])
      result.append(contentsOf: "1)  ".utf8)
      copied = edit.range.upperBound
    }
    result.append(contentsOf: source[copied...])
    source = result
  }

  /// A fence of code that the line begins with.
  private static func fence(
    in source: [UInt8], _ range: Range<Int>
  ) -> (byte: UInt8, length: Int, isBare: Bool)? {
    let byte = source[range.lowerBound]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let end = range.first { source[$0] != byte } ?? range.upperBound
    let length = end - range.lowerBound
    let rest = source[end..<range.upperBound]
    guard length >= 3, byte == UInt8(ascii: "~") || !rest.contains(byte) else { return nil }
    return (byte, length, rest.allSatisfy(isBlank))
  }

  /// Where the text begins after the bullet of a list, if there is one.
  private static func afterBullet(in source: [UInt8], _ range: Range<Int>) -> Int {
    switch source[range.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      let start = range.lowerBound + 1
      guard start < range.upperBound, isBlank(source[start]) else { return range.lowerBound }
      return range.dropFirst().first { !isBlank(source[$0]) } ?? range.lowerBound
    default: return range.lowerBound
    }
  }

  /// Where `[^label]` ends that the range begins with.
  private static func label(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= 4, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.lowerBound + 1] == UInt8(ascii: "^")
    else { return nil }
    // Longer than a label of CommonMark may be, none is searched for.
    for i in range.dropFirst(2).prefix(1000) {
      switch bytes[i] {
      case UInt8(ascii: "]"): return i > range.lowerBound + 2 ? i + 1 : nil
      case UInt8(ascii: "["), ...0x20: return nil
      default: continue
      }
    }
    return nil
  }

  private static func key(_ label: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
  }

  // MARK: After

  /// Takes the notes out of the tree, numbers the references, and appends the notes.
  mutating func apply(to root: CmarkNode) {
    takeNotes(from: root)
    guard !notes.isEmpty else { return }
    linkReferences(in: root)
    var next = 0
    while next < order.count {
      linkReferences(in: notes[order[next]].item)
      next += 1
    }
    // Nothing is lost that nobody refers to.
    for i in notes.indices where notes[i].number == 0 {
      order.append(i)
      notes[i].number = order.count
      linkReferences(in: notes[i].item)
    }
    append(to: root)
  }

  private mutating func takeNotes(from root: CmarkNode) {
    var found: [(item: CmarkNode, label: [UInt8])] = []
    var labels = self.labels
    root.forEachNode { node in
      guard node.type == CMARK_NODE_ITEM, let list = node.parent,
        cmark_node_get_list_delim(list.pointer) == CMARK_PAREN_DELIM,
        let label = labels.removeValue(forKey: node.position.line)
      else { return }
      found.append((node, label))
    }
    for (item, label) in found {
      let list = item.parent
      item.unlink()
      if let list, list.firstChild == nil { list.remove() }
      // The first of a label is the one that is referred to.
      if indices[label] == nil { indices[label] = notes.count }
      notes.append(Note(item: item))
    }
  }

  private mutating func linkReferences(in root: CmarkNode) {
    var texts: [CmarkNode] = []
    root.forEachTextOutsideLinks { node in
      if ByteSearch.contains(node.literal, "[^") { texts.append(node) }
    }
    for text in texts {
      text.replaceParts { literal, start, _ in
        guard let end = Footnotes.label(in: literal, start..<literal.count),
          let note = indices[Footnotes.key(literal[start + 2..<end - 1])]
        else { return nil }
        return (end, CmarkNode(inline: reference(to: note)))
      }
    }
  }

  private mutating func reference(to note: Int) -> String {
    if notes[note].number == 0 {
      order.append(note)
      notes[note].number = order.count
    }
    notes[note].references += 1
    let number = notes[note].number
    let id = Footnotes.referenceID(number, notes[note].references)
    ids.insert(Array(id.utf8))
    let label = MarkdownWords.fill(words.note, number: number)
    return
      "<sup><a href=\"#note-\(number)\" id=\"\(id)\" aria-label=\"\(label)\">\(number)</a></sup>"
  }

  private static func referenceID(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "noteref-\(number)" : "noteref-\(number)-\(reference)"
  }

  private mutating func append(to root: CmarkNode) {
    let section = CmarkNode(
      block:
        "<div class=\"notes\" role=\"doc-endnotes\" aria-label=\"\(words.notes)\">\n<hr>\n<ol>",
      "</ol>\n</div>")
    root.append(section)
    for index in order {
      let note = notes[index]
      ids.insert(Array("note-\(note.number)".utf8))
      let item = CmarkNode(block: "<li id=\"note-\(note.number)\">", "</li>")
      section.append(item)
      var last: CmarkNode?
      while let child = note.item.firstChild {
        item.append(child)
        last = child
      }
      note.item.remove()
      guard note.references > 0 else { continue }
      var end = CmarkNode(CMARK_NODE_PARAGRAPH)
      if let last, last.type == CMARK_NODE_PARAGRAPH { end = last } else { item.append(end) }
      for reference in 1...min(note.references, Footnotes.maximumBacklinks) {
        let id = Footnotes.referenceID(note.number, reference)
        let label = MarkdownWords.fill(
          words.backToReference, number: note.number, reference: reference)
        end.append(
          CmarkNode(
            inline: " <a href=\"#\(id)\" aria-label=\"\(label)\">\u{21A9}\u{FE0E}</a>"))
      }
    }
  }
}
