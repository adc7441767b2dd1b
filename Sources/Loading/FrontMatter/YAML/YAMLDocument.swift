/// Reads all of YAML, about fifty times as slowly as `FrontMatterScanner`.
///
/// Bounded before it begins, since `YAMLComposer` recurses; and while values are taken from it, since
/// aliases multiply.
struct YAMLDocument {
  /// More than any author writes.
  private static let maximumAliases = 20
  /// How many values aliases may add to those that are written out, of which each has a byte.
  private static let maximumAliasedValues = 10_000

  private let text: [UInt8]
  private let range: Range<Int>
  private let lineStarts: [Int]
  /// Values so far.
  private var valueCount = 0
  /// The last place that was looked for: most follow it on its line.
  private var cursor = (line: -1, column: 0, offset: 0)

  /// Prepares to read a range of a text.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
    lineStarts =
      [range.lowerBound] + range.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The entries of the map that fills the range; none if it is empty.
  func entries() throws(FrontMatterFailure) -> [FrontMatterEntry] {
    try checkBounds()
    let root: YAMLNode?
    do throws(YAMLFault) {
      root = try YAMLComposer.root(of: text[range])
    } catch {
      throw failure(error)
    }
    guard let root else { return [] }
    var reader = self
    let value = try reader.value(of: root, depth: 0)
    switch value.content {
    case .map(let entries): return entries
    case .null: return []
    case .text, .list:
      throw FrontMatterFailure(
        message: "front matter has keys and values", offsets: value.offsets,
        suggestion: "write a key, a colon and a blank before the value, as title: …")
    }
  }

  // MARK: Values

