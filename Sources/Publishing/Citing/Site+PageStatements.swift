import ArchiveModel
import Cataloguing
import Loading

/// What the head of a page says to programs that show a preview of it (Open Graph), and what that of
/// an article says to programs that cite it (FIELD §3.4, §3.5).
extension Site {
  /// `og:` properties of any page.
  func openGraph(
    _ address: Address, title: String, summary: String, url: String, image: String,
    imageText: String
  ) -> [MetaView] {
    let isArticle = if case .article = address { true } else { false }
    var properties: [MetaView] = []
    properties.state("og:title", title.isEmpty ? settings.title : title)
    // `website` would make a web page of an article, whatever else it says.
    properties.state("og:type", isArticle ? "article" : "website")
    properties.state("og:url", url)
    properties.state("og:site_name", settings.title)
    properties.state("og:description", summary)
    properties.state("og:image", image)
    if !image.isEmpty { properties.state("og:image:alt", imageText) }
    properties.state("og:locale", Site.locale(of: settings.language))
    return properties
  }

  /// `article:` properties.
  func articleProperties(of article: Article, _ citation: Citation) -> [MetaView] {
    var properties: [MetaView] = []
    properties.state("article:published_time", Language.machineDate(article.date))
    properties.state("article:modified_time", Language.machineDate(article.revised))
    properties.state("article:section", citation.section)
    for author in article.authors { properties.state("article:author", author) }
    for tag in article.tags { properties.state("article:tag", tag) }
    return properties
  }

  /// Dublin Core and `citation_` statements, of which Zotero makes a newspaper article.
  ///
  /// As its translators "Embedded Metadata" and "RDF" read them (zotero/translators, 2026): any
  /// `citation_journal_title` would make a journal's article, a comma in `citation_author` two
  /// people, and each `citation_` value replaces that of Dublin Core, so both are the same.
  func statements(of citation: Citation) -> [MetaView] {
    var statements: [MetaView] = []
    statements.state("DC.type", "newspaperArticle")
    statements.state("DC.title", citation.title)
    for author in citation.authors { statements.state("DC.creator", author.inverted) }
    statements.state("DC.date", citation.date(separatedBy: "-"))
    statements.state("DC.source", citation.newspaper)
    statements.state("DC.publisher", citation.publisher)
    statements.state("DC.language", citation.language)
    statements.state("DC.rights", citation.rights)
    statements.state("DC.identifier", citation.url)
    statements.state("citation_title", citation.title)
    for author in citation.authors { statements.state("citation_author", author.natural) }
    statements.state("citation_publication_date", citation.date(separatedBy: "/"))
    statements.state("citation_language", citation.language)
    statements.state("citation_public_url", citation.url)
    return statements
  }

  /// `pt_BR` of `pt-BR`; nil where the tag names no country, which Open Graph demands.
  private static func locale(of language: String) -> String? {
    let parts = language.utf8.split(separator: UInt8(ascii: "-")).map { Substring($0) }
    guard let first = parts.first,
      let country = parts.dropFirst().first(where: { $0.utf8.count == 2 })
    else { return nil }
    return "\(first.lowercased())_\(country.uppercased())"
  }
}
