import ArchiveModel
import Cataloguing
import Loading

/// The pages of a site, found by what authors write for them: files, names, ids, old addresses.
struct LinkIndex: Sendable {
  /// What a link leads to.
  enum Finding: Sendable, Equatable {
    /// A page, and what follows its path: `#part`.
    case page(Address, suffix: String)
    /// An article that readers may not see yet, or an entity that they may not; where nobody looked
    /// for names, also a name’s page.
    case hidden
    case unknown
  }

  /// By path below the content folder: `articles/2017/talks.md`.
  private var byFile: [String: Address] = [:]
  /// By id, and by file name without extension, as Jekyll’s `post_url` has it.
  ///
  /// Of a bundle it is its folder's name. Nil where two share it.
  private var byName: [String: Address?] = [:]
  /// By path below the site's root: `2014/12/23/hub/`, pages and aliases.
  private var byAddress: [String: Address] = [:]
  /// The files of all articles and pages, read by readers or not.
  private let files: Set<String>
  private let basePath: String
  /// Whether the pages of names are known.
  private let knowsNames: Bool
  /// Addresses of entities that have no page by a rule of privacy.
  private var hiddenAddresses: Set<String> = []

  /// O(articles), and nothing at all where no body links to another page.
  init(_ catalog: Catalog, _ archive: Archive, _ parts: Site.Parts) {
    basePath = LinkIndex.basePath(of: archive.settings.baseURL)
    knowsNames = parts.readings.store != nil
    let pages = parts.pages + (parts.about.map { [$0] } ?? [])
    guard
      parts.readings.links.contains(where: { !$0.isEmpty })
        || pages.contains(where: { !$0.text.links.isEmpty })
        || parts.notes.values.contains(where: { !$0.links.isEmpty })
        || catalog.articles.contains(where: { $0.translationOf != nil })
    else {
      files = []
      return
    }
    files = Set(archive.articleFiles + archive.pageFiles)
    hiddenAddresses = parts.privacy.suppressed
    for entity in catalog.entities where entity.isPrivate {
      hiddenAddresses.insert(IdentityLock.address(of: entity.id, entity.kind))
    }
    for redirect in parts.redirects { byAddress[redirect.address] = redirect.target }
    for (number, article) in catalog.articles.enumerated() {
      add(article, at: catalog.paths[number], .article(number))
    }
    for (number, withdrawn) in catalog.withdrawn.enumerated() {
      add(withdrawn.article, at: withdrawn.path, .withdrawn(number))
    }
    for (number, page) in parts.pages.enumerated() {
      byFile[page.text.path] = .page(number)
      name(LinkIndex.stem(of: page.text.path), .page(number))
    }
    if let about = parts.about { byFile[about.text.path] = .about }
  }

  /// Adds the addresses of all other pages.
  mutating func add(_ addresses: [Address], of site: Site) {
    guard !files.isEmpty else { return }
    for address in addresses {
      if case .redirect = address { continue }
      byAddress[site.path(of: address)] = address
    }
  }

  private mutating func add(_ article: Article, at path: String, _ address: Address) {
    byFile[article.path] = address
    byAddress[path] = address
    name(LinkIndex.stem(of: article.path), address)
    if let id = article.id { name(id, address) }
  }

  private mutating func name(_ name: String, _ address: Address) {
    if let other = byName[name], other != address {
      byName[name] = .some(nil)
    } else {
      byName[name] = address
    }
  }

  /// What a target means in a file whose page stands at `page`; O(length).
  func find(_ target: String, from file: String, at page: String) -> Finding {
    let end = target.firstIndex { $0 == "#" || $0 == "?" } ?? target.endIndex
    let suffix = String(target[end...])
    guard var path = PercentEncoding.decoded(String(target[..<end])) else { return .unknown }
    // From the root of the content, as Zola writes it: `@/blog/talks.md`.
    if path.hasPrefix("@/") { path.removeFirst() }
    let isRooted = path.hasPrefix("/")
    if isRooted, suffix.hasPrefix("?") {
      let query = suffix.prefix { $0 != "#" }
      for address in addresses(String(path.dropFirst()), isRooted) {
        guard let found = byAddress[address + query] else { continue }
        return .page(found, suffix: String(suffix.dropFirst(query.count)))
      }
    }
    var candidates: [String] = []
    if !isRooted, let beside = MediaIndex.resolved(path, in: MediaIndex.folder(of: file)) {
      candidates.append(beside)
    }
    if let rooted = MediaIndex.resolved(path, in: []) {
      candidates += [rooted, "articles/" + rooted]
    }
    for candidate in candidates {
      for name in LinkIndex.fileNames(candidate) {
        if let address = byFile[name] { return .page(address, suffix: suffix) }
        if files.contains(name) { return .hidden }
      }
    }
    if !LinkIndex.namesText(path) {
      let parts = isRooted ? [] : page.split(separator: "/")
      if let resolved = MediaIndex.resolved(path, in: parts) {
        for address in addresses(resolved, isRooted) {
          if let found = byAddress[address] { return .page(found, suffix: suffix) }
          if hiddenAddresses.contains(address) { return .hidden }
        }
        if !knowsNames, EntityKind.allCases.contains(where: { resolved.hasPrefix($0.folder + "/") })
        {
          return .hidden
        }
      }
    }
    // A text is known by its name alone, in whatever folder it was on the old site.
    let parts = path.split(separator: "/")
    if let name = parts.last.map(String.init), parts.count == 1 || LinkIndex.namesText(path),
      let found = byName[LinkIndex.withoutExtension(name)], let found
    {
      return .page(found, suffix: suffix)
    }
    return .unknown
  }

