import Templates

/// What `article.mustache` is given.
///
/// `has_tags` and its like say whether a list has anything.
struct ArticleView: View {
  var page: ChromeView
  var language: String
  var title: String
  var subtitle: String
  var summary: String
  var byline: String
  var authors: [Link]
  var dateline: String
  var version: String
  var date: String
  var isoDate: String
  var dateHref: String
  var updated: String
  var isoUpdated: String
  var sections: [Link]
  var tags: [Link]
  var series: SeriesView?
  var lead: LeadView?
  var body: HTML
  var corrections: [CorrectionView]
  var sources: [LineView]
  var provenance: [Link]
  var originalURL: String
  var retrieved: String
  var rights: String
  var credits: String
  var wireNotes: [LineView]
  var inferred: String
  var isRedacted: Bool
  var redacted: String
  var removals: [DateView]
  var expires: DateView?
  var isDraft: Bool
  var isTitleInferred: Bool
  var isDateInferred: Bool
  var names: [NameGroup]
  var facts: FactsView
  var citations: [FileLink]
  var earlier: [ArticleItem]
  var later: [ArticleItem]

  static let fields: [Field<ArticleView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("language", "BCP 47, where it is not the archive’s language; else empty") { $0.language },
    .text("title", "its headline") { $0.title },
    .text("subtitle", "the second line of its headline") { $0.subtitle },
    .text("summary", "the dek") { $0.summary },
    .text("byline", "the byline exactly as printed; where there is none, authors tells") {
      $0.byline
    },
    .flag("has_authors", "whether authors has any") { !$0.authors.isEmpty },
    .list("authors", "who wrote it, each with a page") { $0.authors },
    .text("dateline", "the dateline as stated: “BAGHDAD”; one that was inferred stands in the body")
    { $0.dateline },
    .text("version", "which version of a story it is: “Update 2”") { $0.version },
    .text("date", "as a reader reads it: 26 March 2017") { $0.date },
    .text("iso_date", "the same for datetime; empty if undated") { $0.isoDate },
    .text("date_href", "the page of its day, month or year") { $0.dateHref },
    .text("updated", "when it was changed last; empty if it never was") { $0.updated },
    .text("iso_updated", "the same for datetime") { $0.isoUpdated },
    .flag("has_sections", "whether sections has any") { !$0.sections.isEmpty },
    .list("sections", "the sections that it stands in, the outer first") { $0.sections },
    .flag("has_tags", "whether tags has any") { !$0.tags.isEmpty },
    .list("tags", "its topics") { $0.tags },
    .view("series", "its place in a series, if it is of one") { $0.series },
    .view("lead", "the picture at its head") { $0.lead },
    .html("body", "the text, with names linked where they are mentioned first") { $0.body },
    .list("corrections", "corrections, clarifications and notes") { $0.corrections },
    .flag("has_sources", "whether sources has any") { !$0.sources.isEmpty },
    .list("sources", "the public sources that the article names") { $0.sources },
    .flag("has_provenance", "whether provenance has any") { !$0.provenance.isEmpty },
    .list("provenance", "the chain that it came through: outlet, agency") { $0.provenance },
    .text("original_url", "where it was published first") { $0.originalURL },
    .text("retrieved", "when it was taken from there") { $0.retrieved },
    .text("rights", "the rights as stated") { $0.rights },
    .text("credits", "who reported and edited it: “Reporting by …”") { $0.credits },
    .flag("has_wire_notes", "whether wire_notes has any") { !$0.wireNotes.isEmpty },
    .list("wire_notes", "what a wire service’s machines and editors wrote above the text") {
      $0.wireNotes
    },
    .text("inferred", "what else software inferred: “byline, dateline, source”") { $0.inferred },
    .flag("redacted", "whether something was taken out of the text by its editor") {
      $0.isRedacted
    },
    .text("redacted_date", "when that was, as far as it is known") { $0.redacted },
    .list("removals", "when names were taken out of it by the archive’s rules") { $0.removals },
    .view("expires", "until when its publisher meant it to be current") { $0.expires },
    .flag("draft", "whether it is shown only because drafts were asked for") { $0.isDraft },
    .flag("title_inferred", "whether software found the headline in the text") {
      $0.isTitleInferred
    },
    .flag("date_inferred", "whether software found the date in the text") { $0.isDateInferred },
    .flag("has_names", "whether names has any") { !$0.names.isEmpty },
    .list("names", "the names of the story by kind: people, organisations, places, events, works") {
      $0.names
    },
    .view("facts", "what its author states of it beyond the text", stored: \.facts),
    .flag("has_citations", "whether citations has any") { !$0.citations.isEmpty },
    .list("citations", "files for reference managers") { $0.citations },
    .list("earlier", "the article before it of the same matter, else in time; one or none") {
      $0.earlier
    },
    .list("later", "the article after it, likewise") { $0.later },
  ]
}

