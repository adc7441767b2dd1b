import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// The articles that were published or changed last as Atom (RFC 4287), at most 50.
  ///
  /// Whoever follows the feed learns of a correction to an old article too.
  func atomFeed() throws(EnvironmentFault) -> [UInt8] {
    guard let home = absolute(.front), let own = absolute(.feed) else { return [] }
    let changed = catalog.articles.map(\.changed)
    let newest = changed.indices.sorted { (changed[$1], $1) < (changed[$0], $0) }.prefix(50)
    let updated = newest.map { Site.timestamp(of: catalog.articles[$0]) }.max()
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    xml.text(settings.language)
    xml.markup("\">\n<title>")
    xml.text(settings.title)
    xml.markup("</title>\n")
    if let subtitle = settings.subtitle {
      xml.element("subtitle", subtitle)
    }
    xml.element("id", home)
    xml.emptyLink(rel: "alternate", home)
    xml.emptyLink(rel: "self", own)
    xml.element("updated", updated ?? "1970-01-01T00:00:00Z")
    xml.markup("<author><name>")
    xml.text(settings.publisher ?? settings.title)
    xml.markup("</name></author>\n<generator>Dateline</generator>\n")
    for number in newest { try entry(number, into: &xml) }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  private func entry(_ number: Int, into xml: inout HTML) throws(EnvironmentFault) {
    let article = catalog.articles[number]
    guard let url = absolute(.article(number)) else { return }
    xml.markup("<entry>\n")
    xml.element("title", article.title)
    xml.element("id", url)
    xml.emptyLink(rel: "alternate", url)
    if article.date.isExact, article.date.day != nil {
      xml.element("published", Site.timestamp(of: article.date))
    }
    xml.element("updated", Site.timestamp(of: article))
    for author in article.authors {
      xml.markup("<author><name>")
      xml.text(author)
      xml.markup("</name></author>\n")
    }
    for tag in article.tags {
      xml.markup("<category term=\"")
      xml.text(tag)
      xml.markup("\"/>\n")
    }
    var summary = article.summary ?? ""
    if summary.isEmpty {
      summary = try opening(of: number, longest: 500).joined(separator: " ")
    }
    xml.element("summary", summary.isEmpty ? article.title : summary)
    xml.markup("</entry>\n")
  }

  /// When an article was last changed, as far as it says.
  private static func timestamp(of article: Article) -> String {
    timestamp(of: article.changed)
  }

  /// RFC 3339, which Atom demands; where a date is less exact its first day stands, in UTC.
  private static func timestamp(of date: ArchiveDate) -> String {
    if case .moment(_, let time) = date {
      return time.offsetMinutes == nil ? "\(date)Z" : "\(date)"
    }
    return date.earliest.map { "\($0)T00:00:00Z" } ?? "1970-01-01T00:00:00Z"
  }
}

extension HTML {
  /// Appends an element with text and a line's end.
  fileprivate mutating func element(_ name: StaticString, _ text: String) {
    markup("<")
    markup(name)
    markup(">")
    self.text(text)
    markup("</")
    markup(name)
    markup(">\n")
  }

  fileprivate mutating func emptyLink(rel: StaticString, _ href: String) {
    markup("<link rel=\"")
    markup(rel)
    markup("\" href=\"")
    text(href)
    markup("\"/>\n")
  }
}
