import ArchiveModel

/// The keys and values at the head of a file, and where the body begins.
struct FrontMatter {
  /// In the order of the file; empty where there are none.
  var entries: [FrontMatterEntry] = []
  /// The offset of the body's first byte.
  var bodyStart = 0
  /// Whether there is a block of front matter at all.
  var isPresent = false
  /// Problems that keep the article out.
  var diagnostics: [Diagnostic] = []

  /// Finds and reads the front matter of a decoded text.
  init(of text: [UInt8], path: String, isPlainText: Bool = false) {
    guard let fence = Fence(in: text) else { return }
    switch fence.kind {
    case .yaml:
      guard let content = fence.content else {
        // A wire text may begin with a rule; Markdown's first line of hyphens is a fence.
        guard !isPlainText else { return }
        isPresent = true
        diagnostics.append(
          Diagnostic(
            .frontMatterUnclosed, "the front matter that begins here has no closing ---",
            at: SourceRange(path: path, offsets: fence.opening), note: leftOut,
            suggestion: "write a line --- behind the last key"))
        return
      }
      isPresent = true
      bodyStart = fence.bodyStart
      (entries, diagnostics) = FrontMatter.entries(of: text, content, path: path)
      for index in diagnostics.indices { diagnostics[index].note = leftOut }
    case .toml, .json:
      guard !isPlainText else { return }
      isPresent = true
      diagnostics.append(
        Diagnostic(
          .frontMatterUnsupported,
          "front matter in \(fence.kind == .toml ? "TOML" : "JSON") is not read yet",
          at: SourceRange(path: path, offsets: fence.opening), note: leftOut,
          suggestion: "write it as YAML: --- above, “key: value” a line, --- below"))
    }
  }

  private var leftOut: String { "the article is left out of this build" }

  /// Reads keys and values: by the scanner, and what is beyond it by the YAML library.
  static func entries(
    of text: [UInt8], _ range: Range<Int>, path: String,
    isTextKey: @escaping (String) -> Bool = ArticleKey.isText
  ) -> (entries: [FrontMatterEntry], diagnostics: [Diagnostic]) {
    if let entries = FrontMatterScanner.scan(text, range, isTextKey: isTextKey) {
      return (entries, duplicates(in: entries, path: path))
    }
    do throws(YAMLDocument.Failure) {
      return (try YAMLDocument(text, range).entries(), [])
    } catch {
      let code: Diagnostic.Code = error.isDuplicateKey ? .keyDuplicate : .frontMatterInvalid
      let diagnostic = Diagnostic(
        code, error.message, at: SourceRange(path: path, offsets: error.offsets),
        other: error.other.map { SourceRange(path: path, offsets: $0) },
        suggestion: error.suggestion ?? (error.isDuplicateKey ? "delete one of them" : nil))
      return ([], [diagnostic])
    }
  }

  /// Keys that stand twice in one map.
  private static func duplicates(
    in entries: [FrontMatterEntry], path: String
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func report(_ entry: FrontMatterEntry, first: Range<Int>) {
      diagnostics.append(
        Diagnostic(
          .keyDuplicate, "the key “\(entry.key)” stands here twice",
          at: SourceRange(path: path, offsets: entry.keyOffsets),
          other: SourceRange(path: path, offsets: first), suggestion: "delete one of them"))
    }
    // For a handful of keys comparing each with each is faster than hashing them.
    if entries.count <= 16 {
      for (index, entry) in entries.enumerated() {
        if let first = entries[..<index].first(where: { $0.key == entry.key }) {
          report(entry, first: first.keyOffsets)
        }
      }
    } else {
      var seen: [String: Range<Int>] = [:]
      for entry in entries {
        if let first = seen.updateValue(entry.keyOffsets, forKey: entry.key) {
          report(entry, first: first)
        }
      }
    }
    for entry in entries { diagnostics += duplicates(in: entry.value, path: path) }
    return diagnostics
  }

  private static func duplicates(in value: FrontMatterValue, path: String) -> [Diagnostic] {
    switch value.content {
    case .null, .text: []
    case .list(let items): items.flatMap { duplicates(in: $0, path: path) }
    case .map(let entries): duplicates(in: entries, path: path)
    }
  }
}

/// The lines around front matter.
private struct Fence {
  enum Kind { case yaml, toml, json }

  let kind: Kind
  /// The first line.
  let opening: Range<Int>
  /// Between the fences; nil where the closing one is missing.
  let content: Range<Int>?
  let bodyStart: Int

  /// Blank lines may stand before the first fence.
  init?(in text: [UInt8]) {
    var start = 0
    while start < text.count, Fence.isSpace(text[start]) { start += 1 }
    start = Fence.lineStart(of: start, in: text)
    guard start < text.count else { return nil }
    let lineEnd = Fence.lineEnd(from: start, in: text)
    let line = Fence.trimmed(text[start..<lineEnd])
    opening = start..<max(start, line.endIndex)

    switch text[start] {
    case UInt8(ascii: "-") where line.elementsEqual("---".utf8):
      kind = .yaml
    case UInt8(ascii: "-") where line.elementsEqual("---json".utf8):
      kind = .json
    case UInt8(ascii: "-") where line.elementsEqual("---toml".utf8):
      kind = .toml
    case UInt8(ascii: "+") where line.elementsEqual("+++".utf8):
      kind = .toml
    case UInt8(ascii: "{") where Fence.opensObject(text[(start + 1)...]):
      kind = .json
    default:
      return nil
    }
    var next = min(lineEnd + 1, text.count)
    let contentStart = next
    while kind == .yaml, next < text.count {
      let end = Fence.lineEnd(from: next, in: text)
      let first = text[next]
      if first == UInt8(ascii: "-") || first == UInt8(ascii: ".") {
        let line = Fence.trimmed(text[next..<end])
        if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
          content = contentStart..<next
          bodyStart = min(end + 1, text.count)
          return
        }
      }
      next = min(end + 1, text.count)
    }
    content = nil
    bodyStart = text.count
  }

  /// `{` and then a quoted key or `}`: JSON, and no shortcode.
  private static func opensObject(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = rest.first { !isSpace($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private static func lineStart(of offset: Int, in text: [UInt8]) -> Int {
    text[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private static func lineEnd(from start: Int, in text: [UInt8]) -> Int {
    var i = start
    while i < text.count, text[i] != UInt8(ascii: "\n") { i += 1 }
    return i
  }

  /// Without blanks at the end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }
}
