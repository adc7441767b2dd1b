import ArchiveModel
import Loading

extension Archive {
  /// The path of `base_url`, from its host's root: for the page that is served at any depth.
  var absoluteRoot: String {
    guard let base = settings.baseURL, let scheme = base.firstRange(of: "://") else { return "/" }
    let rest = base[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    return rest[slash...].hasSuffix("/") ? String(rest[slash...]) : rest[slash...] + "/"
  }

  /// The path of `base_url` without escapes: whoever writes it for a host encodes it once.
  ///
  /// One that would hold line ends stays as it is.
  package var decodedRoot: String {
    guard let root = PercentEncoding.decoded(absoluteRoot),
      root.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return absoluteRoot }
    return root
  }

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
