/// Parses a template (Mustache 1.4 with inheritance and dynamic names, without lambdas).
///
/// It goes by lines, for two rules of the language: a tag alone on its line takes the line with it,
/// and a partial alone on its line is indented as its tag is.
struct Parser {
  private let source: TemplateSource
  private let bytes: [UInt8]
  private var at = 0
  /// Where the current line began, as long as it has only white space so far.
  private var blankLine: Int? = 0
  private var scanner = TagScanner()

  init(_ source: TemplateSource) {
    self.source = source
    bytes = source.bytes
  }

  mutating func parse() throws(TemplateError) -> [Node] { try nodes(in: nil, depth: 0) }

  // MARK: Nodes

  /// What is open around the nodes that are being parsed.
  private struct Container {
    var tag: Tag
    /// A block of a parent tag: the text around it shows nothing.
    var isOverride: Bool
  }

  private mutating func nodes(in container: Container?, depth: Int) throws(TemplateError) -> [Node]
  {
    if let container, depth > Parser.maximumDepth {
      throw error(
        "tags are nested more than \(Parser.maximumDepth) deep", at: container.tag.offsets)
    }
    var nodes: [Node] = []
    while let tag = try nextTag(textInto: &nodes) {
      let isFirst = blankLine != nil
      let indentation = (blankLine ?? tag.offsets.lowerBound)..<tag.offsets.lowerBound
      // A parent stands alone or not as a whole: its last tag tells.
      if tag.kind == .parent {
        let blocks = try overrides(of: tag, depth: depth)
        let isAlone = takeLineEnd(ifAlone: isFirst)
        if !isAlone { showLine(from: indentation, into: &nodes, isFirst: isFirst) }
        nodes.append(
          .parent(try reference(tag), blocks, indentation: isAlone ? indentation : nil))
        continue
      }
      let isAlone = takeLineEnd(ifAlone: isFirst && tag.mayStandAlone)
      if !isAlone, tag.kind != .close || container?.isOverride != true {
        showLine(from: indentation, into: &nodes, isFirst: isFirst)
      }
      switch tag.kind {
      case .comment: continue
      case .delimiters: try setDelimiters(tag)
      case .value: nodes.append(.value(try name(tag), isUnescaped: false))
      case .unescaped: nodes.append(.value(try name(tag), isUnescaped: true))
      case .section: nodes.append(.section(try name(tag), try content(of: tag, depth: depth)))
      case .inverted: nodes.append(.inverted(try name(tag), try content(of: tag, depth: depth)))
      case .partial:
        nodes.append(.partial(try reference(tag), indentation: isAlone ? indentation : nil))
      case .block:
        var block = try block(tag, startsLine: isAlone, indentation: isFirst ? indentation : nil)
        block.content = try content(of: tag, depth: depth)
        nodes.append(.block(block))
      case .parent: preconditionFailure("a parent is handled above")
      case .close:
        try close(container, with: tag)
        return nodes
      }
    }
    if let container { throw unclosed(container.tag) }
    return nodes
  }

  private static let maximumDepth = 200

  private mutating func content(of tag: Tag, depth: Int) throws(TemplateError) -> [Node] {
    try nodes(in: Container(tag: tag, isOverride: false), depth: depth + 1)
  }

  /// The blocks between the tags of a parent; any text there is not shown.
  private mutating func overrides(of parent: Tag, depth: Int) throws(TemplateError) -> [Block] {
    var blocks: [Block] = []
    var ignored: [Node] = []
    while let tag = try nextTag(textInto: &ignored) {
      switch tag.kind {
      case .comment: continue
      case .delimiters: try setDelimiters(tag)
      case .block:
        let startsLine = takeLineEnd(ifAlone: true)
        if !startsLine { blankLine = nil }
        var block = try block(tag, startsLine: startsLine, indentation: nil)
        block.content = try nodes(in: Container(tag: tag, isOverride: true), depth: depth + 1)
        blocks.append(block)
      case .close:
        try close(Container(tag: parent, isOverride: false), with: tag)
        return blocks
      case .value, .unescaped, .section, .inverted, .partial, .parent:
        throw error(
          "only blocks count between the tags of a parent", at: tag.offsets,
          suggestion: "put it into a block: {{$name}} … {{/name}}")
      }
    }
    throw unclosed(parent)
  }

  // MARK: Lines

