/// Why bytes are no gazetteer.
public enum GazetteerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file does not begin as a gazetteer does.
  case notAGazetteer
  /// Made by another version of `recognizer gazetteer`.
  case version(found: UInt32, expected: UInt32)
  /// Shorter than its header says, or a table that does not fit.
  case truncated
  /// The bytes are not those that were written.
  case checksum

  /// One line for a person, with what to do.
  public var description: String {
    switch self {
    case .notAGazetteer: "not a gazetteer: it does not begin with DLGAZ"
    case .version(let found, let expected):
      "a gazetteer of version \(found), but this program reads \(expected): "
        + "compile it again with `recognizer gazetteer`"
    case .truncated: "the gazetteer is cut short: compile it again with `recognizer gazetteer`"
    case .checksum:
      "the gazetteer is damaged (wrong checksum): compile it again with `recognizer gazetteer`"
    }
  }
}
