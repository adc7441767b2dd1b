import ArchiveModel
import Loading

extension Desk {
  /// Writes a change: each file whole or not at all, and only if all are still as they were read.
  ///
  /// It is noted first, so that `undo` can take it back.
  public static func apply(_ change: DeskChange, to archive: Archive) throws(DeskProblem) {
    let journal = UndoJournal(of: archive)
    let entry = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try journal.begin(change.title, change.files)
    }
    do throws(FileChangeFailure) {
      try archive.apply(change.files)
    } catch {
      switch error {
      case .conflict(let path):
        // Files are looked at before the first is written: nothing was, or `undo` is needed.
        if isUntouched(change, in: archive) { journal.forget(entry) }
        throw .conflict(path: path)
      case .fault(let fault): throw .fault(fault)
      }
    }
  }

  /// What takes the last command back.
  ///
  /// Files that the command did not come to change are left alone; where one was changed since,
  /// nothing is done.
  public static func undoing(
    in archive: Archive
  ) throws(DeskProblem) -> (change: DeskChange, entry: UndoJournal.Entry) {
    guard let entry = UndoJournal(of: archive).last else {
      throw .misuse("there is nothing to take back", help: nil)
    }
    var files: [FileChange] = []
    for change in entry.changes {
      let now = try DeskProblem.faulting { () throws(EnvironmentFault) in
        try archive.contents(of: change.path)
      }
      if now == change.before { continue }
      guard now == change.after else {
        throw .refused(
          EditRefusal(
            "this file was changed after “\(entry.title)”, which cannot be taken back any more",
            at: SourceRange(path: archive.shownPath(of: change.path)),
            suggestion: "correct it by hand; what it was before is in your version control"))
      }
      files.append(FileChange(change.path, before: now, after: change.before))
    }
    return (DeskChange(title: "undo: \(entry.title)", files: files), entry)
  }

  /// Takes a command back.
  public static func undo(
    _ change: DeskChange, of entry: UndoJournal.Entry, in archive: Archive
  ) throws(DeskProblem) {
    do throws(FileChangeFailure) {
      try archive.apply(change.files)
    } catch {
      switch error {
      case .conflict(let path): throw .conflict(path: path)
      case .fault(let fault): throw .fault(fault)
      }
    }
    UndoJournal(of: archive).forget(entry)
  }

  private static func isUntouched(_ change: DeskChange, in archive: Archive) -> Bool {
    change.files.allSatisfy { file in
      do throws(EnvironmentFault) {
        return try archive.contents(of: file.path) != file.after
      } catch {
        return false
      }
    }
  }
}
