import Templates

/// What stands around every page: `{{#page}} … {{/page}}`, `{{page.root}}`.
struct ChromeView: View {
  var language: String
  var direction: String
  var title: String
  var siteTitle: String
  var logo: LogoView?
  var siteSubtitle: String
  var root: String
  var home: String
  var stylesheet: String
  var settingsStylesheet: String
  var canonical: String
  var summary: String
  var image: String
  var feed: String
  var feeds: [FileLink] = []
  var openSearch = ""
  var policy = ContentPolicy.text
  var properties: [MetaView] = []
  var statements: [MetaView] = []
  var linkedData = HTML()
  var type: String
  var isHidden: Bool
  var sections: [Link]
  var indexes: [Link]
  var publisher: String
  var contact: String
  var contactHref: String
  var license: String
  var about: String
  var pages: [Link]

  static let fields: [Field<ChromeView>] = [
    .text("language", "BCP 47, for html lang") { $0.language },
    .text("direction", "ltr or rtl, for html dir") { $0.direction },
    .text("title", "the page’s own title; empty on the front page") { $0.title },
    .text("site_title", "the name of the archive") { $0.siteTitle },
    .view("logo", "the picture in place of it, if there is one") { $0.logo },
    .text("site_subtitle", "its second line") { $0.siteSubtitle },
    .text("root", "from the page to the site’s root: ../../, ./") { $0.root },
    .text("home", "the address of the front page") { $0.home },
    .text("stylesheet", "the stylesheet") { $0.stylesheet },
    .text(
      "settings_stylesheet", "what theme.yml sets, as a stylesheet; empty where it sets nothing"
    ) { $0.settingsStylesheet },
    .text("canonical", "the absolute address of the page; empty without a base URL") {
      $0.canonical
    },
    .text("summary", "one plain sentence for search engines and previews") { $0.summary },
    .text(
      "image", "the absolute address of the picture that stands for the page; empty without one"
    ) { $0.image },
    .text("feed", "the Atom feed; empty without a base URL") { $0.feed },
    .list("feeds", "the feeds that programs are told of: all articles, and what the page lists") {
      $0.feeds
    },
    .text(
      "open_search",
      "how a browser searches the archive, on the front page and the search page; else empty"
    ) { $0.openSearch },
    .text("policy", "what the page may ask for, as a Content Security Policy") { $0.policy },
    .list("properties", "what programs that show a preview are told: Open Graph") { $0.properties },
    .flag("has_statements", "whether statements has any") { !$0.statements.isEmpty },
    .list("statements", "what programs that cite an article are told: Dublin Core, citation_title")
    { $0.statements },
    .html(
      "linked_data",
      "what the page says of itself to programs, as JSON-LD; empty without a base URL, and where search engines are asked not to list the page"
    ) { $0.linkedData },
    .text("type", "article or website") { $0.type },
    .flag("hidden", "whether search engines are asked not to list the page") { $0.isHidden },
    .flag("has_sections", "whether sections has any") { !$0.sections.isEmpty },
    .list("sections", "the sections in the editor’s order") { $0.sections },
    .list("indexes", "the ways into the archive: names, dates, tags, authors") { $0.indexes },
    .text("publisher", "who publishes the archive") { $0.publisher },
    .text("contact", "how to reach them") { $0.contact },
    .text("contact_href", "the same as an address for a link; empty where it is none") {
      $0.contactHref
    },
    .text("license", "the licence of the texts") { $0.license },
    .text("about", "the about page") { $0.about },
    .list("pages", "the archive’s own pages: imprint, terms") { $0.pages },
  ]
}