  /// Appends the text before the next tag and goes behind that tag; nil at the end.
  private mutating func nextTag(textInto nodes: inout [Node]) throws(TemplateError) -> Tag? {
    let start = scanner.start(in: bytes, from: at)
    text(until: start ?? bytes.count, into: &nodes)
    guard let start else {
      if let line = blankLine, line < bytes.count {
        nodes.append(.line(indentation: line..<bytes.count))
      }
      return nil
    }
    guard let tag = scanner.tag(in: bytes, at: start) else {
      throw error(
        "a tag is opened and not closed", at: start..<min(start + 2, bytes.count),
        suggestion: "close it with \(scanner.closingText)")
    }
    at = tag.offsets.upperBound
    return tag
  }

  private mutating func text(until end: Int, into nodes: inout [Node]) {
    while at < end {
      let newline = bytes[at..<end].firstIndex(of: UInt8(ascii: "\n"))
      let lineEnd = newline.map { $0 + 1 } ?? end
      if let line = blankLine {
        let textStart = bytes[line..<lineEnd].firstIndex { !Parser.isBlank($0) } ?? lineEnd
        at = textStart
        if textStart < lineEnd {
          nodes.append(.line(indentation: line..<textStart))
          blankLine = nil
        }
      }
      if at < lineEnd { nodes.append(.text(at..<lineEnd)) }
      at = lineEnd
      if newline != nil { blankLine = lineEnd }
    }
  }

  /// A tag, or its line, turned out to be shown: so is the white space before it.
  private mutating func showLine(
    from indentation: Range<Int>, into nodes: inout [Node], isFirst: Bool
  ) {
    if isFirst { nodes.append(.line(indentation: indentation)) }
    blankLine = nil
  }

  /// Goes to the next line if nothing but white space is left on this one.
  private mutating func takeLineEnd(ifAlone isCandidate: Bool) -> Bool {
    guard isCandidate else { return false }
    var end = at
    while end < bytes.count, Parser.isBlank(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
    guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return false }
    at = min(end + 1, bytes.count)
    blankLine = at
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  // MARK: Names

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func name(_ tag: Tag) throws(TemplateError) -> Name {
    try name(tag.content, in: tag)
  }

  private func name(_ range: Range<Int>, in tag: Tag) throws(TemplateError) -> Name {
    guard !range.isEmpty else { throw error("a tag has a name", at: tag.offsets) }
    guard !bytes[range].contains(where: TagScanner.isWhitespace) else {
      throw error("a name has no spaces: “\(string(range))”", at: range)
    }
    return Name(text: string(range), offsets: range)
  }

  private func reference(_ tag: Tag) throws(TemplateError) -> Reference {
    guard let first = tag.content.first, bytes[first] == UInt8(ascii: "*") else {
      return .named(try name(tag))
    }
    return .dynamic(
      try name(TagScanner.trimmed(first + 1..<tag.content.upperBound, in: bytes), in: tag))
  }

  private func block(
    _ tag: Tag, startsLine: Bool, indentation: Range<Int>?
  ) throws(TemplateError) -> Block {
    Block(
      template: source.name, name: try name(tag).text, offsets: tag.offsets, content: [],
      startsLine: startsLine, indentation: indentation)
  }

  private mutating func setDelimiters(_ tag: Tag) throws(TemplateError) {
    guard scanner.setDelimiters(bytes[tag.content]) else {
      throw error(
        "delimiters are two, apart by a space, without “=”", at: tag.offsets,
        suggestion: "write, for example, {{=<% %>=}}")
    }
  }

  // MARK: Errors

  private func close(_ container: Container?, with tag: Tag) throws(TemplateError) {
    guard let open = container?.tag else {
      throw error("{{/\(string(tag.content))}} closes nothing", at: tag.offsets)
    }
    let words = { (range: Range<Int>) in
      bytes[range].filter { !TagScanner.isWhitespace($0) }
    }
    guard words(open.content) == words(tag.content) else {
      let line = TemplateError("", at: open.offsets, in: source).line
      throw error(
        "“\(string(open.content))”, opened on line \(line), is still open here", at: tag.offsets,
        suggestion: "write {{/\(string(open.content))}}")
    }
  }

  private func unclosed(_ tag: Tag) -> TemplateError {
    error(
      "“\(string(tag.content))” is opened and not closed", at: tag.offsets,
      suggestion: "close it with {{/\(string(tag.content))}}")
  }

  private func error(
    _ message: String, at offsets: Range<Int>, suggestion: String? = nil
  ) -> TemplateError {
    TemplateError(message, at: offsets, in: source, suggestion: suggestion)
  }
}
