import ArchiveModel
import Loading

extension Site {
  /// The map of old addresses for the host, or the list of them for all.
  func redirectFile(isList: Bool) -> [UInt8] {
    let map = redirectMap
    return isList ? map.list : map.bytes(for: settings.host)
  }

  /// The old addresses and where they lead.
  var redirectMap: RedirectMap {
    let root = decodedRoot
    let target = { (address: Address) in RedirectMap.encoded(root + self.path(of: address)) }
    var entries = leadingRedirects.map { number in
      let redirect = redirects[number]
      return RedirectMap.Entry(
        path: root + redirect.path, query: redirect.query, target: target(redirect.target))
    }
    entries += catalog.withdrawn.map { RedirectMap.Entry(path: root + $0.path, target: nil) }
    return RedirectMap(entries: entries, root: root)
  }

  /// The path of `base_url` without escapes.
  var decodedRoot: String { archive.decodedRoot }

  /// Whether an old address has a page that leads on.
  func isStub(_ number: Int) -> Bool {
    redirects[number].query == nil && settings.redirects != .maps && !budget.drops(.stubs)
  }
}
