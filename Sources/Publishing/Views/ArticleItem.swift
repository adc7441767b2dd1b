import Templates

/// An article in a list.
struct ArticleItem: View {
  var href: String
  var title: String
  /// The dek, or the text's beginning; may be empty.
  var summary: String
  /// As a reader reads it: "26 March 2017".
  var date: String
  /// For `datetime`; empty if undated.
  var isoDate: String
  /// The byline as displayed.
  var byline: String
  /// The section's name.
  var section: String

  static let fields: [Field<ArticleItem>] = [
    .text("href") { $0.href },
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
    .text("byline") { $0.byline },
    .text("section") { $0.section },
  ]
}
