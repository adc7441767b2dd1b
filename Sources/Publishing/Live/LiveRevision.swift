import ArchiveModel
import Loading

/// An article that was read again.
package struct LiveRevision: Sendable {
  /// Its file, as diagnostics name it.
  package let path: String
  let before: Reading
  let now: Reading
  /// What is wrong with the file as it is.
  package let problems: [Diagnostic]
  /// Whether it has an error, so that its last sound reading stands.
  package let isBroken: Bool

  /// Whether the article's page can be shown at its old place in the catalogue until that is made
  /// anew: it is seen before and after, and what orders the articles, and which files the site has,
  /// is the same.
  var staysInPlace: Bool {
    !isBroken && !now.hasError && before.isSeen && now.isSeen
      && before.article.date == now.article.date && before.article.status == now.article.status
      && before.article.embargo == now.article.embargo && before.article.id == now.article.id
      && before.article.slug == now.article.slug && before.article.url == now.article.url
      && Set(before.media) == Set(now.media)
  }
}
