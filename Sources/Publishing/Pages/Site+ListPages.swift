import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func periodView(_ date: ArchiveDate, _ page: Int) -> ListView {
    let address = Address.period(date, page: page)
    let links = links(from: address)
    let range = articles(of: date)
    let (kicker, heading) =
      switch date {
      case .undated: ("Archive", "Undated articles")
      case .year(let year): ("Year", String(year))
      case .month: ("Month", Labels.date(date))
      case .day(let day), .moment(let day, _): ("Day", Labels.longDate(day))
      }
    return ListView(
      page: chrome(address, title: heading), kicker: kicker, heading: heading, summary: "",
      count: Labels.count(range.count, "article", "articles"),
      parts: page == 1 ? parts(of: date, links) : [],
      groups: groups(window(range.count, page).map { range.lowerBound + $0 }, within: date, links),
      pager: pager(count: range.count, page: page, links) { .period(date, page: $0) })
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
      if taxonomy == .sections, item.section == name { item.section = "" }
      return item
    }
    return ListView(
      page: chrome(address, title: name, summary: sectionSummary(taxonomy, term.name)),
      kicker: Labels.singular(taxonomy), heading: name,
      summary: page == 1 ? sectionSummary(taxonomy, term.name) : "",
      count: Labels.count(term.articles.count, "article", "articles"),
      parts: below.map { links.term(.sections, $0) },
      groups: [ArticleGroup(heading: "", href: "", articles: items)],
      pager: pager(count: term.articles.count, page: page, links) {
        .term(taxonomy, number, page: $0)
      })
  }

  func datesView() -> IndexView {
    let links = links(from: .dates)
    func group(_ date: ArchiveDate, _ count: Int) -> TermGroup {
      TermGroup(
        heading: Labels.shortDate(date), href: links.href(.period(date, page: 1)),
        count: Labels.count(count, "article", "articles"),
        terms: parts(of: date, links))
    }
    var groups = catalog.chronology.years.reversed().map { group($0.date, $0.articles.count) }
    if !catalog.chronology.undated.isEmpty {
      groups.append(group(.undated, catalog.chronology.undated.count))
    }
    return IndexView(page: chrome(.dates, title: "Dates"), heading: "Dates", groups: groups)
  }

  func termsView(_ taxonomy: Taxonomy) -> IndexView {
    let links = links(from: .terms(taxonomy))
    let heading = Labels.plural(taxonomy)
    let order =
      taxonomy == .sections ? sectionOrder : Array(catalog.taxonomies[taxonomy].indices)
    return IndexView(
      page: chrome(.terms(taxonomy), title: heading), heading: heading,
      terms: order.map { links.term(taxonomy, $0) })
  }

  func kindView(_ kind: EntityKind) -> IndexView {
    let links = links(from: .kind(kind))
    let most = 200
    let ranked = mostFrequent(most) { $0.kind == kind && $0.hasPage }
    let which = ranked.count < most ? "By" : "The \(most) most named, by"
    return IndexView(
      page: chrome(.kind(kind), title: Labels.plural(kind)), heading: Labels.plural(kind),
      summary: "\(which) the number of articles. All others stand in the A to Z.",
      terms: ranked.map {
        Link(
          href: links.href(entity: $0.entity), name: catalog.entities[$0.entity].name,
          count: $0.articleCount)
      })
  }

  /// The entities that stand in most articles; O(n log n) in the entities that match.
  func mostFrequent(
    _ limit: Int, _ isMatch: (Catalog.Entity) -> Bool
  ) -> [(entity: Int, articleCount: Int)] {
    let matching = catalog.entities.indices.filter {
      catalog.entities[$0].isListed && catalog.entities[$0].articleCount > 0
        && isMatch(catalog.entities[$0])
    }
    let ranked = matching.sorted {
      (catalog.entities[$1].articleCount, $0) < (catalog.entities[$0].articleCount, $1)
    }
    return ranked.prefix(limit).map { ($0, catalog.entities[$0].articleCount) }
  }

  // MARK: Parts

  /// The months of a year or the days of a month that have articles.
  private func parts(of date: ArchiveDate, _ links: Links) -> [Link] {
    catalog.chronology.parts(of: date).map { part in
      Link(
        href: links.href(.period(part.date, page: 1)), name: Labels.shortDate(part.date),
        count: part.articles.count)
    }
  }

  private func articles(of date: ArchiveDate) -> Range<Int> {
    let chronology = catalog.chronology
    let periods: [Chronology.Period]
    switch date {
    case .undated: return chronology.undated
    case .year: periods = chronology.years
    case .month: periods = chronology.months
    case .day, .moment: periods = chronology.days
    }
    var (low, high) = (0, periods.count)
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].date < date { low = middle + 1 } else { high = middle }
    }
    return low < periods.count && periods[low].date == date ? periods[low].articles : 0..<0
  }

  /// Articles under the month or the day that they are of.
  private func groups(_ numbers: [Int], within date: ArchiveDate, _ links: Links) -> [ArticleGroup]
  {
    var groups: [ArticleGroup] = []
    var last = ArchiveDate.undated
    for number in numbers {
      let own = catalog.articles[number].date
      let period: ArchiveDate
      switch date {
      case .year:
        if let year = own.year, let month = own.month {
          period = .month(year: year, month: month)
        } else {
          period = .undated
        }
      case .month: period = own.day.map { .day($0) } ?? .undated
      case .undated, .day, .moment: period = .undated
      }
      if groups.isEmpty || period != last {
        let isNamed = period != .undated
        groups.append(
          ArticleGroup(
            heading: isNamed ? Labels.shortDate(period) : "",
            href: isNamed ? links.href(.period(period, page: 1)) : "", articles: []))
        last = period
      }
      groups[groups.count - 1].articles.append(links.item(number))
    }
    return groups
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
