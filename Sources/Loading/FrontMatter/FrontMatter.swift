import ArchiveModel

/// The keys and values at the head of a file, and where the body begins.
struct FrontMatter {
  /// In the order of the file; empty where there are none.
  var entries: [FrontMatterEntry] = []
  /// The offset of the body's first byte.
  var bodyStart = 0
  /// Whether there is a block of front matter at all.
  var isPresent = false
  /// Problems; an error keeps the article out.
  var diagnostics: [Diagnostic] = []

  /// Finds and reads the front matter of a decoded text; O(bytes of the front matter).
  ///
  /// A wire text may begin with a rule or a brace; in it only YAML between two fences is read.
  init(of text: [UInt8], path: String, isPlainText: Bool = false) {
    guard let fence = Fence(in: text), !isPlainText || fence.kind == .yaml else {
      if !isPlainText { warnOfStrayKeys(in: text, path: path) }
      return
    }
    guard let content = fence.content else {
      guard !isPlainText else { return }
      isPresent = true
      let line = fence.closing.rawValue
      diagnostics = [
        Diagnostic(
          .frontMatterUnclosed, "the front matter that begins here has no closing \(line)",
          at: SourceRange(path: path, offsets: fence.opening), note: leftOut,
          suggestion: "write a line \(line) behind the last key")
      ]
      return
    }
    isPresent = true
    bodyStart = fence.bodyStart
    switch fence.kind {
    case .yaml:
      (entries, diagnostics) = FrontMatter.entries(of: text, content, path: path)
      diagnostics += FrontMatter.cutValues(entries, in: text, path: path)
    case .toml, .json:
      do throws(FrontMatterFailure) {
        if fence.kind == .toml {
          var document = TOMLDocument(text, content)
          entries = try document.entries()
        } else {
          try readJSON(text, fence, content)
        }
      } catch {
        diagnostics = [error.diagnostic(path: path)]
      }
    }
    for index in diagnostics.indices where diagnostics[index].severity == .error {
      diagnostics[index].note = leftOut
    }
    warnOfStrayKeys(in: text, path: path)
  }

  private mutating func warnOfStrayKeys(in text: [UInt8], path: String) {
    let warning = FrontMatter.stray(in: text, from: bodyStart, isSecond: isPresent, path: path)
    if let warning { diagnostics.append(warning) }
  }

  /// An object between fences, or one whose closing brace ends the front matter.
  private mutating func readJSON(
    _ text: [UInt8], _ fence: Fence, _ content: Range<Int>
  ) throws(FrontMatterFailure) {
    var document = JSONDocument(text, content)
    entries = try document.entries()
    var rest = document.position
    var lineStart = rest
    while rest < content.upperBound, Fence.isSpace(text[rest]) {
      rest += 1
      if text[rest - 1] == UInt8(ascii: "\n") { lineStart = rest }
    }
    if fence.closing == .brace {
      bodyStart = lineStart
    } else if rest < content.upperBound {
      throw FrontMatterFailure(
        message: "behind the closing } of JSON front matter stands the closing line",
        offsets: rest..<rest + 1, suggestion: "write the text below the line ---")
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
    do throws(FrontMatterFailure) {
      return (try YAMLDocument(text, range).entries(), [])
    } catch {
      return ([], [error.diagnostic(path: path)])
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
