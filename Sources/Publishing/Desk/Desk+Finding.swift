import ArchiveModel
import Cataloguing
import Loading

extension Desk {
  /// The number of the entity that a user names: `people/lise-grande`, `lise-grande`, a former id,
  /// or its name as it is displayed.
  func find(_ text: String) throws(DeskProblem) -> Int {
    let wanted = text.trimmingSlashes
    let found = candidates(wanted)
    if found.count == 1 { return found[0] }
    if found.isEmpty { throw unknown(wanted) }
    let addresses = found.map { address(of: $0) }
    throw .misuse(
      "“\(text)” may be any of \(addresses.joined(separator: ", "))",
      help: "name the one that you mean in full, such as \(addresses[0])")
  }

  private func candidates(_ wanted: String) -> [Int] {
    let parts = wanted.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let kind = EntityKind(folderOrName: parts[0]) else { return [] }
      return numbers { $0.kind == kind && $0.id.description == parts[1] }
        .orIfEmpty(former("\(kind.folder)/\(parts[1])/"))
    }
    let byID = numbers { $0.id.description == wanted }
    if !byID.isEmpty { return byID }
    let byFormer = EntityKind.allCases.flatMap { former("\($0.folder)/\(wanted)/") }
    if !byFormer.isEmpty { return byFormer }
    let key = NameKey(wanted)
    guard !key.isEmpty else { return [] }
    return numbers { NameKey($0.name) == key }.orIfEmpty(named(key))
  }

  private func numbers(where isWanted: (Catalog.Entity) -> Bool) -> [Int] {
    catalog.entities.indices.filter { isWanted(catalog.entities[$0]) }
  }

  /// The entity that an old address leads to: by a record, or by what was public.
  private func former(_ path: String) -> [Int] {
    let record = archive.authorities.first { $0.formerAddresses.contains(path) }
    let now =
      record.map { IdentityLock.address(of: $0.id, $0.kind) } ?? publicLock.formerAddresses[path]
    guard let now else { return [] }
    return numbers { IdentityLock.address(of: $0.id, $0.kind) == now }
  }

  /// Those whose record has a name.
  private func named(_ key: NameKey) -> [Int] {
    catalog.entities.indices.filter { number in
      record(of: number)?.names.contains { NameKey($0) == key } ?? false
    }
  }

  private func unknown(_ wanted: String) -> DeskProblem {
    let hasKind = wanted.contains("/")
    let ids = catalog.entities.indices.map {
      hasKind ? address(of: $0) : catalog.entities[$0].id.description
    }
    let nearest =
      SpellingIndex(Set(ids)).nearest(to: wanted)
      ?? SpellingIndex(Set(catalog.entities.map(\.name))).nearest(to: wanted)
      ?? containing(wanted)
    return .misuse(
      "nothing in this archive has the id or the name “\(wanted)”",
      help: nearest.map { "did you mean \($0)?" }
        ?? "dateline entities list shows what there is")
  }

  /// The one that is named most often of those whose name holds all its words: "Grande".
  private func containing(_ wanted: String) -> String? {
    let words = Set(NameKey(wanted).text.split(separator: " "))
    guard !words.isEmpty else { return nil }
    let found = catalog.entities.indices.filter {
      words.isSubset(of: NameKey(catalog.entities[$0].name).text.split(separator: " "))
    }
    return found.max {
      catalog.entities[$0].mentionCount < catalog.entities[$1].mentionCount
    }.map { address(of: $0) }
  }

  /// The path in the content folder of an article that a user names: by that path, by one from
  /// where the program runs, by its address, or by its file's name if no other has it.
  func article(_ text: String) throws(DeskProblem) -> String {
    if archive.articleFiles.contains(text) { return text }
    let shown = archive.shownPath(of: "")
    if text.hasPrefix(shown), archive.articleFiles.contains(String(text.dropFirst(shown.count))) {
      return String(text.dropFirst(shown.count))
    }
    if case .paths(let paths)? = try? CheckScope([text], in: archive), let path = paths.first,
      path.hasPrefix(shown), archive.articleFiles.contains(String(path.dropFirst(shown.count)))
    {
      return String(path.dropFirst(shown.count))
    }
    let address = text.trimmingSlashes + "/"
    if let number = catalog.paths.firstIndex(of: address) { return catalog.articles[number].path }
    let named = archive.articleFiles.filter { file in
      let name = file.split(separator: "/").last ?? ""
      return name == text || name.prefix { $0 != "." } == text
    }
    if named.count == 1 { return named[0] }
    let nearest =
      SpellingIndex(Set(archive.articleFiles)).nearest(to: text)
      ?? archive.articleFiles.first { $0.contains(text) }
    throw .misuse(
      named.isEmpty
        ? "there is no article “\(text)”" : "several articles are called “\(text)”",
      help: (named.first ?? nearest).map { "did you mean \($0)?" }
        ?? "name its file, such as \(archive.articleFiles.first ?? "articles/talks.md")")
  }

  /// Takes a kind as a user writes it.
  public static func kind(_ text: String) throws(DeskProblem) -> EntityKind {
    if let kind = EntityKind(folderOrName: text) { return kind }
    let kinds = EntityKind.allCases.map(\.name)
    let nearest = Spelling.nearest(to: text.lowercased(), in: kinds)
    throw .misuse(
      "a kind is one of \(kinds.joined(separator: ", ")), not “\(text)”",
      help: nearest.map { "did you mean \($0)?" })
  }

  /// Takes an id as a user writes it.
  static func id(_ text: String) throws(DeskProblem) -> Slug {
    if let id = Slug(exactly: text) { return id }
    throw .misuse(
      "an id has lower-case letters a to z, digits, and hyphens between them, not “\(text)”",
      help: "write \(Slug(text))")
  }

  /// Takes a name as a user writes it: in one line, with something to read in it.
  static func name(_ text: String) throws(DeskProblem) -> String {
    let name = text.split { $0.isWhitespace }.joined(separator: " ")
    if !NameKey(name).isEmpty, name == name.visible { return name }
    throw .misuse(
      "“\(text)” is no name", help: "write at least a letter, and no control characters")
  }
}

extension EntityKind {
  /// Takes `person` and `people` alike.
  init?(folderOrName text: String) {
    let text = text.lowercased()
    guard
      let kind = EntityKind(name: text) ?? EntityKind.allCases.first(where: { $0.folder == text })
    else { return nil }
    self = kind
  }
}

extension String {
  fileprivate var trimmingSlashes: String {
    var text = self[...]
    while text.hasPrefix("/") { text = text.dropFirst() }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}

extension Array {
  fileprivate func orIfEmpty(_ other: @autoclosure () -> [Element]) -> [Element] {
    isEmpty ? other() : self
  }
}
