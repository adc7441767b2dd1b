/// One key of a YAML text with all that is below it, and the comments behind it.
///
/// It is what an edit changes; the other parts of the text are not looked at.
struct YAMLPart {
  var text: EditableText
  /// Its key; nil once the entry is deleted, or where none begins.
  private(set) var key: String?

  init(_ text: EditableText, key: String?) {
    self.text = text
    self.key = key
  }

  /// Its one entry; nil where it is written in a way that is read, but not edited: with anchors,
  /// tags, comments inside brackets.
  var entry: FrontMatterEntry? {
    let bytes = text.bytes
    let entries = FrontMatterScanner.scan(bytes, 0..<bytes.count, isTextKey: ArticleKey.isText)
    return entries?.count == 1 ? entries?.first : nil
  }

  // MARK: Keys of a map

  /// Writes a value for a key, in place of the one it has, or as a new key.
  ///
  /// - Parameters:
  ///   - path: the keys that lead to the map, the part's own first; none for the top.
  ///   - order: the usual order of keys: a new one stands behind those before it.
  /// - Returns: Whether that could be done.
  mutating func set(
    _ key: String, at path: [String], to value: EditValue, order: [String] = []
  ) -> Bool {
    guard let map = map(at: path) else { return false }
    guard let old = map.unique(key) else {
      return map.has(key) ? false : insert(EditEntry(key, value), into: map, order: order)
    }
    if case .list(let items) = old.value.content, case .list(let new) = value {
      return setItems(of: old, items, to: new, in: map)
    }
    replaceValue(of: old, with: value, in: map)
    return true
  }

  /// Takes a key out of a map.
  mutating func remove(_ key: String, at path: [String]) -> Bool {
    guard let map = map(at: path), let old = map.unique(key), map.entries.count > 1 else {
      return false
    }
    if map.isFlow {
      let index = map.entries.firstIndex { $0.key == key } ?? 0
      removeFlowItem(index, map.entries.map { $0.keyOffsets.lowerBound..<end(of: $0) })
    } else {
      guard map.isLineStart(of: old, in: text) else { return false }
      removeLines(old.keyOffsets.lowerBound..<end(of: old))
    }
    return true
  }

  /// Gives the part's own key another name.
  mutating func rename(to key: String) -> Bool {
    guard let entry else { return false }
    text.replace(entry.keyOffsets, with: YAMLWriting.scalar(key, in: .block))
    self.key = key
    return true
  }

  /// Deletes the entry and the comments that are indented below it, and keeps what else stands
  /// behind it.
  ///
  /// - Returns: The lines of comment that went with it, without their margins.
  mutating func deleteEntry() -> [String]? {
    guard let entry else { return nil }
    let bytes = text.bytes
    var stop = min(text.lineEnd(of: end(of: entry)) + 1, bytes.count)
    var next = stop
    while next < bytes.count {
      let lineEnd = text.lineEnd(of: next)
      guard let first = bytes[next..<lineEnd].first(where: { $0 != 0x20 }) else {
        next = min(lineEnd + 1, bytes.count)
        continue
      }
      guard first == UInt8(ascii: "#"), bytes[next] == 0x20 else { break }
      next = min(lineEnd + 1, bytes.count)
      stop = next
    }
    let comments = comments(in: entry.keyOffsets.lowerBound..<stop, of: entry)
    text.replace(0..<stop, with: "")
    key = nil
    return comments
  }

  /// Removes the line ends at its beginning.
  mutating func trimLeadingLineEnds() {
    let count = text.bytes.prefix { $0 == UInt8(ascii: "\n") }.count
    text.replace(0..<count, with: "")
  }

  /// Leaves so many line ends at its end, if it has more.
  mutating func trimTrailingLineEnds(to count: Int) {
    let found = text.bytes.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    guard found > count else { return }
    text.replace(text.bytes.count - found + count..<text.bytes.count, with: "")
  }

  /// Appends lines behind all it has.
  mutating func append(_ lines: String) { text.insert(lines, at: text.bytes.count) }

