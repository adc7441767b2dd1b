import Templates

/// A person, organisation, place, event or work: `entity.mustache`.
struct EntityView: View {
  var page: ChromeView
  var name: String
  /// What it is: "Person", "Organisation".
  var kind: String
  /// The page of its kind.
  var kindHref: String
  /// The editor's sentence.
  var summary: String
  /// The editor's note.
  var note: HTML
  /// Whether an editor has a record of it; else it was compiled by the machine alone.
  var isRecorded: Bool
  /// When an editor looked it over.
  var reviewed: DateView?
  /// The other ways in which the articles write it, the most frequent first.
  var variants: [VariantView]
  /// Where those were looked for, if not everywhere: "in the newest 200 articles".
  var variantScope: String
  /// The same thing elsewhere.
  var sameAs: [Link]
  /// Others not to be confused with it.
  var notSameAs: [NamesakeView]
  /// "36.34° N, 43.13° E".
  var coordinates: String
  /// "12 articles".
  var articleCount: String
  /// "named 31 times".
  var mentionCount: String
  /// The first and the last article that names it.
  var firstSeen: ArticleItem?
  var lastSeen: ArticleItem?
  /// Articles over time.
  var chart: ChartView?
  /// Where it lies, with the places that stand with it.
  var map: MapView?
  /// The articles, newest first, each with its sentence.
  var entries: [EntityEntry]
  /// Who it stands with, by kind.
  var companions: [CompanionGroup]
  var pager: Pager?

  static let fields: [Field<EntityView>] = [
    .view("page") { $0.page },
    .text("name") { $0.name },
    .text("kind") { $0.kind },
    .text("kind_href") { $0.kindHref },
    .text("summary") { $0.summary },
    .html("note") { $0.note },
    .flag("recorded") { $0.isRecorded },
    .view("reviewed") { $0.reviewed },
    .flag("has_variants") { !$0.variants.isEmpty },
    .list("variants") { $0.variants },
    .text("variants_scope") { $0.variantScope },
    .flag("has_same_as") { !$0.sameAs.isEmpty },
    .list("same_as") { $0.sameAs },
    .list("not_same_as") { $0.notSameAs },
    .text("coordinates") { $0.coordinates },
    .text("article_count") { $0.articleCount },
    .text("mention_count") { $0.mentionCount },
    .view("first_seen") { $0.firstSeen },
    .view("last_seen") { $0.lastSeen },
    .view("chart") { $0.chart },
    .view("map") { $0.map },
    .flag("has_entries") { !$0.entries.isEmpty },
    .list("entries") { $0.entries },
    .flag("has_companions") { !$0.companions.isEmpty },
    .list("companions") { $0.companions },
    .view("pager") { $0.pager },
  ]
}

/// A way in which articles write a name.
struct VariantView: View {
  var text: String
  /// How often they do.
  var count: String

  static let fields: [Field<VariantView>] = [
    .text("text") { $0.text },
    .text("count") { $0.count },
  ]
}

/// Another of the same name, or one that the editor tells apart.
struct NamesakeView: View {
  /// Its page; empty where it has none.
  var href: String
  var name: String
  /// What tells it apart: the editor's sentence, else "place, 4 articles".
  var about: String

  static let fields: [Field<NamesakeView>] = [
    .text("href") { $0.href },
    .text("name") { $0.name },
    .text("about") { $0.about },
  ]
}

/// An old address of which several entities were made: `namesakes.mustache`.
struct NamesakesView: View {
  var page: ChromeView
  /// What they are called alike.
  var name: String
  /// Those that may be meant.
  var namesakes: [NamesakeView]

  static let fields: [Field<NamesakesView>] = [
    .view("page") { $0.page },
    .text("name") { $0.name },
    .list("namesakes") { $0.namesakes },
  ]
}

/// An article on an entity's page.
struct EntityEntry: View {
  var href: String
  var title: String
  var date: String
  var isoDate: String
  var byline: String
  /// The sentence that names it, the name marked; empty where only the headline does.
  var sentence: HTML
  /// The sentence in its article.
  var anchor: String
  /// "named 3 times"; empty for once.
  var count: String
  /// The short name that is all the article has, where the archive explains it; else empty.
  var shortName: String

  static let fields: [Field<EntityEntry>] = [
    .text("href") { $0.href },
    .text("title") { $0.title },
    .text("date") { $0.date },
    .text("iso_date") { $0.isoDate },
    .text("byline") { $0.byline },
    .html("sentence") { $0.sentence },
    .text("anchor") { $0.anchor },
    .text("count") { $0.count },
    .text("short_name") { $0.shortName },
  ]
}

/// Names of one kind: those that stand in articles with an entity, or the most frequent ones.
struct CompanionGroup: View {
  var label: String
  /// The page of the kind; empty where the group is not about the whole archive.
  var href: String
  var names: [Link]

  static let fields: [Field<CompanionGroup>] = [
    .text("label") { $0.label },
    .text("href") { $0.href },
    .list("names") { $0.names },
  ]
}

/// A bar of a small chart; its length is an attribute, since the page has no inline style.
struct BarView: View {
  var label: String
  var href: String
  /// How many: "1,204".
  var count: String
  /// In hundredths of the longest, from 1.
  var length: Int

  static let fields: [Field<BarView>] = [
    .text("label") { $0.label },
    .text("href") { $0.href },
    .text("count") { $0.count },
    .number("length") { $0.length },
  ]
}

/// Where a reader stands in a list of several pages.
struct Pager: View {
  var previous: String
  var next: String
  var current: Int
  var total: Int

  static let fields: [Field<Pager>] = [
    .text("previous") { $0.previous },
    .text("next") { $0.next },
    .number("current") { $0.current },
    .number("total") { $0.total },
  ]
}
