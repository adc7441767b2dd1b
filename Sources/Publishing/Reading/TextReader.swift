import ArchiveModel
import Cataloguing
import Loading
import Markup
import Recognition

/// Reads one text of an archive, article or page: its file, its Markdown, its links and pictures.
///
/// What all who read texts have in common: a build, which then finds names and renders; a check,
/// which does neither. No text looks at another, so any number of tasks may read at once.
struct TextReader: Sendable {
  let archive: Archive
  let media: MediaIndex
  /// Knows the records that an article's own word on names may mean.
  let resolver: ArticleResolver
  private let words: MarkdownWords

  /// Reads for an archive as it stands; lists its pictures, unless they are given.
  init(
    _ archive: Archive, _ gazetteer: Gazetteer, media: MediaIndex? = nil,
    in language: Language = .english
  ) {
    words = language.markdownWords
    self.archive = archive
    self.media = media ?? archive.mediaIndex()
    resolver = ArticleResolver(
      authorities: archive.authorities, gazetteer: gazetteer,
      linksDemonyms: archive.settings.demonyms == .link, ignored: archive.ignoredNames)
  }

  /// The file at a path below the content folder, decoded, and its front matter.
  func source(_ path: String) -> Source { Source.read(path, in: archive) }

  /// The body of a file, and what is wrong with it.
  func body(of source: Source) -> Body {
    let text = BodyText(source, of: archive.settings, hiding: archive.hiddenNames, words)
    var body = body(
      MarkdownDocument(text, archive.settings.markdown, words), at: .body(text),
      unknownEntities(in: source), text.dialects)
    if let finding = LeadImage.find(for: source, in: media, archive.settings.baseURL) {
      body.take(finding, of: source)
    }
    return body
  }

  /// The note of a record, which stands in a file below the content folder; nil if it has none.
  func note(of record: AuthorityRecord, in path: String) -> Body? {
    guard let note = record.note else { return nil }
    let document = MarkdownDocument(
      markdown: note.utf8.span, extensions: MarkdownExtensions(archive.settings.markdown, words),
      reservedIDs: Site.ownIDs)
    return body(document, at: .record(path: path, place: record.place), [], [])
  }

  private func body(
    _ document: consuming MarkdownDocument, at origin: TextOrigin, _ others: [Diagnostic],
    _ dialects: [DialectUse]
  ) -> Body {
    let references = LocalReferences(&document, of: origin, in: media, archive.settings.baseURL)
    document.shiftHeadings()
    document.identifyHeadings()
    let diagnostics = references.diagnostics + document.omissions(in: origin) + others
    return Body(
      document: document, references: references, dialects: dialects, diagnostics: diagnostics)
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
  /// The constructs of other systems in it, by kind.
  let dialects: [DialectUse]
  private(set) var diagnostics: [Diagnostic]
  /// The picture at its head.
  private(set) var lead: LeadImage?
  /// The files of the archive that it shows or links to, its head included.
  private(set) var media: [MediaIndex.File]
  /// The addresses that were looked for among the archive's files.
  private(set) var lookups: [String]

  init(
    document: consuming MarkdownDocument, references: LocalReferences, dialects: [DialectUse],
    diagnostics: [Diagnostic]
  ) {
    self.document = document
    self.references = references
    self.dialects = dialects
    self.diagnostics = diagnostics
    media = references.media
    lookups = references.lookups
  }

  /// Takes over the picture at its head.
  fileprivate mutating func take(_ finding: LeadImage.Finding, of source: Source) {
    media += finding.file.map { [$0] } ?? []
    lookups += finding.lookup.map { [$0] } ?? []
    diagnostics += finding.diagnostics
    lead = finding.lead
    if let first = references.firstImage, case .site(let path)? = lead?.address {
      lead?.isInBody =
        first.address.dropFirst().elementsEqual(path.utf8) && source.begins(at: first.place)
    }
    diagnostics += lead?.silence(at: source.place(of: .image)) ?? []
  }

  /// Renders, and gives pictures their sizes.
  borrowing func render() -> SlottedHTML {
    var html = document.renderHTML()
    if references.hasImages {
      html.dressImages(references.sizes, isFirstEager: lead?.isInBody == true)
    }
    return html
  }
}

extension Source {
  /// Whether nothing that a reader sees stands in the body before a place: space, tags, and what
  /// opens a link or an image.
  fileprivate func begins(at place: SourceRange) -> Bool {
    let end = min(max(offset(inBodyOf: place), 0), body.count)
    var isInTag = false
    return body[..<end].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "["), UInt8(ascii: "!"), ...0x20: break
      default: return isInTag
      }
      return true
    }
  }
}
