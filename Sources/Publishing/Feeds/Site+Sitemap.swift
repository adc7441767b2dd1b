import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// How many addresses a part of the sitemap holds: sitemaps.org allows 50,000.
  static let sitemapSize = 40_000

  /// The sitemap, or where there are too many pages for one file, its index and its parts.
  func sitemap(_ part: Int) -> [UInt8] {
    let listed = addresses.filter(isIndexable)
    let partCount = addresses.count { if case .sitemap = $0 { true } else { false } } - 1
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if part == 0, partCount > 0 {
      xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
      for number in 1...partCount {
        xml.markup("<sitemap><loc>")
        xml.text(absolute(.sitemap(number)) ?? "")
        xml.markup("</loc></sitemap>\n")
      }
      xml.markup("</sitemapindex>\n")
      return xml.bytes
    }
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let start = part == 0 ? 0 : Swift.min((part - 1) * Site.sitemapSize, listed.count)
    for address in listed[start..<Swift.min(start + Site.sitemapSize, listed.count)] {
      xml.markup("<url><loc>")
      xml.text(absolute(address) ?? "")
      xml.markup("</loc>")
      if case .article(let number) = address {
        let article = catalog.articles[number]
        let changed = article.changed.withoutTime
        if changed.isExact, changed.month != nil {
          xml.markup("<lastmod>")
          xml.text(changed.description)
          xml.markup("</lastmod>")
        }
      }
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
  private func isIndexable(_ address: Address) -> Bool {
    switch address {
    case .article(let number): !catalog.articles[number].isUnlisted
    case .front, .kind, .period, .dates, .term, .terms, .names, .letter, .about, .page:
      true
    case .entity(let number, _): !isHidden(number)
    case .withdrawn, .notFound, .redirect, .redirectMap, .redirectList, .disambiguation,
      .articleData, .feed,
      .sitemap, .robots,
      .asset, .media:
      false
    }
  }
}
