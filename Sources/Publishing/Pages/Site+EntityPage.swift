import ArchiveModel
import Cataloguing
import Loading
import Markup
import Templates

extension Site {
  func entityView(_ number: Int, _ page: Int) throws(EnvironmentFault) -> EntityView {
    let entity = catalog.entities[number]
    let address = Address.entity(number, page: page)
    let links = links(from: address)
    let appearances = catalog.appearances[entity.appearances]
    let record: AuthorityRecord? =
      if case .authority(let index) = entity.identity { authorities[Int(index)] } else { nil }
    let isFirstPage = page == 1

    var entries: [EntityEntry] = []
    for appearance in window(appearances.count, page).map({
      appearances[$0 + appearances.startIndex]
    }) {
      entries.append(try entry(appearance, number, links))
    }
    return EntityView(
      page: chrome(
        address, title: entity.name, summary: record?.summary ?? "",
        isHidden: isHidden(number)),
      name: entity.name, kind: Labels.singular(entity.kind),
      kindHref: links.href(.kind(entity.kind)), summary: record?.summary ?? "",
      note: isFirstPage ? note(record, links) : HTML(), isRecorded: record != nil,
      variants: isFirstPage ? variants(record, of: entity) : [],
      sameAs: isFirstPage
        ? (record?.sameAs ?? []).map { Link(href: $0, name: Site.host(of: $0)) } : [],
      notSameAs: isFirstPage ? notSameAs(record, links) : [],
      coordinates: coordinates(of: entity, record).map(Site.degrees) ?? "",
      articleCount: Labels.count(entity.articleCount, "article", "articles"),
      mentionCount: Labels.named(entity.mentionCount),
      firstSeen: appearances.first { catalog.articles[Int($0.article)].date != .undated }
        .map { links.item(Int($0.article)) },
      lastSeen: appearances.last { catalog.articles[Int($0.article)].date != .undated }
        .map { links.item(Int($0.article)) },
      years: isFirstPage ? years(appearances, links) : [], entries: entries,
      companions: isFirstPage ? companions(number, links) : [],
      pager: pager(count: appearances.count, page: page, links) { .entity(number, page: $0) })
  }

  /// The positions on a page of a chronological list that is shown newest first.
  func window(_ count: Int, _ page: Int) -> [Int] {
    let size = settings.pageSize
    let start = (page - 1) * size
    return (start..<Swift.min(start + size, count)).map { count - 1 - $0 }
  }

  func pager(
    count: Int, size: Int? = nil, page: Int, _ links: Links, _ address: (Int) -> Address
  ) -> Pager? {
    let last = Site.pages(count, size ?? settings.pageSize).upperBound
    guard last > 1 else { return nil }
    return Pager(
      previous: page > 1 ? links.href(address(page - 1)) : "",
      next: page < last ? links.href(address(page + 1)) : "", current: page, total: last)
  }

  /// The first of ranked entities, by kind; `ofArchive` when they are ranked in all of it.
  func companionGroups(
    _ ranked: [(entity: Int, articleCount: Int)], perKind: Int, ofArchive: Bool = false,
    _ links: Links
  ) -> [CompanionGroup] {
    EntityKind.allCases.compactMap { kind in
      let names = ranked.filter { catalog.entities[$0.entity].kind == kind }.prefix(perKind)
      guard !names.isEmpty else { return nil }
      return CompanionGroup(
        label: Labels.plural(kind), href: ofArchive ? links.href(.kind(kind)) : "",
        names: names.map {
          Link(
            href: links.href(entity: $0.entity), name: catalog.entities[$0.entity].name,
            count: $0.articleCount)
        })
    }
  }

  /// Bars for the articles of each year.
  func bars(_ counts: [(year: Int, count: Int)], _ links: Links) -> [BarView] {
    let most = counts.map(\.count).max() ?? 1
    return counts.map { year, count in
      BarView(
        label: String(year), href: links.href(.period(.year(year), page: 1)), count: count,
        length: Swift.max(1, (count * 100 + most / 2) / most))
    }
  }

  // MARK: Parts

  private func entry(
    _ appearance: Catalog.Appearance, _ entity: Int, _ links: Links
  ) throws(EnvironmentFault) -> EntityEntry {
    let number = Int(appearance.article)
    let item = links.item(number)
    var sentence = HTML()
    var anchor = ""
    if appearance.firstMention >= 0 {
      let prose = try readings.prose(catalog.handles[number])
      let first = Int(appearance.firstMention)
      anchor = "m\(first + 1)"
      sentence =
        Excerpt(prose, around: first) {
          catalog.entity(local: Int($0), of: number) == entity
        }.html
    }
    let times = Int(appearance.mentionCount)
    return EntityEntry(
      href: item.href, title: item.title, date: item.date, isoDate: item.isoDate,
      byline: item.byline, sentence: sentence, anchor: anchor,
      count: times > 1 ? Labels.named(times) : "")
  }

  /// Whether search engines are asked not to list a page: the rules' and the record's word; where
  /// there is no record, people are private by default (FIELD §7.10).
  func isHidden(_ number: Int) -> Bool {
    let entity = catalog.entities[number]
    if privacy.unindexed.contains(IdentityLock.address(of: entity.id, entity.kind)) { return true }
    if case .authority(let index) = entity.identity { return !authorities[Int(index)].isIndexed }
    return entity.kind == .person
  }

  /// The other names of the record; one that differs in capitals alone tells a reader nothing.
  private func variants(_ record: AuthorityRecord?, of entity: Catalog.Entity) -> [LineView] {
    var told = [entity.name.lowercased()]
    return (record?.names ?? []).compactMap { name in
      guard !told.contains(name.lowercased()) else { return nil }
      told.append(name.lowercased())
      return LineView(text: name)
    }
  }

  private func note(_ record: AuthorityRecord?, _ links: Links) -> HTML {
    record.flatMap { notes[$0.id] }.map { fill($0, links) } ?? HTML()
  }

  private func notSameAs(_ record: AuthorityRecord?, _ links: Links) -> [Link] {
    (record?.notSameAs ?? []).compactMap { id in
      guard
        let number = catalog.entities.firstIndex(where: {
          $0.id.description == id && $0.kind == record?.kind && $0.isListed
        })
      else { return nil }
      return Link(href: links.href(entity: number), name: catalog.entities[number].name)
    }
  }

  private func coordinates(
    of entity: Catalog.Entity, _ record: AuthorityRecord?
  ) -> Coordinates? {
    record?.coordinates ?? catalog.coordinates(of: entity)
  }

  private func years(
    _ appearances: ArraySlice<Catalog.Appearance>, _ links: Links
  ) -> [BarView] {
    var counts: [(year: Int, count: Int)] = []
    for appearance in appearances {
      guard let year = catalog.articles[Int(appearance.article)].date.year else { continue }
      if counts.last?.year == year {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((year, 1))
      }
    }
    return bars(counts, links)
  }

  private func companions(_ number: Int, _ links: Links) -> [CompanionGroup] {
    companionGroups(catalog.companions(of: number, limit: 60), perKind: 12, links)
  }

  private static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let host = url[scheme.upperBound...].prefix { $0 != "/" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }

  private static func degrees(_ point: Coordinates) -> String {
    func part(_ value: Double, _ positive: String, _ negative: String) -> String {
      let hundredths = Int((abs(value) * 100).rounded())
      let rest = hundredths % 100
      return
        "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)° \(value < 0 ? negative : positive)"
    }
    return part(point.latitude, "N", "S") + ", " + part(point.longitude, "E", "W")
  }
}
