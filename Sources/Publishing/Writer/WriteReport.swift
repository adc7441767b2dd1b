/// What a build did to its output folder.
public struct WriteReport: Sendable, Equatable {
  /// Files that were new or had changed.
  public var written = 0
  /// Files that were left as they were.
  public var unchanged = 0
  /// Files of an earlier build that are no longer part of the site.
  public var removed = 0
  /// The size of all files of the site.
  public var bytes = 0
  /// The size of those that were written.
  public var bytesWritten = 0
  /// Files that could not be written without harm to what is not ours, by path.
  public var refusals: [Refusal] = []

  /// A report of these figures.
  public init(
    written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytes: Int = 0, bytesWritten: Int = 0,
    refusals: [Refusal] = []
  ) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytes = bytes
    self.bytesWritten = bytesWritten
    self.refusals = refusals
  }

  /// All files of the site.
  public var files: Int { written + unchanged }

  /// A file that was not written.
  public struct Refusal: Sendable, Hashable {
    /// The path as it was asked for.
    public var path: String
    /// Why.
    public var reason: Reason

    /// Names a path and why.
    public init(path: String, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }

  /// Why a file was not written.
  public enum Reason: Sendable, Hashable {
    /// A file stands there that Dateline did not write.
    case foreignFile
    /// A folder stands there that holds what Dateline did not write.
    case foreignFolder
    /// A part of the path is a file, where a folder is needed: this one.
    case fileInTheWay(String)
    /// A part of the path is a symbolic link, and may lead out of the folder: this one.
    case symbolicLink(String)
    /// The path leads out of the folder, or has a name that no file may have (`OutputPath`).
    case invalidPath
    /// Two files of the site have this path.
    case writtenTwice
  }
}

extension WriteReport.Reason: CustomStringConvertible {
  /// The reason, to stand behind a path and a colon.
  public var description: String {
    switch self {
    case .foreignFile: "a file that Dateline did not write is in its place"
    case .foreignFolder: "a folder with files that Dateline did not write is in its place"
    case .fileInTheWay(let path): "\(path) is a file, and would have to be a folder"
    case .symbolicLink(let path): "\(path) is a symbolic link, which may lead out of the folder"
    case .invalidPath: "the path leads out of the folder, or has a name that is not allowed"
    case .writtenTwice: "two files of the site have this path"
    }
  }
}

extension WriteReport {
  /// Adds up the reports of parts.
  static func + (a: WriteReport, b: WriteReport) -> WriteReport {
    WriteReport(
      written: a.written + b.written, unchanged: a.unchanged + b.unchanged,
      removed: a.removed + b.removed, bytes: a.bytes + b.bytes,
      bytesWritten: a.bytesWritten + b.bytesWritten, refusals: a.refusals + b.refusals)
  }
}
