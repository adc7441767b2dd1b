import Templates

/// What stands around every page: `{{#page}} … {{/page}}`, `{{page.root}}`.
struct ChromeView: View {
  /// BCP 47, for `html lang`.
  var language: String
  /// `ltr` or `rtl`, for `html dir`.
  var direction: String
  /// The page's own title; empty on the front page.
  var title: String
  /// The name of the archive.
  var siteTitle: String
  /// The picture in place of it, if there is one.
  var logo: LogoView?
  /// Its second line.
  var siteSubtitle: String
  /// From the page to the site's root: `../../`, `./`.
  var root: String
  /// The address of the front page.
  var home: String
  /// The stylesheet.
  var stylesheet: String
  /// What `theme.yml` sets, as a stylesheet; empty where it sets nothing.
  var settingsStylesheet: String
  /// The absolute address of the page; empty without a base URL.
  var canonical: String
  /// One plain sentence for search engines and previews.
  var summary: String
  /// The absolute address of the picture that stands for the page; empty without one.
  var image: String
  /// The Atom feed; empty without a base URL.
  var feed: String
  /// The feeds that programs are told of: all articles, and what the page lists.
  var feeds: [FileLink] = []
  /// How a browser searches the archive, on the front page and the search page; else empty.
  var openSearch = ""
  /// What the page may ask for, as a Content Security Policy.
  var policy = ContentPolicy.text
  /// What programs that show a preview are told: Open Graph.
  var properties: [MetaView] = []
  /// What programs that cite an article are told: Dublin Core, `citation_title`.
  var statements: [MetaView] = []
  /// What the page says of itself to programs, as JSON-LD; empty without a base URL, and where
  /// search engines are asked not to list the page.
  var linkedData = HTML()
  /// `article` or `website`.
  var type: String
  /// Whether search engines are asked not to list the page.
  var isHidden: Bool
  /// The sections in the editor's order.
  var sections: [Link]
  /// The ways into the archive: names, dates, tags, authors.
  var indexes: [Link]
  /// Who publishes the archive.
  var publisher: String
  /// How to reach them.
  var contact: String
  /// The same as an address for a link; empty where it is none.
  var contactHref: String
  /// The licence of the texts.
  var license: String
  /// The about page.
  var about: String
  /// The archive's own pages: imprint, terms.
  var pages: [Link]

  static let fields: [Field<ChromeView>] = [
    .text("language") { $0.language },
    .text("direction") { $0.direction },
    .text("title") { $0.title },
    .text("site_title") { $0.siteTitle },
    .view("logo") { $0.logo },
    .text("site_subtitle") { $0.siteSubtitle },
    .text("root") { $0.root },
    .text("home") { $0.home },
    .text("stylesheet") { $0.stylesheet },
    .text("settings_stylesheet") { $0.settingsStylesheet },
    .text("canonical") { $0.canonical },
    .text("summary") { $0.summary },
    .text("image") { $0.image },
    .text("feed") { $0.feed },
    .list("feeds") { $0.feeds },
    .text("open_search") { $0.openSearch },
    .text("policy") { $0.policy },
    .list("properties") { $0.properties },
    .flag("has_statements") { !$0.statements.isEmpty },
    .list("statements") { $0.statements },
    .html("linked_data") { $0.linkedData },
    .text("type") { $0.type },
    .flag("hidden") { $0.isHidden },
    .flag("has_sections") { !$0.sections.isEmpty },
    .list("sections") { $0.sections },
    .list("indexes") { $0.indexes },
    .text("publisher") { $0.publisher },
    .text("contact") { $0.contact },
    .text("contact_href") { $0.contactHref },
    .text("license") { $0.license },
    .text("about") { $0.about },
    .list("pages") { $0.pages },
  ]
}
