import Templates

/// A list of articles: a year, a month, a day, a section, tag, author, series or source:
/// `list.mustache`.
struct ListView: View {
  var page: ChromeView
  var kicker: String
  var heading: String
  var summary: String
  var count: String
  var parts: [Link]
  var groups: [ArticleGroup]
  var pager: Pager?

  static let fields: [Field<ListView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("kicker", "what kind of list: “Section”, “Year”") { $0.kicker },
    .text("heading", "what is listed: World, March 2017") { $0.heading },
    .text("summary", "the editor’s sentence on it") { $0.summary },
    .text("count", "how many: “412 articles”") { $0.count },
    .flag("has_parts", "whether parts has any") { !$0.parts.isEmpty },
    .list("parts", "the parts of a period, or sections below a section") { $0.parts },
    .list("groups", "the articles, under headings where there are many") { $0.groups },
    .view("pager", "the pages of the list, where it has several") { $0.pager },
  ]
}

/// Articles under a heading.
struct ArticleGroup: View {
  var heading: String
  var href: String
  var articles: [ArticleItem]

  static let fields: [Field<ArticleGroup>] = [
    .text("heading", "its heading; empty where the list needs none") { $0.heading },
    .text("href", "the page that its heading leads to; may be empty") { $0.href },
    .list("articles", "the articles") { $0.articles },
  ]
}

/// The terms of a taxonomy, the names of a kind, or the archive’s periods: `index.mustache`.
struct IndexView: View {
  var page: ChromeView
  var heading: String
  var summary = ""
  var multiples: [MultipleView] = []
  var terms: [Link] = []
  var groups: [TermGroup] = []

  static let fields: [Field<IndexView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("heading", "the page’s heading") { $0.heading },
    .text(
      "summary",
      "what the reader sees here, where the heading does not say it: “The 200 most named of 1,204”"
    ) { $0.summary },
    .flag("has_multiples", "whether multiples has any") { !$0.multiples.isEmpty },
    .list("multiples", "the first of the list, each with a small chart of the same time") {
      $0.multiples
    },
    .flag("has_terms", "whether terms has any") { !$0.terms.isEmpty },
    .list("terms", "what is listed, in one list") { $0.terms },
    .flag("has_groups", "whether groups has any") { !$0.groups.isEmpty },
    .list("groups", "the same in lists of their own: the months of each year") { $0.groups },
    .flag("empty", "whether there is nothing to list") { $0.terms.isEmpty && $0.groups.isEmpty },
  ]
}

/// Terms below a term: a year with its months.
struct TermGroup: View {
  var heading: String
  var href: String
  var count: String
  var terms: [Link]

  static let fields: [Field<TermGroup>] = [
    .text("heading", "the year") { $0.heading },
    .text("href", "its page") { $0.href },
    .text("count", "how many: “45 articles”") { $0.count },
    .flag("has_terms", "whether terms has any") { !$0.terms.isEmpty },
    .list("terms", "its months") { $0.terms },
  ]
}

/// The front page: `front.mustache`.
struct FrontView: View {
  var page: ChromeView
  var lead: ArticleItem?
  var opening: [LineView]
  var leadNames: [Link]
  var seconds: [ArticleItem]
  var thirds: [ArticleItem]
  var sections: [ArticleGroup]
  var names: [CompanionGroup]
  var chart: ChartView?
  var articleCount: String
  var span: String

