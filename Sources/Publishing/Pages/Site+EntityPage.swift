import ArchiveModel
import Cataloguing
import Loading
import Markup
import Templates

extension Site {
  /// In how many articles the variants of a name are looked for.
  private static let variantArticles = 200

  func entityView(_ number: Int, _ page: Int) throws(EnvironmentFault) -> EntityView {
    let entity = catalog.entities[number]
    let address = Address.entity(number, page: page)
    let links = links(from: address)
    let appearances = catalog.appearances[entity.appearances]
    let record = record(of: number)
    let isFirstPage = page == 1

    var seen = SeenNames()
    var entries: [EntityEntry] = []
    for position in window(appearances.count, page, size: entriesPerPage) {
      let appearance = appearances[appearances.startIndex + position]
      let prose = try prose(of: appearance)
      if let prose, isFirstPage { count(prose, of: appearance, &seen) }
      entries.append(try entry(appearance, prose, links))
    }
    if isFirstPage {
      // Variants of older articles, as far as time allows.
      for appearance in appearances.dropLast(entries.count).suffix(
        Swift.max(0, Site.variantArticles - entries.count))
      {
        if let prose = try prose(of: appearance) { count(prose, of: appearance, &seen) }
      }
    }
    let companions = isFirstPage ? catalog.companions(of: number, limit: 60) : []
    var chrome = chrome(
      address, links, title: entity.name, summary: record?.summary ?? "", isHidden: isHidden(number)
    )
    if isFirstPage { chrome.linkedData = linkedData(ofEntity: number) }
    return EntityView(
      page: chrome,
      name: entity.name, kind: language.singular(entity.kind),
      kindHref: links.href(.kind(entity.kind)), summary: record?.summary ?? "",
      note: isFirstPage ? note(record, links) : HTML(), isRecorded: record != nil,
      reviewed: record?.reviewed.flatMap { dateView($0.date) },
      variants: seen.variants(
        besides: [entity.name] + (record?.demonyms ?? []), in: language),
      variantScope: appearances.count > Site.variantArticles
        ? language.say(
          .inNewestArticles, ["count": language.grouped(Site.variantArticles)]) : "",
      sameAs: isFirstPage
        ? (record?.sameAs ?? []).map { Link(href: $0, name: Site.host(of: $0)) } : [],
      notSameAs: isFirstPage ? notSameAs(number, links) : [],
      coordinates: coordinates(of: entity, record).map(language.degrees) ?? "",
      articleCount: language.count(entity.articleCount),
      mentionCount: language.count(entity.mentionCount, .mentions),
      firstSeen: appearances.first { catalog.articles[Int($0.article)].date != .undated }
        .map { links.item(Int($0.article)) },
      lastSeen: appearances.last { catalog.articles[Int($0.article)].date != .undated }
        .map { links.item(Int($0.article)) },
      chart: isFirstPage
        ? chart(
          of: appearances.lazy.map { Int($0.article) }, heading: language[.articlesOverTime],
          title: language.say(.articlesNamingOverTime, ["name": entity.name]), links) : nil,
      map: isFirstPage ? map(ofPlace: number, with: companions, links) : nil, entries: entries,
      companions: companionGroups(companions, perKind: 12, links),
      pager: pager(count: appearances.count, size: entriesPerPage, page: page, links) {
        .entity(number, page: $0)
      })
  }

  func disambiguationView(_ number: Int) -> NamesakesView {
    let address = Address.disambiguation(number)
    let links = links(from: address)
    let name = disambiguations[number].name(in: catalog)
    return NamesakesView(
      page: chrome(address, title: name, isHidden: true), name: name,
      namesakes: disambiguations[number].entities.map { namesake($0, links) })
  }

  /// The editor's record of an entity, where there is one.
  func record(of number: Int) -> AuthorityRecord? {
    guard case .authority(let index) = catalog.entities[number].identity else { return nil }
    return authorities[Int(index)]
  }

