extension Citation {
  /// Appends the article as BibTeX: `@article`, to which BibLaTeX's `entrysubtype` says that the
  /// journal is a newspaper.
  func writeBibTeX(to bytes: inout [UInt8]) {
    func field(_ name: StaticString, _ value: String, isBare: Bool = false) {
      if value.isEmpty { return }
      bytes += ",\n  ".utf8
      name.withUTF8Buffer { bytes += $0 }
      bytes += (isBare ? " = " : " = {").utf8
      bytes += value.utf8
      if !isBare { bytes.append(UInt8(ascii: "}")) }
    }
    let key = key
    bytes += "@article{".utf8
    bytes += (key.isEmpty ? "article" : key).utf8
    field("entrysubtype", "newspaper")
    // A second pair of braces keeps capitals as they are.
    field("title", "{\(Citation.tex(title))}")
    field("author", authors.map(Citation.tex).joined(separator: " and "))
    field("journal", Citation.tex(newspaper))
    let parts = dateParts
    field("date", date(separatedBy: "-"))
    if let year = parts.first { field("year", String(year)) }
    if parts.count > 1 { field("month", Citation.months[parts[1] - 1], isBare: true) }
    if parts.count > 2 { field("day", String(parts[2])) }
    field("pages", Citation.tex(page))
    field("edition", Citation.tex(edition))
    field("location", Citation.tex(place))
    field("publisher", Citation.tex(publisher))
    field("langid", Citation.tex(language))
    field("abstract", Citation.tex(summary))
    field("keywords", Citation.tex(keywords.joined(separator: ", ")))
    field("url", Citation.texURL(url))
    bytes += "\n}\n\n".utf8
  }

  private static func tex(_ name: PersonName) -> String {
    guard let family = name.family else { return "{\(tex(name.literal))}" }
    return [family, name.suffix, name.given].filter { !$0.isEmpty }.map(tex)
      .joined(separator: ", ")
  }

  /// Text in which no sign has a meaning of TeX, on one line, its braces in pairs.
  static func tex(_ text: String) -> String {
    if isPlainTeX(text) { return text }
    var escaped = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      // As a name: bibliography programs count a backslash and a brace as an escaped brace.
      case "\\": escaped += "\\textbackslash{}"
      case "\"": escaped += "\\textquotedbl{}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return balanced(escaped)
  }

  /// Whether a text is one line of ASCII in which nothing has a meaning of TeX, as nearly all are.
  private static func isPlainTeX(_ text: String) -> Bool {
    isPlainLine(text)
      && !text.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
          UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"),
          UInt8(ascii: "^"), UInt8(ascii: "\\"), UInt8(ascii: "\""):
          true
        default: false
        }
      }
  }

  /// Braces count even when they are escaped: a text whose own are not in pairs loses them.
  private static func balanced(_ text: String) -> String {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { break }
    }
    return depth == 0
      ? text : text.replacing("\\{", with: "(").replacing("\\}", with: ")")
  }

  /// An address has braces as percent signs only, and nothing else needs an escape in `url`.
  private static func texURL(_ url: String) -> String {
    let isPlain = !url.utf8.contains { byte in
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
    }
    if isPlain { return url }
    return url.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
