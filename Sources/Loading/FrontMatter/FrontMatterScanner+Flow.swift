/// Flow lists and maps: `[Iraq, Mosul]`, `{name: Mosul, part: 2}`, over lines or not.
extension FrontMatterScanner {
  private static let maximumFlowDepth = 8

  func flow(at start: Int, depth: Int) throws(BeyondSubset) -> FrontMatterValue {
    guard depth < FrontMatterScanner.maximumFlowDepth else { throw BeyondSubset() }
    return text[start] == UInt8(ascii: "[")
      ? try flowList(at: start, depth: depth) : try flowMap(at: start, depth: depth)
  }

  private func flowList(at start: Int, depth: Int) throws(BeyondSubset) -> FrontMatterValue {
    var items: [FrontMatterValue] = []
    var i = skippingSpace(from: start + 1)
    while i < end {
      if text[i] == UInt8(ascii: "]") { return FrontMatterValue(.list(items), at: start..<i + 1) }
      let item = try flowItem(at: i, depth: depth)
      items.append(item)
      i = try separator(after: item.offsets.upperBound, closing: UInt8(ascii: "]"))
    }
    throw BeyondSubset()
  }

  private func flowMap(at start: Int, depth: Int) throws(BeyondSubset) -> FrontMatterValue {
    var entries: [FrontMatterEntry] = []
    var i = skippingSpace(from: start + 1)
    while i < end {
      if text[i] == UInt8(ascii: "}") { return FrontMatterValue(.map(entries), at: start..<i + 1) }
      guard let key = try key(at: i), key.offsets.upperBound + 1 < end else {
        throw BeyondSubset()
      }
      let colon = key.offsets.upperBound
      let value = try flowItem(at: skippingSpace(from: colon + 1), depth: depth)
      entries.append(FrontMatterEntry(key: key.text, keyOffsets: key.offsets, value: value))
      i = try separator(after: value.offsets.upperBound, closing: UInt8(ascii: "}"))
    }
    throw BeyondSubset()
  }

  private func flowItem(at start: Int, depth: Int) throws(BeyondSubset) -> FrontMatterValue {
    guard start < end else { throw BeyondSubset() }
    switch text[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try flow(at: start, depth: depth + 1)
    case UInt8(ascii: "\""): return try doubleQuoted(at: start)
    case UInt8(ascii: "'"): return try singleQuoted(at: start)
    default: return try flowPlain(at: start)
    }
  }

  /// One line of letters, digits and harmless signs.
  private func flowPlain(at start: Int) throws(BeyondSubset) -> FrontMatterValue {
    var i = start
    var contentEnd = start
    scan: while i < end {
      let byte = text[i]
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\n"):
        break scan
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"),
        UInt8(ascii: "\t"):
        throw BeyondSubset()
      case UInt8(ascii: ":"):
        // A colon inside a word, as in a URL or a time.
        guard i > start, i + 1 < end,
          FrontMatterScanner.isKeyByte(text[i + 1]) || text[i + 1] == UInt8(ascii: "/")
        else { throw BeyondSubset() }
      default:
        break
      }
      i += 1
      if byte != UInt8(ascii: " ") { contentEnd = i }
    }
    guard contentEnd > start else { throw BeyondSubset() }
    switch text[start] {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      throw BeyondSubset()
    case UInt8(ascii: "-") where contentEnd == start + 1 || text[start + 1] == UInt8(ascii: " "):
      throw BeyondSubset()
    case UInt8(ascii: "~") where contentEnd == start + 1:
      return FrontMatterValue(.null, at: start..<contentEnd)
    default:
      return FrontMatterValue(
        .text(string(start..<contentEnd), isQuoted: false), at: start..<contentEnd)
    }
  }

  /// The offset of the next item, or of the closing bracket.
  private func separator(after offset: Int, closing: UInt8) throws(BeyondSubset) -> Int {
    let i = skippingSpace(from: offset)
    guard i < end else { throw BeyondSubset() }
    if text[i] == closing { return i }
    guard text[i] == UInt8(ascii: ",") else { throw BeyondSubset() }
    let next = skippingSpace(from: i + 1)
    guard next < end, text[next] != UInt8(ascii: ",") else { throw BeyondSubset() }
    return next
  }

  private func skippingSpace(from start: Int) -> Int {
    var i = start
    while i < end, isSpace(text[i]) { i += 1 }
    return i
  }
}
