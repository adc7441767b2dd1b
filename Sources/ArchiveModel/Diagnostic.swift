/// Something in the content that its author can mend.
///
/// A diagnostic is a value: it is collected and stops nothing. Severity belongs to the code
/// (DESIGN §11): an *error* leaves the article out of the build, a *warning* drops or repairs
/// one value.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// The article is left out of this build; the exit code is 1.
    case error
    /// One value is dropped or repaired; the exit code stays 0, or is 1 with `--strict`.
    case warning

    /// Errors stand before warnings.
    public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  /// What kind of problem.
  public var code: Code
  /// The rule that was broken, in one specific phrase.
  public var message: String
  /// Where, as UTF-8 offsets.
  public var place: SourceRange
  /// The other place of a collision.
  public var other: SourceRange?
  /// What the build did about it.
  public var note: String?
  /// What to write instead, as an instruction.
  public var suggestion: String?

  /// Describes a problem.
  public init(
    _ code: Code, _ message: String, at place: SourceRange, other: SourceRange? = nil,
    note: String? = nil, suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.other = other
    self.note = note
    self.suggestion = suggestion
  }

  /// How bad it is.
  public var severity: Severity { code.severity }
}

extension Diagnostic: Comparable {
  /// By file, place, code and words, so that two builds report in one order.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.place.path, a.place.offsets.lowerBound, a.code.rawValue, a.message)
      < (b.place.path, b.place.offsets.lowerBound, b.code.rawValue, b.message)
  }
}
