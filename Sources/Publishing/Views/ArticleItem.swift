import Templates

/// What each list says of an article: written once, and shared, since a list of forty would else
/// copy six texts of each. (A hundredth of the time of a build.)
final class ArticleWords: Sendable {
  let title: String
  let summary: String
  let date: String
  let isoDate: String
  let byline: String
  let section: String

  init(
    title: String, summary: String, date: String, isoDate: String, byline: String, section: String
  ) {
    self.title = title
    self.summary = summary
    self.date = date
    self.isoDate = isoDate
    self.byline = byline
    self.section = section
  }
}

/// An article in a list.
struct ArticleItem: View {
  var href: String
  let words: ArticleWords
  /// The text’s beginning, where it stands in for a summary.
  var opening = ""
  /// Where the heading says it.
  var hidesSection = false

  static let fields: [Field<ArticleItem>] = [
    .text("href", "its address") { $0.href },
    .text("title", "its headline") { $0.words.title },
    .text("summary", "the dek, or the text’s beginning; may be empty") {
      $0.words.summary.isEmpty ? $0.opening : $0.words.summary
    },
    .text("date", "as a reader reads it: “26 March 2017”") { $0.words.date },
    .text("iso_date", "for datetime; empty if undated") { $0.words.isoDate },
    .text("byline", "the byline as displayed") { $0.words.byline },
    .text("section", "the section’s name") { $0.hidesSection ? "" : $0.words.section },
  ]
}
