import ArchiveModel
import Cataloguing
import Loading
import Templates

/// Small files for programs and those who look after them.
extension Site {
  /// By which a browser adds the archive's search to its own (OpenSearch 1.1).
  ///
  /// The query follows `#`, so no server learns it.
  func openSearch() -> [UInt8] {
    guard let search = absolute(.search) else { return [] }
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.markup("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n")
    // At most 16 and 48 characters are allowed there.
    xml.markup("<ShortName>")
    xml.text(Site.cut(settings.title, to: 16))
    xml.markup("</ShortName>\n<LongName>")
    xml.text(Site.cut(settings.title, to: 48))
    xml.markup("</LongName>\n<Description>")
    xml.text(Site.cut(settings.subtitle ?? settings.title, to: 1024))
    xml.markup("</Description>\n<Language>")
    xml.text(settings.language)
    xml.markup("</Language>\n<InputEncoding>UTF-8</InputEncoding>\n")
    xml.markup("<Url type=\"text/html\" method=\"get\" template=\"")
    xml.text(search)
    xml.markup("#q={searchTerms}\"/>\n</OpenSearchDescription>\n")
    return xml.bytes
  }

  /// Who made the site, in their own words (humanstxt.org).
  func humans() -> [UInt8] {
    let text = settings.humans ?? ""
    return Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
  }

  /// Whom to tell of a hole in the site's security (RFC 9116).
  func securityText() -> [UInt8] {
    guard let security = settings.security else { return [] }
    var lines = security.contacts.map { "Contact: \($0)" }
    lines.append("Expires: \(security.expires)")
    if let policy = security.policy { lines.append("Policy: \(policy)") }
    if !security.languages.isEmpty {
      lines.append("Preferred-Languages: \(security.languages.joined(separator: ", "))")
    }
    if let own = absolute(.security) { lines.append("Canonical: \(own)") }
    return HostFiles.lines(lines)
  }

  /// What the site was built of: equal builds have equal records.
  ///
  /// - Parameter files: the hash of the manifest's lines of all other files; nil where they were not
  ///   written.
  func buildRecord(files: ContentHash?) -> [UInt8] {
    var json = JSONText(escapesTags: true)
    json.object { json in
      json.member("schema", 1)
      json.member("type", "build")
      json.member("generator", "Dateline \(ProgramVersion.current)")
      json.member("title", settings.title)
      json.member("url", absolute(.front))
      json.member("theme", settings.theme)
      json.member("last_change", lastChange?.description)
      json.key("counts")
      json.object { json in
        json.member("articles", catalog.articles.count)
        json.member("withdrawn", catalog.withdrawn.count)
        json.member("entities", catalog.entities.count { $0.articleCount > 0 && $0.isListed })
        json.member("entity_pages", catalog.entities.count { $0.hasPage })
        json.member("addresses", addresses.count)
      }
      let drafts = catalog.articles.count { $0.status == .draft }
      if drafts > 0 { json.member("drafts", drafts) }
      json.known("files_sha256", files?.hexadecimal)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func cut(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }
}
