import Templates

/// What `article.mustache` is given.
///
/// `has_tags` and its like say whether a list has anything.
struct ArticleView: View {
  var page: ChromeView
  /// BCP 47, where it is not the archive's language; else empty.
  var language: String
  var title: String
  var subtitle: String
  /// The dek.
  var summary: String
  /// The byline exactly as printed; where there is none, `authors` tells.
  var byline: String
  var authors: [Link]
  /// The dateline as stated: "BAGHDAD"; one that was inferred stands in the body.
  var dateline: String
  /// Which version of a story it is: "Update 2".
  var version: String
  var date: String
  var isoDate: String
  /// The page of its day, month or year.
  var dateHref: String
  var updated: String
  var isoUpdated: String
  var sections: [Link]
  var tags: [Link]
  var series: SeriesView?
  /// The picture at its head.
  var lead: LeadView?
  var body: HTML
  var corrections: [CorrectionView]
  /// The public sources that the article names.
  var sources: [LineView]
  /// The chain that it came through: outlet, agency.
  var provenance: [Link]
  var originalURL: String
  var retrieved: String
  var rights: String
  /// Who reported and edited it: "Reporting by …".
  var credits: String
  /// What a wire service's machines and editors wrote above the text.
  var wireNotes: [LineView]
  /// What else software inferred: "byline, dateline, source".
  var inferred: String
  /// Whether something was taken out of the text by its editor.
  var isRedacted: Bool
  /// When that was, as far as it is known.
  var redacted: String
  /// When names were taken out of it by the archive's rules.
  var removals: [DateView]
  /// Until when its publisher meant it to be current.
  var expires: DateView?
  /// Shown only because drafts were asked for.
  var isDraft: Bool
  var isTitleInferred: Bool
  var isDateInferred: Bool
  /// People, organisations, places, events and works of the story; groups that have any.
  var names: [NameGroup]
  var facts: FactsView
  /// Files for reference managers.
  var citations: [FileLink]
  /// The articles of the same matter before and after it; else its neighbours in time.
  var earlier: [ArticleItem]
  var later: [ArticleItem]

  static let fields: [Field<ArticleView>] = [
    .view("page") { $0.page },
    .text("language") { $0.language },
    .text("title") { $0.title },
    .text("subtitle") { $0.subtitle },
    .text("summary") { $0.summary },
    .text("byline") { $0.byline },
    .flag("has_authors") { !$0.authors.isEmpty },
    .list("authors") { $0.authors },
    .text("dateline") { $0.dateline },
    .text("version") { $0.version },
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
    .text("date_href") { $0.dateHref },
    .text("updated") { $0.updated },
    .text("iso_updated") { $0.isoUpdated },
    .flag("has_sections") { !$0.sections.isEmpty },
    .list("sections") { $0.sections },
    .flag("has_tags") { !$0.tags.isEmpty },
    .list("tags") { $0.tags },
    .view("series") { $0.series },
    .view("lead") { $0.lead },
    .html("body") { $0.body },
    .list("corrections") { $0.corrections },
    .flag("has_sources") { !$0.sources.isEmpty },
    .list("sources") { $0.sources },
    .flag("has_provenance") { !$0.provenance.isEmpty },
    .list("provenance") { $0.provenance },
    .text("original_url") { $0.originalURL },
    .text("retrieved") { $0.retrieved },
    .text("rights") { $0.rights },
    .text("credits") { $0.credits },
    .flag("has_wire_notes") { !$0.wireNotes.isEmpty },
    .list("wire_notes") { $0.wireNotes },
    .text("inferred") { $0.inferred },
    .flag("redacted") { $0.isRedacted },
    .text("redacted_date") { $0.redacted },
    .list("removals") { $0.removals },
    .view("expires") { $0.expires },
    .flag("draft") { $0.isDraft },
    .flag("title_inferred") { $0.isTitleInferred },
    .flag("date_inferred") { $0.isDateInferred },
    .flag("has_names") { !$0.names.isEmpty },
    .list("names") { $0.names },
    .view("facts") { $0.facts },
    .flag("has_citations") { !$0.citations.isEmpty },
    .list("citations") { $0.citations },
    .list("earlier") { $0.earlier },
    .list("later") { $0.later },
  ]
}

/// A correction, clarification or note.
struct CorrectionView: View {
  /// "Correction", "Clarification", "Editor’s note", "Retraction".
  var label: String
  var date: String
  var isoDate: String
  var text: String

  static let fields: [Field<CorrectionView>] = [
    .text("label") { $0.label },
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
    .text("text") { $0.text },
  ]
}

/// The article's place in its series.
struct SeriesView: View {
  var name: String
  var href: String
  /// Its number; 0 where the series is not numbered.
  var part: Int
  /// How many articles the series has.
  var count: Int
  var previous: ArticleItem?
  var next: ArticleItem?

  static let fields: [Field<SeriesView>] = [
    .text("name") { $0.name },
    .text("href") { $0.href },
    .number("part") { $0.part },
    .number("count") { $0.count },
    .view("previous") { $0.previous },
    .view("next") { $0.next },
  ]
}

/// A date.
struct DateView: View {
  var date: String
  var isoDate: String

  static let fields: [Field<DateView>] = [
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
  ]
}

/// A line of plain text.
struct LineView: View {
  var text: String

  static let fields: [Field<LineView>] = [.text("text") { $0.text }]
}

/// The names of one kind in a story.
struct NameGroup: View {
  /// "People", "Organisations", "Places".
  var label: String
  var names: [NameItem]
  /// What the first glance does not show.
  var more: [NameItem]
  /// How many those are; empty if none.
  var moreCount: String

  static let fields: [Field<NameGroup>] = [
    .text("label") { $0.label },
    .list("names") { $0.names },
    .list("more") { $0.more },
    .text("more_count") { $0.moreCount },
  ]
}

/// A name in a story.
struct NameItem: View {
  /// Its page; empty where it has none.
  var href: String
  var name: String
  /// Its first mention in the text.
  var anchor: String
  /// How often the text names it: "named 3 times".
  var count: String

  static let fields: [Field<NameItem>] = [
    .text("href") { $0.href },
    .text("name") { $0.name },
    .text("anchor") { $0.anchor },
    .text("count") { $0.count },
  ]
}

/// A withdrawn article: `withdrawn.mustache`.
struct WithdrawnView: View {
  var page: ChromeView
  var title: String
  var date: String
  var isoDate: String
  /// When it was withdrawn, as far as that is known.
  var withdrawn: DateView?
  /// When and why.
  var reasons: [CorrectionView]

  static let fields: [Field<WithdrawnView>] = [
    .view("page") { $0.page },
    .text("title") { $0.title },
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
    .view("withdrawn") { $0.withdrawn },
    .list("reasons") { $0.reasons },
  ]
}
