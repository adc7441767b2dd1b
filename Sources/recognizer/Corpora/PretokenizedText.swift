import Recognition

/// Sentences that come as tokens, one a line.
///
/// A blank line is between sentences, `-DOCSTART-` between documents. Columns after the first and
/// the kind of line ends say nothing.
struct PretokenizedText {
  private let bytes: [UInt8]
  /// By line: its bytes without its end.
  private let lines: [Range<Int>]
  /// By line: its first column.
  private let words: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var end = next
      while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      lines.append(start..<end)
      start = next + 1
    }
    self.lines = lines
    let separator = PretokenizedText.separator(bytes, lines)
    words = lines.map { PretokenizedText.word(bytes, $0, separator) }
  }

  /// What parts the columns: tabs, or blanks in a file without tabs whose lines all have as many.
  ///
  /// Elsewhere a blank is a part of its token ("1 1/2").
  private static func separator(_ bytes: [UInt8], _ lines: [Range<Int>]) -> UInt8 {
    let tab = UInt8(ascii: "\t")
    guard !bytes.contains(tab) else { return tab }
    var blanks: Int?
    for line in lines where !line.isEmpty && !isDocumentStart(bytes[line]) {
      let count = bytes[line].count { $0 == UInt8(ascii: " ") }
      guard count > 0, count == blanks ?? count else { return tab }
      blanks = count
    }
    return UInt8(ascii: " ")
  }

  /// Whether a line begins a document; what follows on it may be apart by blanks in any file.
  private static func isDocumentStart(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = "-DOCSTART-".utf8
    return line.starts(with: mark)
      && line.dropFirst(mark.count).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  /// What stands before the first separator, without blanks around it.
  private static func word(
    _ bytes: [UInt8], _ line: Range<Int>, _ separator: UInt8
  ) -> Range<Int> {
    if isDocumentStart(bytes[line]) {
      return line.lowerBound..<line.lowerBound + "-DOCSTART-".utf8.count
    }
    var start = line.lowerBound
    var end = bytes[line].firstIndex(of: separator) ?? line.upperBound
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// The lines with the tags of what the recogniser finds: `TOKEN` tab `TAG`.
  ///
  /// As many lines as there were; those without a token are as they stand.
  func tagged(by recognizer: Recognizer) -> [UInt8] {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(bytes.count)
    for word in words {
      tokens += bytes[word]
      tokens.append(UInt8(ascii: "\n"))
    }
    let conll = Conll(String(decoding: tokens, as: UTF8.self))

    var tags = [ConllTag?](repeating: nil, count: lines.count)
    var scratch = RecognizerScratch()
    for document in conll.documents {
      let mentions = recognizer.annotate(document.text.span, scratch: &scratch).mentions
      for token in document.tokens { tags[token.line] = .outside }
      for name in document.projection(of: mentions) {
        for token in name.span.tokens {
          tags[document.tokens[token].line] = ConllTag(
            name.span.kind, isBegin: token == name.span.tokens.lowerBound)
        }
      }
    }

    var output: [UInt8] = []
    output.reserveCapacity(tokens.count + 4 * lines.count)
    for (line, tag) in tags.enumerated() {
      if let tag {
        output += bytes[words[line]]
        output.append(UInt8(ascii: "\t"))
        output += tag.label.utf8
      } else {
        output += bytes[lines[line]]
      }
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}
