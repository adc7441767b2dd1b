import ArchiveModel

/// Edits of a YAML text that is a map at its top: records, privacy, front matter.
///
/// The text is cut at its top keys, and only the part of a key that is edited is read and changed;
/// what the whole must say afterwards is kept beside it, and `finished` proves that it does.
struct YAMLFileEdit {
  /// What stands before the first key: comments, the opening line of front matter.
  private var head: EditableText
  private(set) var parts: [YAMLPart]
  /// What stands behind the YAML: the body of an article.
  private let tail: EditableText
  /// What the text is to say; nil for what is deleted.
  private var meant: [ValueTree.Entry?]
  /// Where each top key is in `meant` and in `parts`: more than once, where it stands there twice.
  private var meantIndices: [String: [Int]] = [:]
  private var partIndices: [String: [Int]] = [:]
  /// Where each top key stood.
  private let keyPlaces: [(key: String, offset: Int)]
  private let path: String

  /// Prepares to edit the YAML in a range of a text.
  ///
  /// - Parameter entries: what it says, as its own reader reads it.
  init(_ text: EditableText, _ range: Range<Int>, says entries: [FrontMatterEntry], path: String) {
    self.path = path
    meant = ValueTree.entries(entries)
    keyPlaces = entries.map { ($0.key, $0.keyOffsets.lowerBound) }
    let keys = Dictionary(keyPlaces.map { ($0.offset, $0.key) }) { first, _ in first }
    let starts = YAMLFileEdit.partStarts(in: text.bytes, range)
    let pieces = text.pieces(cutAt: starts + [range.upperBound])
    head = pieces[0]
    parts = starts.indices.map { YAMLPart(pieces[$0 + 1], key: keys[starts[$0]]) }
    tail = pieces[pieces.count - 1]
    for (index, entry) in entries.enumerated() {
      meantIndices[entry.key, default: []].append(index)
    }
    for (index, part) in parts.enumerated() {
      if let key = part.key { partIndices[key, default: []].append(index) }
    }
  }

