import ArchiveModel
import Loading

/// What an editor asks of a name beside the page: the desk's own commands.
package enum LiveFix: Sendable, Equatable {
  /// It is no name, in any article.
  case ignore(name: String)
  /// It is no name in this article.
  case unlink(name: String, article: String)
  /// In this article it stands for another entity.
  case identify(name: String, article: String, entity: String)
  /// The entity is to have a record.
  case record(entity: String)
  /// The last command is to be taken back.
  case undo

  /// Reads a request, a JSON object: `{"action": "unlink", "name": "May", "article": "…"}`; nil
  /// where it is none.
  package init?(_ request: [UInt8]) {
    guard let fields = JSONFields(request) else { return nil }
    switch (fields["action"], fields["name"], fields["article"], fields["entity"]) {
    case ("ignore", let name?, _, _): self = .ignore(name: name)
    case ("unlink", let name?, let article?, _): self = .unlink(name: name, article: article)
    case ("identify", let name?, let article?, let entity?):
      self = .identify(name: name, article: article, entity: entity)
    case ("record", _, _, let entity?): self = .record(entity: entity)
    case ("undo", _, _, _): self = .undo
    default: return nil
    }
  }
}

extension LiveSite {
  /// What came of a fix: the command that it was, and the files that it wrote.
  package struct Fixed: Sendable {
    /// As `dateline entities` would have it: `ignore "Spring Offensive"`.
    package let title: String
    /// As diagnostics name them; none where it was so already.
    package let files: [String]
  }

  /// Writes what an editor asks for, as `dateline entities` does.
  package func apply(_ fix: LiveFix) throws(DeskProblem) -> Fixed {
    let desk = Desk(of: self)
    let change: DeskChange
    switch fix {
    case .ignore(let name): change = try desk.ignoring(name)
    case .unlink(let name, let article): change = try desk.unlinking(name, in: article)
    case .identify(let name, let article, let entity):
      change = try desk.identifying(name, in: article, as: entity)
    case .record(let entity): change = try desk.recording(entity)
    case .undo:
      let (undone, entry) = try Desk.undoing(in: archive)
      try Desk.undo(undone, of: entry, in: archive)
      return fixed(undone)
    }
    if !change.isEmpty { try Desk.apply(change, to: archive) }
    return fixed(change)
  }

  private func fixed(_ change: DeskChange) -> Fixed {
    Fixed(title: change.title, files: change.files.map { archive.shownPath(of: $0.path) })
  }
}
