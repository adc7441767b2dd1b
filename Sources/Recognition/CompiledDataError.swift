/// Why bytes are not the compiled data that they should be.
public struct CompiledDataError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What the bytes should be.
  public enum File: Sendable, Hashable {
    /// What `recognizer gazetteer` compiles.
    case gazetteer
    /// What `recognizer train` writes.
    case model
  }

  /// What is wrong with them.
  public enum Reason: Sendable, Hashable {
    /// They do not begin as such a file does.
    case other
    /// Made by another version of the maintainers' command.
    case version(found: UInt32, expected: UInt32)
    /// Shorter than their header says, or a table that does not fit.
    case truncated
    /// Not those that were written.
    case checksum
  }

  /// What the bytes should be.
  public var file: File
  /// What is wrong with them.
  public var reason: Reason

  init(_ file: File, _ reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// One line for a person, with what to do.
  public var description: String {
    let (name, start, remedy) =
      switch file {
      case .gazetteer: ("gazetteer", "DLGAZ", "compile it again with `recognizer gazetteer`")
      case .model: ("model", "DLMODEL", "train it again with `recognizer train`")
      }
    return switch reason {
    case .other: "not a \(name): it does not begin with \(start)"
    case .version(let found, let expected):
      "a \(name) of version \(found), but this program reads \(expected): \(remedy)"
    case .truncated: "the \(name) is cut short: \(remedy)"
    case .checksum: "the \(name) is damaged (wrong checksum): \(remedy)"
    }
  }
}
