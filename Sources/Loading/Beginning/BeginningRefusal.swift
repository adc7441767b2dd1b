import ArchiveModel

/// Why something is not begun: nothing was written, and whoever asked can mend it.
public struct BeginningRefusal: Error, Sendable, Equatable {
  /// The rule, in one phrase.
  public var message: String
  /// What to do instead.
  public var help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

/// Why something could not be begun.
public enum BeginningFailure: Error, Sendable {
  /// What was asked for makes no sense, or stands in the way of what is there.
  case refused(BeginningRefusal)
  /// The machine refuses.
  case fault(EnvironmentFault)
}
