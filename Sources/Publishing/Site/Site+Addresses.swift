import ArchiveModel
import Cataloguing
import Loading

extension Site {
  /// How many names a page of the A to Z holds.
  static let namesPerPage = 200
  /// On a page of a name, where each comes with its sentence: no more than a page of 40 KB has room
  /// for, with all else that stands on it.
  var entriesPerPage: Int { Swift.min(15, settings.pageSize) }

  /// Everything that the site may consist of but sitemaps and old addresses, in a fixed order.
  var planned: [Address] {
    var addresses: [Address] = [.front]
    addresses += catalog.articles.indices.map { .article($0) }
    addresses += catalog.withdrawn.indices.map { .withdrawn($0) }
    // Where they lie: an array would hand out a copy of each.
    let all = catalog.entities
    let entities = all.span
    var kinds: Set<EntityKind> = []
    for number in entities.indices where entities[number].hasPage {
      for page in Site.pages(entities[number].articleCount, entriesPerPage) {
        addresses.append(.entity(number, page: page))
      }
      if entities[number].isListed { kinds.insert(entities[number].kind) }
    }
    addresses += EntityKind.allCases.filter(kinds.contains).map { .kind($0) }
    if !catalog.chronology.years.isEmpty || !catalog.chronology.undated.isEmpty {
      addresses.append(.dates)
    }
    if !catalog.chronology.undated.isEmpty {
      addresses += Site.pages(catalog.chronology.undated.count, settings.pageSize)
        .map { .period(.undated, page: $0) }
    }
    for periods in [catalog.chronology.years, catalog.chronology.months, catalog.chronology.days] {
      for period in periods {
        addresses += Site.pages(period.articles.count, settings.pageSize)
          .map { .period(period.date, page: $0) }
      }
    }
    for taxonomy in Taxonomy.allCases where !catalog.taxonomies[taxonomy].isEmpty {
      addresses.append(.terms(taxonomy))
      for (number, term) in catalog.taxonomies[taxonomy].enumerated() {
        addresses += Site.pages(term.articles.count, settings.pageSize)
          .map { .term(taxonomy, number, page: $0) }
      }
    }
    addresses.append(.names)
    for (number, letter) in letters.enumerated() {
      addresses += Site.pages(letter.entities.count, Site.namesPerPage).map {
        .letter(number, page: $0)
      }
    }
    addresses += hasMap ? [.search, .map, .about] : [.search, .about]
    addresses += pages.indices.map { .page($0) }
    addresses += theme.assets.indices.map { .asset($0) }
    addresses += media.indices.map { .media($0) }
    addresses += [.notFound, .robots, .buildRecord]
    if settings.humans != nil { addresses.append(.humans) }
    if settings.security != nil { addresses.append(.security) }
    if settings.baseURL != nil {
      addresses.append(.openSearch)
      addresses += Site.feeds(catalog, feedChain, hasFeed: hasFeed).map { .feed($0) }
    }
    addresses += Site.dataYears(catalog).map { .articleData($0) }
    addresses += Site.citationFiles(catalog, settings)
    addresses += HostFiles.paths(for: settings.host).indices.map { .hostFile($0) }
    let isOld = !redirects.isEmpty || !catalog.withdrawn.isEmpty
    if isOld { addresses.append(.redirectList) }
    if isOld && settings.redirects != .stubs && settings.host.hasMap
      || RedirectMap.isMore(for: settings.host)
    {
      addresses.append(.redirectMap)
    }
    addresses += disambiguations.indices.map { .disambiguation($0) }
    return addresses
  }

  /// Whether any place has a page and is known to lie somewhere; O(entities).
  var hasPlaces: Bool {
    catalog.entities.indices.contains { number in
      let entity = catalog.entities[number]
      return entity.kind == .place && entity.hasPage && entity.isListed
        && coordinates(of: entity, record(of: number)) != nil
    }
  }

  /// The path of a page below the site's root: `2017/03/26/slug/`; empty for the front page.
  public func path(of address: Address) -> String {
    switch address {
    case .front: ""
    case .article(let number): catalog.paths[number]
    case .withdrawn(let number): catalog.withdrawn[number].path
    case .entity(let number, let page):
      Site.paged(Site.path(of: catalog.entities[number]), page)
    case .kind(let kind): kind.folder + "/"
    case .period(let date, let page): Site.paged(ArticleAddresses.folder(of: date), page)
    case .dates: "dates/"
    case .term(let taxonomy, let number, let page):
      Site.paged("\(taxonomy.folder)/\(catalog.taxonomies[taxonomy][number].path)/", page)
    case .terms(let taxonomy): taxonomy.folder + "/"
    case .names: "names/"
    case .letter(let number, let page): Site.paged("names/\(letters[number].path)/", page)
    case .search: "search/"
    case .map: "map/"
    case .about: "about/"
    case .page(let number): pages[number].slug + "/"
    case .notFound: "404.html"
    case .redirect(let number): redirects[number].address
    case .disambiguation(let number): disambiguations[number].path
    case .redirectMap: RedirectMap.fileName(for: settings.host) ?? ""
    case .redirectList: "data/redirects.jsonl"
    case .articleData(let year): "data/articles/\(year == 0 ? "undated" : String(year)).jsonl"
    case .feed(let feed): path(of: feed)
    case .sitemap(let part): part == 0 ? "sitemap.xml" : "sitemap-\(part).xml"
    case .robots: "robots.txt"
    case .openSearch: "opensearch.xml"
    case .citation(let number, let form): path(ofCitation: number, form)
    case .citations(let year, let form):
      "data/citations/\(year == 0 ? "undated" : String(year)).\(form.rawValue)"
    case .buildRecord: "build.json"
    case .humans: "humans.txt"
    case .security: ".well-known/security.txt"
    case .hostFile(let number): HostFiles.paths(for: settings.host)[number]
    case .asset(let number): theme.assets[number].path
    case .media(let number): media[number].path
    }
  }

  /// The path of an entity's first page.
  static func path(of entity: Catalog.Entity) -> String { "\(entity.kind.folder)/\(entity.id)/" }

  /// The file of a page below the output folder: `2017/03/26/slug/index.html`.
  public func file(of address: Address) -> String {
    let path = path(of: address)
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  /// Who states an address, where it is not ours alone: for messages about collisions.
  func origin(of address: Address) -> SourceRange? {
    switch address {
    case .article(let number): place(of: catalog.articles[number])
    case .withdrawn(let number): place(of: catalog.withdrawn[number].article)
    case .entity(let number, _):
      if case .authority(let index) = catalog.entities[number].identity {
        authorities[Int(index)].place
      } else {
        nil
      }
    case .page(let number): pages[number].place
    case .redirect(let number): redirects[number].place
    case .disambiguation(let number):
      disambiguations[number].entities.first.flatMap { record(of: $0)?.place }
    case .citation(let number, _): place(of: catalog.articles[number])
    case .asset(let number): SourceRange(path: theme.assets[number].source)
    case .media(let number): SourceRange(path: media[number].shownPath)
    default: nil
    }
  }

  private func place(of article: Article) -> SourceRange {
    urlPlaces[article.path] ?? SourceRange(path: archive.shownPath(of: article.path))
  }

  /// The numbers of the pages of a list; an empty list has one page.
  static func pages(_ count: Int, _ size: Int) -> ClosedRange<Int> {
    1...Swift.max(1, (count + size - 1) / size)
  }

  private static func paged(_ path: String, _ page: Int) -> String {
    page == 1 ? path : "\(path)page/\(page)/"
  }
}
