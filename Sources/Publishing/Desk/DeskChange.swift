import ArchiveModel
import Loading

/// What a command of the desk would write: whole files, of which nothing is on disk yet.
public struct DeskChange: Sendable {
  /// What was asked, as a line that tells it again: `merge people/a people/b`.
  public var title: String
  /// The files, in the order of their paths.
  public var files: [FileChange]
  /// What the editor should know besides.
  public var notes: [String] = []

  /// Whether nothing would change.
  public var isEmpty: Bool { files.isEmpty }
}

/// The record files of an archive while a command edits them.
struct RecordEdits {
  private let archive: Archive
  private var edits: [String: (before: [UInt8]?, edit: AuthorityEdit)] = [:]
  /// The file of each record.
  private var pathOfID: [Slug: String] = [:]
  private var kindOfID: [Slug: EntityKind] = [:]

  init(_ archive: Archive) {
    self.archive = archive
    let prefix = archive.shownPath(of: "")
    for record in archive.authorities {
      pathOfID[record.id] = String(record.place.path.dropFirst(prefix.count))
      kindOfID[record.id] = record.kind
    }
  }

  func has(_ id: Slug) -> Bool { pathOfID[id] != nil }

  /// Edits the file of a record.
  mutating func edit<Value>(
    _ id: Slug, _ change: (inout AuthorityEdit) throws(EditRefusal) -> Value
  ) throws(DeskProblem) -> Value {
    guard let path = pathOfID[id] else {
      throw .misuse("no record has the id “\(id)”", help: nil)
    }
    return try edit(file: path, change)
  }

  /// Edits every file of records.
  mutating func editAll(
    _ change: (inout AuthorityEdit) throws(EditRefusal) -> Void
  ) throws(DeskProblem) {
    for path in Set(pathOfID.values).sorted() { try edit(file: path, change) }
  }

  /// Adds a record to the file that has most of its kind; where none has, to one named by the kind.
  mutating func add(_ id: Slug, _ kind: EntityKind, _ fields: [EditEntry]) throws(DeskProblem) {
    var counts: [String: Int] = [:]
    for (other, path) in pathOfID where kindOfID[other] == kind { counts[path, default: 0] += 1 }
    let fullest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let path = fullest ?? "authorities/\(kind.folder).yml"
    try edit(file: path) { edit throws(EditRefusal) in try edit.add(id, fields) }
    pathOfID[id] = path
    kindOfID[id] = kind
  }

  mutating func rename(_ id: Slug, to newID: Slug) throws(DeskProblem) {
    try edit(id) { edit throws(EditRefusal) in try edit.rename(id, to: newID) }
    try editAll { edit throws(EditRefusal) in try edit.replaceReferences(to: id, with: newID) }
    pathOfID[newID] = pathOfID.removeValue(forKey: id)
    kindOfID[newID] = kindOfID.removeValue(forKey: id)
  }

  /// Deletes a record; its comments.
  mutating func delete(_ id: Slug) throws(DeskProblem) -> [String] {
    let comments = try edit(id) { edit throws(EditRefusal) in try edit.delete(id) }
    pathOfID[id] = nil
    kindOfID[id] = nil
    return comments
  }

  /// The files that have changed.
  func finished() throws(DeskProblem) -> [FileChange] {
    var changes: [FileChange] = []
    for (path, (before, edit)) in edits.sorted(by: { $0.key < $1.key }) {
      let after = try DeskProblem.refusing { () throws(EditRefusal) in try edit.finished() }
      if after != before { changes.append(FileChange(path, before: before, after: after)) }
    }
    return changes
  }

  private mutating func edit<Value>(
    file path: String, _ change: (inout AuthorityEdit) throws(EditRefusal) -> Value
  ) throws(DeskProblem) -> Value {
    var (before, edit) = if let known = edits[path] { known } else { try opened(path) }
    let value = try DeskProblem.refusing { () throws(EditRefusal) in try change(&edit) }
    edits[path] = (before, edit)
    return value
  }

  private func opened(_ path: String) throws(DeskProblem) -> ([UInt8]?, AuthorityEdit) {
    let before = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try archive.contents(of: path)
    }
    let shown = archive.shownPath(of: path)
    return try DeskProblem.refusing { () throws(EditRefusal) in
      (before, try AuthorityEdit(before ?? [], path: shown))
    }
  }
}
