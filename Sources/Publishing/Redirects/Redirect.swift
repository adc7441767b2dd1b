import ArchiveModel

/// An old address that leads to a page: an article's or a record's own word, or the lock's.
struct Redirect: Sendable {
  /// Below the site's root: `old/path/`, `old/page.html`.
  var path: String
  /// What follows the question mark of `/?p=12`: such an address is no file, and stands in maps
  /// alone.
  var query: String?
  var target: Address
  var place: SourceRange

  /// The address as its author wrote it, without a slash in front.
  var address: String { query.map { "\(path)?\($0)" } ?? path }
}

extension Redirect {
  /// Takes an alias as `Article.aliases` has it: `/old/path/`, `/?p=12`.
  init(alias: String, to target: Address, place: SourceRange) {
    let parts = alias.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      path: String(parts[0].dropFirst()), query: parts.count > 1 ? String(parts[1]) : nil,
      target: target, place: place)
  }
}
