import Templates

/// An article in a list.
struct ArticleItem: View {
  var href: String
  var title: String
  var summary: String
  var date: String
  var isoDate: String
  var byline: String
  var section: String

  static let fields: [Field<ArticleItem>] = [
    .text("href", "its address") { $0.href },
    .text("title", "its headline") { $0.title },
    .text("summary", "the dek, or the text’s beginning; may be empty") { $0.summary },
    .text("date", "as a reader reads it: “26 March 2017”") { $0.date },
    .text("iso_date", "for datetime; empty if undated") { $0.isoDate },
    .text("byline", "the byline as displayed") { $0.byline },
    .text("section", "the section’s name") { $0.section },
  ]
}
