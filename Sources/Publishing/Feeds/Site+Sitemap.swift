import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// The sitemap, or where there are too many pages for one file, its index and its parts.
  func sitemap(_ part: Int) -> [UInt8] {
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if part == 0, sitemaps.parts.count > 1 {
      xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
      for (number, addresses) in sitemaps.parts.enumerated() {
        xml.markup("<sitemap><loc>")
        xml.text(absolute(.sitemap(number + 1)) ?? "")
        xml.markup("</loc>")
        var changes = LastChanges(of: self)
        xml.lastModified(addresses.compactMap { changes[$0] }.max())
        xml.markup("</sitemap>\n")
      }
      xml.markup("</sitemapindex>\n")
      return xml.bytes
    }
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    var changes = LastChanges(of: self)
    for address in sitemaps.parts[Swift.max(0, part - 1)] where !leftOut.contains(address) {
      xml.markup("<url><loc>")
      xml.text(absolute(address) ?? "")
      xml.markup("</loc>")
      xml.lastModified(changes[address])
      xml.markup("</url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.bytes
  }

  /// What crawlers are told: everything is open, and where the sitemap is.
  func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let sitemap = absolute(.sitemap(0)) { text += "\nSitemap: \(sitemap)\n" }
    return Array(text.utf8)
  }

  /// Whether an address is a page that search engines should list.
  func isIndexable(_ address: Address) -> Bool {
    switch address {
    case .article(let number):
      // One that names another page as the original stands for that.
      !catalog.articles[number].isHidden && catalog.articles[number].canonical == nil
    case .front, .kind, .period, .dates, .term, .terms, .names, .letter, .search, .map, .about,
      .page:
      true
    case .entity(let number, _): !isHidden(number)
    case .withdrawn, .notFound, .redirect, .redirectMap, .redirectList, .disambiguation,
      .articleData, .feed,
      .sitemap, .robots, .openSearch, .citation, .citations, .buildRecord, .humans, .security,
      .hostFile, .asset, .media:
      false
    }
  }

  /// The day or month when a page changed last, by what its articles state; nil where that is not
  /// known, or the page is not of articles.
  fileprivate func changed(_ address: Address) -> ArchiveDate? {
    switch address {
    case .article(let number): changed([number])
    case .period(let period, _): changed(catalog.chronology.articles(of: period))
    case .term(let taxonomy, let number, _):
      changed(catalog.taxonomies[taxonomy][number].articles.lazy.map { Int($0) })
    case .entity(let number, _):
      changed(
        catalog.appearances[catalog.entities[number].appearances].lazy.map { Int($0.article) })
    case .front: lastChange
    default: nil
    }
  }

  /// The last change of some articles.
  func changed(_ articles: some Sequence<Int>) -> ArchiveDate? {
    var last: ArchiveDate?
    for number in articles {
      guard let changed = changes[number], changed > last ?? .undated else { continue }
      last = changed
    }
    return last
  }

  /// For each article the day or month when it changed last, if it says so and is in public lists.
  static func changes(_ articles: [Article]) -> [ArchiveDate?] {
    articles.map { article in
      let changed = article.changed.withoutTime
      return !article.isHidden && changed.isExact && changed.month != nil ? changed : nil
    }
  }
}

/// When pages changed last, asked for once for all pages of a list, which follow each other.
private struct LastChanges {
  private let site: Site
  private var known: (list: Address, changed: ArchiveDate?)?

  init(of site: Site) { self.site = site }

  subscript(address: Address) -> ArchiveDate? {
    mutating get {
      let list = address.firstPage
      if let known, known.list == list { return known.changed }
      let changed = site.changed(list)
      known = (list, changed)
      return changed
    }
  }
}

extension Address {
  /// The first page of the list that a page is of; any other page itself.
  fileprivate var firstPage: Address {
    switch self {
    case .entity(let number, _): .entity(number, page: 1)
    case .period(let date, _): .period(date, page: 1)
    case .term(let taxonomy, let number, _): .term(taxonomy, number, page: 1)
    default: self
    }
  }
}

extension HTML {
  /// Appends when something changed, where that is known.
  fileprivate mutating func lastModified(_ date: ArchiveDate?) {
    guard let date else { return }
    markup("<lastmod>")
    text(date.description)
    markup("</lastmod>")
  }
}
