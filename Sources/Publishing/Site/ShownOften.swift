import ArchiveModel
import Cataloguing
import Loading
import Templates

/// What many pages say of an article or an entity, written once: every list, name and citation of
/// a site takes its words from here. (A quarter of the time of rendering, measured on 10,000
/// articles.)
struct ShownOften: Sendable {
  /// Each article as it stands in lists.
  let items: [ArticleWords]
  /// The address of each article's page from the root, as it stands in a link.
  let articleLinks: [String]
  /// The same of each entity's first page; empty where it has none.
  let entityLinks: [String]
  /// The place of each article among all, by when they were changed last.
  let ranks: [Int32]
  /// Each author's name, taken apart.
  let names: [String: PersonName]
  /// The link from the root to the page of each year and month, and what it is called.
  let periods: [CalendarPeriod: (link: String, heading: String)]
  /// "named 3 times", by the number.
  private let mentionCounts: [String]

  /// O(n log n) in articles, O(entities).
  init(_ catalog: Catalog, _ language: Language, _ form: Settings.Links) {
    var dates: [ArchiveDate: String] = [:]
    var names: [String: PersonName] = [:]
    items = catalog.articles.map { article in
      for author in article.authors where names[author] == nil {
        names[author] = PersonName(author)
      }
      let date = article.date.withoutTime
      let words = dates[date] ?? language.known(date)
      dates[date] = words
      return ArticleWords(
        title: article.title, summary: article.summary ?? "", date: words,
        isoDate: Language.machineDate(article.date), byline: Site.byline(of: article),
        section: article.section.map(Site.sectionName) ?? "")
    }
    self.names = names
    let changed = catalog.articles.map { ArchiveDate.SortKey($0.changed) }
    var ranks = [Int32](repeating: 0, count: changed.count)
    let order = changed.indices.sorted { (changed[$0], $0) < (changed[$1], $1) }
    for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
    self.ranks = ranks
    var periods: [CalendarPeriod: (link: String, heading: String)] = [:]
    for period in catalog.chronology.years + catalog.chronology.months {
      periods[period.date] = (
        form.link(to: ArticleAddresses.folder(of: period.date)), language.heading(period.date)
      )
    }
    self.periods = periods
    mentionCounts = (0..<100).map { language.count($0, .mentions) }
    articleLinks = catalog.paths.map { form.link(to: $0) }
    entityLinks = catalog.entities.map { entity in
      entity.hasPage ? form.link(to: Site.path(of: entity)) : ""
    }
  }
}

extension ShownOften {
  /// "named 3 times".
  func mentions(_ count: Int, in language: Language) -> String {
    mentionCounts.indices.contains(count)
      ? mentionCounts[count] : language.count(count, .mentions)
  }
}

extension Settings.Links {
  /// A path below the root as it stands in a link from there.
  func link(to path: String) -> String {
    let reference = Site.reference(path)
    switch self {
    case .directory: return reference
    case .file:
      return path.isEmpty || path.hasSuffix("/") ? reference + "index.html" : reference
    }
  }
}
