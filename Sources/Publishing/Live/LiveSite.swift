import ArchiveModel
import Cataloguing
import Loading
import Recognition

/// A site in memory, of which any file can be asked for; a value that never changes once it is
/// shown.
package struct LiveSite: Sendable {
  let site: Site
  let texts: TextReader
  let names: NameReader
  let lock: IdentityLock
  let publicLock: IdentityLock
  let gazetteer: Gazetteer
  let options: Build.Options
  private let files: [String: Address]
  /// Old addresses for which the host's map is asked, by path: they have no file.
  private let redirects: [String: Address]
  /// The numbers of the articles by their paths below the content folder.
  private let numbers: [String: Int]
  private let leaks: LeakGuard
  /// Sites in which one article is as it was edited, by its number.
  private(set) var revised: [Int: Site] = [:]
  /// What was found, sorted.
  package private(set) var diagnostics: [Diagnostic]
  /// Whether nothing is shown that the rules of privacy may have meant to hide.
  package let isPublishable: Bool

  init(_ assembly: SiteAssembly, _ parts: LiveAssembly) {
    site = assembly.site
    texts = parts.texts
    names = parts.names
    lock = assembly.lock
    publicLock = parts.surroundings.lock
    gazetteer = parts.surroundings.gazetteer
    options = parts.options
    files = Dictionary(
      assembly.plan.files.lazy.map { ($0.path, $0.address) },
      uniquingKeysWith: { first, _ in first })
    let site = site
    redirects = Dictionary(
      site.leadingRedirects.lazy.filter { site.redirects[$0].query == nil }
        .map { (site.redirects[$0].path, site.redirects[$0].target) },
      uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(
      site.catalog.articles.indices.lazy.map { (site.catalog.articles[$0].path, $0) },
      uniquingKeysWith: { first, _ in first })
    leaks = LeakGuard(of: site.archive)
    isPublishable = assembly.isPublishable
    diagnostics = (parts.problems + assembly.diagnostics).sorted()
  }

  // MARK: What it is

  /// The archive that it shows.
  package var archive: Archive { site.archive }
  /// The folder of its pages from the host's root, decoded, with a slash on both sides: `/paper/`.
  package var root: String { site.decodedRoot }
  /// A path below the root as a browser is sent there: from the host's root, encoded.
  package func location(_ path: String) -> String {
    PercentEncoding.encoded(root + path) {
      $0 > 0x20 && $0 < 0x7F
        && ![UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
    }
  }
  /// How many articles it shows.
  package var articleCount: Int { site.catalog.articles.count }
  /// How many entities have a page.
  package var entityPageCount: Int { site.catalog.entities.count { $0.hasPage } }
  /// How many files a build would write, its search index not counted.
  package var fileCount: Int { files.count }

  /// What is wrong with an article, by its file's path in diagnostics.
  package func problems(ofFile path: String) -> [Diagnostic] {
    diagnostics.filter { $0.place.path == path || $0.other?.path == path }
  }

  // MARK: Files

  /// What a request gets.
  package enum Finding: Sendable, Equatable {
    /// A file of the site, by its path: `2017/03/26/slug/index.html`.
    case file(String)
    /// Another path below the root: that of a folder without its slash, or an old address.
    case elsewhere(String)
    case missing
  }

  /// What is at a path below the root, as a web server of plain files would have it.
  package func find(_ path: String) -> Finding {
    if path.isEmpty || path.hasSuffix("/") {
      if files[path + "index.html"] != nil { return .file(path + "index.html") }
    } else {
      if files[path] != nil { return .file(path) }
      if files[path + "/index.html"] != nil { return .elsewhere(path + "/") }
    }
    if let target = redirects[path] ?? redirects[path + "/"] {
      return .elsewhere(site.path(of: target))
    }
    return .missing
  }

  /// What a file of the site holds.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A file on disk, whose copy on the site is equal to it.
    case copy(of: String)
  }

  /// A file of the site.
  package struct File: Sendable {
    /// What it holds.
    package let content: Content
    /// Its media type.
    package let type: String
  }

  /// Renders a file of the site, by its path; nil where there is none.
  ///
  /// - Throws: An `EnvironmentFault` where a picture cannot be read, or a page is not shown since
  ///   it would show a name that is redacted.
  package func file(_ path: String) throws(EnvironmentFault) -> File? {
    guard let address = files[path] else { return nil }
    if case .media(let number) = address,
      let original = try site.archive.unchangedCopy(of: site.media[number])
    {
      return File(content: .copy(of: original), type: mediaType(of: address, path))
    }
    let article = article(at: address)
    let bytes = try (article.flatMap { revised[$0] } ?? site).render(address)
    if let leak = leaks.leak(in: bytes, at: path) {
      throw EnvironmentFault("show \(path)", reason: leak.message, suggestion: leak.suggestion)
    }
    return File(content: .bytes(bytes), type: mediaType(of: address, path))
  }

  /// The page for a wrong address.
  package func notFound() throws(EnvironmentFault) -> [UInt8] { try site.render(.notFound) }

  /// Where the article at a path of an older site is now, where that has moved; nil where it has
  /// not, or is gone.
  package func moved(_ path: String, from older: LiveSite) -> String? {
    guard let address = older.files[path], let number = older.article(at: address),
      let now = numbers[older.site.catalog.articles[number].path],
      site.catalog.paths[now] != older.site.catalog.paths[number]
    else { return nil }
    return site.catalog.paths[now]
  }

  /// The number of the article whose page a file is.
  func article(ofPage path: String) -> Int? { files[path].flatMap(article(at:)) }

  /// The file of the article whose page a file is, as diagnostics name it.
  package func articleFile(ofPage path: String) -> String? {
    article(ofPage: path).map { archive.shownPath(of: site.catalog.articles[$0].path) }
  }

  private func article(at address: Address) -> Int? {
    if case .article(let number) = address { number } else { nil }
  }

  private func mediaType(of address: Address, _ path: String) -> String {
    switch address {
    case .feed(let feed): feed.form.mediaType
    case .openSearch: "application/opensearchdescription+xml"
    default: LiveSite.mediaType(of: path)
    }
  }

  /// The media type of a file by the end of its name.
  package static func mediaType(of path: String) -> String {
    let name = path.lowercased()
    return MediaTypes.bySuffix.first { name.hasSuffix($0.suffix) }?.type
      ?? "application/octet-stream"
  }

  // MARK: Edits

  /// Shows an article as it was edited on its own page, where that can be done at once.
  ///
  /// Every other page stays as it was until the site is made anew, which alone is exact.
  /// - Returns: Whether it can.
  package mutating func revise(_ revision: LiveRevision) throws(EnvironmentFault) -> Bool {
    let path = revision.now.article.path
    diagnostics = (diagnostics.filter { $0.place.path != revision.path } + revision.problems)
      .sorted()
    guard revision.staysInPlace, let number = numbers[path] else { return false }
    revised[number] = try site.revising(number, to: revision.now)
    return true
  }
}
