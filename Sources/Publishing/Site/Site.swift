import ArchiveModel
import Cataloguing
import Loading
import Markup
import Searching
import Templates

/// The site as a function of address.
///
/// `render(address)` looks only at the catalogue and at the articles on that page. `build` renders
/// all addresses, a preview the one that is asked for.
public struct Site: Sendable {
  private(set) var catalog: Catalog
  private(set) var readings: Readings
  let theme: Theme
  let pages: [OwnPage]
  /// The editor's own words for the about page: `pages/about.md`.
  let ownAbout: OwnPage?
  /// The editor's words on entities, by the ids of their records.
  let notes: [Slug: OwnText]
  /// What may not be shown of entities.
  let privacy: EntityPrivacy
  /// In how many articles a name must stand to have a page of its own.
  let minimumArticles: Int
  let redirects: [Redirect]
  /// Old addresses of which several entities were made.
  let disambiguations: [Disambiguation]
  /// The numbers of those that meet no page: they stand in the maps.
  private(set) var leadingRedirects: [Int] = []
  /// For each article's path, where it states its whole address, if it does.
  let urlPlaces: [String: SourceRange]
  /// `media/` whole, then the files elsewhere that articles and pages name.
  let media: [MediaIndex.File]
  private(set) var linkIndex: LinkIndex
  let archive: Archive
  let letters: [Letter]
  let distinctions: Distinctions
  /// What many pages say.
  let often: ShownOften
  /// The time of charts that are to be compared.
  let timeAxis: TimeAxis
  /// Whether there is a page of maps.
  private(set) var hasMap = false
  /// The two letters of the countries, by their ids.
  let countryCodes: [Slug: String]
  /// The numbers of the top sections, in the order in which they are shown.
  let sectionOrder: [Int]
  /// All articles in the parts of which archive documents are made.
  let feedChain: FeedChain
  /// Whether each article has files for reference managers, as far as the budget goes.
  let hasCitationFiles: Bool
  /// What is left out so that the site has no more files than its host takes.
  private(set) var budget = FileBudget()
  /// The pages that search engines should list.
  private(set) var sitemaps = SitemapParts()
  /// When an article was published or changed last.
  private(set) var lastChange: ArchiveDate?
  /// That of each article: asked for by every page that lists it.
  let changes: [ArchiveDate?]
  /// Each entity that has a page, as JSON-LD refers to it.
  private(set) var entityData: [[UInt8]] = []
  /// What stands around the pages of each depth.
  private(set) var frames: [ChromeView] = []
  /// The addresses that no file is written for, since another has their place.
  private(set) var leftOut: Set<Address> = []
  /// All pages and files of the site, in a fixed order.
  public private(set) var addresses: [Address] = []

  var settings: Settings { archive.settings }
  /// What pages say, and how they count and write dates.
  var language: Language { theme.language }
  var authorities: [AuthorityRecord] { archive.authorities }

  /// What a site is made of besides its catalogue.
  struct Parts {
    var readings: Readings
    var pages: [OwnPage]
    var about: OwnPage?
    var notes: [Slug: OwnText]
    var privacy: EntityPrivacy
    var minimumArticles: Int
    var redirects: [Redirect]
    var disambiguations: [Disambiguation]
    var often: ShownOften
    var urlPlaces: [String: SourceRange]
    var media: [MediaIndex.File]
  }

  init(_ catalog: Catalog, archive: Archive, theme: Theme, parts: Parts) {
    self.catalog = catalog
    readings = parts.readings
    self.theme = theme
    pages = parts.pages
    ownAbout = parts.about
    notes = parts.notes
    privacy = parts.privacy
    minimumArticles = parts.minimumArticles
    redirects = parts.redirects
    disambiguations = parts.disambiguations
    urlPlaces = parts.urlPlaces
    media = parts.media
    linkIndex = LinkIndex(catalog, archive, parts)
    self.archive = archive
    letters = Letter.all(of: catalog, in: theme.language)
    distinctions = Distinctions(catalog, archive.authorities)
    often = parts.often
    timeAxis = TimeAxis(catalog.articles.lazy.map(\.date))
    countryCodes = catalog.countryCodes
    sectionOrder = Site.sectionOrder(catalog, archive.settings)
    feedChain = FeedChain(catalog)
    hasCitationFiles = Site.hasCitationFiles(catalog, archive.settings)
    changes = Site.changes(catalog.articles)
    lastChange = changed(catalog.articles.indices)
    hasMap = hasPlaces

    let planned = planned
    let old = redirects.indices.map { Address.redirect($0) }
    // Besides there are the manifest, the sitemap, of which few have parts, and the search index.
    let sitemapCount = settings.baseURL == nil ? 0 : 1 + planned.count / SitemapParts.mostAddresses
    budget = FileBudget(
      planned + old, of: self,
      others: 1 + sitemapCount
        + SearchIndex.mostFiles(
          articles: catalog.articles.count, entities: catalog.entities.count { $0.hasPage }))
    addresses = planned.filter { !budget.drops($0) }
    if settings.baseURL != nil {
      sitemaps = SitemapParts(self)
      addresses += sitemaps.files.map { .sitemap($0) }
    }
    // Last, since of two that collide the first stays: no alias takes the place of a page.
    addresses += old
    linkIndex.add(addresses, of: self)
    entityData = dataOfEntities
    frames = framesByDepth
  }

