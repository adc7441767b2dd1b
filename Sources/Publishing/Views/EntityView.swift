import Templates

/// A person, organisation, place, event or work: `entity.mustache`.
struct EntityView: View {
  var page: ChromeView
  var name: String
  var kind: String
  var kindHref: String
  var summary: String
  var note: HTML
  var isRecorded: Bool
  var reviewed: DateView?
  var variants: [VariantView]
  var variantScope: String
  var sameAs: [Link]
  var notSameAs: [NamesakeView]
  var coordinates: String
  var articleCount: String
  var mentionCount: String
  var firstSeen: ArticleItem?
  var lastSeen: ArticleItem?
  var chart: ChartView?
  var map: MapView?
  var entries: [EntityEntry]
  var companions: [CompanionGroup]
  var pager: Pager?

  static let fields: [Field<EntityView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("name", "what it is called") { $0.name },
    .text("kind", "what it is: “Person”, “Organisation”") { $0.kind },
    .text("kind_href", "the page of its kind") { $0.kindHref },
    .text("summary", "the editor’s sentence") { $0.summary },
    .html("note", "the editor’s note") { $0.note },
    .flag(
      "recorded", "whether an editor has a record of it; else it was compiled by the machine alone"
    ) { $0.isRecorded },
    .view("reviewed", "when an editor looked it over") { $0.reviewed },
    .flag("has_variants", "whether variants has any") { !$0.variants.isEmpty },
    .list("variants", "the other ways in which the articles write it, the most frequent first") {
      $0.variants
    },
    .text(
      "variants_scope",
      "where those were looked for, if not everywhere: “in the newest 200 articles”"
    ) { $0.variantScope },
    .flag("has_same_as", "whether same_as has any") { !$0.sameAs.isEmpty },
    .list("same_as", "the same thing elsewhere") { $0.sameAs },
    .list("not_same_as", "others not to be confused with it") { $0.notSameAs },
    .text("coordinates", "where it lies: “36.34° N, 43.13° E”") { $0.coordinates },
    .text("article_count", "how many name it: “12 articles”") { $0.articleCount },
    .text("mention_count", "how often they do: “named 31 times”") { $0.mentionCount },
    .view("first_seen", "the first article that names it") { $0.firstSeen },
    .view("last_seen", "the last article that names it") { $0.lastSeen },
    .view("chart", "articles over time") { $0.chart },
    .view("map", "where it lies, with the places that stand with it") { $0.map },
    .flag("has_entries", "whether entries has any") { !$0.entries.isEmpty },
    .list("entries", "the articles, newest first, each with its sentence") { $0.entries },
    .flag("has_companions", "whether companions has any") { !$0.companions.isEmpty },
    .list("companions", "who it stands with, by kind") { $0.companions },
    .view("pager", "the pages of the list, where it has several") { $0.pager },
  ]
}

/// A way in which articles write a name.
struct VariantView: View {
  var text: String
  var count: String

  static let fields: [Field<VariantView>] = [
    .text("text", "the variant as written") { $0.text },
    .text("count", "how often they do") { $0.count },
  ]
}

/// Another of the same name, or one that the editor tells apart.
struct NamesakeView: View {
  var href: String
  var name: String
  var about: String

  static let fields: [Field<NamesakeView>] = [
    .text("href", "its page; empty where it has none") { $0.href },
    .text("name", "its name") { $0.name },
    .text("about", "what tells it apart: the editor’s sentence, else “place, 4 articles”") {
      $0.about
    },
  ]
}

/// An old address of which several entities were made: `namesakes.mustache`.
struct NamesakesView: View {
  var page: ChromeView
  var name: String
  var namesakes: [NamesakeView]

  static let fields: [Field<NamesakesView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("name", "what they are called alike") { $0.name },
    .list("namesakes", "those that may be meant") { $0.namesakes },
  ]
}

/// An article on an entity’s page.
struct EntityEntry: View {
  var href: String
  let words: ArticleWords
  var sentence: HTML
  var anchor: String
  var count: String
  var shortName: String

  static let fields: [Field<EntityEntry>] = [
    .text("href", "the article’s address") { $0.href },
    .text("title", "the article’s headline") { $0.words.title },
    .text("date", "as a reader reads it: 26 March 2017") { $0.words.date },
    .text("iso_date", "the same for datetime; empty if undated") { $0.words.isoDate },
    .text("byline", "the byline as displayed") { $0.words.byline },
    .html(
      "sentence", "the sentence that names it, the name marked; empty where only the headline does"
    ) { $0.sentence },
    .text("anchor", "the sentence in its article") { $0.anchor },
    .text("count", "how many: “named 3 times”; empty for once") { $0.count },
    .text(
      "short_name",
      "the short name that is all the article has, where the archive explains it; else empty"
    ) { $0.shortName },
  ]
}

/// Names of one kind: those that stand in articles with an entity, or the most frequent ones.
struct CompanionGroup: View {
  var label: String
  var href: String
  var names: [Link]

  static let fields: [Field<CompanionGroup>] = [
    .text("label", "the kind: People, Organisations, Places") { $0.label },
    .text("href", "the page of the kind; empty where the group is not about the whole archive") {
      $0.href
    },
    .list("names", "the names, the most frequent first") { $0.names },
  ]
}

/// Where a reader stands in a list of several pages.
struct Pager: View {
  var previous: String
  var next: String
  var current: Int
  var total: Int

  static let fields: [Field<Pager>] = [
    .text("previous", "the address of the page before; empty on the first") { $0.previous },
    .text("next", "the address of the page after; empty on the last") { $0.next },
    .number("current", "the number of this page, from 1") { $0.current },
    .number("total", "how many pages there are") { $0.total },
  ]
}
