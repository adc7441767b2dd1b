import ArchiveModel
import Loading

/// Why a command of the desk does nothing.
public enum DeskProblem: Error, Sendable {
  /// What was asked for is not there, or makes no sense: exit code 2.
  case misuse(String, help: String?)
  /// What the archive holds stands in the way: exit code 1.
  case refused(EditRefusal)
  /// A file was changed meanwhile: exit code 1.
  case conflict(path: String)
  /// The machine refuses: exit code 3.
  case fault(EnvironmentFault)

  /// What a person is told.
  public func rendered(in archive: Archive) -> String {
    switch self {
    case .misuse(let message, let help):
      "error: \(message.visible)" + (help.map { "\n  = help: \($0.visible)" } ?? "")
    case .refused(let refusal):
      refusal.rendered(in: archive.text(of: refusal.place.path))
    case .conflict(let path):
      """
      error: \(archive.shownPath(of: path).visible) has changed since it was read
        = note: nothing was written
        = help: save it in your editor, and try again
      """
    case .fault(let fault): "error: \(fault)"
    }
  }
}

extension DeskProblem {
  /// Runs what an edit may refuse.
  static func refusing<Value>(
    _ edit: () throws(EditRefusal) -> Value
  ) throws(DeskProblem) -> Value {
    do throws(EditRefusal) { return try edit() } catch { throw .refused(error) }
  }

  /// Runs what the machine may refuse.
  static func faulting<Value>(
    _ work: () throws(EnvironmentFault) -> Value
  ) throws(DeskProblem) -> Value {
    do throws(EnvironmentFault) { return try work() } catch { throw .fault(error) }
  }
}
