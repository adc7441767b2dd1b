import ArchiveModel
import Loading
import Markup

/// The pages of the archive's own, `Content/pages/*.md`: imprint, terms, about.
struct OwnPages {
  private(set) var pages: [OwnPage] = []
  /// `pages/about.md`: the software adds what it did below it.
  private(set) var about: OwnPage?
  /// The files of the archive that they name.
  private(set) var media: Set<MediaIndex.File> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The first segments of addresses that are Dateline's own, for ever (DESIGN §4).
  static let reservedNames: Set<String> = [
    "people", "organizations", "places", "events", "works", "sections", "tags", "authors",
    "series", "sources", "stories", "names", "search", "map", "quotations", "figures", "about",
    "feeds", "data", "assets", "media", "dates", "undated", "page",
  ]

  /// Reads all pages that readers may see; there are few.
  init(_ archive: Archive, _ index: MediaIndex, showsDrafts: Bool, now: ArchiveDate) {
    for path in archive.pageFiles {
      let source = Source.read(path, in: archive)
      diagnostics += source.diagnostics
      guard source.isSound, !source.article.isEmbargoed(at: now),
        source.article.status != .withdrawn, showsDrafts || source.article.status != .draft
      else { continue }
      let slug = source.article.slug ?? Slug(OwnPages.stem(of: path))
      var document = MarkdownDocument(markdown: source.body.span)
      document.shiftHeadings()
      let references = LocalReferences(&document, of: source, in: index, archive.settings.baseURL)
      media.formUnion(references.media)
      diagnostics += references.diagnostics
      var body = document.renderHTML()
      if references.hasImages {
        diagnostics += source.silentImages(body.dressImages(references.sizes))
      }
      let page = OwnPage(
        title: source.article.title, slug: slug.description, body: body,
        place: source.place(of: .slug), path: path, links: references.links)
      if slug.description == "about" {
        about = page
      } else if OwnPages.reservedNames.contains(slug.description)
        || OwnPages.isYear(slug.description)
      {
        diagnostics.append(
          Diagnostic(
            .addressCollision, "the address /\(slug)/ is one of Dateline’s own", at: page.place,
            note: "this page is left out of this build",
            suggestion: "give the page another slug, such as “our-\(slug)”"))
      } else {
        pages.append(page)
      }
    }
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// Whether an article cannot have an address: our pages stand there, or may come to do.
  static func isReserved(address: String) -> Bool {
    let parts = address.split(separator: "/").map(String.init)
    guard let first = parts.first?.lowercased() else { return true }
    if reservedNames.contains(first) {
      return first != "undated" || parts.count == 1 || parts[1].lowercased() == "page"
    }
    if parts.count == 1, rootFiles.contains(first) || first.hasPrefix("sitemap-") { return true }
    // `/2017/`, `/2017/03/`, `/2017/03/26/` are lists of articles, `/2017/page/2/` goes on.
    let rest = parts.dropFirst().prefix { $0.lowercased() != "page" }
    return isYear(first) && rest.count < 3 && rest.allSatisfy(isTwoDigits)
  }

  /// Our files beside the front page, and it.
  private static let rootFiles: Set<String> = [
    "index.html", "404.html", "robots.txt", "sitemap.xml", Manifest.name,
  ]

  private static func isYear(_ name: String) -> Bool {
    name.utf8.count == 4 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isTwoDigits(_ name: String) -> Bool {
    name.utf8.count == 2 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
