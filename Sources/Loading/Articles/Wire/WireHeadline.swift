import ArchiveModel

/// A headline of a wire text, and which version of a story the agency says it is.
struct WireHeadline {
  /// The headline without the agency's prefix.
  let text: String
  /// What the prefix says.
  let version: Article.Version?
  /// The prefix as printed, where it says more than `version` can.
  let prefix: String?

  private static let maximumBytes = 160
  private static let maximumSentenceScalars = 90

  /// Reads a line that is a headline.
  init(_ line: String) {
    var rest = line[...]
    var versions: [Article.Version] = []
    // Most headlines have no mark where a prefix would end.
    let mayHavePrefix = line.utf8.prefix(24).contains { "-:)".utf8.contains($0) || $0 >= 0x80 }
    while mayHavePrefix, let (version, after) = WireHeadline.version(at: rest) {
      versions.append(version)
      rest = after
    }
    if rest.isEmpty {
      // "URGENT" alone is all that the line says.
      (text, version, prefix) = (String(line), nil, nil)
      return
    }
    text = String(rest)
    version = versions.first
    prefix = versions.count > 1 ? String(line[..<rest.startIndex]) : nil
  }

  /// Whether a line has the form of a headline: short, and not the end of a sentence.
  static func isForm(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= maximumBytes,
      let last = String(decoding: line, as: UTF8.self).unicodeScalars.last
    else { return false }
    return !".,;:-–—".unicodeScalars.contains(last)
  }

  /// The first sentence of a text, or as many of its words as a headline may have, and "…".
  static func firstSentence(of text: ArraySlice<UInt8>) -> String {
    let scalars = String(decoding: text.prefix(1_000), as: UTF8.self).unicodeScalars
    var sentence = String.UnicodeScalarView()
    var lastBreak: String.UnicodeScalarView.Index?
    var count = 0
    for (index, scalar) in zip(scalars.indices, scalars) {
      if scalar == "\n" { break }
      guard scalar != " ", scalar != "\t" else {
        if count > 20, endsSentence(sentence, before: scalars[index...]) { break }
        if sentence.last != " " {
          lastBreak = sentence.endIndex
          sentence.append(" ")
          count += 1
        }
        continue
      }
      guard count < maximumSentenceScalars else {
        return String(sentence[..<(lastBreak ?? sentence.endIndex)]) + "…"
      }
      sentence.append(scalar)
      count += 1
    }
    while sentence.last == " " || sentence.last == "." { sentence.removeLast() }
    return String(sentence)
  }

  /// Whether a full stop, a question or an exclamation mark ends a sentence here; that of "Gen."
  /// or "U.S." does not.
  private static func endsSentence(
    _ sentence: String.UnicodeScalarView, before rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard let mark = sentence.last, ".?!".unicodeScalars.contains(mark) else { return false }
    if rest.first(where: { $0 != " " && $0 != "\t" })?.properties.isLowercase ?? false {
      return false
    }
    guard mark == "." else { return true }
    let word = sentence.dropLast().reversed().prefix { $0 != " " }
    return word.count > 3 && !word.contains(".")
      || word.allSatisfy { !$0.properties.isUppercase && $0 != "." }
  }

  // MARK: Versions

  /// The version that a prefix tells, and what follows it: "UPDATE 2-", "CORRECTED:", "(OFFICIAL)".
  private static func version(
    at text: Substring
  ) -> (version: Article.Version, rest: Substring)? {
    if let found = prefixes.first(where: { text.hasPrefix("(" + $0.word + ")") }) {
      let rest = text.dropFirst(found.word.count + 2).drop { " -:".contains($0) }
      return (Article.Version(found.kind), rest)
    }
    guard let found = prefixes.first(where: { text.hasPrefix($0.word) }) else { return nil }
    var rest = text.dropFirst(found.word.count)
    var number: UInt8?
    if rest.first == " " {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if let value = UInt8(digits) {
        number = value
        rest = rest.dropFirst(digits.count + 1)
      }
    }
    // A hyphen or a colon must close it; a dash between blanks, too.
    let mark = rest.drop { $0 == " " }
    guard let closing = mark.first, "-:–—".contains(closing) else { return nil }
    return (
      Article.Version(found.kind, number: number), mark.drop { "-:–— ".contains($0) }
    )
  }

  /// The longer before the shorter that they begin with.
  private static let prefixes: [(word: String, kind: Article.Version.Kind)] = [
    ("OFFICIAL CORRECTION", .official), ("OFFICIAL", .official), ("BREAKING NEWS", .breaking),
    ("BREAKING", .breaking), ("Breaking News", .breaking), ("Breaking", .breaking),
    ("UPDATED", .update), ("UPDATE", .update), ("Update", .update), ("WRAPUP", .wrapUp),
    ("WRAP-UP", .wrapUp), ("ROUNDUP", .wrapUp), ("CORRECTED", .correction),
    ("CORRECTION", .correction), ("Corrected", .correction), ("Correction", .correction),
    ("REFILED", .refile), ("REFILE", .refile), ("REPEAT", .repeat), ("RPT", .repeat),
    ("URGENT", .urgent), ("Urgent", .urgent), ("NEWS ALERT", .alert), ("ALERT", .alert),
    ("FLASH", .alert), ("ADVISORY", .advisory),
  ]
}
