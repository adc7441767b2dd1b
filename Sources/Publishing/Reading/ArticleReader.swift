import ArchiveModel
import Cataloguing
import Loading
import Markup
import Recognition

/// Reads one article: file, front matter, Markdown, names, and who is meant by them.
///
/// The whole left half of the run (DESIGN §1). No article looks at another, so any number of
/// tasks may read at once.
struct ArticleReader: Sendable {
  let archive: Archive
  let nameReader: NameReader
  let store: ReadingStore
  let showsDrafts: Bool
  let media: MediaIndex

  /// Reads an article and keeps what its pages need in the store.
  func read(
    _ path: String, scratch: inout RecognizerScratch
  ) throws(EnvironmentFault) -> Reading {
    let source = Source.read(path, in: archive)
    var reading = Reading(
      article: source.article, place: nil, diagnostics: source.diagnostics,
      mentionCount: 0, wordCount: 0, fileSlug: source.fileSlug,
      aliasPlace: source.article.aliases.isEmpty ? nil : source.place(of: .aliases),
      urlPlace: source.article.url == nil ? nil : source.place(of: .url),
      idPlace: source.article.id == nil ? nil : source.place(of: .id),
      datePlace: source.place(of: .date),
      embargoPlace: source.article.embargo == .undated ? nil : source.place(of: .embargo))
    guard !reading.hasError, isRead(source.article) else { return reading }

    var document = MarkdownDocument(source, archive.settings.markdown)
    let references = LocalReferences(
      &document, of: source, in: media, archive.settings.baseURL)
    reading.links = references.links
    reading.media = references.media
    reading.diagnostics += references.diagnostics
    let text = document.readingText.bytes
    let names = nameReader.names(of: source.article, in: text, scratch: &scratch)
    let (annotation, resolution) = (names.body, names.resolution)

    // Only resolved mentions are kept: they get the anchors m1, m2, ….
    var marks: [Prose.Mark] = []
    var markOfMention = [Int32](repeating: -1, count: annotation.mentions.count)
    for (index, mention) in annotation.mentions.enumerated() {
      let entity = resolution.bodyEntities[index]
      guard entity >= 0 else { continue }
      markOfMention[index] = Int32(marks.count)
      marks.append(Prose.Mark(start: mention.start, end: mention.end, entity: entity))
    }
    let entities = resolution.entities.map { entity in
      var entity = entity
      if entity.firstMention >= 0 { entity.firstMention = markOfMention[Int(entity.firstMention)] }
      return entity
    }

    document.insert(
      marks.enumerated().map { SlotSpan(range: Int($1.start)..<Int($1.end), slot: Int32($0)) })
    document.shiftHeadings()
    document.identifyHeadings(reserved: Site.ownIDs)
    reading.diagnostics += document.omissions(in: source) + unknownEntities(in: source)
    reading.mentionCount = marks.count
    reading.wordCount = ArticleReader.wordCount(text.span)
    var body = document.renderHTML()
    if references.hasImages {
      reading.diagnostics += source.silentImages(body.dressImages(references.sizes))
    }
    reading.place = try store.append(
      EncodedReading(
        entities,
        Prose(text: text, sentences: annotation.sentences, marks: marks), body))
    return reading
  }

  /// Ids in the article's own word on names that no record has: each a warning.
  private func unknownEntities(in source: Source) -> [Diagnostic] {
    let resolver = nameReader.resolver
    return resolver.unknownIDs(in: source.article.entities).map { id in
      Diagnostic(
        .entityUnknown, "no authority record has the id “\(id)”",
        at: source.place(of: .entities), note: "the name is left as the software finds it",
        suggestion: Spelling.nearest(to: id, in: resolver.knownIDs).map { "did you mean \($0)?" }
          ?? "add a record with this id to Content/authorities")
    }
  }

  /// Whether the article's text is read at all: what no reader may see is not.
  private func isRead(_ article: Article) -> Bool {
    switch article.status {
    case .published, .redacted, .embargoed: true
    case .draft: showsDrafts
    case .withdrawn: false
    }
  }

  /// Words apart by white space; O(bytes).
  private static func wordCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for i in text.indices {
      let isBlank = text[i] == 0x20 || text[i] == 0x0A
      if isInWord, isBlank { count += 1 }
      isInWord = !isBlank
    }
    return count + (isInWord ? 1 : 0)
  }
}

extension Reading {
  /// Whether the article is left out of the build.
  var hasError: Bool { diagnostics.contains { $0.severity == .error } }
}