  /// The forms in which a path may be an address, with and without that of `base_url` before it.
  private func addresses(_ path: String, _ isRooted: Bool) -> [String] {
    var paths = [path]
    if isRooted, !basePath.isEmpty, (path + "/").hasPrefix(basePath) {
      paths.append(String((path + "/").dropFirst(basePath.count).dropLast()))
    }
    return paths.flatMap { path in
      path.isEmpty
        ? [""]
        : [path, path + "/", path.hasSuffix("index.html") ? String(path.dropLast(10)) : path]
    }
  }

  /// The names of all files: those that an author may have meant.
  var fileNames: SpellingIndex {
    SpellingIndex(Set(files.map { String($0.split(separator: "/").last ?? "") }))
  }

  /// The nearest of the files' names, for a message.
  static func nearest(to target: String, in names: SpellingIndex) -> String? {
    let name = target.prefix { $0 != "#" && $0 != "?" }.split(separator: "/").last ?? ""
    return names.nearest(to: LinkIndex.namesText(String(name)) ? String(name) : name + ".md")
  }

  /// Whether a target names a text of the archive rather than an address.
  static func namesText(_ target: String) -> Bool {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    return path.hasSuffix(".md") || path.hasSuffix(".markdown")
  }

  /// An address of an author, with all percent-encoded that may not stand in one (RFC 3986).
  static func safe(_ target: String) -> String {
    PercentEncoding.encoded(target) { byte in
      (0x21...0x7E).contains(byte) && !"\"<>\\[]^`{|}".utf8.contains(byte)
    }
  }

  private static func fileNames(_ path: String) -> [String] {
    namesText(path) || path.hasSuffix(".txt")
      ? [path] : [path + ".md", path + "/index.md", path + ".markdown", path + ".txt"]
  }

  private static func stem(of path: String) -> String {
    let parts = path.split(separator: "/")
    let name = withoutExtension(String(parts.last ?? ""))
    return name == "index" && parts.count > 1 ? String(parts[parts.count - 2]) : name
  }

  private static func withoutExtension(_ name: String) -> String {
    for end in [".md", ".markdown", ".txt"] where name.hasSuffix(end) {
      return String(name.dropLast(end.count))
    }
    return name
  }

  private static func basePath(of base: String?) -> String {
    guard let base, let scheme = base.firstRange(of: "://") else { return "" }
    let path = base[scheme.upperBound...].drop { $0 != "/" }.split(separator: "/")
    return path.isEmpty ? "" : path.joined(separator: "/") + "/"
  }
}

extension Site {
  /// The links of all bodies, and of front matter, that lead to no page of the archive, without rendering any: O(links).
  var brokenLinks: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    lazy var names = linkIndex.fileNames
    func check(_ links: [LocalLink], _ file: String, _ page: Address) {
      for link in links
      where linkIndex.find(link.target, from: file, at: path(of: page)) == .unknown {
        diagnostics.append(
          Diagnostic(
            .linkBroken, "no page, article or file of the archive is “\(link.target)”",
            at: link.place,
            note: link.isRelation
              ? "it is left out"
              : LinkIndex.namesText(link.target)
                ? "only its text is shown" : "the link is kept as it is",
            suggestion: LinkIndex.nearest(to: link.target, in: names).map { "did you mean \($0)?" }
              ?? "name an article’s file, or write the whole address"))
      }
    }
    for number in catalog.articles.indices {
      check(
        readings.links[catalog.handles[number]], catalog.articles[number].path, .article(number))
    }
    func check(_ text: OwnText, _ page: Address) { check(text.links, text.path, page) }
    for number in pages.indices { check(pages[number].text, .page(number)) }
    if let ownAbout { check(ownAbout.text, .about) }
    for (number, entity) in catalog.entities.enumerated() where entity.hasPage {
      guard case .authority(let index) = entity.identity,
        let note = notes[authorities[Int(index)].id]
      else { continue }
      check(note, .entity(number, page: 1))
    }
    return diagnostics
  }
}
