/// Scalars: plain, quoted and block, folded over lines as YAML 1.1 and libyaml do.
extension FrontMatterScanner {
  // MARK: Plain

  mutating func plain(
    at start: Int, parentIndent: Int, mayHoldColons: Bool
  ) throws(BeyondSubset) -> FrontMatterValue {
    guard mayBeginPlain(at: start) else { throw BeyondSubset() }
    var line = try plainLine(from: start, mayHoldColons: mayHoldColons)
    var isFolded = false
    var folded: [UInt8] = []
    var valueEnd = line.end
    position = startOfNextLine(from: line.end)

    while let next = try continuation(parentIndent: parentIndent) {
      // Where a comment ended the value, YAML wants no more of it; nor is a list or a key meant.
      guard !line.hasComment, !isHyphen(at: next.start) else { throw BeyondSubset() }
      if !isFolded { folded = Array(text[start..<line.end]) }
      isFolded = true
      if next.blankLines == 0 {
        folded.append(UInt8(ascii: " "))
      } else {
        folded.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: next.blankLines))
      }
      line = try plainLine(from: next.start, mayHoldColons: false)
      folded.append(contentsOf: text[next.start..<line.end])
      valueEnd = line.end
      position = startOfNextLine(from: line.end)
    }

    if !isFolded, valueEnd == start + 1, text[start] == UInt8(ascii: "~") {
      return FrontMatterValue(.null, at: start..<valueEnd)
    }
    let value = isFolded ? String(decoding: folded, as: UTF8.self) : string(start..<valueEnd)
    return FrontMatterValue(.text(value, isQuoted: false), at: start..<valueEnd)
  }

  /// Characters with a meaning of their own cannot begin a plain scalar.
  private func mayBeginPlain(at start: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "#"):
      false
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      start + 1 < end && !isSpace(text[start + 1])
    default: true
    }
  }

  /// The rest of a line without a comment and trailing blanks.
  private func plainLine(
    from start: Int, mayHoldColons: Bool
  ) throws(BeyondSubset) -> (end: Int, hasComment: Bool) {
    var i = start
    var contentEnd = start
    while i < end {
      let byte = text[i]
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "#"), i > start, isSpace(text[i - 1]) { return (contentEnd, true) }
      if byte == UInt8(ascii: ":"), !mayHoldColons, i + 1 >= end || isSpace(text[i + 1]) {
        throw BeyondSubset()
      }
      i += 1
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { contentEnd = i }
    }
    return (contentEnd, false)
  }

  /// The next line if it is indented more than the parent: a plain scalar goes on there.
  private func continuation(
    parentIndent: Int
  ) throws(BeyondSubset) -> (start: Int, blankLines: Int)? {
    var lineStart = position
    var blankLines = 0
    var isEnded = false
    while lineStart < end {
      var i = lineStart
      while i < end, text[i] == UInt8(ascii: " ") { i += 1 }
      guard i < end else { return nil }
      switch text[i] {
      case UInt8(ascii: "\n"):
        blankLines += 1
        lineStart = i + 1
      case UInt8(ascii: "\t"):
        throw BeyondSubset()
      case UInt8(ascii: "#"):
        // A comment ends the value; nothing that looks like more of it may follow.
        isEnded = true
        lineStart = startOfNextLine(from: i)
      default:
        guard i - lineStart > parentIndent else { return nil }
        if isEnded { throw BeyondSubset() }
        return (i, blankLines)
      }
    }
    return nil
  }

  // MARK: Quoted

  func singleQuoted(at start: Int) throws(BeyondSubset) -> FrontMatterValue {
    var run = start + 1
    var i = run
    var value: [UInt8] = []
    while i < end {
      switch text[i] {
      case UInt8(ascii: "'") where i + 1 < end && text[i + 1] == UInt8(ascii: "'"):
        value.append(contentsOf: text[run...i])
        i += 2
        run = i
      case UInt8(ascii: "'"):
        value.append(contentsOf: text[run..<i])
        return quoted(value, start..<i + 1)
      case UInt8(ascii: "\n"):
        value.append(contentsOf: text[run..<i])
        i = fold(at: i, into: &value, keeping: 0)
        run = i
      default:
        i += 1
      }
    }
    throw BeyondSubset()
  }

  func doubleQuoted(at start: Int) throws(BeyondSubset) -> FrontMatterValue {
    var run = start + 1
    var i = run
    var value: [UInt8] = []
    // White space up to here was written as an escape, and is not trimmed at a line's end.
    var escaped = 0
    while i < end {
      switch text[i] {
      case UInt8(ascii: "\""):
        value.append(contentsOf: text[run..<i])
        return quoted(value, start..<i + 1)
      case UInt8(ascii: "\\"):
        value.append(contentsOf: text[run..<i])
        i = try escape(at: i, into: &value)
        escaped = value.count
        run = i
      case UInt8(ascii: "\n"):
        value.append(contentsOf: text[run..<i])
        i = fold(at: i, into: &value, keeping: escaped)
        run = i
      default:
        i += 1
      }
    }
    throw BeyondSubset()
  }

  private func quoted(_ value: [UInt8], _ offsets: Range<Int>) -> FrontMatterValue {
    FrontMatterValue(.text(String(decoding: value, as: UTF8.self), isQuoted: true), at: offsets)
  }

  /// A line's end inside quotes: blanks around it go, one break is a blank, n are n - 1 breaks.
  private func fold(at lineEnd: Int, into value: inout [UInt8], keeping kept: Int) -> Int {
    while value.count > kept, value.last == UInt8(ascii: " ") || value.last == UInt8(ascii: "\t") {
      value.removeLast()
    }
    var breaks = 0
    var i = lineEnd
    while i < end, isSpace(text[i]) {
      if text[i] == UInt8(ascii: "\n") { breaks += 1 }
      i += 1
    }
    if breaks == 1 {
      value.append(UInt8(ascii: " "))
    } else {
      value.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: breaks - 1))
    }
    return i
  }

  /// Appends what an escape stands for; the offset behind it.
  private func escape(at backslash: Int, into value: inout [UInt8]) throws(BeyondSubset) -> Int {
    guard backslash + 1 < end else { throw BeyondSubset() }
    switch text[backslash + 1] {
    case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): value.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "\""): value.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): value.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): value.append(UInt8(ascii: "/"))
    case UInt8(ascii: " "): value.append(UInt8(ascii: " "))
    case UInt8(ascii: "_"): value.append(contentsOf: [0xC2, 0xA0])
    case UInt8(ascii: "\n"): return skippingBlanks(from: backslash + 2)
    case UInt8(ascii: "x"): return try scalar(at: backslash, digits: 2, into: &value)
    case UInt8(ascii: "u"): return try scalar(at: backslash, digits: 4, into: &value)
    case UInt8(ascii: "U"): return try scalar(at: backslash, digits: 8, into: &value)
    default: throw BeyondSubset()
    }
    return backslash + 2
  }

  private func scalar(
    at backslash: Int, digits: Int, into value: inout [UInt8]
  ) throws(BeyondSubset) -> Int {
    let start = backslash + 2
    guard let number = Escape.hexadecimal(at: start, in: text, end: end, digits: digits),
      let scalar = Unicode.Scalar(number), number > 0
    else { throw BeyondSubset() }
    value.append(contentsOf: String(scalar).utf8)
    return start + digits
  }

  // MARK: Block

  /// `|` keeps line ends, `>` folds them; `-` and `+` say what becomes of the last ones.
  mutating func blockScalar(
    at start: Int, parentIndent: Int
  ) throws(BeyondSubset) -> FrontMatterValue {
    let isLiteral = text[start] == UInt8(ascii: "|")
    var i = start + 1
    var chomping: UInt8 = 0
    if i < end, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") {
      chomping = text[i]
      i += 1
    }
    guard i >= end || isSpace(text[i]) else { throw BeyondSubset() }
    i = skippingBlanks(from: i)
    guard isEndOfContent(i) else { throw BeyondSubset() }
    position = startOfNextLine(from: i)

    var block = BlockLines(isLiteral: isLiteral)
    var indent: Int?
    var valueEnd = i
    while position < end {
      var content = position
      while content < end, text[content] == UInt8(ascii: " "),
        indent.map({ content - position < $0 }) ?? true
      { content += 1 }
      let column = content - position
      if content < end, text[content] == UInt8(ascii: "\n") {
        // A blank line that is longer than the text's indentation is an error in YAML.
        if indent == nil, column > parentIndent + 1 { throw BeyondSubset() }
        block.blankLines += 1
        position = content + 1
        continue
      }
      guard content < end else { break }
      if text[content] == UInt8(ascii: "\t") { throw BeyondSubset() }
      guard column > parentIndent, column >= indent ?? 0 else { break }
      indent = column
      var lineEnd = content
      while lineEnd < end, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      block.append(text[content..<lineEnd], hasBreak: lineEnd < end)
      valueEnd = lineEnd
      position = min(lineEnd + 1, end)
    }
    return FrontMatterValue(
      .text(block.text(chomping: chomping), isQuoted: true), at: start..<valueEnd)
  }
}

