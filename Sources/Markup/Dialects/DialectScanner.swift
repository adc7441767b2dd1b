/// Goes once through a body, and copies what is no construct.
///
/// The constructs of each dialect are in files of their own: `DialectScanner+Hugo.swift` and so on.
/// Each is read by a function that is given where it begins, writes what stands for it, and returns
/// where it ends, or nil, having written nothing, if it is none.
struct DialectScanner {
  let source: [UInt8]
  let context: DialectContext
  var output: DialectOutput
  var tally = DialectTally()
  var finder: ByteFinder
  /// The line in which the scan is, or began if a construct went beyond it, and where it ends.
  var line = BlockTracker.Line(kind: .blank, start: 0, content: 0)
  var lineEnd = 0
  /// Whether `{% raw %}` is open: then nothing but its end is a construct.
  var isRaw = false
  /// What `{% assign %}` has set.
  var assigned: [String: [UInt8]] = [:]
  /// The blocks that paired constructs have opened.
  var openBlocks: [OpenBlock] = []
  /// The image of the open `[caption]`, and where it ends.
  var openCaption: OpenCaption?
  /// The id for the next line, if that is a heading.
  var nextHeadingID: [UInt8]?
  /// Where branches of Liquid end that are not shown; nil until one is met.
  var branches: LiquidBranches?
  /// The end tags of Hugo's shortcodes; nil until one is looked for.
  var hugoEnds: HugoEnds?

  /// How many bytes of variables' values may still be written.
  private var valueBudget: Int
  private var tracker = BlockTracker()
  private var position = 0
  private var paragraph = Paragraph()

  /// Lines up to a blank one.
  private struct Paragraph {
    var end = 0
    /// The last run of backticks of each length, and whether they were looked for.
    var lastTicks: [Int: Int] = [:]
    var isSearched = false
  }

  /// A block of raw HTML that waits for its end.
  struct OpenBlock {
    /// The name of the construct, and of the element; nil where nothing was written.
    var name: [UInt8]
    var element: String?
    /// What is written before the end.
    var closing: [UInt8] = []
  }

  /// A figure that waits for its caption.
  struct OpenCaption {
    /// Where its image ends in the source; nil once that is passed.
    var imageEnd: Int?
    var isMarkdown: Bool
    /// The caption, where the tag itself gives it; nil where the text does.
    var text: [UInt8]?
  }

  init(_ source: [UInt8], _ context: DialectContext) {
    self.source = source
    self.context = context
    output = DialectOutput(capacity: source.count + source.count / 8)
    finder = ByteFinder(source)
    valueBudget = 4_096 + 4 * source.count
  }

  /// Whether so many bytes of a variable's value may be written: a short name may stand for a long
  /// text, and a body may hold it often.
  mutating func spend(_ count: Int) -> Bool {
    guard count <= valueBudget else { return false }
    valueBudget -= count
    return true
  }

  mutating func run() {
    while position < source.count {
      lineEnd = endOfLine(from: position)
      line = tracker.line(position, lineEnd, of: source)
      switch line.kind {
      case .blank: copy(to: min(lineEnd + 1, source.count))
      case .code:
        position = copyCode(position..<min(lineEnd + 1, source.count))
      case .html, .text:
        copy(to: line.content)
        scanText()
      }
    }
    while let block = openBlocks.popLast() { close(block, at: source.count, isAlone: false) }
  }

