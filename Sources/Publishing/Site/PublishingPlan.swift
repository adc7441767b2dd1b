import ArchiveModel

/// Which file each address becomes; where two would become one, an error that names both.
struct PublishingPlan {
  /// A page and its file below the output folder.
  struct File: Sendable {
    var address: Address
    var path: String
  }

  private(set) var files: [File] = []
  /// The numbers of the old addresses that meet no page.
  private(set) var redirects: [Int] = []
  /// The addresses that another has the place of.
  private(set) var leftOut: Set<Address> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The files in the batches that tasks take, without the record of the build, which tells of all
  /// others: those that take longest first and each alone, so that no core is left with them at the
  /// end.
  var batches: [[File]] {
    let files = files.filter { $0.address != .buildRecord }
    let long = files.filter { $0.address.isOfWholeArchive }.map { [$0] }
    let rest = files.filter { !$0.address.isOfWholeArchive }
    return long + rest.indices.pieces(of: 16).map { Array(rest[$0]) }
  }

  /// Plans all addresses of a site; O(addresses).
  ///
  /// Of two that collide the first in the order of `Site.addresses` stays, also where one is a
  /// file and the other would stand in a folder of its name. Paths are compared without regard to
  /// case, since some hosts and disks do not tell cases apart.
  init(_ site: Site) {
    var owners: [String: Address] = [:]
    /// Folders that have a dot in their path, as only an author can name them: files have one too.
    var dottedFolders: [String: Address] = [:]
    owners.reserveCapacity(site.addresses.count)
    files.reserveCapacity(site.addresses.count)
    for address in site.addresses {
      if case .citation(let number, _) = address, leftOut.contains(.article(number)) {
        leftOut.insert(address)
        continue
      }
      let path = site.file(of: address)
      let key = path.lowercased()
      let folders = PublishingPlan.dottedFolders(of: key)
      if let owner = owners[key] ?? dottedFolders[key]
        ?? folders.lazy.compactMap({ owners[$0] }).first
      {
        if case .redirect(let number) = address, site.redirects[number].target == owner {
          continue  // An article's alias may be its own address, or differ from it in case alone.
        }
        diagnostics.append(PublishingPlan.collision(path, address, owner, site))
        leftOut.insert(address)
      } else if case .redirect = address, ReservedAddress.isPage(PublishingPlan.folder(of: path)) {
        diagnostics.append(PublishingPlan.collision(path, address, nil, site))
      } else {
        owners[key] = address
        for folder in folders where dottedFolders[folder] == nil { dottedFolders[folder] = address }
        if case .redirect(let number) = address {
          redirects.append(number)
          guard site.isStub(number) else { continue }
        }
        files.append(File(address: address, path: path))
      }
    }
  }

  /// The folders around a file from the first that has a dot in its name: `old/page.html`,
  /// `old/page.html/x` of `old/page.html/x/index.html`.
  private static func dottedFolders(of path: String) -> [String] {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      path.utf8[..<slash].contains(UInt8(ascii: "."))
    else { return [] }
    var folders: [String] = []
    var folder = path[..<slash]
    while folder.utf8.contains(UInt8(ascii: ".")) {
      folders.append(String(folder))
      folder = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? ""
    }
    return folders
  }

  private static func collision(
    _ path: String, _ address: Address, _ owner: Address?, _ site: Site
  ) -> Diagnostic {
    let place = site.origin(of: address)
    let other = owner.flatMap(site.origin)
    return Diagnostic(
      .addressCollision,
      "the address /\(folder(of: path)) is "
        + (other == nil ? "one of Dateline’s own" : "taken already"),
      at: place ?? other ?? SourceRange(path: path), other: place == nil ? nil : other,
      note: PublishingPlan.note(address), suggestion: "choose another address")
  }

  /// `old/` of `old/index.html`; any other file's own path.
  private static func folder(of path: String) -> String {
    path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
  }

  private static func note(_ address: Address) -> String {
    switch address {
    case .redirect: "this alias leads nowhere in this build"
    case .article, .withdrawn: "the article has no page in this build"
    default: "this page is left out of this build"
    }
  }
}

extension Address {
  /// Whether its file is made of all articles or names, or those of a year.
  fileprivate var isOfWholeArchive: Bool {
    switch self {
    case .front, .kind, .dates, .terms, .names, .map, .redirectMap, .redirectList, .articleData,
      .sitemap, .citations:
      true
    case .feed(let feed): feed.scope == .archive
    case .article, .withdrawn, .entity, .period, .term, .letter, .search, .about, .page, .notFound,
      .redirect, .disambiguation, .robots, .openSearch, .citation, .buildRecord, .humans,
      .security, .hostFile, .asset, .media:
      false
    }
  }
}