  /// Writes comments below the entry, in the column of its keys.
  mutating func appendComments(_ lines: [String]) -> Bool {
    guard !lines.isEmpty, let entry, let map = map(at: [entry.key]) else { return lines.isEmpty }
    let margin = String(repeating: " ", count: map.isFlow ? 2 : map.column)
    insertLine(
      lines.map { margin + "# " + $0 }.joined(separator: "\n"), below: end(of: entry))
    return true
  }

  // MARK: Lists

  /// Adds items to the end of a list; a key that has none, or one value, gets a list.
  mutating func append(
    _ items: [EditValue], to key: String, at path: [String], order: [String] = []
  ) -> Bool {
    guard let map = map(at: path) else { return false }
    guard let old = map.unique(key) else {
      return map.has(key) ? false : insert(EditEntry(key, .list(items)), into: map, order: order)
    }
    switch old.value.content {
    case .null:
      replaceValue(of: old, with: .list(items), in: map)
    case .text, .map:
      guard let first = source(of: old.value, in: .flow) else { return false }
      let list = ([first] + items.map { YAMLWriting.flow($0) }).joined(separator: ", ")
      text.replace(old.value.offsets.lowerBound..<end(of: old.value, key: old), with: "[\(list)]")
    case .list(let old):
      guard let last = old.last else { return appendToEmptyList(key, items, in: map) }
      for item in items.reversed() { appendItem(item, after: last, in: map, of: key) }
    }
    return true
  }

  private mutating func appendToEmptyList(
    _ key: String, _ items: [EditValue], in map: YAMLMap
  ) -> Bool {
    guard let entry = map.unique(key) else { return false }
    text.replace(entry.value.offsets, with: YAMLWriting.flow(.list(items)))
    return true
  }

  private mutating func appendItem(
    _ item: EditValue, after last: FrontMatterValue, in map: YAMLMap, of key: String
  ) {
    guard let list = map.unique(key)?.value else { return }
    let lastEnd = end(of: last, key: nil)
    let lineStart = text.lineStart(of: last.offsets.lowerBound)
    let margin = text.bytes[lineStart..<last.offsets.lowerBound]
    if isFlow(list) {
      // An item that stands in a line of its own is followed by another such line.
      let isAlone = margin.allSatisfy { $0 == 0x20 } && list.offsets.lowerBound < lineStart
      let separator = isAlone ? ",\n" + String(decoding: margin, as: UTF8.self) : ", "
      text.insert(separator + YAMLWriting.flow(item), at: lastEnd)
    } else {
      // The margin holds the hyphen and the blanks behind it.
      let isNull = last.isNull
      let head = String(decoding: margin, as: UTF8.self) + (isNull ? "- " : "")
      insertLine(head + YAMLWriting.flow(item, in: .block), below: lastEnd)
    }
  }

  /// Brings a list to say something else, an item at a time where that is possible.
  private mutating func setItems(
    of entry: FrontMatterEntry, _ old: [FrontMatterValue], to new: [EditValue], in map: YAMLMap
  ) -> Bool {
    let oldTrees = old.map { ValueTree($0) }
    let newTrees = new.map { ValueTree($0) }
    let kept = oldTrees.filter { newTrees.contains($0) }
    guard Array(newTrees.prefix(kept.count)) == kept, !kept.isEmpty else {
      replaceValue(of: entry, with: .list(new), in: map)
      return true
    }
    let added = Array(new.dropFirst(kept.count))
    if !added.isEmpty, let last = old.last {
      for item in added.reversed() { appendItem(item, after: last, in: map, of: entry.key) }
    }
    // From the end, so that the places before stay right.
    for index in old.indices.reversed() where !newTrees.contains(oldTrees[index]) {
      if isFlow(entry.value) {
        let all = itemRanges(of: entry.key, in: map)
        removeFlowItem(index, all)
      } else {
        removeLines(old[index].offsets.lowerBound..<end(of: old[index], key: nil))
      }
    }
    return true
  }

  /// Where the items of a list stand now.
  private func itemRanges(of key: String, in map: YAMLMap) -> [Range<Int>] {
    guard let now = self.map(at: map.path)?.unique(key), case .list(let items) = now.value.content
    else { return [] }
    return items.map { $0.offsets.lowerBound..<end(of: $0, key: nil) }
  }
}
