import ArchiveModel
import Cataloguing
import Loading

extension Desk {
  /// Says that some articles mean someone else: a second record, and the articles' own word.
  ///
  /// - Parameters:
  ///   - entity: who keeps all other articles, and the address.
  ///   - articles: those that mean the other one.
  ///   - newName: the other's name; it differs, since a name of two records matches neither.
  ///   - own: another name and id for the first one too: then the address is neither's, and its
  ///     page asks which of the two is meant.
  public func splitting(
    _ entity: String, articles: [String], name newName: String, id newID: String,
    own: (name: String, id: String)? = nil
  ) throws(DeskProblem) -> DeskChange {
    let number = try find(entity)
    let kind = catalog.entities[number].kind
    let name = try Desk.name(newName)
    let id = try Desk.id(newID)
    try checkFree(id, kind)
    try checkUnclaimed(name, number)
    var paths: [String] = []
    for article in articles {
      let path = try self.article(article)
      if !paths.contains(path) { paths.append(path) }
    }
    let surfaces = try surfaces(of: number, in: paths)

    var edits = RecordEdits(archive)
    var title = ["split", address(of: number), "--id", id.description, "--name", Desk.quoted(name)]
    let former = catalog.entities[number].id
    let first: Slug
    if let own {
      let ownName = try Desk.name(own.name)
      let ownID = try Desk.id(own.id)
      guard ownID != id, ownID != former else {
        throw .misuse("“\(ownID)” is no id of its own", help: "choose three ids that differ")
      }
      guard NameKey(ownName) != NameKey(name) else {
        throw .misuse("both would be called “\(name)”", help: "add what tells them apart")
      }
      first = try rename(number, to: ownName, id: ownID, in: &edits)
      title += ["--own-id", ownID.description, "--own-name", Desk.quoted(ownName)]
    } else {
      first = try recorded(number, in: &edits)
    }
    try edits.add(
      id, kind,
      [
        EditEntry("type", .text(kind.name)), EditEntry("name", .text(name)),
        EditEntry("not_same_as", .texts([first.description])),
      ] + (own == nil ? [] : [EditEntry("former_ids", .texts([former.description]))]))
    try edits.edit(first) { edit throws(EditRefusal) in
      try edit.append([id.description], to: "not_same_as", of: first)
      if own != nil { try edit.append([former.description], to: "former_ids", of: first) }
    }
    var files = try edits.finished()
    for path in paths {
      files += try editArticle(path) { edit throws(EditRefusal) in
        for surface in surfaces[path] ?? [] { try edit.identify(surface, as: id) }
      }
    }
    return DeskChange(
      title: (title + ["--articles"] + paths).joined(separator: " "),
      files: files.sorted { $0.path < $1.path })
  }

  /// The articles that name an entity, each with a sentence: for an editor who is to say which mean
  /// someone else.
  public func articles(
    of entity: String, columns: Int, hasColor: Bool
  ) throws(DeskProblem) -> String {
    let number = try find(entity)
    let sentences = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try self.sentences(of: number, limit: .max)
    }
    let ink = Ink(isOn: hasColor)
    var lines: [String] = []
    for sentence in sentences {
      let date = sentence.date == .undated ? "" : "  \(sentence.date.withoutTime)"
      lines.append(ink.paint(sentence.path.visible, .bold) + date)
      lines += sentence.lines(columns: columns, indent: 4, ink: ink)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Parts

  /// A strong name of two records matches neither: the other's name is to differ from all.
  private func checkUnclaimed(_ name: String, _ number: Int) throws(DeskProblem) {
    let key = NameKey(name)
    let entity = catalog.entities[number]
    let claimant = archive.authorities.first { record in
      ([record.name] + record.names).contains { NameKey($0) == key }
    }
    guard NameKey(entity.name) == key || claimant != nil else { return }
    let owner = claimant?.id ?? entity.id
    throw .misuse(
      "“\(name)” is the name of \(owner) already, and no text could tell the two apart",
      help: "add what tells them apart, such as \"\(name) (born 1970)\"")
  }

  /// The forms by which articles name an entity: for those that have each of them.
  private func surfaces(
    of number: Int, in paths: [String]
  ) throws(DeskProblem) -> [String: [String]] {
    let mentions = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try self.mentions(of: number)
    }
    var surfaces: [String: [String]] = [:]
    for mention in mentions {
      let path = catalog.articles[mention.article].path
      if !surfaces[path, default: []].contains(mention.surface) {
        surfaces[path, default: []].append(mention.surface)
      }
    }
    let appearances = catalog.appearances[catalog.entities[number].appearances]
    let all = Set(appearances.map { catalog.articles[Int($0.article)].path })
    for path in paths {
      guard all.contains(path) else {
        throw .misuse(
          "\(path) does not name \(address(of: number))",
          help: "dateline entities split \(address(of: number)) shows the articles that do")
      }
      // The headline alone has it.
      if surfaces[path] == nil { surfaces[path] = [catalog.entities[number].name] }
    }
    guard paths.count < all.count else {
      throw .misuse(
        "these are all the articles that name \(address(of: number))",
        help: "give it another name and id: dateline entities rename")
    }
    return surfaces
  }
}
