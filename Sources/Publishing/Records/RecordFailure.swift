import ArchiveModel

/// Why something is not done with files of records: whoever asked can mend it.
public struct RecordRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// The rule, in one phrase.
  public var message: String
  /// What to do instead.
  public var help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }

  /// Two lines for a person.
  public var description: String { "\(message)\n  = help: \(help)" }
}

/// Why something could not be done with files of records.
public enum RecordFailure: Error, Sendable {
  /// The file that was named is none, or is of another program or archive.
  case refused(RecordRefusal)
  /// The machine refuses, or the file is damaged.
  case fault(EnvironmentFault)
  /// The archive's own settings are wrong, so that nothing is read by them.
  case unsound([Diagnostic])
}
