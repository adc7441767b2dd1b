import Templates

/// Search: `search.mustache`.
///
/// The page is whole without JavaScript: then it leads to the names and the dates.
struct SearchView: View {
  var page: ChromeView
  /// The address of the script that searches.
  var script: String
  /// The address of what it shows its results with.
  var stylesheet: String
  /// Whether links name `index.html`.
  var linksFiles: Bool
  /// How articles are counted, for the script: "one:# article|other:# articles".
  var counts: String
  /// The smallest number that is written with separators.
  var groupedFrom: Int
  /// The A to Z.
  var names: String
  /// The dates; empty where there are none.
  var dates: String

  static let fields: [Field<SearchView>] = [
    .view("page") { $0.page },
    .text("script") { $0.script },
    .text("stylesheet") { $0.stylesheet },
    .flag("links_files") { $0.linksFiles },
    .text("counts") { $0.counts },
    .number("grouped_from") { $0.groupedFrom },
    .text("names") { $0.names },
    .text("dates") { $0.dates },
  ]
}
