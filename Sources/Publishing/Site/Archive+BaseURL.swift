import ArchiveModel
import Loading

extension Archive {
  /// The warning that without a base URL some things are left out; empty where there is one.
  var missingBaseURL: [Diagnostic] {
    let path = shownPath(of: "archive.yml")
    // Where the settings are wrong there may be one in them.
    let isWrong = diagnostics.contains { $0.place.path == path && $0.severity == .error }
    guard settings.baseURL == nil, !isWrong else { return [] }
    return [
      Diagnostic(
        .baseURLMissing, "the address that the site will have is not known",
        at: SourceRange(path: path),
        note: "feed, sitemap, canonical addresses and JSON-LD are left out; all else works",
        suggestion: "add base_url: https://example.org/archive/ or build with --base-url")
    ]
  }
}
