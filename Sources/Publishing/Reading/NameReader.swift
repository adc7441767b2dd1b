import ArchiveModel
import Cataloguing
import Loading
import Markup
import Recognition

/// Reads the names in an article's body and headline, and who is meant by them: for its page and
/// for `dateline annotate` alike.
struct NameReader: Sendable {
  let recognizer: Recognizer
  let resolver: ArticleResolver
  /// What stands in place of names that are redacted: no names themselves.
  var replacements: [String] = []
  /// That of articles which state none.
  let language: String

  /// The names of an article; `text` is its reading text.
  func names(
    of article: Article, in text: [UInt8], scratch: inout ReadingScratch,
    _ profile: BuildProfile? = nil
  ) -> ArticleNames {
    let title = [UInt8](article.title.utf8)
    var overrides = article.entities
    overrides.ignore += replacements
    let additions = resolver.additions(of: overrides)
    let (body, head) = profile.timed(.recognition) {
      let body = recognizer.annotate(
        text.span, as: register(of: article), scratch: &scratch.recognition
      ).adding(additions, in: text)
      let head = recognizer.annotate(title.span, as: .headline, scratch: &scratch.recognition)
        .adding(additions, in: title)
      return (body, head)
    }
    return ArticleNames(
      title: title, body: body, head: head,
      resolution: profile.timed(.resolution) {
        resolver.resolve(
          body: text, body.mentions, title: title, head.mentions, overrides: overrides,
          keeping: &scratch.names)
      })
  }

  /// The tagger reads English; in other languages only lists of names are matched.
  private func register(of article: Article) -> Recognizer.Register {
    (article.language ?? language).lowercased().hasPrefix("en") ? .prose : .foreign
  }
}

extension NameReader {
  /// A reader with the records and the language of an archive.
  init(
    of archive: Archive, _ gazetteer: Gazetteer, _ model: TaggerModel, _ resolver: ArticleResolver
  ) {
    self.init(
      recognizer: Recognizer(
        gazetteer: gazetteer, model: model, authorities: archive.authorities),
      resolver: resolver, replacements: archive.hiddenNames.replacements,
      language: archive.settings.language)
  }
}

/// What was read in an article.
struct ArticleNames {
  /// The headline in UTF-8, in which `head` counts.
  let title: [UInt8]
  let body: Annotation
  let head: Annotation
  let resolution: Resolution
}

extension MarkdownExtensions {
  /// What the archive's settings leave on.
  init(_ settings: Settings.Markdown, _ words: MarkdownWords = MarkdownWords()) {
    self.init()
    self.words = words
    tables = settings.tables
    footnotes = settings.footnotes
    strikethrough = settings.strikethrough
    tasks = settings.tasks
    html = settings.html
  }
}
