import ArchiveModel
import Loading

/// Looks at each page before it is written: one that would show a redacted name is not.
///
/// The names were taken out of all that authors wrote; what could bring one together again is a
/// page, of parts that are none by themselves.
struct LeakGuard: Sendable {
  private let names: HiddenNames

  init(of archive: Archive) { names = archive.hiddenNames }

  /// The error of a page that would show a name, in its text or in its address; nil for all others.
  func leak(in page: [UInt8], at path: String) -> Diagnostic? {
    guard !names.isEmpty else { return nil }
    var found: Int?
    for text in [page, Array(path.utf8)] where found == nil {
      names.phrases.search(text.span) { match in
        found = match.phrase
        return false
      }
    }
    guard let found else { return nil }
    let rule = names.redaction(ofPhrase: found)
    return Diagnostic(
      .privacyLeak, "the file \(path) of the site would show the name “\(rule.name)”",
      at: rule.place, note: "it is not written",
      suggestion: "look for parts of the name that come to stand side by side there")
  }
}
