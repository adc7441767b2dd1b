/// A stretch of a source file.
///
/// Line and column are found only when a person is told of it: see `Diagnostic.rendered(in:)`.
public struct SourceRange: Sendable, Hashable {
  /// The file, relative to the archive's folder, with `/` between the parts.
  public var path: String
  /// UTF-8 offsets into the decoded text of the file (DESIGN §11).
  public var offsets: Range<Int>

  /// Names a stretch of a file.
  public init(path: String, offsets: Range<Int> = 0..<0) {
    self.path = path
    self.offsets = offsets
  }
}
