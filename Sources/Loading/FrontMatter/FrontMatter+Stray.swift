import ArchiveModel

/// Lines that look like front matter and are text: between no fences, or for a second time.
extension FrontMatter {
  /// A warning where the body begins with keys that its author may have meant as front matter.
  ///
  /// O(the lines that look like keys): most bodies' first line does not.
  static func stray(in text: [UInt8], from bodyStart: Int, isSecond: Bool, path: String)
    -> Diagnostic?
  {
    var start = bodyStart
    while start < text.count, Fence.isSpace(text[start]) { start += 1 }
    let first = start
    if isSecond {
      guard text[start...].starts(with: "---\n".utf8) else { return nil }
      start += 4
    }
    guard hasKeys(text, from: start, atLeast: isSecond ? 1 : 2) else { return nil }
    return Diagnostic(
      .frontMatterStray,
      isSecond
        ? "a second front matter begins here"
        : "this looks like front matter without its lines ---",
      at: SourceRange(path: path, offsets: first..<Fence.lineEnd(from: first, in: text)),
      note: "it is taken as the article’s text",
      suggestion: isSecond
        ? "move its keys into the first one, and delete the lines --- here"
        : "write a line --- above the first key and one below the last")
  }

  /// Whether enough lines begin with keys that we know, and all up to a blank line are keys.
  private static func hasKeys(_ text: [UInt8], from start: Int, atLeast wanted: Int) -> Bool {
    var known = 0
    var line = start
    while line < text.count {
      let end = Fence.lineEnd(from: line, in: text)
      let content = text[line..<end]
      if content.allSatisfy(Fence.isSpace) || content.starts(with: "---".utf8) { break }
      if let first = content.first, !Fence.isSpace(first), first != UInt8(ascii: "-") {
        let key = content.prefix(while: FrontMatterScanner.isKeyByte)
        let behind = content.dropFirst(key.count)
        guard behind.first == UInt8(ascii: ":"),
          behind.dropFirst().first.map(Fence.isSpace) ?? true
        else { return false }
        if ArticleKey.named(String(decoding: key, as: UTF8.self)) != nil { known += 1 }
      }
      line = end + 1
    }
    return known >= wanted
  }

  /// Values of which YAML reads the rest as a comment: `title: Story #1 of the year`.
  ///
  /// A comment of people's has a blank behind its sign.
  static func cutValues(_ entries: [FrontMatterEntry], in text: [UInt8], path: String)
    -> [Diagnostic]
  {
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      guard case .text(_, isQuoted: false) = entry.value.content else { continue }
      var i = entry.value.offsets.upperBound
      let end = i
      while i < text.count, text[i] == UInt8(ascii: " ") || text[i] == UInt8(ascii: "\t") { i += 1 }
      guard i > end, i + 1 < text.count, text[i] == UInt8(ascii: "#"),
        FrontMatterScanner.isKeyByte(text[i + 1]), ArticleKey.isText(entry.key)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .valueType, "\(entry.key): a # behind a blank begins a comment",
          at: SourceRange(path: path, offsets: i..<Fence.lineEnd(from: i, in: text)),
          note: "the value ends before it", suggestion: "put the whole value in quotes"))
    }
    return diagnostics
  }
}
