import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// A feed as a file.
  func bytes(of feed: Feed) throws(EnvironmentFault) -> [UInt8] {
    switch feed.form {
    case .atom: try atom(feed)
    case .json: try jsonFeed(feed)
    }
  }

  /// A feed as Atom (RFC 4287).
  ///
  /// That of all articles leads on to archive documents with all that it has not (RFC 5005), and
  /// tells what was withdrawn (RFC 6721).
  private func atom(_ feed: Feed) throws(EnvironmentFault) -> [UInt8] {
    guard let home = absolute(page(of: feed)), let own = absolute(.feed(feed)) else { return [] }
    let (numbers, isComplete) = articles(of: feed)
    let updates = numbers.map { Site.timestamp(of: catalog.articles[$0]) }
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\" ")
    xml.markup("xmlns:fh=\"http://purl.org/syndication/history/1.0\" ")
    xml.markup("xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" xml:lang=\"")
    xml.text(settings.language)
    xml.markup("\">\n")
    xml.element("title", title(of: feed))
    if feed.scope == .archive, let subtitle = settings.subtitle {
      xml.element("subtitle", subtitle)
    }
    xml.element("id", feed.part == nil ? home : own)
    xml.emptyLink(rel: "alternate", home)
    xml.emptyLink(rel: "self", own)
    if isComplete { xml.markup("<fh:complete/>\n") }
    if feed.scope == .archive { chain(feed, into: &xml) }
    xml.element("updated", updates.max() ?? "1970-01-01T00:00:00Z")
    xml.markup("<author><name>")
    xml.text(settings.publisher ?? settings.title)
    xml.markup("</name></author>\n")
    if let license = settings.license { xml.element("rights", license) }
    xml.markup("<generator>Dateline</generator>\n")
    for (number, updated) in zip(numbers, updates) { try entry(number, updated, into: &xml) }
    if feed.scope == .archive, feed.part == nil { tombstones(into: &xml) }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  /// The links between the documents of the archive's feed.
  private func chain(_ feed: Feed, into xml: inout HTML) {
    let place = feed.part ?? feedChain.past.upperBound
    if feed.part != nil {
      xml.markup("<fh:archive/>\n")
      xml.emptyLink(rel: "current", absolute(.feed(Feed(.archive))) ?? "")
      if place + 1 < feedChain.past.upperBound {
        xml.emptyLink(
          rel: "next-archive", absolute(.feed(Feed(.archive, part: place + 1))) ?? "")
      }
    }
    if place > 0 {
      xml.emptyLink(rel: "prev-archive", absolute(.feed(Feed(.archive, part: place - 1))) ?? "")
    }
  }

  private func entry(
    _ number: Int, _ updated: String, into xml: inout HTML
  ) throws(EnvironmentFault) {
    let article = catalog.articles[number]
    guard let url = absolute(.article(number)) else { return }
    xml.markup("<entry>\n")
    xml.element("title", article.title)
    xml.element("id", url)
    xml.emptyLink(rel: "alternate", url)
    if article.date.isExact, article.date.day != nil {
      xml.element("published", Site.timestamp(of: article.date))
    }
    xml.element("updated", updated)
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
    xml.element("summary", try digest(of: number))
    xml.markup("</entry>\n")
  }

  /// The articles that were withdrawn last, at a date that is known: readers take them away.
  private func tombstones(into xml: inout HTML) {
    let dated = catalog.withdrawn.indices.map { (catalog.withdrawn[$0].article.revised, $0) }
      .filter { $0.0.earliest != nil }.sorted { $1 < $0 }
    for (date, number) in dated.prefix(Site.feedSize) {
      xml.markup("<at:deleted-entry ref=\"")
      xml.text(absolute(.withdrawn(number)) ?? "")
      xml.markup("\" when=\"")
      xml.text(Site.timestamp(of: date))
      xml.markup("\"/>\n")
    }
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
