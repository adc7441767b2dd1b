import ArchiveModel
import Loading

/// The pages of the archive's own, `Content/pages/*.md`: imprint, terms, about.
struct OwnPages {
  private(set) var pages: [OwnPage] = []
  /// `pages/about.md`: the software adds what it did below it.
  private(set) var about: OwnPage?
  /// The files of the archive that they name.
  private(set) var media: Set<MediaIndex.File> = []
  /// The redactions that their files had need of, by their numbers.
  private(set) var redactions: Set<Int> = []
  /// The constructs of other systems in each.
  private(set) var dialects: [[DialectUse]] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads all pages that readers may see; there are few.
  init(_ texts: TextReader, showsDrafts: Bool, now: ArchiveDate) {
    for path in texts.archive.pageFiles {
      let source = texts.source(path)
      diagnostics += source.diagnostics
      redactions.formUnion(source.redactions)
      guard source.isSound, !source.article.isEmbargoed(at: now),
        source.article.isSeen(withDrafts: showsDrafts)
      else { continue }
      let slug = source.article.slug ?? Slug(OwnPages.stem(of: path))
      let body = texts.body(of: source)
      dialects.append(body.dialects)
      let text = OwnText(body, at: path)
      media.formUnion(text.media)
      diagnostics += text.diagnostics
      let page = OwnPage(
        title: source.article.title, slug: slug.description, text: text,
        place: source.place(of: .slug))
      if slug.description == "about" {
        about = page
      } else if ReservedAddress.names.contains(slug.description)
        || ReservedAddress.isYear(slug.description)
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
}

/// A page of the archive's own: `Content/pages/imprint.md`.
struct OwnPage: Sendable {
  var title: String
  /// The last part of its address: `imprint`.
  var slug: String
  var text: OwnText
  var place: SourceRange
}