  static let fields: [Field<FrontView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .view("lead", "the newest article") { $0.lead },
    .flag("has_opening", "whether opening has any") { !$0.opening.isEmpty },
    .list("opening", "its opening sentences, a line a paragraph") { $0.opening },
    .flag("has_lead_names", "whether lead_names has any") { !$0.leadNames.isEmpty },
    .list("lead_names", "who and what it names most often, of those that have pages") {
      $0.leadNames
    },
    .flag("has_seconds", "whether seconds has any") { !$0.seconds.isEmpty },
    .list("seconds", "the next ones, beside the lead") { $0.seconds },
    .flag("has_thirds", "whether thirds has any") { !$0.thirds.isEmpty },
    .list("thirds", "those after them, below the lead") { $0.thirds },
    .flag("has_sections", "whether sections has any") { !$0.sections.isEmpty },
    .list("sections", "the sections with their newest articles") { $0.sections },
    .flag("has_names", "whether names has any") { !$0.names.isEmpty },
    .list("names", "the most frequent names by kind") { $0.names },
    .view("chart", "articles over time") { $0.chart },
    .text("article_count", "how many articles there are: 43 articles") { $0.articleCount },
    .text("span", "from when to when: 2 October 2016 to 10 December 2017") { $0.span },
  ]
}

/// The A to Z: `names.mustache`.
struct NamesView: View {
  var page: ChromeView
  var letters: [Link]
  var letter: String
  var count: String
  var frequent: [CompanionGroup]
  var entries: [NamesEntry]
  var pager: Pager?

  static let fields: [Field<NamesView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .flag("has_letters", "whether letters has any") { !$0.letters.isEmpty },
    .list("letters", "the letters that have names") { $0.letters },
    .text("letter", "the letter of this page; empty on the overview") { $0.letter },
    .text("count", "how many: “1,204 names”") { $0.count },
    .flag("has_frequent", "whether frequent has any") { !$0.frequent.isEmpty },
    .list("frequent", "on the overview: the most frequent names by kind") { $0.frequent },
    .flag("has_entries", "whether entries has any") { !$0.entries.isEmpty },
    .list("entries", "the names of the letter") { $0.entries },
    .view("pager", "the pages of the list, where it has several") { $0.pager },
  ]
}

/// A name in the A to Z.
struct NamesEntry: View {
  var name: String
  var href: String
  var kind: String
  var count: String
  var articles: [ArticleItem]

  static let fields: [Field<NamesEntry>] = [
    .text("name", "the name") { $0.name },
    .text("href", "its page; empty where it has none") { $0.href },
    .text("kind", "“person”") { $0.kind },
    .text("count", "how many: “12 articles”; empty where the articles are listed") { $0.count },
    .list("articles", "where the name has no page: the places that name it") { $0.articles },
  ]
}

/// A page of the archive’s own, the about page, the page for a wrong address: `text.mustache`.
struct TextView: View {
  var page: ChromeView
  var heading: String
  var counts: [LineView] = []
  var body: HTML
  var methods: [LineView]
  var data: [Link] = []
  var citations: [CitationYear] = []
  var credits: [LineView]

  static let fields: [Field<TextView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("heading", "the page’s heading") { $0.heading },
    .flag("has_counts", "whether counts has any") { !$0.counts.isEmpty },
    .list("counts", "on the about page: what the archive holds, and of what time") { $0.counts },
    .html("body", "the text of the page") { $0.body },
    .flag("has_methods", "whether methods has any") { !$0.methods.isEmpty },
    .list("methods", "on the about page: what the software did, in plain sentences") { $0.methods },
    .flag("has_data", "whether data has any") { !$0.data.isEmpty },
    .list("data", "on the about page: the files with what the articles of each year state") {
      $0.data
    },
    .flag("has_citations", "whether citations has any") { !$0.citations.isEmpty },
    .list("citations", "on the about page: the files for reference managers, by year") {
      $0.citations
    },
    .flag("has_credits", "whether credits has any") { !$0.credits.isEmpty },
    .list("credits", "on the about page: whose data is built in") { $0.credits },
  ]
}

/// The articles of a year for reference managers, in each form.
struct CitationYear: View {
  var label: String
  var files: [FileLink]

  static let fields: [Field<CitationYear>] = [
    .text("label", "“2017”, “Undated”") { $0.label },
    .list("files", "a file for each kind of reference manager") { $0.files },
  ]
}

/// An old address that leads to a new one: `redirect.mustache`.
struct RedirectView: View {
  var page: ChromeView
  var target: Link

  static let fields: [Field<RedirectView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .view("target", "the page that it leads to", stored: \.target),
  ]
}
