/// A map in a part of a YAML text: its keys, and how they are written.
struct YAMLMap {
  /// The keys that lead to it.
  let path: [String]
  let entries: [FrontMatterEntry]
  /// The column of its keys, where each has a line of its own.
  let column: Int
  /// Whether it stands in braces, and where; empty where it has neither braces nor keys.
  let isFlow: Bool
  let offsets: Range<Int>

  /// The one entry of a key; nil where there is none, or two.
  func unique(_ key: String) -> FrontMatterEntry? {
    let found = entries.filter { $0.key == key }
    return found.count == 1 ? found.first : nil
  }

  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Whether nothing but blanks stands before a key.
  func isLineStart(of entry: FrontMatterEntry, in text: EditableText) -> Bool {
    let start = text.lineStart(of: entry.keyOffsets.lowerBound)
    return text.bytes[start..<entry.keyOffsets.lowerBound].allSatisfy { $0 == 0x20 }
  }
}

/// Where things stand, and the changes to the text that all edits come down to.
extension YAMLPart {
  /// The map at the end of a path of keys; without any, that of the part's own key.
  func map(at path: [String]) -> YAMLMap? {
    guard var entry else { return nil }
    guard let first = path.first else {
      return YAMLMap(
        path: [], entries: [entry], column: 0, isFlow: false, offsets: 0..<text.bytes.count)
    }
    guard entry.key == first else { return nil }
    for key in path.dropFirst() {
      guard case .map(let entries) = entry.value.content else { return nil }
      let found = entries.filter { $0.key == key }
      guard found.count == 1 else { return nil }
      entry = found[0]
    }
    guard case .map(let entries) = entry.value.content else { return nil }
    let column = entries.first.map {
      $0.keyOffsets.lowerBound - text.lineStart(of: $0.keyOffsets.lowerBound)
    }
    return YAMLMap(
      path: path, entries: entries, column: column ?? 0, isFlow: isFlow(entry.value),
      offsets: entry.value.offsets)
  }

  func isFlow(_ value: FrontMatterValue) -> Bool {
    let start = value.offsets.lowerBound
    guard text.bytes.indices.contains(start) else { return false }
    switch value.content {
    case .list: return text.bytes[start] == UInt8(ascii: "[")
    case .map: return text.bytes[start] == UInt8(ascii: "{")
    case .null, .text: return false
    }
  }

  /// Where the words of an entry end; comments behind them do not count.
  func end(of entry: FrontMatterEntry) -> Int { end(of: entry.value, key: entry) }

  /// Where a value ends: of one below its key that is where its last item does, since its own place
  /// may take in the comments behind it.
  func end(of value: FrontMatterValue, key: FrontMatterEntry?) -> Int {
    switch value.content {
    case .null:
      // Nothing may be written as `~`, or as nothing at all behind the colon.
      return value.offsets.isEmpty
        ? (key?.keyOffsets.upperBound ?? value.offsets.lowerBound - 1) + 1
        : value.offsets.upperBound
    case .text: return value.offsets.upperBound
    case .list(let items):
      guard !isFlow(value), let last = items.last else { return value.offsets.upperBound }
      return end(of: last, key: nil)
    case .map(let entries):
      guard !isFlow(value), let last = entries.last else { return value.offsets.upperBound }
      return end(of: last)
    }
  }

  /// A value as it is written, if it may stand inside brackets as well.
  func source(of value: FrontMatterValue, in context: YAMLWriting.Context) -> String? {
    switch value.content {
    case .null: return "~"
    case .text(let string, let isQuoted):
      let first = text.bytes[value.offsets.lowerBound]
      let isBlock = first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
      if isQuoted, !isBlock { return String(decoding: text.bytes[value.offsets], as: UTF8.self) }
      return YAMLWriting.scalar(string, in: context)
    case .list, .map:
      return isFlow(value) ? String(decoding: text.bytes[value.offsets], as: UTF8.self) : nil
    }
  }

  // MARK: Changes

  /// Writes a key into a map.
  mutating func insert(_ new: EditEntry, into map: YAMLMap, order: [String]) -> Bool {
    let rank = order.firstIndex(of: new.key) ?? order.count
    let previous =
      map.entries.last { (order.firstIndex(of: $0.key) ?? order.count) < rank } ?? map.entries.last
    guard map.isFlow else {
      guard let previous else { return false }
      insertLine(YAMLWriting.entry(new, column: map.column), below: end(of: previous))
      return true
    }
    if let previous {
      text.insert(", " + YAMLWriting.flowEntry(new), at: end(of: previous))
    } else {
      text.insert(YAMLWriting.flowEntry(new), at: map.offsets.lowerBound + 1)
    }
    return true
  }

