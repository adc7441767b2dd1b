import ArchiveModel
import Loading

extension Archive {
  /// The warning that without a base URL some things are left out; empty where there is one.
  var missingBaseURL: [Diagnostic] {
    guard settings.baseURL == nil else { return [] }
    return [
      Diagnostic(
        .baseURLMissing, "the address that the site will have is not known",
        at: SourceRange(path: shownPath(of: "archive.yml")),
        note: "feed, sitemap and canonical addresses are left out; all else works",
        suggestion: "add base_url: https://example.org/archive/ or build with --base-url")
    ]
  }
}
