/// What the scanner says of anything but the common subset: ask the whole of YAML.
struct BeyondSubset: Error {}

/// Reads the common subset of YAML on bytes, about fifty times as fast as a YAML library.
///
/// The subset: block maps and lists, plain, quoted and block scalars over any number of lines,
/// flow lists and maps, comments. Whatever it is not sure of it refuses, and then
/// `YAMLDocument` decides; a property test holds the two to the same values. One thing it takes
/// that YAML refuses: in a key that holds text, `title: Mosul: the end` is what it looks like.
struct FrontMatterScanner {
  let text: [UInt8]
  let end: Int
  /// Between entries: the start of a line.
  var position: Int
  /// Whether a plain value of this key may hold a colon and a blank.
  let isTextKey: (String) -> Bool

  private static let maximumDepth = 16

  /// The entries of a map that fills a range of a text, or nil where the subset ends.
  static func scan(
    _ text: [UInt8], _ range: Range<Int>, isTextKey: @escaping (String) -> Bool
  ) -> [FrontMatterEntry]? {
    guard !hasUnicodeLineEnds(text, range) else { return nil }
    var scanner = FrontMatterScanner(
      text: text, end: range.upperBound, position: range.lowerBound, isTextKey: isTextKey)
    do throws(BeyondSubset) {
      let entries = try scanner.map(indent: 0, depth: 0)
      return scanner.position >= scanner.end ? entries : nil
    } catch {
      return nil
    }
  }

  /// U+0085, U+2028 and U+2029 are line ends to libyaml.
  private static func hasUnicodeLineEnds(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    for i in range where text[i] >= 0xC2 && i + 2 < text.count {
      switch (text[i], text[i + 1], text[i + 2]) {
      case (0xC2, 0x85, _), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return true
      default: continue
      }
    }
    return false
  }

  // MARK: Blocks

  /// A block map whose keys stand in column `indent`; the first may stand behind a list's hyphen.
  mutating func map(
    indent: Int, first: Int? = nil, depth: Int
  ) throws(BeyondSubset) -> [FrontMatterEntry] {
    guard depth < FrontMatterScanner.maximumDepth else { throw BeyondSubset() }
    var entries: [FrontMatterEntry] = []
    entries.reserveCapacity(depth == 0 ? 12 : 4)
    if let first { entries.append(try entry(at: first, indent: indent, depth: depth)) }
    while let column = try nextColumn(), column >= indent {
      guard column == indent else { throw BeyondSubset() }
      entries.append(try entry(at: position + column, indent: indent, depth: depth))
    }
    return entries
  }

  private mutating func entry(
    at start: Int, indent: Int, depth: Int
  ) throws(BeyondSubset) -> FrontMatterEntry {
    guard let key = try key(at: start) else { throw BeyondSubset() }
    let valueStart = skippingBlanks(from: key.offsets.upperBound + 1)
    let value =
      isEndOfContent(valueStart)
      ? try blockBelow(valueStart, indent: indent, depth: depth)
      : try scalarOrFlow(
        at: valueStart, parentIndent: indent, mayHoldColons: depth == 0 && isTextKey(key.text))
    return FrontMatterEntry(key: key.text, keyOffsets: key.offsets, value: value)
  }

  /// What stands below a key that has nothing behind it.
  private mutating func blockBelow(
    _ lineRest: Int, indent: Int, depth: Int
  ) throws(BeyondSubset) -> FrontMatterValue {
    position = startOfNextLine(from: lineRest)
    guard let column = try nextColumn(), column >= indent else {
      return FrontMatterValue(.null, at: lineRest..<lineRest)
    }
    let start = position + column
    if isHyphen(at: start) {
      let items = try list(indent: column, depth: depth + 1)
      return FrontMatterValue(.list(items), at: start..<endOfContent(before: position))
    }
    guard column > indent else { return FrontMatterValue(.null, at: lineRest..<lineRest) }
    if try key(at: start) != nil {
      let entries = try map(indent: column, depth: depth + 1)
      return FrontMatterValue(.map(entries), at: start..<endOfContent(before: position))
    }
    return try scalarOrFlow(at: start, parentIndent: indent, mayHoldColons: false)
  }

  private mutating func list(
    indent: Int, depth: Int
  ) throws(BeyondSubset) -> [FrontMatterValue] {
    guard depth < FrontMatterScanner.maximumDepth else { throw BeyondSubset() }
    var items: [FrontMatterValue] = []
    while let column = try nextColumn(), column >= indent {
      let hyphen = position + column
      guard column == indent else { throw BeyondSubset() }
      guard isHyphen(at: hyphen) else { break }
      var start = hyphen + 1
      while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
      if isEndOfContent(start) {
        position = startOfNextLine(from: start)
        if let next = try nextColumn(), next > indent { throw BeyondSubset() }
        items.append(FrontMatterValue(.null, at: hyphen..<hyphen + 1))
      } else if isHyphen(at: start) || text[start] == UInt8(ascii: "\t") {
        throw BeyondSubset()
      } else if try key(at: start) != nil {
        let entries = try map(indent: start - position, first: start, depth: depth + 1)
        items.append(
          FrontMatterValue(.map(entries), at: start..<endOfContent(before: position)))
      } else {
        items.append(
          try scalarOrFlow(at: start, parentIndent: indent, mayHoldColons: false))
      }
    }
    return items
  }

