import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func aboutView() -> TextView {
    let links = links(from: .about)
    let own = ownAbout
    var chrome = chrome(.about, title: own?.title ?? language[.about])
    chrome.linkedData = linkedDataOfDataset
    return TextView(
      page: chrome,
      heading: own?.title ?? language[.about],
      counts: [
        language.count(catalog.articles.count), span,
        language.count(letters.reduce(0) { $0 + $1.entities.count }, .names),
      ].filter { !$0.isEmpty }.map { LineView(text: $0) },
      body: own.map { fill($0.text, links) } ?? HTML(),
      methods: methods.map { LineView(text: $0) },
      data: Site.dataYears(catalog).map { year in
        Link(
          href: links.href(.articleData(year)), name: year == 0 ? language[.undated] : String(year))
      },
      citations: citationYears(links), credits: Site.credits.map { LineView(text: language[$0]) })
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
    var body = paragraph(
      .noPageHere,
      ["front_page": (.frontPage, .front), "names": (.aToZOfNames, .names)], links)
    if addresses.contains(.redirectList) {
      body.append(
        paragraph(.pagesHaveMoved, ["list": (.listOfOldAddresses, .redirectList)], links))
    }
    return TextView(
      page: chrome(.notFound, title: language[.pageNotFound], isHidden: true),
      heading: language[.pageNotFound],
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

  func title(of address: Address) -> String {
    switch address {
    case .article(let number): catalog.articles[number].title
    case .withdrawn(let number): catalog.withdrawn[number].article.title
    case .entity(let number, _): catalog.entities[number].name
    case .names: language[.aToZ]
    default: settings.title
    }
  }

  /// A sentence with links in its holes: what each says, and where it leads.
  private func paragraph(
    _ phrase: Phrase, _ targets: [String: (phrase: Phrase, address: Address)], _ links: Links
  ) -> HTML {
    var html = HTML()
    html.markup("<p>")
    for part in LabelText(language[phrase]).parts {
      switch part {
      case .text(let text): html.text(text)
      case .hole(let name):
        guard let target = targets[name] else { continue }
        html.markup("<a href=\"")
        html.text(links.href(target.address))
        html.markup("\">")
        html.text(language[target.phrase])
        html.markup("</a>")
      }
    }
    html.markup("</p>")
    return html
  }

  /// What the software did, said honestly.
  private var methods: [String] {
    let naming = language.count(minimumArticles, .articlesNaming)
    let people = privacy.method(in: language)
    return [
      language[.methodNames], language[.methodMatching],
      language.say(.methodPages, ["count": naming]) + (people.isEmpty ? "" : " ") + people,
      language[.methodInferred],
    ]
  }

  /// Whose data is built in.
  private static let credits: [Phrase] = [
    .creditPlaces, .creditLists, .creditGivenNames, .mapCredit,
  ]
}
