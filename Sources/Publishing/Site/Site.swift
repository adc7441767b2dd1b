import ArchiveModel
import Cataloguing
import Loading
import Searching
import Templates

/// The site as a function of address.
///
/// `render(address)` looks only at the catalogue and at the articles on that page. `build` renders
/// all addresses, a preview the one that is asked for.
///
/// A class, since each closure that asks it for something would copy a struct of forty fields, whose
/// counts of references all threads share. (A twelfth of the time of rendering, measured on 10,000
/// articles.)
public final class Site: Sendable {
  let catalog: Catalog
  let readings: Readings
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
  /// For each article's path, where it states its whole address, if it does.
  let urlPlaces: [String: SourceRange]
  /// `media/` whole, then the files elsewhere that articles and pages name.
  let media: [MediaIndex.File]
  let archive: Archive
  let letters: [Letter]
  let distinctions: Distinctions
  /// What many pages say.
  let often: ShownOften
  /// The time of charts that are to be compared.
  let timeAxis: TimeAxis
  /// The two letters of the countries, by their ids.
  let countryCodes: [Slug: String]
  /// The numbers of the top sections, in the order in which they are shown.
  let sectionOrder: [Int]
  /// All articles in the parts of which archive documents are made.
  let feedChain: FeedChain
  /// Whether each article has files for reference managers, as far as the budget goes.
  let hasCitationFiles: Bool
  /// When each article was published or changed last: asked for by every page that lists it.
  let changes: [ArchiveDate?]
  /// `base_url` with a slash at its end, if there is one: what each absolute address begins with.
  let rootURL: String?
  /// What follows from all these.
  let outline: Outline

  /// What follows from the rest of a site, found part by part while it is made: each part looks at
  /// those before.
  struct Outline {
    /// Whether there is a page of maps.
    var hasMap = false
    /// When an article was published or changed last.
    var lastChange: ArchiveDate?
    /// What is left out so that the site has no more files than its host takes.
    var budget = FileBudget()
    /// All pages and files of the site, in a fixed order.
    var addresses: [Address] = []
    /// The pages that search engines should list.
    var sitemaps = SitemapParts()
    var linkIndex: LinkIndex
    /// Each entity that has a page for search engines to list, as JSON-LD refers to it; else empty.
    var entityData: [[UInt8]] = []
    /// What stands around the pages of each depth.
    var frames: [ChromeView] = []
    /// The numbers of the old addresses that meet no page: they stand in the maps.
    var leadingRedirects: [Int] = []
    /// The addresses that no file is written for, since another has their place.
    var leftOut: Set<Address> = []
  }

  var hasMap: Bool { outline.hasMap }
  var lastChange: ArchiveDate? { outline.lastChange }
  var budget: FileBudget { outline.budget }
  /// All pages and files of the site, in a fixed order.
  public var addresses: [Address] { outline.addresses }
  var sitemaps: SitemapParts { outline.sitemaps }
  var linkIndex: LinkIndex { outline.linkIndex }
  var entityData: [[UInt8]] { outline.entityData }
  var frames: [ChromeView] { outline.frames }
  var leadingRedirects: [Int] { outline.leadingRedirects }
  var leftOut: Set<Address> { outline.leftOut }
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

  convenience init(_ catalog: Catalog, archive: Archive, theme: Theme, parts: Parts) {
    var site = Site(start: catalog, archive, theme, parts)
    var outline = site.outline
    outline.hasMap = site.hasPlaces
    outline.lastChange = site.changed(catalog.articles.indices)
    site = Site(site, outline)

    let planned = site.planned
    let old = site.redirects.indices.map { Address.redirect($0) }
    // Besides there are the manifest, the sitemap, of which few have parts, and the search index.
    let baseURL = archive.settings.baseURL
    let sitemapCount = baseURL == nil ? 0 : 1 + planned.count / SitemapParts.mostAddresses
    outline.budget = FileBudget(
      planned + old, of: site,
      others: 1 + sitemapCount
        + SearchIndex.mostFiles(
          articles: catalog.articles.count, entities: catalog.entities.count { $0.hasPage }))
    outline.addresses = planned.filter { !outline.budget.drops($0) }
    let planning = Site(site, outline)

    let ((), data) = concurrently(
      {
        if baseURL != nil {
          outline.sitemaps = SitemapParts(planning)
          outline.addresses += outline.sitemaps.files.map { .sitemap($0) }
        }
        // Last, since of two that collide the first stays: no alias takes the place of a page.
        outline.addresses += old
        outline.linkIndex.add(outline.addresses, of: planning)
      }, { planning.dataOfEntities })
    outline.entityData = data
    outline.frames = planning.framesByDepth
    self.init(planning, outline)
  }

  /// A site of which nothing that follows from the rest is known.
  private init(start catalog: Catalog, _ archive: Archive, _ theme: Theme, _ parts: Parts) {
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
    self.archive = archive
    letters = Letter.all(of: catalog, in: theme.language)
    distinctions = Distinctions(catalog, archive.authorities)
    often = parts.often
    timeAxis = TimeAxis(catalog.articles.lazy.map { $0.date })
    countryCodes = catalog.countryCodes
    sectionOrder = Site.sectionOrder(catalog, archive.settings)
    feedChain = FeedChain(catalog)
    hasCitationFiles = Site.hasCitationFiles(catalog, archive.settings)
    changes = Site.changes(catalog.articles)
    rootURL = archive.settings.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    outline = Outline(linkIndex: LinkIndex(catalog, archive, parts))
  }

  /// Another site, but for what is given.
  private init(
    _ site: Site, _ outline: Outline, catalog: Catalog? = nil, readings: Readings? = nil
  ) {
    self.catalog = catalog ?? site.catalog
    self.readings = readings ?? site.readings
    theme = site.theme
    pages = site.pages
    ownAbout = site.ownAbout
    notes = site.notes
    privacy = site.privacy
    minimumArticles = site.minimumArticles
    redirects = site.redirects
    disambiguations = site.disambiguations
    urlPlaces = site.urlPlaces
    media = site.media
    archive = site.archive
    letters = site.letters
    distinctions = site.distinctions
    often = site.often
    timeAxis = site.timeAxis
    countryCodes = site.countryCodes
    sectionOrder = site.sectionOrder
    feedChain = site.feedChain
    hasCitationFiles = site.hasCitationFiles
    changes = site.changes
    rootURL = site.rootURL
    self.outline = outline
  }

  /// The site with what a plan found: the old addresses that meet no page, and what has no file.
  func following(_ plan: PublishingPlan) -> Site {
    var outline = outline
    outline.leadingRedirects = plan.redirects
    outline.leftOut = plan.leftOut
    return Site(self, outline)
  }

  /// The site with an article as it was edited, for that article's own page alone.
  func revising(_ number: Int, to reading: Reading) throws(EnvironmentFault) -> Site {
    let before = try readings.entities(catalog.handles[number])
    var readings = readings
    let handle = readings.add(reading)
    let catalog = catalog.revising(
      number, as: reading.article, entities: try readings.entities(handle), before: before,
      handle: handle)
    return Site(self, outline, catalog: catalog, readings: readings)
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