/// Joins the lines of a block scalar as libyaml does.
private struct BlockLines {
  let isLiteral: Bool
  /// Blank lines since the last line of text.
  var blankLines = 0
  private var value: [UInt8] = []
  private var hasOpenBreak = false
  private var lastWasIndented = false

  init(isLiteral: Bool) { self.isLiteral = isLiteral }

  mutating func append(_ line: ArraySlice<UInt8>, hasBreak: Bool) {
    let newline = UInt8(ascii: "\n")
    let isIndented = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
    if hasOpenBreak {
      if isLiteral || lastWasIndented || isIndented {
        value.append(newline)
      } else if blankLines == 0 {
        value.append(UInt8(ascii: " "))
      }
    }
    value.append(contentsOf: repeatElement(newline, count: blankLines))
    blankLines = 0
    value.append(contentsOf: line)
    hasOpenBreak = hasBreak
    lastWasIndented = isIndented
  }

  func text(chomping: UInt8) -> String {
    let newline = UInt8(ascii: "\n")
    var value = value
    if hasOpenBreak, chomping != UInt8(ascii: "-") { value.append(newline) }
    if chomping == UInt8(ascii: "+") {
      value.append(contentsOf: repeatElement(newline, count: blankLines))
    }
    return String(decoding: value, as: UTF8.self)
  }
}