  mutating func replaceValue(of old: FrontMatterEntry, with value: EditValue, in map: YAMLMap) {
    let colon = old.keyOffsets.upperBound
    var start = old.value.offsets.lowerBound
    let stop = end(of: old)
    let isBelow = text.bytes[colon..<max(colon, start)].contains(UInt8(ascii: "\n"))
    if old.value.isNull || isBelow { start = colon + 1 }
    if case .text(let string) = value, case .text(_, isQuoted: true) = old.value.content,
      !string.utf8.contains(UInt8(ascii: "\n"))
    {
      let quote = text.bytes[old.value.offsets.lowerBound]
      let kept = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) ? quote : nil
      let scalar = YAMLWriting.scalar(string, in: map.isFlow ? .flow : .block, quote: kept)
      text.replace(start..<stop, with: isBelow ? " " + scalar : scalar)
      return
    }
    if map.isFlow {
      let new = YAMLWriting.flow(value)
      text.replace(start..<stop, with: start == colon + 1 ? " " + new : new)
    } else {
      let isLong = isBelow && !(old.value.isNull)
      let entry = YAMLWriting.entry(
        EditEntry(old.key, value), column: map.column, breaks: isLong)
      // What is written behind the key and its colon.
      let head = YAMLWriting.scalar(old.key, in: .block).utf8.count + map.column + 1
      text.replace(
        colon + 1..<stop, with: String(decoding: entry.utf8.dropFirst(head), as: UTF8.self))
    }
  }

  /// Removes an item and the comma that parts it from others.
  mutating func removeFlowItem(_ index: Int, _ items: [Range<Int>]) {
    if index + 1 < items.count {
      text.replace(items[index].lowerBound..<items[index + 1].lowerBound, with: "")
    } else if index > 0 {
      text.replace(items[index - 1].upperBound..<items[index].upperBound, with: "")
    } else {
      text.replace(items[index], with: "")
    }
  }

  /// Removes whole lines; where the last one has no end, the one before has none afterwards.
  mutating func removeLines(_ range: Range<Int>) {
    let start = text.lineStart(of: range.lowerBound)
    let lineEnd = text.lineEnd(of: range.upperBound)
    if lineEnd < text.bytes.count {
      text.replace(start..<lineEnd + 1, with: "")
    } else {
      text.replace(max(0, start - 1)..<lineEnd, with: "")
    }
  }

  /// Puts lines below the line of an offset; behind a text whose final line ends count (`|+`), below
  /// these too.
  mutating func insertLine(_ lines: String, below offset: Int) {
    var lineEnd = text.lineEnd(of: offset)
    guard lineEnd < text.bytes.count else {
      text.insert("\n" + lines, at: lineEnd)
      return
    }
    if keepsLineEnds(at: offset) {
      while lineEnd + 1 < text.bytes.count, text.bytes[lineEnd + 1] == UInt8(ascii: "\n") {
        lineEnd += 1
      }
    }
    text.insert(lines + "\n", at: lineEnd + 1)
  }

  /// Whether a block that keeps its final line ends is what ends here.
  private func keepsLineEnds(at offset: Int) -> Bool {
    func ends(_ value: FrontMatterValue) -> Bool {
      switch value.content {
      case .text(_, isQuoted: true):
        let start = value.offsets.lowerBound
        return value.offsets.upperBound == offset && start + 1 < text.bytes.count
          && text.bytes[start] < 0x7F && "|>".utf8.contains(text.bytes[start])
          && text.bytes[start + 1] == UInt8(ascii: "+")
      case .text, .null: return false
      case .list(let items): return items.contains(where: ends)
      case .map(let entries): return entries.contains { ends($0.value) }
      }
    }
    return entry.map { ends($0.value) } ?? false
  }

  /// The comments in a stretch that are no part of a value, without their signs.
  func comments(in range: Range<Int>, of entry: FrontMatterEntry) -> [String] {
    var values: [Range<Int>] = []
    func collect(_ value: FrontMatterValue) {
      switch value.content {
      case .text: values.append(value.offsets)
      case .null: break
      case .list(let items): items.forEach(collect)
      case .map(let entries): entries.forEach { collect($0.value) }
      }
    }
    collect(entry.value)
    var comments: [String] = []
    var i = range.lowerBound
    var next = 0
    let ordered = values.sorted { $0.lowerBound < $1.lowerBound }
    while i < range.upperBound {
      if next < ordered.count, i == ordered[next].lowerBound {
        i = max(i, ordered[next].upperBound)
        next += 1
      } else if text.bytes[i] == UInt8(ascii: "#"), i == 0 || text.bytes[i - 1] <= 0x20 {
        let end = text.lineEnd(of: i)
        let words = text.bytes[i..<end].drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
        if !words.isEmpty { comments.append(String(decoding: words, as: UTF8.self)) }
        i = end
      } else {
        i += 1
      }
    }
    return comments
  }
}
