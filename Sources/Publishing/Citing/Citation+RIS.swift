extension Citation {
  /// Appends the article as RIS: a line a field, each ended by CR and LF.
  ///
  /// After the tags that Zotero and EndNote read for a newspaper's article (`TY  - NEWS`).
  func writeRIS(to bytes: inout [UInt8]) {
    func line(_ tag: StaticString, _ text: String) {
      if text.isEmpty { return }
      let text = Citation.line(text)
      if text.isEmpty { return }
      start(tag)
      bytes += text.utf8
      bytes += "\r\n".utf8
    }
    func start(_ tag: StaticString) {
      tag.withUTF8Buffer { bytes += $0 }
      bytes += "  - ".utf8
    }
    line("TY", "NEWS")
    line("TI", title)
    for author in authors { line("AU", author.inverted) }
    line("T2", newspaper)
    let dateParts = dateParts
    if !dateParts.isEmpty {
      // Year, month, day and a remark, of which slashes stand for what is missing.
      let missing = String(repeating: "/", count: 4 - dateParts.count)
      line("DA", date(separatedBy: "/") + missing)
      line("PY", String(dateParts[0]))
    }
    line("ET", edition)
    line("SE", section)
    line("SP", page)
    line("CY", place)
    line("PB", publisher)
    line("LA", language)
    line("AB", summary)
    for keyword in keywords { line("KW", keyword) }
    line("DB", archive == newspaper ? "" : archive)
    line("UR", url)
    start("ER")
    bytes += "\r\n".utf8
  }

  /// A text in one line: no line of an author's can be taken for a tag.
  static func line(_ text: String) -> String {
    if isPlainLine(text) { return text }
    return text.unicodeScalars.split {
      $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F
    }
    .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// Whether a text is of ASCII that can be seen, with single blanks between words: nearly all are.
  static func isPlainLine(_ text: String) -> Bool {
    var wasBlank = true
    let utf8 = text.utf8
    let bytes = utf8.span
    for i in bytes.indices {
      let byte = bytes[i]
      guard byte >= 0x20, byte < 0x7F, !(byte == 0x20 && wasBlank) else { return false }
      wasBlank = byte == 0x20
    }
    return !wasBlank || text.isEmpty
  }
}