  /// Takes what a plan found: the old addresses that meet no page, and what has no file.
  mutating func follow(_ plan: PublishingPlan) {
    leadingRedirects = plan.redirects
    leftOut = plan.leftOut
  }

  /// The site with an article as it was edited, for that article's own page alone.
  func revising(_ number: Int, to reading: Reading) throws(EnvironmentFault) -> Site {
    var site = self
    let before = try readings.entities(catalog.handles[number])
    let handle = site.readings.add(reading)
    site.catalog = catalog.revising(
      number, as: reading.article, entities: try site.readings.entities(handle), before: before,
      handle: handle)
    return site
  }

  /// The bytes of a page or file; only reading text or media from disk can fail.
  public func render(_ address: Address) throws(EnvironmentFault) -> [UInt8] {
    switch address {
    case .front: theme.front.render(try frontView()).bytes
    case .article(let number): theme.article.render(try articleView(number)).bytes
    case .withdrawn(let number): theme.withdrawn.render(withdrawnView(number)).bytes
    case .entity(let number, let page): theme.entity.render(try entityView(number, page)).bytes
    case .kind(let kind): theme.index.render(kindView(kind)).bytes
    case .period(let date, let page): theme.list.render(periodView(date, page)).bytes
    case .dates: theme.index.render(datesView()).bytes
    case .term(let taxonomy, let number, let page):
      theme.list.render(termView(taxonomy, number, page)).bytes
    case .terms(let taxonomy): theme.index.render(termsView(taxonomy)).bytes
    case .names: theme.names.render(namesView()).bytes
    case .letter(let number, let page):
      theme.names.render(try letterView(number, page)).bytes
    case .search: theme.search.render(searchView()).bytes
    case .map: theme.map.render(mapsView()).bytes
    case .about: theme.text.render(aboutView()).bytes
    case .page(let number): theme.text.render(ownPageView(number)).bytes
    case .notFound: theme.text.render(notFoundView()).bytes
    case .redirect(let number): theme.redirect.render(redirectView(number)).bytes
    case .disambiguation(let number):
      theme.namesakes.render(disambiguationView(number)).bytes
    case .redirectMap: redirectFile(isList: false)
    case .redirectList: redirectFile(isList: true)
    case .articleData(let year): articleData(year)
    case .feed(let feed): try bytes(of: feed)
    case .sitemap(let part): sitemap(part)
    case .robots: robots()
    case .openSearch: openSearch()
    case .citation(let number, let form): form.bytes(of: [citation(of: number)])
    case .citations(let year, let form): citations(ofYear: year, form)
    case .buildRecord: buildRecord(files: nil)
    case .humans: humans()
    case .security: securityText()
    case .hostFile: HostFiles(host: settings.host, root: decodedRoot).bytes
    case .asset(let number): theme.assets[number].bytes
    case .media(let number): try archive.bytes(of: media[number])
    }
  }
}

/// Where the articles' readings are, by the handle that the catalogue keeps.
struct Readings: Sendable {
  /// Nil where nobody looked for names and no text is kept: then no page can be rendered.
  let store: ReadingStore?
  private(set) var places: [ReadingStore.Place]
  private(set) var links: [[LocalLink]]
  private(set) var leads: [LeadImage?]
  /// White-space words of the bodies.
  private(set) var wordCounts: [Int]
  /// What each was made of: `Reading.print`.
  private(set) var prints: [UInt64]

  /// Adds a reading; its handle.
  fileprivate mutating func add(_ reading: Reading) -> Int {
    places.append(reading.place)
    links.append(reading.links)
    leads.append(reading.lead)
    wordCounts.append(reading.wordCount)
    prints.append(reading.print)
    return places.count - 1
  }

  /// An article's own entities; none where nobody looked for names.
  func entities(_ handle: Int) throws(EnvironmentFault) -> [LocalEntity] {
    try store?.entities(at: places[handle]) ?? []
  }

  func prose(_ handle: Int) throws(EnvironmentFault) -> Prose {
    try kept.prose(at: places[handle])
  }

  /// Adds what tells a reading's prose from others, without reading it.
  func addProse(_ handle: Int, to print: inout Fingerprint) {
    print.add(prints[handle])
    print.add(places[handle].prosePrint)
  }

  func body(_ handle: Int) throws(EnvironmentFault) -> SlottedHTML {
    try kept.body(at: places[handle])
  }

  private var kept: ReadingStore {
    guard let store else { preconditionFailure("a page needs readings that are kept") }
    return store
  }
}

/// A page of the archive's own: `Content/pages/imprint.md`.
struct OwnPage: Sendable {
  var title: String
  /// The last part of its address: `imprint`.
  var slug: String
  var text: OwnText
  var place: SourceRange
}
