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
    body(
      MarkdownDocument(source, archive.settings.markdown), at: .body(source),
      unknownEntities(in: source))
  }

  /// The note of a record, which stands in a file below the content folder; nil if it has none.
  func note(of record: AuthorityRecord, in path: String) -> Body? {
    guard let note = record.note else { return nil }
    let document = MarkdownDocument(
      markdown: note.utf8.span, extensions: MarkdownExtensions(archive.settings.markdown),
      reservedIDs: Site.ownIDs)
    return body(document, at: .record(path: path, place: record.place), [])
  }

  private func body(
    _ document: consuming MarkdownDocument, at origin: TextOrigin, _ others: [Diagnostic]
  ) -> Body {
    let references = LocalReferences(&document, of: origin, in: media, archive.settings.baseURL)
    document.shiftHeadings()
    document.identifyHeadings()
    let diagnostics = references.diagnostics + document.omissions(in: origin) + others
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
  let diagnostics: [Diagnostic]

  /// Renders, and gives pictures their sizes.
  borrowing func render() -> SlottedHTML {
    var html = document.renderHTML()
    if references.hasImages { html.dressImages(references.sizes) }
    return html
  }
}
