import Templates

/// A list of articles: a year, a month, a day, a section, tag, author, series or source:
/// `list.mustache`.
struct ListView: View {
  var page: ChromeView
  /// What kind of list: "Section", "Year".
  var kicker: String
  var heading: String
  /// The editor's sentence on it.
  var summary: String
  /// "412 articles".
  var count: String
  /// The parts of a period, or sections below a section.
  var parts: [Link]
  var groups: [ArticleGroup]
  var pager: Pager?

  static let fields: [Field<ListView>] = [
    .view("page") { $0.page },
    .text("kicker") { $0.kicker },
    .text("heading") { $0.heading },
    .text("summary") { $0.summary },
    .text("count") { $0.count },
    .flag("has_parts") { !$0.parts.isEmpty },
    .list("parts") { $0.parts },
    .list("groups") { $0.groups },
    .view("pager") { $0.pager },
  ]
}

/// Articles under a heading.
struct ArticleGroup: View {
  /// Empty where the list needs none.
  var heading: String
  var href: String
  var articles: [ArticleItem]

  static let fields: [Field<ArticleGroup>] = [
    .text("heading") { $0.heading },
    .text("href") { $0.href },
    .list("articles") { $0.articles },
  ]
}

/// The terms of a taxonomy, the names of a kind, or the archive's periods: `index.mustache`.
struct IndexView: View {
  var page: ChromeView
  var heading: String
  /// What the reader sees here, where the heading does not say it: "The 200 most named of 1,204".
  var summary = ""
  /// The first of the list, each with a small chart of the same time.
  var multiples: [MultipleView] = []
  /// In one list.
  var terms: [Link] = []
  /// In lists of their own: the months of each year.
  var groups: [TermGroup] = []

  static let fields: [Field<IndexView>] = [
    .view("page") { $0.page },
    .text("heading") { $0.heading },
    .text("summary") { $0.summary },
    .flag("has_multiples") { !$0.multiples.isEmpty },
    .list("multiples") { $0.multiples },
    .flag("has_terms") { !$0.terms.isEmpty },
    .list("terms") { $0.terms },
    .flag("has_groups") { !$0.groups.isEmpty },
    .list("groups") { $0.groups },
    .flag("empty") { $0.terms.isEmpty && $0.groups.isEmpty },
  ]
}

/// Terms below a term: a year with its months.
struct TermGroup: View {
  var heading: String
  var href: String
  /// "45 articles".
  var count: String
  var terms: [Link]

  static let fields: [Field<TermGroup>] = [
    .text("heading") { $0.heading },
    .text("href") { $0.href },
    .text("count") { $0.count },
    .flag("has_terms") { !$0.terms.isEmpty },
    .list("terms") { $0.terms },
  ]
}

/// The front page: `front.mustache`.
struct FrontView: View {
  var page: ChromeView
  /// The newest article.
  var lead: ArticleItem?
  /// Its opening sentences, a line a paragraph.
  var opening: [LineView]
  /// Who and what it names most often, of those that have pages.
  var leadNames: [Link]
  /// The next ones, beside the lead.
  var seconds: [ArticleItem]
  /// Those after them, below the lead.
  var thirds: [ArticleItem]
  /// The sections with their newest articles.
  var sections: [ArticleGroup]
  /// The most frequent names by kind.
  var names: [CompanionGroup]
  /// Articles over time.
  var chart: ChartView?
  /// "43 articles", "2 October 2016 to 10 December 2017".
  var articleCount: String
  var span: String

  static let fields: [Field<FrontView>] = [
    .view("page") { $0.page },
    .view("lead") { $0.lead },
    .flag("has_opening") { !$0.opening.isEmpty },
    .list("opening") { $0.opening },
    .flag("has_lead_names") { !$0.leadNames.isEmpty },
    .list("lead_names") { $0.leadNames },
    .flag("has_seconds") { !$0.seconds.isEmpty },
    .list("seconds") { $0.seconds },
    .flag("has_thirds") { !$0.thirds.isEmpty },
    .list("thirds") { $0.thirds },
    .flag("has_sections") { !$0.sections.isEmpty },
    .list("sections") { $0.sections },
    .flag("has_names") { !$0.names.isEmpty },
    .list("names") { $0.names },
    .view("chart") { $0.chart },
    .text("article_count") { $0.articleCount },
    .text("span") { $0.span },
  ]
}

/// The A to Z: `names.mustache`.
struct NamesView: View {
  var page: ChromeView
  /// The letters that have names.
  var letters: [Link]
  /// The letter of this page; empty on the overview.
  var letter: String
  /// "1,204 names".
  var count: String
  /// On the overview: the most frequent names by kind.
  var frequent: [CompanionGroup]
  var entries: [NamesEntry]
  var pager: Pager?

  static let fields: [Field<NamesView>] = [
    .view("page") { $0.page },
    .flag("has_letters") { !$0.letters.isEmpty },
    .list("letters") { $0.letters },
    .text("letter") { $0.letter },
    .text("count") { $0.count },
    .flag("has_frequent") { !$0.frequent.isEmpty },
    .list("frequent") { $0.frequent },
    .flag("has_entries") { !$0.entries.isEmpty },
    .list("entries") { $0.entries },
    .view("pager") { $0.pager },
  ]
}

/// A name in the A to Z.
struct NamesEntry: View {
  var name: String
  /// Its page; empty where it has none.
  var href: String
  /// "person".
  var kind: String
  /// "12 articles"; empty where the articles are listed.
  var count: String
  /// Where the name has no page: the places that name it.
  var articles: [ArticleItem]

  static let fields: [Field<NamesEntry>] = [
    .text("name") { $0.name },
    .text("href") { $0.href },
    .text("kind") { $0.kind },
    .text("count") { $0.count },
    .list("articles") { $0.articles },
  ]
}

/// A page of the archive's own, the about page, the page for a wrong address: `text.mustache`.
struct TextView: View {
  var page: ChromeView
  var heading: String
  var body: HTML
  /// On the about page: what the software did, in plain sentences.
  var methods: [LineView]
  /// On the about page: the files with what the articles of each year state.
  var data: [Link] = []
  /// On the about page: the files for reference managers, by year.
  var citations: [CitationYear] = []
  /// On the about page: whose data is built in.
  var credits: [LineView]

  static let fields: [Field<TextView>] = [
    .view("page") { $0.page },
    .text("heading") { $0.heading },
    .html("body") { $0.body },
    .flag("has_methods") { !$0.methods.isEmpty },
    .list("methods") { $0.methods },
    .flag("has_data") { !$0.data.isEmpty },
    .list("data") { $0.data },
    .flag("has_citations") { !$0.citations.isEmpty },
    .list("citations") { $0.citations },
    .flag("has_credits") { !$0.credits.isEmpty },
    .list("credits") { $0.credits },
  ]
}

/// The articles of a year for reference managers, in each form.
struct CitationYear: View {
  /// "2017", "Undated".
  var label: String
  var files: [FileLink]

  static let fields: [Field<CitationYear>] = [
    .text("label") { $0.label },
    .list("files") { $0.files },
  ]
}

/// An old address that leads to a new one: `redirect.mustache`.
struct RedirectView: View {
  var page: ChromeView
  var target: Link

  static let fields: [Field<RedirectView>] = [
    .view("page") { $0.page },
    .view("target") { $0.target },
  ]
}
