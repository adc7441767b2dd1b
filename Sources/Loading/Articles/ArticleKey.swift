/// The keys of an article's front matter that we act on (FIELD §4), by their canonical names.
public enum ArticleKey: String, Sendable, Hashable, CaseIterable {
  case title, subtitle, summary, date, updated, authors, byline, dateline, section, tags, series
  case source, via, canonical, retrieved, archived, rights, license, slug, id, url, aliases
  case image, print, edition, page, type, status, draft, published, embargo, expires
  case noindex, robots, sitemap, corrections, sources, entities, people, organizations, places
  case about, related, follows, notes
  case originalURL = "original_url"
  case rightsHolder = "rights_holder"
  case imageAlt = "image_alt"
  case imageCaption = "image_caption"
  case imageCredit = "image_credit"
  case isInSearchIndex = "in_search_index"
  case isPrivate = "private"
  case translationOf = "translation_of"
  case language = "lang"

  /// The key that a name stands for, whether it is the canonical one, and the key's number among all.
  ///
  /// Case does not matter, and a hyphen is read as an underscore.
  static func named(_ name: String) -> (key: ArticleKey, rank: Int, number: Int)? {
    if let found = table[name] { return found }
    let folded = foldedName(name)
    return folded == name ? nil : table[folded]
  }

  /// Whether a plain value of this key may hold a colon and a blank: it is text for people.
  static func isText(_ name: String) -> Bool {
    switch named(name)?.key {
    case .title, .subtitle, .summary, .byline, .dateline, .section, .source, .rights,
      .rightsHolder, .imageAlt, .imageCaption, .imageCredit:
      true
    default: false
    }
  }

  /// Lower case, with underscores: what names are compared by.
  static func foldedName(_ name: String) -> String {
    guard name.utf8.contains(where: { isUpper($0) || $0 == UInt8(ascii: "-") }) else { return name }
    return String(
      decoding: name.utf8.map {
        isUpper($0) ? $0 | 0x20 : $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0
      }, as: UTF8.self)
  }

  /// Names that a slip may have been meant for, the canonical ones first.
  static let suggestions: [String] = allCases.map(\.rawValue) + synonyms.flatMap(\.names)

  private static func isUpper(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// The canonical name has rank 0; of several synonyms in one article the first of these wins.
  private static let synonyms: [(key: ArticleKey, names: [String])] = [
    (.title, ["headline", "hed"]),
    (.subtitle, ["subhead", "deck_head", "alt_headline"]),
    (.summary, ["dek", "standfirst", "abstract", "description", "excerpt"]),
    (.date, ["date_published", "datepublished", "pubdate", "publishdate", "publish_date"]),
    (.updated, ["lastmod", "modified", "last_modified_at", "date_modified"]),
    (.authors, ["author", "by"]),
    (.section, ["desk", "category", "categories"]),
    (.tags, ["keywords", "topics", "subjects"]),
    (.series, ["thread", "story", "package"]),
    (.source, ["publisher", "publication", "agency", "outlet"]),
    (.via, ["credit", "distributor"]),
    (.originalURL, ["source_url", "canonical_url", "link"]),
    (.canonical, ["canonicalurl"]),
    (.retrieved, ["accessed", "scraped_at", "crawled"]),
    (.archived, ["archive_url", "archive_urls", "wayback"]),
    (.rights, ["copyright"]),
    (.rightsHolder, ["copyright_holder", "rightsholder"]),
    (.license, ["licence"]),
    (
      .image,
      [
        "cover", "featured_image", "thumbnail", "hero", "images", "cover_image", "feature_image",
        "featuredimage", "coverimage",
      ]
    ),
    (.imageAlt, ["cover_alt", "featured_image_alt", "thumbnail_alt"]),
    (.imageCaption, ["image_figcaption", "cover_caption", "featured_image_caption"]),
    (.type, ["genre", "kind"]),
    (.translationOf, ["translationkey", "translation_key"]),
    (.id, ["uid", "guid", "uuid"]),
    (.url, ["permalink", "path"]),
    (.aliases, ["alias", "redirect_from", "old_urls"]),
    (.language, ["language", "locale"]),
    (.expires, ["expirydate", "expiry_date"]),
    (.embargo, ["embargoed_until", "embargoeduntil"]),
    (.corrections, ["correction", "editors_note"]),
    (.people, ["persons", "person"]),
    (.organizations, ["organisations", "orgs"]),
    (.places, ["place", "location"]),
    (.notes, ["ednote", "internal_note"]),
  ]

  private static let table: [String: (key: ArticleKey, rank: Int, number: Int)] = {
    var table: [String: (key: ArticleKey, rank: Int, number: Int)] = [:]
    for (number, key) in allCases.enumerated() { table[key.rawValue] = (key, 0, number) }
    for (key, names) in synonyms {
      let number = table[key.rawValue]?.number ?? 0
      for (index, name) in names.enumerated() { table[name] = (key, index + 1, number) }
    }
    return table
  }()
}