  private mutating func value(
    of node: YAMLNode, depth: Int
  ) throws(FrontMatterFailure) -> FrontMatterValue {
    let start = place(of: node.mark)
    valueCount += 1
    guard valueCount <= range.count + YAMLDocument.maximumAliasedValues else {
      throw FrontMatterFailure(
        message: "too many values: aliases multiply these here", offsets: start..<lineEnd(start),
        suggestion: "write the values themselves")
    }
    guard depth < FrontMatterFailure.maximumDepth else { throw tooDeep(at: start) }
    try check(tag: node.tag, at: start)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      let place = start..<scalarEnd(scalar, from: start)
      if isPlain, scalar.text.isEmpty || scalar.text == "~" {
        return FrontMatterValue(.null, at: place)
      }
      return FrontMatterValue(.text(scalar.text, isQuoted: !isPlain), at: place)
    case .sequence(let nodes, _, _):
      var items: [FrontMatterValue] = []
      for node in nodes { items.append(try value(of: node, depth: depth + 1)) }
      // The place of an alias is that of its anchor, which stands before.
      let end = items.last?.offsets.upperBound ?? start
      return FrontMatterValue(.list(items), at: start..<max(start, end))
    case .mapping(let pairs, _, _):
      let entries = try entries(of: pairs, depth: depth)
      let end = entries.last?.value.offsets.upperBound ?? start
      return FrontMatterValue(.map(entries), at: start..<max(start, end))
    }
  }

  /// The entries of a map, with those of a merge key (`<<`) behind its own.
  private mutating func entries(
    of pairs: [(key: YAMLNode, value: YAMLNode)], depth: Int
  ) throws(FrontMatterFailure) -> [FrontMatterEntry] {
    var entries: [FrontMatterEntry] = []
    var merged: [FrontMatterEntry] = []
    for (keyNode, valueNode) in pairs {
      let start = place(of: keyNode.mark)
      guard case .scalar(let key) = keyNode else {
        throw FrontMatterFailure(
          message: "a key is a word, not a list or a map", offsets: start..<lineEnd(start))
      }
      let value = try value(of: valueNode, depth: depth + 1)
      if key.text == "<<", key.style == .plain, case .map(let others) = value.content {
        merged += others
      } else {
        let place = start..<scalarEnd(key, from: start)
        entries.append(FrontMatterEntry(key: key.text, keyOffsets: place, value: value))
      }
    }
    let own = Set(entries.map(\.key))
    return entries + merged.filter { !own.contains($0.key) }
  }

  private func check(tag: String?, at start: Int) throws(FrontMatterFailure) {
    switch tag {
    case nil, "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", "!": break
    default:
      throw FrontMatterFailure(
        message: "tags of types are not supported", offsets: start..<lineEnd(start),
        suggestion: "delete the word that begins with !, or put the value in quotes")
    }
  }

  // MARK: Places

  /// Where a node begins; O(the bytes from the last one on its line).
  private mutating func place(of mark: YAMLMark) -> Int {
    let isBehind = mark.line == cursor.line && mark.column >= cursor.column
    let place = offset(of: mark, from: isBehind ? (cursor.column, cursor.offset) : nil)
    cursor = (mark.line, mark.column, place)
    return place
  }

  /// libyaml counts lines and columns (in scalars); we count bytes.
  private func offset(of mark: YAMLMark, from known: (column: Int, offset: Int)? = nil) -> Int {
    guard lineStarts.indices.contains(mark.line) else { return range.upperBound }
    var i = known?.offset ?? lineStarts[mark.line]
    var left = mark.column - (known?.column ?? 0)
    while i < range.upperBound, left > 0, text[i] != UInt8(ascii: "\n") {
      i += max(1, ByteSurvey.sequenceLength(at: i, in: text))
      left -= 1
    }
    return i
  }

  /// The end of the line, or of as much of it as a message shows.
  private func lineEnd(_ start: Int) -> Int {
    let end = min(range.upperBound, start + 1_000)
    return text[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
  }

  /// The library does not tell where a value ends: the scanner does, else it is the line's end.
  private func scalarEnd(_ scalar: YAMLScalar, from start: Int) -> Int {
    guard start < range.upperBound else { return start }
    let scanner = FrontMatterScanner(
      text: text, end: range.upperBound, position: start, isTextKey: { _ in false })
    do throws(BeyondSubset) {
      switch scalar.style {
      case .doubleQuoted: return try scanner.doubleQuoted(at: start).offsets.upperBound
      case .singleQuoted: return try scanner.singleQuoted(at: start).offsets.upperBound
      case .plain where text[start..<range.upperBound].starts(with: scalar.text.utf8):
        return start + scalar.text.utf8.count
      case .plain, .block: return lineEnd(start)
      }
    } catch {
      return lineEnd(start)
    }
  }

  // MARK: Bounds

  /// Refuses what would exhaust the library, by a look at the bytes: brackets that open, columns
  /// that a block is indented, and places where an alias stands.
  private func checkBounds() throws(FrontMatterFailure) {
    var open = 0
    var anchors = 0
    var aliases = 0
    var isLineStart = true
    var column = 0
    for i in range {
      let byte = text[i]
      switch byte {
      case UInt8(ascii: "\n"):
        isLineStart = true
        column = 0
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "&") where isValueStart(i): anchors += 1
      case UInt8(ascii: "*") where isValueStart(i): aliases += 1
      default: break
      }
      if isLineStart {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"): column += 1
        default: isLineStart = false
        }
        guard column < 2 * FrontMatterFailure.maximumDepth else { throw tooDeep(at: i) }
      }
      guard open < FrontMatterFailure.maximumDepth else { throw tooDeep(at: i) }
      guard anchors == 0 || aliases <= YAMLDocument.maximumAliases else {
        throw FrontMatterFailure(
          message: "too many aliases: at most \(YAMLDocument.maximumAliases) are read",
          offsets: i..<i + 1, suggestion: "write the values themselves")
      }
    }
  }

  /// Whether an anchor or alias could begin here: a letter follows, and before it a value begins.
  private func isValueStart(_ i: Int) -> Bool {
    guard i + 1 < range.upperBound, FrontMatterScanner.isKeyByte(text[i + 1]) else { return false }
    var before = i
    while before > range.lowerBound, text[before - 1] == UInt8(ascii: " ") { before -= 1 }
    guard before > range.lowerBound else { return true }
    return switch text[before - 1] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): true
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): before < i
    case UInt8(ascii: "\n"): true
    default: false
    }
  }

  private func tooDeep(at offset: Int) -> FrontMatterFailure {
    .tooDeep(at: offset..<min(offset + 1, range.upperBound))
  }

  // MARK: The library's errors

  private func failure(_ fault: YAMLFault) -> FrontMatterFailure {
    switch fault {
    case .syntax(let problem, let mark, let context, let contextMark):
      return YAMLComplaint(
        context: context ?? "", contextOffset: contextMark.map { offset(of: $0) },
        problem: problem, offset: min(offset(of: mark), range.upperBound)
      ).failure(in: text, range)
    case .duplicateKey(let first, let second):
      let places = [first, second].map { key in
        let start = offset(of: key.mark)
        return start..<scalarEnd(key, from: start)
      }
      return .duplicate(second.text, at: places[1], first: places[0])
    case .character(let problem):
      let place = range.first { ByteSurvey.controlLength(at: $0, in: text) > 0 }
      let start = place ?? range.lowerBound
      return FrontMatterFailure(
        message: "front matter holds no control characters (\(problem))",
        offsets: start..<min(start + 1, range.upperBound),
        suggestion: "delete the character")
    case .noMemory:
      return FrontMatterFailure(
        message: "this is not YAML", offsets: range.lowerBound..<range.lowerBound)
    }
  }
}
