import ArchiveModel
import Loading
import Markup

/// The body of a file as it is given to the parser: its constructs of other systems translated.
struct BodyText: Sendable {
  let source: Source
  /// Nil where the text is the author's as it stands.
  private let translation: DialectTranslation?
  /// Nil where no name that is redacted came together in the translation.
  private let redacted: HiddenNames.Redacted?

  /// Translates, where the archive does not say otherwise; wire texts have no constructs.
  init(
    _ source: Source, of archive: Settings?, hiding names: HiddenNames? = nil,
    _ words: MarkdownWords = MarkdownWords()
  ) {
    self.source = source
    let isRead = !source.isPlainText && archive?.markdown.dialects ?? true
    translation =
      isRead
      ? DialectTranslation(of: source.body, context: DialectContext(source.article, archive, words))
      : nil
    // A template may put a name together: {{ page.first }} {{ page.last }}.
    redacted = translation.flatMap { names?.redacted($0.markdown) }
  }

  /// The text for the parser, in UTF-8.
  var bytes: [UInt8] { redacted?.bytes ?? translation?.markdown ?? source.body }

  /// Where an offset in `bytes` is in the file.
  func place(of offset: Int) -> SourceRange {
    var offset = min(offset, bytes.count)
    offset = redacted?.edits.source(of: offset) ?? offset
    return place(inBody: translation?.offsets.source(of: offset) ?? offset)
  }

  /// The constructs in it, by kind.
  var dialects: [DialectUse] {
    (translation?.tally.entries ?? []).map { entry in
      DialectUse(
        construct: entry.construct, count: entry.count, first: place(inBody: entry.firstOffset))
    }
  }

  private func place(inBody offset: Int) -> SourceRange {
    source.place(inText: source.bodyStart + min(offset, source.body.count))
  }
}

extension MarkdownDocument {
  /// The body of an article: Markdown, or a wire text's paragraphs.
  init(
    _ text: BodyText, _ markdown: Settings.Markdown, _ words: MarkdownWords = MarkdownWords()
  ) {
    if text.source.isPlainText {
      self.init(plainParagraphs: text.bytes.span, dateline: text.source.dateline)
    } else {
      self.init(
        markdown: text.bytes.span, extensions: MarkdownExtensions(markdown, words),
        reservedIDs: Site.ownIDs)
    }
  }
}

extension DialectContext {
  /// What front matter and settings say that a template may ask for: plain values only.
  init(_ article: Article, _ settings: Settings?, _ words: MarkdownWords) {
    self.init()
    self.words = words.embeds
    ownFile = article.path.split(separator: "/").last.map(String.init) ?? article.path
    siteAddress = settings?.baseURL
    for field in article.extra {
      switch field.value {
      case .text(let text), .number(let text): values["page." + field.key.lowercased()] = text
      case .null, .bool, .list, .map: continue
      }
    }
    values["page.title"] = article.title
    values["page.subtitle"] = article.subtitle
    for name in ["summary", "description", "excerpt", "lead"] {
      values["page." + name] = article.summary
    }
    values["page.date"] = article.date == .undated ? nil : article.date.description
    values["page.author"] = article.byline ?? article.authors.first
    values["page.image"] = article.image?.source
    values["site.title"] = settings?.title
    values["site.name"] = settings?.title
    values["site.description"] = settings?.subtitle
  }
}
