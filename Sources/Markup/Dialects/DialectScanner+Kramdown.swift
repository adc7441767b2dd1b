/// Attribute lists of kramdown, `{: .wide #map}`, and its extensions, `{::comment}`.
///
/// Of attributes only a heading's id is kept, for links lead to it; looks are the theme's.
extension DialectScanner {
  mutating func kramdown(at i: Int) -> Int? {
    guard let brace = finder.next("}", from: i), brace < lineEnd(around: i),
      i == 0 || source[i - 1] != UInt8(ascii: "\\")
    else { return nil }
    let inner = source[(i + 2)..<brace]
    let tag = i..<brace + 1
    if inner.first == UInt8(ascii: ":") { return blockExtension(inner.dropFirst(), tag) }
    if inner.first == UInt8(ascii: "/") {
      return inner.dropFirst().allSatisfy(HTMLTokens.isLetter) ? endLine(tag) : nil
    }
    guard let list = AttributeList(inner) else { return nil }
    let isFirst = isFirst(i)
    if list.isTableOfContents, isFirst {
      note(.kramdown, "{:toc}", .translated, at: i)
      dropListItem()
      return endLine(tag)
    }
    let before = i > 0 ? source[i - 1] : 0x0A
    let isSpan = "*_`)]>\"~".utf8.contains(before)
    // `{: smile}` in a sentence is nobody's attribute list.
    guard isFirst || isSpan || list.hasAttributes else { return nil }
    note(.kramdown, "{: }", .translated, at: i)
    if isFirst, isLast(tag.upperBound) {
      if let id = list.id { placeID(id, at: i) }
      return endLine(tag)
    }
    if let id = list.id, isHeading, isLast(tag.upperBound) {
      output.trimBlanks()
      output.write(Array(" {#".utf8) + id + Array("}".utf8), for: i)
    }
    return tag.upperBound
  }

  private func lineEnd(around i: Int) -> Int { max(lineEnd, i) }

  /// `{::comment}` and all to its end, `{::options … /}`; of `{::nomarkdown}` the inner text stays.
  private mutating func blockExtension(_ inner: ArraySlice<UInt8>, _ tag: Range<Int>) -> Int? {
    let name = String(decoding: inner.prefix(while: isNameByte), as: UTF8.self)
    guard ["comment", "options", "nomarkdown"].contains(name) else { return nil }
    note(.kramdown, "{::\(name)}", .translated, at: tag.lowerBound)
    let isClosed = inner.last == UInt8(ascii: "/")
    guard name == "comment", !isClosed else { return endLine(tag) }
    let ends = ["{:/comment}", "{:/}"].compactMap { end in
      finder.next(end, from: tag.upperBound).map { $0..<$0 + end.utf8.count }
    }
    guard let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) else { return endLine(tag) }
    return end.upperBound
  }

  /// The end of a tag; with the line's, if there is nothing else on it.
  private mutating func endLine(_ tag: Range<Int>) -> Int {
    guard isAlone(tag), line.content == line.start || output.bytes.last == 0x0A else {
      return tag.upperBound
    }
    var end = tag.upperBound
    while end < source.count, isBlank(source[end]) { end += 1 }
    output.trimBlanks()
    return min(end + 1, source.count)
  }

  // MARK: Headings

  /// Whether the line is a heading as far as it is written.
  private var isHeading: Bool {
    var start = output.count
    while start > 0, output.bytes[start - 1] != 0x0A { start -= 1 }
    return DialectScanner.isHeading(output.bytes[start...])
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { isBlank($0) || $0 == UInt8(ascii: ">") }
    let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(marks) && text.dropFirst(marks).first.map(isBlank) ?? true
  }

  /// Gives an id to the heading before it, or to one that follows.
  private mutating func placeID(_ id: [UInt8], at i: Int) {
    output.trimBlanks()
    guard let last = output.lastWholeLine, !last.isEmpty else {
      nextHeadingID = id
      return
    }
    let mark = Array(" {#".utf8) + id + Array("}".utf8)
    // A copy: a slice would have the output copied when it changes.
    let text = Array(output.bytes[last])
    if DialectScanner.isHeading(text[...]) {
      var end = last.upperBound
      // `## Title ##`
      while end > last.lowerBound, isBlank(output.bytes[end - 1]) { end -= 1 }
      var hashes = end
      while hashes > last.lowerBound, output.bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
      if hashes < end, hashes > last.lowerBound, isBlank(output.bytes[hashes - 1]) {
        end = hashes - 1
      }
      output.truncate(to: end)
      output.write(mark + [0x0A], for: i)
    } else if text.allSatisfy({ $0 == UInt8(ascii: "=") })
      || text.allSatisfy({ $0 == UInt8(ascii: "-") }), last.lowerBound > 0
    {
      output.truncate(to: last.lowerBound - 1)
      output.write(mark + [0x0A] + text + [0x0A], for: i)
    }
  }

  /// At a line's end: the id that an attribute list before the line gave, if it is a heading.
  mutating func writeNextHeadingID() {
    guard let id = nextHeadingID else { return }
    nextHeadingID = nil
    if isHeading {
      output.write(Array(" {#".utf8) + id + Array("}".utf8), for: min(lineEnd, source.count))
    }
  }

  /// The list of one item before `{:toc}`, in whose place kramdown puts the table of contents.
  private mutating func dropListItem() {
    output.trimBlanks()
    guard let last = output.lastWholeLine else { return }
    let text = Array(output.bytes[last]).drop(while: isBlank)
    let mark = text.prefix { (0x30...0x39).contains($0) || "-+*.)".utf8.contains($0) }
    guard !mark.isEmpty, text.dropFirst(mark.count).first.map(isBlank) ?? false else { return }
    output.truncate(to: last.lowerBound)
  }
}