  private mutating func scalarOrFlow(
    at start: Int, parentIndent: Int, mayHoldColons: Bool
  ) throws(BeyondSubset) -> FrontMatterValue {
    switch text[start] {
    case UInt8(ascii: "\""):
      let value = try doubleQuoted(at: start)
      try endLine(after: value.offsets.upperBound)
      return value
    case UInt8(ascii: "'"):
      let value = try singleQuoted(at: start)
      try endLine(after: value.offsets.upperBound)
      return value
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let value = try flow(at: start, depth: 0)
      try endLine(after: value.offsets.upperBound)
      return value
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return try blockScalar(at: start, parentIndent: parentIndent)
    default:
      return try plain(at: start, parentIndent: parentIndent, mayHoldColons: mayHoldColons)
    }
  }

  /// Behind a value nothing may stand but a comment.
  private mutating func endLine(after offset: Int) throws(BeyondSubset) {
    let rest = skippingBlanks(from: offset)
    guard
      rest >= end || text[rest] == UInt8(ascii: "\n")
        || (text[rest] == UInt8(ascii: "#") && rest > offset)
    else { throw BeyondSubset() }
    position = startOfNextLine(from: rest)
  }

  // MARK: Lines

  /// Skips blank lines and comments; the column of the first byte of the next line, nil at the end.
  mutating func nextColumn() throws(BeyondSubset) -> Int? {
    while position < end {
      var i = position
      while i < end, text[i] == UInt8(ascii: " ") { i += 1 }
      if i == end {
        position = end
        return nil
      }
      switch text[i] {
      case UInt8(ascii: "\n"):
        position = i + 1
      case UInt8(ascii: "#"):
        position = startOfNextLine(from: i)
      case UInt8(ascii: "\t"):
        i = skippingBlanks(from: i)
        guard i >= end || text[i] == UInt8(ascii: "\n") else { throw BeyondSubset() }
        position = min(i + 1, end)
      default:
        return i - position
      }
    }
    return nil
  }

  /// The key that stands here, if one does; behind its place stand a colon and space.
  ///
  /// A plain one has letters, digits, `_`, `-`, and inside it blanks, apostrophes and points.
  func key(at start: Int) throws(BeyondSubset) -> (text: String, offsets: Range<Int>)? {
    guard start < end else { return nil }
    switch text[start] {
    case UInt8(ascii: "\""): return quotedKey(try doubleQuoted(at: start))
    case UInt8(ascii: "'"): return quotedKey(try singleQuoted(at: start))
    default:
      guard let colon = colonOfKey(at: start) else { return nil }
      return (string(start..<colon), start..<colon)
    }
  }

  private func colonOfKey(at start: Int) -> Int? {
    guard FrontMatterScanner.mayBeginKey(text[start]) else { return nil }
    var i = start + 1
    while i < end, FrontMatterScanner.isInsideKey(text[i]) { i += 1 }
    return isColon(at: i) && text[i - 1] != UInt8(ascii: " ") ? i : nil
  }

  /// In one line, as YAML wants a key to be.
  private func quotedKey(
    _ value: FrontMatterValue
  ) -> (text: String, offsets: Range<Int>)? {
    guard case .text(let text, _) = value.content, isColon(at: value.offsets.upperBound),
      !self.text[value.offsets].contains(UInt8(ascii: "\n"))
    else { return nil }
    return (text, value.offsets)
  }

  private func isColon(at i: Int) -> Bool {
    i < end && text[i] == UInt8(ascii: ":") && (i + 1 >= end || isSpace(text[i + 1]))
  }

  private static func mayBeginKey(_ byte: UInt8) -> Bool {
    // 0xEF begins a byte order mark, which YAML passes over.
    byte >= 0x80 && byte != 0xEF || byte != UInt8(ascii: "-") && isKeyByte(byte)
  }

  private static func isInsideKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "."): true
    default: byte >= 0x80 || isKeyByte(byte)
    }
  }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  func isHyphen(at i: Int) -> Bool {
    i < end && text[i] == UInt8(ascii: "-") && (i + 1 >= end || isSpace(text[i + 1]))
  }

  func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// Whether from here on the line has nothing, or a comment.
  func isEndOfContent(_ i: Int) -> Bool {
    i >= end || text[i] == UInt8(ascii: "\n")
      || (text[i] == UInt8(ascii: "#") && i > 0 && isSpace(text[i - 1]))
  }

  func skippingBlanks(from start: Int) -> Int {
    var i = start
    while i < end, text[i] == UInt8(ascii: " ") || text[i] == UInt8(ascii: "\t") { i += 1 }
    return i
  }

  func startOfNextLine(from start: Int) -> Int {
    var i = start
    while i < end, text[i] != UInt8(ascii: "\n") { i += 1 }
    return min(i + 1, end)
  }

  /// Where the content before a line's start ends, without white space.
  func endOfContent(before lineStart: Int) -> Int {
    var i = lineStart
    while i > 0, isSpace(text[i - 1]) { i -= 1 }
    return i
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