  /// Where a line begins with a key in the first column.
  static func partStarts(in text: [UInt8], _ range: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var lineStart = range.lowerBound
    while lineStart < range.upperBound {
      switch text[lineStart] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "#"), UInt8(ascii: "}"),
        UInt8(ascii: "]"), UInt8(ascii: "\n"):
        break
      // A list may stand in the column of its key.
      case UInt8(ascii: "-")
      where !starts.isEmpty && (lineStart + 1 >= text.count || text[lineStart + 1] <= 0x20):
        break
      default: starts.append(lineStart)
      }
      lineStart =
        (text[lineStart..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
          ?? range.upperBound) + 1
    }
    return starts
  }

  /// Whether the text has a top key.
  func has(_ key: String) -> Bool { meantIndices[key]?.isEmpty == false }

  /// The top keys, in order.
  var keys: [String] { meant.compactMap { $0?.key } }

  /// What the first of a top key is to say.
  func value(_ key: String) -> ValueTree? {
    meantIndices[key]?.first.flatMap { meant[$0]?.value }
  }

  /// A top key with its value; nil where it cannot be edited.
  func entry(_ key: String) -> FrontMatterEntry? {
    partIndices[key]?.first.flatMap { parts[$0].entry }
  }

  /// Where a top key stands, or the beginning of the file.
  func place(of key: String) -> SourceRange {
    let offset = keyPlaces.first { $0.key == key }?.offset
    return SourceRange(path: path, offsets: offset.map { $0..<$0 + key.utf8.count } ?? 0..<0)
  }

  // MARK: Edits

  /// Changes the part of a top key, and what it is meant to say.
  ///
  /// - Parameters:
  ///   - byHand: what its editor would have to do, should it be refused.
  ///   - intend: the same change to what the part says; it must not fail where `change` does not.
  mutating func edit(
    _ key: String, byHand: String, _ change: (inout YAMLPart) -> Bool,
    intend: (inout ValueTree) -> Void
  ) throws(EditRefusal) {
    let indices = meantIndices[key] ?? []
    guard indices.count == 1, var entry = meant[indices[0]] else {
      throw EditRefusal(
        indices.isEmpty ? "there is no key “\(key)”" : "the key “\(key)” stands here twice",
        at: place(of: key),
        suggestion: indices.isEmpty ? byHand : "make one of them, and try again")
    }
    guard let found = partIndices[key], found.count == 1, change(&parts[found[0]]) else {
      throw unsafe(key, byHand: byHand)
    }
    intend(&entry.value)
    meant[indices[0]] = entry
  }

  /// Adds a top key behind all others.
  ///
  /// - Parameter breaks: whether the value has lines of its own, even if it would fit in one.
  mutating func add(_ entry: EditEntry, breaks: Bool = false) {
    let last = parts.last?.text ?? head
    var new = YAMLPart(EditableText(like: head), key: entry.key)
    if !parts.isEmpty, isSpaced, !last.bytes.suffix(2).elementsEqual("\n\n".utf8) {
      new.append("\n")
    }
    new.append(YAMLWriting.entry(entry, column: 0, breaks: breaks))
    if last.isTerminated {
      new.append("\n")
    } else if let index = parts.indices.last {
      // The file's last line has no end, and keeps none.
      parts[index].append("\n")
    } else {
      head.insert("\n", at: head.bytes.count)
    }
    partIndices[entry.key, default: []].append(parts.count)
    parts.append(new)
    meantIndices[entry.key, default: []].append(meant.count)
    meant.append(ValueTree.Entry(key: entry.key, value: ValueTree(entry.value)))
  }

  /// Whether most keys have an empty line before them.
  private var isSpaced: Bool {
    let spaced = parts.dropLast().count { $0.text.bytes.suffix(2).elementsEqual("\n\n".utf8) }
    return parts.count > 1 ? spaced * 2 >= parts.count - 1 : false
  }

  /// Gives a top key another name.
  mutating func rename(_ key: String, to newKey: String, byHand: String) throws(EditRefusal) {
    try edit(key, byHand: byHand) {
      $0.rename(to: newKey)
    } intend: { _ in
    }
    if let index = meantIndices.removeValue(forKey: key)?.first {
      meant[index]?.key = newKey
      meantIndices[newKey, default: []].append(index)
    }
    partIndices[newKey] = (partIndices[newKey] ?? []) + (partIndices.removeValue(forKey: key) ?? [])
  }

  /// Deletes a top key with all below it.
  ///
  /// - Returns: The comments that went with it.
  mutating func delete(_ key: String, byHand: String) throws(EditRefusal) -> [String] {
    let wasOpen = parts.last?.text.isTerminated == false && tail.bytes.isEmpty
    let index = partIndices[key]?.first
    var comments: [String]?
    try edit(key, byHand: byHand) { part in
      comments = part.deleteEntry()
      return comments != nil
    } intend: { _ in
    }
    for gone in meantIndices.removeValue(forKey: key) ?? [] { meant[gone] = nil }
    partIndices[key] = nil
    guard let index else { return comments ?? [] }
    // Of the empty lines around it one run stays, and none at the end of the file.
    let before = index > 0 ? parts[index - 1].text : head
    if before.bytes.isEmpty || before.bytes.suffix(2).elementsEqual("\n\n".utf8) {
      parts[index].trimLeadingLineEnds()
    }
    let isLast = index == parts.count - 1 && parts[index].text.bytes.isEmpty
    if isLast, index > 0 { parts[index - 1].trimTrailingLineEnds(to: wasOpen ? 0 : 1) }
    return comments ?? []
  }

  // MARK: The result

  /// The file's bytes.
  var text: EditableText {
    var whole = head
    for part in parts { whole.append(part.text) }
    whole.append(tail)
    return whole
  }

  /// The file's bytes, if they say exactly what was meant.
  ///
  /// - Parameter read: what a text says, as its own reader reads it; nil if that fails.
  func finished(byHand: String, read: ([UInt8]) -> [FrontMatterEntry]?) throws(EditRefusal)
    -> [UInt8]
  {
    let text = text
    guard let entries = read(text.bytes) else { throw unsafe(nil, byHand: byHand) }
    let said = ValueTree.entries(entries)
    let meant = meant.compactMap { $0 }
    guard said == meant else {
      let first = zip(said, meant).first { $0 != $1 }?.1.key
      throw unsafe(first, byHand: byHand)
    }
    return text.file
  }

  func unsafe(_ key: String?, byHand: String) -> EditRefusal {
    EditRefusal(
      "this is written in a form of YAML that Dateline reads, but does not edit",
      at: key.map { place(of: $0) } ?? SourceRange(path: path),
      suggestion: "write it with a key a line, without anchors, tags or comments inside brackets; "
        + "or do by hand: \(byHand)")
  }
}
