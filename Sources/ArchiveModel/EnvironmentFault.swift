#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine refuses: a full disk, a folder without permission (exit code 3).
public struct EnvironmentFault: Error, Sendable, CustomStringConvertible {
  /// What was tried, as "write Public/index.html".
  public var action: String
  /// Why it failed, in the system's words or ours.
  public var reason: String
  /// What to do about it.
  public var suggestion: String?

  /// Whether it is what a program keeps for itself that is damaged: without that all goes well.
  package var isOfCache = false

  /// A fault with a reason of our own.
  public init(_ action: String, reason: String, suggestion: String? = nil) {
    self.action = action
    self.reason = reason
    self.suggestion = suggestion
  }

  /// A fault for which the system gave an error number (`errno`).
  public init(_ action: String, errno code: Int32) {
    self.init(action, reason: String(cString: strerror(code)))
  }

  /// One line for a person.
  public var description: String {
    "cannot \(action): \(reason)" + (suggestion.map { "\n  = help: \($0)" } ?? "")
  }
}
