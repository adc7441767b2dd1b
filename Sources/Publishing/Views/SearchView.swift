import Templates

/// Search: `search.mustache`.
///
/// The page is whole without JavaScript: then it leads to the names and the dates.
struct SearchView: View {
  var page: ChromeView
  var script: String
  var stylesheet: String
  var linksFiles: Bool
  var counts: String
  var groupedFrom: Int
  var names: String
  var dates: String

  static let fields: [Field<SearchView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("script", "the address of the script that searches") { $0.script },
    .text("stylesheet", "the address of what it shows its results with") { $0.stylesheet },
    .flag("links_files", "whether links name index.html") { $0.linksFiles },
    .text("counts", "how articles are counted, for the script: “one:# article|other:# articles”") {
      $0.counts
    },
    .number("grouped_from", "the smallest number that is written with separators") {
      $0.groupedFrom
    },
    .text("names", "the A to Z") { $0.names },
    .text("dates", "the dates; empty where there are none") { $0.dates },
  ]
}
