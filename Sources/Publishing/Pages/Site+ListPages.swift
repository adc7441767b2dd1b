import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func periodView(_ period: CalendarPeriod, _ page: Int) -> ListView {
    let address = Address.period(period, page: page)
    let links = links(from: address)
    let articles = catalog.chronology.articles(of: period)
    let shown = window(articles.count, page).map {
      articles[$0]
    }
    let (kicker, heading) =
      switch period {
      case .undated: (language[.archive], language[.undatedArticles])
      case .year(let year): (language[.year], String(year))
      case .month: (language[.month], language.heading(period))
      case .day(let day): (language[.day], language.longDate(day))
      }
    return ListView(
      page: chrome(address, links, title: heading), kicker: kicker, heading: heading,
      summary: summary(of: period), count: language.count(articles.count),
      parts: page == 1 ? parts(of: period, links) : [],
      groups: groups(shown, within: period, links),
      pager: pager(count: articles.count, page: page, links) { .period(period, page: $0) })
  }

  func termView(_ taxonomy: Taxonomy, _ number: Int, _ page: Int) -> ListView {
    let address = Address.term(taxonomy, number, page: page)
    let links = links(from: address)
    let term = catalog.taxonomies[taxonomy][number]
    let isSeries = taxonomy == .series
    // A series is read from its beginning, all else from the newest.
    let positions = window(term.articles.count, page)
    let shown = positions.map {
      Int(term.articles[isSeries ? term.articles.count - 1 - $0 : $0])
    }
    let name = taxonomy == .sections ? Site.sectionName(term.name) : term.name
    let below = taxonomy == .sections && page == 1 ? sections(below: term.name) : []
    let items = shown.map { number in
      var item = links.item(number)
      // The heading says it; a section below it is news.
      item.hidesSection = taxonomy == .sections && item.words.section == name
      return item
    }
    var chrome = chrome(address, links, title: name, summary: sectionSummary(taxonomy, term.name))
    if page == 1 { chrome.linkedData = linkedData(ofTerm: taxonomy, number) }
    return ListView(
      page: chrome,
      kicker: language.singular(taxonomy), heading: name,
      summary: page == 1 ? sectionSummary(taxonomy, term.name) : "",
      count: language.count(term.articles.count),
      parts: below.map { links.term(.sections, $0) },
      groups: [ArticleGroup(heading: "", href: "", articles: items)],
      pager: pager(count: term.articles.count, page: page, links) {
        .term(taxonomy, number, page: $0)
      })
  }

  func datesView() -> IndexView {
    let links = links(from: .dates)
    func group(_ period: CalendarPeriod, _ count: Int) -> TermGroup {
      TermGroup(
        heading: language.shortDate(period), href: links.href(.period(period, page: 1)),
        count: language.count(count),
        terms: parts(of: period, links))
    }
    var groups = catalog.chronology.years.reversed().map { group($0.date, $0.articles.count) }
    if !catalog.chronology.undated.isEmpty {
      groups.append(group(.undated, catalog.chronology.undated.count))
    }
    let heading = language[.dates]
    return IndexView(page: chrome(.dates, title: heading), heading: heading, groups: groups)
  }

  func termsView(_ taxonomy: Taxonomy) -> IndexView {
    let links = links(from: .terms(taxonomy))
    let heading = language.plural(taxonomy)
    let order =
      taxonomy == .sections ? sectionOrder : Array(catalog.taxonomies[taxonomy].indices)
    return IndexView(
      page: chrome(.terms(taxonomy), title: heading), heading: heading,
      terms: order.map { links.term(taxonomy, $0) })
  }

  func kindView(_ kind: EntityKind) -> IndexView {
    let links = links(from: .kind(kind))
    let most = 200
    let ranked = mostFrequent(most, of: kind)
    let first = ranked.count >= 12 ? 12 : 0
    let heading = language.plural(kind)
    return IndexView(
      page: chrome(.kind(kind), title: heading), heading: heading,
      summary: ranked.count < most
        ? language[.byNumberOfArticles]
        : language.say(.mostByNumberOfArticles, ["count": language.grouped(most)]),
      multiples: multiples(of: ranked.prefix(first).map(\.entity), links),
      terms: ranked.dropFirst(timeAxis.count > 1 ? first : 0).map {
        links.link(entity: $0.entity, count: $0.articleCount)
      })
  }

  /// The entities with a page that stand in most articles; O(n log n) in those.
  func mostFrequent(
    _ limit: Int, of kind: EntityKind? = nil
  ) -> [(entity: Int, articleCount: Int)] {
    var matching: [(entity: Int, articleCount: Int)] = []
    for number in catalog.entities.indices
    where catalog.entities[number].hasPage && catalog.entities[number].isListed
      && (kind ?? catalog.entities[number].kind) == catalog.entities[number].kind
    {
      let count = catalog.entities[number].articleCount
      if count > 0 { matching.append((number, count)) }
    }
    matching.sort { ($1.articleCount, $0.entity) < ($0.articleCount, $1.entity) }
    return Array(matching.prefix(limit))
  }

  // MARK: Parts

  /// The months of a year or the days of a month that have articles.
  private func parts(of period: CalendarPeriod, _ links: Links) -> [Link] {
    if case .month = period, budget.drops(.days) { return [] }
    return catalog.chronology.parts(of: period).map { part in
      Link(
        href: links.href(.period(part.date, page: 1)), name: language.shortDate(part.date),
        count: part.articles.count, countText: language.grouped(part.articles.count))
    }
  }

  /// Why articles with some date stand among the undated ones.
  private func summary(of period: CalendarPeriod) -> String {
    guard period == .undated, let last = catalog.chronology.undated.last,
      catalog.articles[last].date != .undated
    else { return "" }
    return language[.undatedExplained]
  }

  /// Articles under the month or the day that they are of.
  private func groups(
    _ numbers: [Int], within period: CalendarPeriod, _ links: Links
  ) -> [ArticleGroup] {
    var groups: [ArticleGroup] = []
    var last: CalendarPeriod?
    for number in numbers {
      let own = catalog.articles[number].date.period
      let part: CalendarPeriod? =
        switch period {
        case .year: own.ofMonth
        case .month: own.ofDay
        case .undated, .day: nil
        }
      if groups.isEmpty || part != last {
        groups.append(
          ArticleGroup(
            heading: part.map(language.shortDate) ?? "",
            href: part.flatMap { hasPage($0) ? links.href(.period($0, page: 1)) : nil } ?? "",
            articles: []))
        last = part
      }
      groups[groups.count - 1].articles.append(links.item(number))
    }
    return groups
  }

  /// Whether a period has a page of its own.
  private func hasPage(_ period: CalendarPeriod) -> Bool {
    period.day == nil || !budget.drops(.days)
  }

  /// The numbers of the sections directly below one.
  private func sections(below name: String) -> [Int] {
    let sections = catalog.taxonomies[.sections]
    return sections.indices.filter {
      let other = sections[$0].name
      return other.hasPrefix(name + "/") && !other.dropFirst(name.count + 1).contains("/")
    }
  }

  private func sectionSummary(_ taxonomy: Taxonomy, _ name: String) -> String {
    guard taxonomy == .sections else { return "" }
    return settings.sections.first { $0.name == name }?.summary ?? ""
  }
}
