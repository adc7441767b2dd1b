import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// The links of one page: every address is relative to it.
  struct Links {
    let site: Site
    /// From the page to the site's root: `../../`; empty at the root itself.
    let root: String
    /// The page's own path below the root.
    let path: String

    /// The relative address of a page.
    func href(_ address: Address) -> String {
      switch address {
      case .article(let number): here(site.often.articleLinks[number])
      case .entity(let number, page: 1) where site.catalog.entities[number].hasPage:
        here(site.often.entityLinks[number])
      case .period(let period, page: 1) where period.day == nil:
        here(
          site.often.periods[period]?.link
            ?? site.settings.links.link(to: site.path(of: address)))
      default: here(site.settings.links.link(to: site.path(of: site.nearest(address))))
      }
    }

    /// The relative address of an entity's page; empty where it has none.
    func href(entity number: Int) -> String {
      let link = site.often.entityLinks[number]
      return link.isEmpty ? "" : here(link)
    }

    /// A link from the root as one from this page.
    private func here(_ link: String) -> String {
      guard root.isEmpty else { return root + link }
      // From the root `talks:1/` alone would be an address with a scheme.
      return link.isEmpty || link.utf8.contains(UInt8(ascii: ":")) ? "./" + link : link
    }

    /// An article as it stands in lists.
    func item(_ number: Int) -> ArticleItem {
      ArticleItem(href: here(site.often.articleLinks[number]), words: site.often.items[number])
    }

    /// A term with its number of articles.
    func term(_ taxonomy: Taxonomy, _ number: Int) -> Link {
      let term = site.catalog.taxonomies[taxonomy][number]
      return Link(
        href: href(.term(taxonomy, number, page: 1)),
        name: taxonomy == .sections ? Site.sectionName(term.name) : term.name,
        count: term.articles.count, countText: site.language.grouped(term.articles.count))
    }

    /// An entity with the number of articles that name it.
    func link(entity number: Int, count: Int) -> Link {
      Link(
        href: href(entity: number), name: site.catalog.entities[number].name, count: count,
        countText: site.language.grouped(count))
    }
  }

  /// The address itself, or the one that has the same where it is left out.
  private func nearest(_ address: Address) -> Address {
    if case .period(.day(let day), _) = address, budget.drops(.days) {
      return .period(.month(year: day.year, month: day.month), page: 1)
    }
    return address
  }

  /// The links of the page at an address.
  func links(from address: Address) -> Links {
    if address == .notFound { return Links(site: self, root: absoluteRoot, path: "") }
    let path = path(of: address)
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return Links(site: self, root: String(repeating: "../", count: depth), path: path)
  }

  /// The absolute address of a page; nil without a base URL.
  func absolute(_ address: Address) -> String? {
    guard let rootURL else { return nil }
    return rootURL + Site.reference(path(of: address))
  }

  /// A path as it stands in a URL.
  ///
  /// Bytes beyond ASCII and the percent sign itself are encoded (RFC 3986, 2.1); only an author's
  /// own address has any.
  static func reference(_ path: String) -> String {
    if isPlain(path) { return path }
    return PercentEncoding.encoded(path) { $0 < 0x80 && $0 != UInt8(ascii: "%") }
  }

  /// Whether nothing of a path must be encoded, as of nearly all: O(bytes).
  private static func isPlain(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
    }
  }

  /// Which way a language is written, by its primary subtag.
  static func direction(of language: String) -> String {
    let primary = language.prefix { $0 != "-" }.lowercased()
    return ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary)
      ? "rtl" : "ltr"
  }

  /// A link for a contact that is an e-mail address or a web address; else empty.
  static func contactLink(_ contact: String) -> String {
    if contact.hasPrefix("https://") || contact.hasPrefix("http://") { return contact }
    let isAddress =
      contact.utf8.count { $0 == UInt8(ascii: "@") } == 1
      && !contact.contains { $0.isWhitespace || $0 == ":" }
    return isAddress ? "mailto:" + contact : ""
  }

  /// The byline as displayed: as printed, else the authors' names.
  static func byline(of article: Article) -> String {
    article.byline ?? article.authors.joined(separator: ", ")
  }

  /// The last part of a section's path.
  static func sectionName(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }

  /// The path of `base_url`, from its host's root: for the page that is served at any depth.
  var absoluteRoot: String { archive.absoluteRoot }

  /// What stands around a page.
  ///
  /// - Parameter links: those of the page, where they are at hand.
  func chrome(
    _ address: Address, _ links: Links? = nil, title: String, summary: String = "",
    image: LeadImage? = nil, isHidden: Bool = false
  ) -> ChromeView {
    let links = links ?? self.links(from: address)
    let isArticle = if case .article = address { true } else { false }
    var view = frames.isEmpty || address == .notFound ? frame(links) : frame(atDepthOf: links)
    view.title = title
    view.canonical = address == .notFound ? "" : absolute(address) ?? ""
    view.summary = summary
    view.image = image.flatMap { absolute($0) } ?? ""
    view.feeds = feedLinks(address, links)
    view.properties = openGraph(
      address, title: title, summary: summary, url: view.canonical, image: view.image,
      imageText: image?.image.alt ?? "")
    view.type = isArticle ? "article" : "website"
    view.isHidden = isHidden
    if settings.baseURL != nil, address == .front || address == .search {
      view.openSearch = links.href(.openSearch)
    }
    if case .term(.sections, let number, page: 1) = address,
      let place = sectionOrder.firstIndex(of: number)
    {
      view.sections[place].isCurrent = true
    }
    switch address {
    case .search, .names, .dates, .map, .terms:
      guard let place = indexes.firstIndex(where: { $0.address == address }) else { break }
      view.indexes[place].isCurrent = true
    default: break
    }
    return view
  }

  /// How deep a page may lie to share what stands around it with others.
  private static let deepestFrame = 8

  /// What stands around the pages of each depth; a third of the time of `chrome` is left with it.
  var framesByDepth: [ChromeView] {
    (0...Site.deepestFrame).map { depth in
      frame(Links(site: self, root: String(repeating: "../", count: depth), path: ""))
    }
  }

  private func frame(atDepthOf links: Links) -> ChromeView {
    let depth = links.root.utf8.count / "../".utf8.count
    return depth < frames.count ? frames[depth] : frame(links)
  }

  /// What stands around all pages that have these links, but for what each says of itself.
  private func frame(_ links: Links) -> ChromeView {
    let logo = theme.logo.map { logo in
      var logo = logo
      logo.source = links.root + logo.path
      return logo
    }
    return ChromeView(
      language: settings.language, direction: Site.direction(of: settings.language), title: "",
      siteTitle: settings.title, logo: logo,
      siteSubtitle: settings.subtitle ?? "", root: links.root.isEmpty ? "./" : links.root,
      home: links.href(.front), stylesheet: links.root + Theme.stylesheet,
      settingsStylesheet: theme.settingsStylesheet.isEmpty
        ? "" : links.root + theme.settingsStylesheet,
      canonical: "", summary: "", image: "",
      feed: settings.baseURL == nil ? "" : links.href(.feed(Feed(.archive))),
      type: "", isHidden: false,
      // Without their counts, lest one more article change every page.
      sections: sectionOrder.map { number in
        let term = links.term(.sections, number)
        return Link(href: term.href, name: term.name)
      },
      indexes: indexes.map { Link(href: links.href($0.address), name: $0.name) },
      publisher: settings.publisher ?? "", contact: settings.contact ?? "",
      contactHref: Site.contactLink(settings.contact ?? ""), license: settings.license ?? "",
      about: links.href(.about),
      pages: pages.indices.map { Link(href: links.href(.page($0)), name: pages[$0].title) })
  }

  /// The absolute address of a picture; of a file of the site only with a base URL.
  private func absolute(_ image: LeadImage) -> String? {
    switch image.address {
    case .site(let path): settings.baseURL.map { "\($0)/\(path)" }
    case .remote(let url): url.hasPrefix("//") ? "https:" + url : url
    }
  }

  /// The feeds that the head of a page names: that of all articles, and on the front page, a
  /// section's and an entity's those of what they list.
  private func feedLinks(_ address: Address, _ links: Links) -> [FileLink] {
    guard settings.baseURL != nil else { return [] }
    var feeds = [Feed(.archive)]
    switch address {
    case .front: feeds.append(Feed(.archive, .json))
    case .term(.sections, let number, _) where !budget.drops(.sectionFeeds):
      feeds += Feed.Form.allCases.map { Feed(.section(number), $0) }
    case .entity(let number, _) where hasFeed(number) && !budget.drops(.entityFeeds):
      feeds.append(Feed(.entity(number)))
    default: break
    }
    return feeds.map {
      FileLink(href: links.href(.feed($0)), name: title(of: $0), type: $0.form.mediaType)
    }
  }

  /// The ways into the archive.
  private var indexes: [(address: Address, name: String)] {
    var indexes: [(address: Address, name: String)] = [
      (.search, language[.search]), (.names, language[.aToZ]),
    ]
    if !catalog.articles.isEmpty { indexes.append((.dates, language[.dates])) }
    if hasMap { indexes.append((.map, language[.map])) }
    for taxonomy in [Taxonomy.tags, .authors, .series, .sources]
    where !catalog.taxonomies[taxonomy].isEmpty {
      indexes.append((.terms(taxonomy), language.plural(taxonomy)))
    }
    return indexes
  }

  /// The top sections: those of the settings in their order, then the others by name.
  static func sectionOrder(_ catalog: Catalog, _ settings: Settings) -> [Int] {
    let terms = catalog.taxonomies[.sections]
    var order: [Int] = []
    for section in settings.sections where !section.name.contains("/") {
      if let number = catalog.taxonomies.index(of: section.name, in: .sections) {
        order.append(number)
      }
    }
    for number in terms.indices where !terms[number].name.contains("/") && !order.contains(number) {
      order.append(number)
    }
    return order
  }
}