  /// Scans to the end of the line, or of that in which the last construct ends.
  private mutating func scanText() {
    var i = position
    while i < lineEnd {
      if let end = openCaption?.imageEnd, i >= end {
        copy(to: i)
        beginCaptionText(at: i)
      }
      guard isInteresting(source[i]) else {
        i += 1
        continue
      }
      copy(to: i)
      guard let end = construct(at: i) else {
        i += source[i] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      position = end
      i = end
      // A construct that took its line's end with it.
      if end > lineEnd {
        if source[end - 1] == 0x0A { return }
        lineEnd = endOfLine(from: end)
      }
    }
    copy(to: min(lineEnd, source.count))
    writeNextHeadingID()
    copy(to: min(lineEnd + 1, source.count))
  }

  private func isInteresting(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private mutating func construct(at i: Int) -> Int? {
    switch source[i] {
    case UInt8(ascii: "`"): return line.kind == .html ? nil : codeSpan(at: i)
    case UInt8(ascii: "<"): return element(at: i)
    case UInt8(ascii: "["): return isRaw ? nil : wordPress(at: i)
    case UInt8(ascii: "{"):
      guard i + 1 < source.count else { return nil }
      if isRaw { return endOfRaw(at: i) }
      switch source[i + 1] {
      case UInt8(ascii: "{"):
        return escaped(at: i) ?? hugo(at: i) ?? zolaOutput(at: i) ?? liquidOutput(at: i)
      case UInt8(ascii: "%"): return escaped(at: i) ?? zolaTag(at: i) ?? liquidTag(at: i)
      case UInt8(ascii: ":"): return kramdown(at: i)
      default: return nil
      }
    default: return nil
    }
  }

  // MARK: What is no construct

  /// Copies what stands before `end` and is not yet written.
  mutating func copy(to end: Int) {
    guard end > position else { return }
    output.copy(position..<end, of: source)
    position = end
  }

  /// `<!-- … -->` and `<code>…</code>`, in which nothing is a construct.
  private mutating func element(at i: Int) -> Int? {
    let rest = source[i...]
    if rest.starts(with: "<!--".utf8) {
      if let end = excerptMark(at: i) { return end }
      guard let close = finder.next("-->", from: i + 4) else { return nil }
      output.copy(i..<close + 3, of: source)
      return close + 3
    }
    guard rest.starts(with: "<code".utf8), i + 5 < source.count,
      source[i + 5] == UInt8(ascii: ">") || isTagSpace(source[i + 5]),
      let close = finder.next("</code>", from: i), close < paragraphEnd(from: i)
    else { return nil }
    return copyCode(i..<close)
  }

  private mutating func codeSpan(at i: Int) -> Int? {
    let count = source[i...].prefix { $0 == UInt8(ascii: "`") }.count
    let end = paragraphEnd(from: i)
    if !paragraph.isSearched {
      paragraph.isSearched = true
      var start = i
      while let run = tickRun(from: start, to: end) {
        paragraph.lastTicks[run.count] = run.lowerBound
        start = run.upperBound
      }
    }
    guard let last = paragraph.lastTicks[count], last > i else {
      output.copy(i..<i + count, of: source)
      return i + count
    }
    var closing = i + count
    while let run = tickRun(from: closing, to: last + count) {
      closing = run.upperBound
      if run.count == count { break }
    }
    return copyCode(i..<closing)
  }

  /// The first run of backticks.
  private func tickRun(from start: Int, to end: Int) -> Range<Int>? {
    guard let first = source[start..<end].firstIndex(of: UInt8(ascii: "`")) else { return nil }
    var after = first + 1
    while after < end, source[after] == UInt8(ascii: "`") { after += 1 }
    return first..<after
  }

  // MARK: Places

  func endOfLine(from start: Int) -> Int {
    source[start...].firstIndex(of: 0x0A) ?? source.count
  }

  /// The end of the lines around an offset that no blank line parts: no tag goes beyond it.
  mutating func paragraphEnd(from offset: Int) -> Int {
    if offset < paragraph.end { return paragraph.end }
    paragraph = Paragraph()
    var end = endOfLine(from: offset)
    while end < source.count {
      let next = endOfLine(from: end + 1)
      let isBlankLine = source[(end + 1)..<next].allSatisfy {
        isBlank($0) || $0 == UInt8(ascii: ">")
      }
      if isBlankLine { break }
      end = next
    }
    paragraph.end = end
    return end
  }
}
