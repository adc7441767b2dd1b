import ArchiveModel
import Loading

extension Site {
  /// The map of old addresses for the host, or the list of them for all.
  func redirectFile(isList: Bool) -> [UInt8] {
    let root = absoluteRoot
    let target = { (address: Address) in RedirectMap.encoded(root + self.path(of: address)) }
    var entries = leadingRedirects.map { number in
      let redirect = redirects[number]
      return RedirectMap.Entry(
        path: root + redirect.path, query: redirect.query, target: target(redirect.target))
    }
    entries += catalog.withdrawn.map { RedirectMap.Entry(path: root + $0.path, target: nil) }
    let map = RedirectMap(entries: entries, root: root)
    return isList ? map.list : map.bytes(for: settings.host)
  }

  /// Whether an old address has a page that leads on.
  func isStub(_ number: Int) -> Bool {
    redirects[number].query == nil && settings.redirects != .maps
  }
}

extension PublishingPlan {
  /// The warning that a site has more files than its host takes; empty where it has not.
  func tooManyFiles(_ site: Site) -> [Diagnostic] {
    let settings = site.settings
    guard let maximum = settings.maximumFiles ?? settings.host.usualMaximumFiles,
      files.count + 1 > maximum  // The manifest is one more.
    else { return [] }
    let stubs = files.count { if case .redirect = $0.address { true } else { false } }
    let remedy =
      stubs > 0 && settings.host.hasMap
      ? "write redirects: maps, which saves \(Labels.count(stubs, "page", "pages"))"
      : "write a higher minimum_articles or page_size, or choose a host that takes more"
    return [
      Diagnostic(
        .filesTooMany,
        "the site has \(Labels.count(files.count + 1, "file", "files")), and its host takes "
          + Labels.grouped(maximum),
        at: SourceRange(path: site.archive.shownPath(of: "archive.yml")),
        note: "\(Labels.count(stubs, "of them leads", "of them lead")) from an old address to a "
          + "new one", suggestion: remedy)
    ]
  }
}

extension Settings.Host {
  /// How many files a host takes of those who pay nothing.
  fileprivate var usualMaximumFiles: Int? {
    self == .cloudflare ? 20_000 : nil
  }
}
