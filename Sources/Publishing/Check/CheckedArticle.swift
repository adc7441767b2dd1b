import ArchiveModel
import Loading

/// What a check keeps of an article: what the catalogue takes, and what tells its text from others.
struct CheckedArticle: Sendable {
  var reading: Reading
  /// Empty where the text was not read, since its front matter has an error or it is withdrawn.
  var sketch: TextSketch

  var article: Article { reading.article }
}

/// Reads an article as a build does, less the names and the page; drafts too, since an editor asks.
struct ArticleChecker: Sendable {
  let texts: TextReader
  let showsDrafts: Bool

  /// Reads the article at a path below the content folder.
  func check(_ path: String) -> CheckedArticle {
    let source = texts.source(path)
    var reading = Reading(of: source)
    guard !reading.hasError, source.article.isSeen(withDrafts: true) else {
      if source.article.status == .withdrawn { reading.withhold(texts.body(of: source)) }
      return CheckedArticle(reading: reading, sketch: TextSketch())
    }
    let body = texts.body(of: source)
    reading.take(body)
    reading.isSeen = source.article.isSeen(withDrafts: showsDrafts)
    reading.wordCount = body.document.readingText.wordCount
    let text = body.document.readingText.bytes
    return CheckedArticle(reading: reading, sketch: TextSketch(of: text.span))
  }
}
