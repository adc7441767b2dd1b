import ArchiveModel

/// Which file each address becomes; where two would become one, an error that names both.
struct PublishingPlan {
  /// A page and its file below the output folder.
  struct File: Sendable {
    var address: Address
    var path: String
  }

  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Plans all addresses of a site; O(addresses).
  ///
  /// Of two that collide the first in the order of `Site.addresses` stays. Paths are compared
  /// without regard to case, since some hosts and disks do not tell cases apart.
  init(_ site: Site) {
    var owners: [String: Address] = [:]
    owners.reserveCapacity(site.addresses.count)
    files.reserveCapacity(site.addresses.count)
    for address in site.addresses {
      let path = site.file(of: address)
      let key = path.lowercased()
      if let owner = owners[key] {
        if case .redirect(let number) = address, site.redirects[number].target == owner {
          continue  // An article's alias may be its own address, or differ from it in case alone.
        }
        diagnostics.append(PublishingPlan.collision(path, address, owner, site))
      } else {
        owners[key] = address
        files.append(File(address: address, path: path))
      }
    }
  }

  private static func collision(
    _ path: String, _ address: Address, _ owner: Address, _ site: Site
  ) -> Diagnostic {
    let place = site.origin(of: address)
    let other = site.origin(of: owner)
    return Diagnostic(
      .addressCollision,
      "the address /\(path.hasSuffix("index.html") ? String(path.dropLast(10)) : path) is "
        + (other == nil ? "one of Dateline’s own" : "taken already"),
      at: place ?? other ?? SourceRange(path: path), other: place == nil ? nil : other,
      note: PublishingPlan.note(address), suggestion: "choose another address")
  }

  private static func note(_ address: Address) -> String {
    switch address {
    case .redirect: "this alias leads nowhere in this build"
    case .article, .withdrawn: "the article has no page in this build"
    default: "this page is left out of this build"
    }
  }
}
