import ArchiveModel
import Cataloguing
import Loading
import Markup

/// Reads one text of an archive, article or page: its file, its Markdown, its links and pictures.
///
/// What all who read texts have in common: a build, which then finds names and renders; a check,
/// which does neither. No text looks at another, so any number of tasks may read at once.
struct TextReader: Sendable {
  let archive: Archive
  let media: MediaIndex
  /// Knows the records that an article's own word on names may mean.
  let resolver: ArticleResolver

  /// Reads for an archive as it stands; lists its pictures.
  init(_ archive: Archive) {
    self.archive = archive
    media = archive.mediaIndex()
    resolver = ArticleResolver(
      authorities: archive.authorities, linksDemonyms: archive.settings.demonyms == .link)
  }

  /// The file at a path below the content folder, decoded, and its front matter.
  func source(_ path: String) -> Source { Source.read(path, in: archive) }

  /// The body of a file, and what is wrong with it.
  func body(of source: Source) -> Body {
    var document = MarkdownDocument(source, archive.settings.markdown)
    let references = LocalReferences(&document, of: source, in: media, archive.settings.baseURL)
    document.shiftHeadings()
    document.identifyHeadings(reserved: Site.ownIDs)
    let diagnostics =
      references.diagnostics + document.omissions(in: source) + unknownEntities(in: source)
    return Body(document: document, references: references, diagnostics: diagnostics)
  }

  /// Ids in the article's own word on names that no record has: each a warning.
  private func unknownEntities(in source: Source) -> [Diagnostic] {
    resolver.unknownIDs(in: source.article.entities).map { id in
      Diagnostic(
        .entityUnknown, "no authority record has the id “\(id)”",
        at: source.place(of: .entities), note: "the name is left as the software finds it",
        suggestion: Spelling.nearest(to: id, in: resolver.knownIDs).map { "did you mean \($0)?" }
          ?? "add a record with this id to Content/authorities")
    }
  }
}

/// A body that waits for the marks of its names and to be rendered.
struct Body: ~Copyable {
  var document: MarkdownDocument
  let references: LocalReferences
  private(set) var diagnostics: [Diagnostic]

  /// Renders, gives pictures their sizes, and warns of those without a text in their place.
  mutating func render(_ source: Source) -> SlottedHTML {
    var html = document.renderHTML()
    if references.hasImages {
      diagnostics += source.silentImages(html.dressImages(references.sizes))
    }
    return html
  }
}
