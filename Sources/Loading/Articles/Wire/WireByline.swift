/// A line that says who wrote the text: "By Jane Doe and John Smith", "By JANE DOE, Agency".
struct WireByline {
  /// The line as printed.
  let text: String
  /// The names in it.
  let authors: [String]
  /// The agency that it ends with.
  let agency: String?

  private static let maximumBytes = 100

  /// Reads a whole line; nil unless all of it looks like a byline.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.begins(with: "by "), line.first == UInt8(ascii: "B"),
      line.count <= WireByline.maximumBytes, line.last != UInt8(ascii: ".")
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let words = text.split(separator: " ").dropFirst()
    guard let first = words.first, WireByline.isName(first),
      words.allSatisfy({ WireByline.isName($0) || WireByline.particles.contains(String($0)) })
    else { return nil }
    self.init(printed: text)
    // "By Invitation" is a headline: a name has two words, or an agency beside it.
    guard authors.contains(where: { $0.utf8.contains(UInt8(ascii: " ")) }) || agency != nil
    else { return nil }
  }

  /// Reads what a field of a header says: "Jane Doe".
  init(printed text: String) {
    self.text = text
    var agency: String?
    authors = Byline.names(in: text).filter { name in
      if let known = WireAgency.named(name) {
        agency = agency ?? known
        return false
      }
      return !WireByline.isOutlet(name)
    }
    self.agency = agency
  }

  /// The same with a second line below the names, as the Associated Press has it.
  func followed(by outlet: String) -> WireByline {
    WireByline(printed: text + ", " + outlet)
  }

  /// Whether a line names an outlet or an office and nothing else: "Associated Press Writer".
  static func isOutletLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 60, let last = line.last, !".,;:?!-".utf8.contains(last) else {
      return false
    }
    let text = String(decoding: line, as: UTF8.self)
    return text.split(separator: " ").count <= 6
      && text.split(separator: " ").allSatisfy { isName($0) || particles.contains(String($0)) }
      && (WireAgency.named(text) != nil || isOutlet(text))
  }

  private static func isOutlet(_ text: String) -> Bool {
    text.split(separator: " ").contains { outletWords.contains($0.lowercased()) }
  }

  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    return word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ".,'’-/&".unicodeScalars.contains(scalar)
    }
  }

  private static let particles: Set<String> = [
    "and", "in", "of", "for", "the", "at", "with", "&", "de", "del", "da", "dos", "di", "du", "la",
    "le", "van", "von", "der", "den", "bin", "al", "el", "ter", "y",
  ]

  private static let outletWords: Set<String> = [
    "press", "news", "agency", "agencies", "times", "post", "herald", "tribune", "writer",
    "correspondent", "reporter", "reporters", "staff", "bureau", "editor", "service", "desk",
    "journal", "gazette", "newsroom",
  ]
}
