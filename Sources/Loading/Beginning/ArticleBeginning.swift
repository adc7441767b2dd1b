import ArchiveModel

/// An article that is begun: its front matter, which is read back as it was meant.
public struct ArticleBeginning: Sendable, Equatable {
  /// The headline, in one line.
  public let title: String
  /// The section, as it is written.
  public let section: String?
  /// Who wrote it.
  public let authors: [String]
  /// When it is of.
  public let date: ArchiveDate
  /// The file: front matter that says so, and that it is a draft.
  public let file: [UInt8]

  /// Begins an article.
  ///
  /// Blanks in a row become one, line ends are blanks; nothing else of the title is changed, and
  /// what a reader of front matter would drop is refused.
  public init(
    title: String, section: String? = nil, authors: [String] = [], date: ArchiveDate
  ) throws(BeginningRefusal) {
    let title = ArticleBeginning.oneLine(title)
    guard !title.isEmpty else {
      throw BeginningRefusal(
        "an article has a title", help: "dateline new article \"Talks resume in Mosul\"")
    }
    self.title = title
    self.section = section.map(ArticleBeginning.oneLine)
    self.authors = authors.map(ArticleBeginning.oneLine)
    self.date = date
    for text in [title] + self.authors + (self.section.map { [$0] } ?? []) {
      try ArticleBeginning.checkSigns(of: text)
    }
    var written: [UInt8]?
    // References to characters only where the title as it is would be read as another.
    for isReferenced in [false, true] where written == nil {
      let file = ArticleBeginning.written(
        ArticleBeginning.headline(title, isReferenced: isReferenced), self.section, self.authors,
        date)
      let read = Source(file, path: "articles/new.md", shownAs: "new.md")
      let isSame =
        read.isSound && read.article.title.utf8.elementsEqual(title.utf8)
        && read.article.section == self.section && read.article.authors == self.authors
        && read.article.date == date && read.article.status == .draft
      if isSame { written = file }
    }
    guard let written else {
      throw BeginningRefusal(
        "these words would be read back as others",
        help: "write them without {{ and {%, and correct them in the file")
    }
    file = written
  }

  /// Reads a date as front matter would have it.
  public static func date(_ text: String) throws(BeginningRefusal) -> ArchiveDate {
    do throws(ArchiveDate.ParsingFailure) {
      return try ArchiveDate(parsing: text)
    } catch {
      throw BeginningRefusal(error.rule, help: error.suggestion)
    }
  }

  private static func written(
    _ headline: String, _ section: String?, _ authors: [String], _ date: ArchiveDate
  ) -> [UInt8] {
    var lines = ["---", YAMLWriting.entry(EditEntry("title", .text(headline)), column: 0)]
    // A date is text to us in any form; quotes would only be in the way.
    lines.append("date: \(date)")
    if !authors.isEmpty {
      lines.append(YAMLWriting.entry(EditEntry("authors", .texts(authors)), column: 0))
    }
    if let section {
      lines.append(YAMLWriting.entry(EditEntry("section", .text(section)), column: 0))
    }
    lines += ["status: draft", "---", "", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// A title with the signs that headlines and templates give a meaning written as references.
  private static func headline(_ title: String, isReferenced: Bool) -> String {
    guard isReferenced else { return title }
    var headline = ""
    for scalar in title.unicodeScalars {
      switch scalar {
      case "&": headline += "&amp;"
      case "{": headline += "&#123;"
      default: headline.unicodeScalars.append(scalar)
      }
    }
    return headline
  }

  /// A text with single blanks for line ends, tabs and blanks in a row, and none at its ends.
  static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029:
        if let last = line.last, last != " " { line.append(" ") }
      default: line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  /// What readers of front matter drop, since it would steer a terminal or turn a line about.
  static func checkSigns(of text: String) throws(BeginningRefusal) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: 4 - digits.utf8.count) + digits
        throw BeginningRefusal(
          "“\(text.visible)” has a control character, U+\(number)", help: "write it without")
      default: break
      }
    }
  }
}