/// A correction, clarification or note.
struct CorrectionView: View {
  var label: String
  var date: String
  var isoDate: String
  var text: String

  static let fields: [Field<CorrectionView>] = [
    .text("label", "“Correction”, “Clarification”, “Editor’s note”, “Retraction”") { $0.label },
    .text("date", "when it was made") { $0.date },
    .text("iso_date", "the same for datetime; empty if undated") { $0.isoDate },
    .text("text", "what is corrected, in plain text") { $0.text },
  ]
}

/// The article’s place in its series.
struct SeriesView: View {
  var name: String
  var href: String
  var part: Int
  var count: Int
  var previous: ArticleItem?
  var next: ArticleItem?

  static let fields: [Field<SeriesView>] = [
    .text("name", "what the series is called") { $0.name },
    .text("href", "its page") { $0.href },
    .number("part", "its number; 0 where the series is not numbered") { $0.part },
    .number("count", "how many articles the series has") { $0.count },
    .view("previous", "the part before") { $0.previous },
    .view("next", "the part after") { $0.next },
  ]
}

/// A date.
struct DateView: View {
  var date: String
  var isoDate: String

  static let fields: [Field<DateView>] = [
    .text("date", "as a reader reads it: 26 March 2017") { $0.date },
    .text("iso_date", "the same for datetime; empty if undated") { $0.isoDate },
  ]
}

/// A line of plain text.
struct LineView: View {
  var text: String

  static let fields: [Field<LineView>] = [.text("text", "the line") { $0.text }]
}

/// The names of one kind in a story.
struct NameGroup: View {
  var label: String
  var names: [NameItem]
  var more: [NameItem]
  var moreCount: String

  static let fields: [Field<NameGroup>] = [
    .text("label", "“People”, “Organisations”, “Places”") { $0.label },
    .list("names", "those that are shown at once") { $0.names },
    .list("more", "what the first glance does not show") { $0.more },
    .text("more_count", "how many those are; empty if none") { $0.moreCount },
  ]
}

/// A name in a story.
struct NameItem: View {
  var href: String
  var name: String
  var anchor: String
  var count: String

  static let fields: [Field<NameItem>] = [
    .text("href", "its page; empty where it has none") { $0.href },
    .text("name", "the name") { $0.name },
    .text("anchor", "its first mention in the text") { $0.anchor },
    .text("count", "how often the text names it: “named 3 times”") { $0.count },
  ]
}

/// A withdrawn article: `withdrawn.mustache`.
struct WithdrawnView: View {
  var page: ChromeView
  var title: String
  var date: String
  var isoDate: String
  var withdrawn: DateView?
  var reasons: [CorrectionView]

  static let fields: [Field<WithdrawnView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("title", "its headline") { $0.title },
    .text("date", "when it was published") { $0.date },
    .text("iso_date", "the same for datetime; empty if undated") { $0.isoDate },
    .view("withdrawn", "when it was withdrawn, as far as that is known") { $0.withdrawn },
    .list("reasons", "when and why") { $0.reasons },
  ]
}
