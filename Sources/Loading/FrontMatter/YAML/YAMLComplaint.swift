/// What libyaml says, in the words of someone who wants to mend it.
struct YAMLComplaint {
  let context: String
  let contextOffset: Int?
  let problem: String
  let offset: Int

  /// Looks at the line itself: most mistakes are a value that needs quotes.
  func failure(in text: [UInt8], _ range: Range<Int>) -> FrontMatterFailure {
    // For a key without a colon the library names the next line, and in its context the right one.
    let isKey = holds("could not find expected ':'")
    let offset = isKey ? contextOffset ?? offset : offset
    let start = lineStart(of: offset, in: text, range)
    if let failure = tabFailure(in: text, start, range) { return failure }
    // libyaml often notices only on the next line, or where the value began.
    var starts = [start]
    if let contextOffset { starts.append(lineStart(of: contextOffset, in: text, range)) }
    if start > range.lowerBound { starts.append(lineStart(of: start - 1, in: text, range)) }
    for start in starts {
      if let failure = valueFailure(in: text, start, range) { return failure }
    }
    return FrontMatterFailure(
      message: words, offsets: offset..<max(offset, min(offset + 1, range.upperBound)),
      suggestion: isKey
        ? "write a colon and a blank behind the key, or indent the line if it goes on" : nil)
  }

  private func holds(_ words: String) -> Bool {
    problem.utf8.firstRange(of: words.utf8) != nil
  }

  private var words: String {
    switch problem {
    case "mapping values are not allowed in this context":
      "a key cannot stand here: its indentation fits no other key's"
    case "could not find expected ':'": "here a key, a colon and a blank are expected"
    case "found undefined alias": "this alias stands for nothing"
    case "did not find expected <document start>": "here a key, a colon and a blank are expected"
    default: context.isEmpty ? problem : "\(problem) (\(context))"
    }
  }

  private func tabFailure(
    in text: [UInt8], _ start: Int, _ range: Range<Int>
  ) -> FrontMatterFailure? {
    var i = start
    while i < range.upperBound, text[i] == UInt8(ascii: " ") { i += 1 }
    guard i < range.upperBound, text[i] == UInt8(ascii: "\t") else { return nil }
    return FrontMatterFailure(
      message: "a line cannot be indented with a tab", offsets: i..<i + 1,
      suggestion: "indent with blanks")
  }

  /// A value that begins with a character that means something in YAML, or holds a colon.
  private func valueFailure(
    in text: [UInt8], _ start: Int, _ range: Range<Int>
  ) -> FrontMatterFailure? {
    let end = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    guard let colon = text[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var value = colon + 1
    if value < end, text[value] != UInt8(ascii: " "), text[value] != UInt8(ascii: "\t") {
      guard holds("could not find expected ':'") || holds("document start")
      else { return nil }
      return FrontMatterFailure(
        message: "behind a key stand a colon and a blank", offsets: colon..<colon + 1,
        suggestion: "write a space after the colon")
    }
    while value < end, text[value] == UInt8(ascii: " ") || text[value] == UInt8(ascii: "\t") {
      value += 1
    }
    guard value < end else { return nil }
    let quotes = "put the value in quotes"
    let rule: String
    var remedy = quotes
    switch text[value] {
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
      rule = "a value cannot begin with \(Character(Unicode.Scalar(text[value])))"
    case UInt8(ascii: "*"):
      rule = "a value that begins with * is an alias, and this one stands for nothing"
    case UInt8(ascii: "&"): rule = "a value that begins with & is an anchor"
    case UInt8(ascii: "!"): rule = "a value that begins with ! is a tag"
    case UInt8(ascii: "["):
      let isClosed = text[value..<end].contains(UInt8(ascii: "]"))
      rule = isClosed ? "text stands behind the closing bracket" : "the closing ] is missing"
      remedy = isClosed ? quotes : "write ] behind the last item, or \(quotes)"
    case UInt8(ascii: "{"):
      let isClosed = text[value..<end].contains(UInt8(ascii: "}"))
      rule = isClosed ? "a value in { braces } is a map of keys" : "the closing } is missing"
      remedy = isClosed ? quotes : "write } behind the last value, or \(quotes)"
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = text[value]
      let isClosed = text[(value + 1)..<end].contains(quote)
      rule = isClosed ? "text stands after the closing quote" : "the quote is not closed"
      remedy =
        isClosed
        ? "put the whole value in quotes of the other kind"
        : "write \(Character(Unicode.Scalar(quote))) behind the value"
    default:
      let isNested = text[value..<end].indices.contains {
        text[$0] == UInt8(ascii: ":") && ($0 + 1 == end || text[$0 + 1] == UInt8(ascii: " "))
      }
      guard isNested else { return nil }
      rule = "a value that holds a colon and a blank stands in quotes"
    }
    return FrontMatterFailure(message: rule, offsets: value..<end, suggestion: remedy)
  }

  private func lineStart(of offset: Int, in text: [UInt8], _ range: Range<Int>) -> Int {
    text[range.lowerBound..<min(offset, range.upperBound)].lastIndex(of: UInt8(ascii: "\n"))
      .map { $0 + 1 } ?? range.lowerBound
  }
}