  /// The positions on a page of a chronological list that is shown newest first.
  func window(_ count: Int, _ page: Int, size: Int? = nil) -> [Int] {
    let size = size ?? settings.pageSize
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
        label: language.plural(kind), href: ofArchive ? links.href(.kind(kind)) : "",
        names: names.map {
          links.link(entity: $0.entity, count: $0.articleCount)
        })
    }
  }

  // MARK: Parts

  private func prose(of appearance: Catalog.Appearance) throws(EnvironmentFault) -> Prose? {
    guard appearance.firstMention >= 0 else { return nil }
    return try readings.prose(catalog.handles[Int(appearance.article)])
  }

  /// Counts how an article writes the name; where it has a short one alone, nobody can be sure.
  private func count(
    _ prose: Prose, of appearance: Catalog.Appearance, _ seen: inout SeenNames
  ) {
    guard !appearance.isInferred else { return }
    let meant = catalog.locals(of: Int(appearance.article))
    seen.add(prose) { meant[meant.startIndex + Int($0)] == appearance.entity }
  }

  /// Whether an article's own entity is the one that appears.
  private func isMeant(_ local: Int32, by appearance: Catalog.Appearance) -> Bool {
    catalog.entity(local: Int(local), of: Int(appearance.article)) == Int(appearance.entity)
  }

  private func entry(
    _ appearance: Catalog.Appearance, _ prose: Prose?, _ links: Links
  ) throws(EnvironmentFault) -> EntityEntry {
    let number = Int(appearance.article)
    let first = Int(appearance.firstMention)
    let times = Int(appearance.mentionCount)
    let shortName = try shortName(appearance)
    var sentence = HTML()
    if let prose {
      let meant = catalog.locals(of: Int(appearance.article))
      sentence =
        Excerpt(prose, around: first) {
          meant[meant.startIndex + Int($0)] == appearance.entity
        }.html
    }
    return EntityEntry(
      href: links.href(.article(number)), words: often.items[number], sentence: sentence,
      anchor: prose == nil ? "" : "m\(first + 1)",
      count: times > 1 ? often.mentions(times, in: language) : "",
      shortName: shortName)
  }

  /// The short name that is all an article has, as written; empty where it has more.
  private func shortName(_ appearance: Catalog.Appearance) throws(EnvironmentFault) -> String {
    guard appearance.isInferred else { return "" }
    let locals = try readings.entities(catalog.handles[Int(appearance.article)])
    let own = locals.indices.first { isMeant(Int32($0), by: appearance) }
    return own.map { locals[$0].name } ?? ""
  }

  /// Whether search engines are asked not to list a page: the rules' and the record's word; where
  /// there is no record, people are private by default (FIELD §7.10).
  func isHidden(_ number: Int) -> Bool {
    privacy.isUnindexed(catalog.entities[number]) || record(of: number)?.isIndexed == false
  }

  private func note(_ record: AuthorityRecord?, _ links: Links) -> HTML {
    record.flatMap { notes[$0.id] }.map { fill($0, links) } ?? HTML()
  }

  /// Those that the editor tells apart from it, then others of its name.
  private func notSameAs(_ number: Int, _ links: Links) -> [NamesakeView] {
    let told = distinctions[number]
    let namesakes = catalog.namesakes(of: number).filter { !told.contains($0) }
    return (told + namesakes).prefix(SeenNames.limit).map { namesake($0, links) }
  }

  private func namesake(_ number: Int, _ links: Links) -> NamesakeView {
    let entity = catalog.entities[number]
    let kind = language.inText(entity.kind)
    let count = language.count(entity.articleCount)
    return NamesakeView(
      href: links.href(entity: number), name: entity.name,
      about: record(of: number)?.summary
        ?? (entity.articleCount > 0 ? kind + language[.listSeparator] + count : kind))
  }

  func coordinates(of entity: Catalog.Entity, _ record: AuthorityRecord?) -> Coordinates? {
    record?.coordinates ?? catalog.coordinates(of: entity)
  }

  private static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let host = url[scheme.upperBound...].prefix { $0 != "/" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}