/// What stands in an attribute list: `.class`, `#id`, `key="value"`, a name.
private struct AttributeList {
  private(set) var id: [UInt8]?
  private(set) var hasAttributes = false
  private(set) var isTableOfContents = false

  /// Nil where it is something else.
  init?(_ inner: ArraySlice<UInt8>) {
    var i = inner.startIndex
    var count = 0
    while i < inner.endIndex {
      guard !isBlank(inner[i]) else {
        i += 1
        continue
      }
      count += 1
      let start = i
      switch inner[i] {
      case UInt8(ascii: "."), UInt8(ascii: "#"):
        i += 1
        while i < inner.endIndex, isNameByte(inner[i]) || inner[i] == UInt8(ascii: ":") { i += 1 }
        // A closing quote comes from a list that was copied from HTML.
        guard i > start + 1,
          i == inner.endIndex || isBlank(inner[i]) || "#.".utf8.contains(inner[i])
        else { return nil }
        hasAttributes = true
        if inner[start] == UInt8(ascii: "#") { id = Array(inner[(start + 1)..<i]) }
      case let byte where isNameByte(byte):
        while i < inner.endIndex, isNameByte(inner[i]) || inner[i] == UInt8(ascii: ":") { i += 1 }
        let name = inner[start..<i]
        if i < inner.endIndex, inner[i] == UInt8(ascii: "=") {
          guard let end = AttributeList.endOfValue(inner, i + 1) else { return nil }
          let value = inner[(i + 1)..<end].filter {
            $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
          }
          if name.elementsEqual("id".utf8), !value.isEmpty, value.allSatisfy(isNameByte) {
            id = value
          }
          hasAttributes = true
          i = end
        } else if name.elementsEqual("toc".utf8) {
          isTableOfContents = true
        }
        guard i == inner.endIndex || isBlank(inner[i]) else { return nil }
      default: return nil
      }
    }
    if count == 0 { hasAttributes = true }
  }

  private static func endOfValue(_ inner: ArraySlice<UInt8>, _ start: Int) -> Int? {
    guard start < inner.endIndex else { return nil }
    let quote = inner[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return inner[(start + 1)...].firstIndex(of: quote).map { $0 + 1 }
    }
    return inner[start...].firstIndex(where: isBlank) ?? inner.endIndex
  }
}
