import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which files of an archive a check tells of.
public enum CheckScope: Sendable {
  /// All of them.
  case everything
  /// Files, and all files below folders, by their paths in diagnostics: `Content/articles/2017`.
  case paths(Set<String>)

  /// What a user named that is no part of the archive.
  public struct Stranger: Error {
    /// As it was named.
    public let name: String
    /// Whether there is such a file or folder at all.
    public let exists: Bool
  }

  /// The files and folders that a user names, relative to the folder in which the program runs;
  /// all files of the archive where none is named.
  public init(_ names: [String], in archive: Archive) throws(Stranger) {
    var paths: Set<String> = []
    for name in names {
      guard let real = CheckScope.resolved(name) else { throw Stranger(name: name, exists: false) }
      guard let path = CheckScope.path(real, in: archive) else {
        throw Stranger(name: name, exists: true)
      }
      paths.insert(path)
    }
    self = names.isEmpty || paths.contains("") ? .everything : .paths(paths)
  }

  /// Whether a file is told of, by its path in diagnostics; O(length).
  func contains(_ shownPath: String) -> Bool {
    guard case .paths(let paths) = self else { return true }
    var path = shownPath[...]
    while !paths.contains(String(path)) {
      guard let slash = path.lastIndex(of: "/") else { return false }
      path = path[..<slash]
    }
    return true
  }

  /// The path that diagnostics have for a file or folder; the content may lie elsewhere, and a
  /// link lead to it.
  private static func path(_ real: String, in archive: Archive) -> String? {
    for (folder, shown) in [
      (archive.contentFolder, archive.shownPath(of: "")), (archive.root, ""),
    ] {
      guard let folder = resolved(folder) else { continue }
      if real == folder { return shown.hasSuffix("/") ? String(shown.dropLast()) : shown }
      let prefix = folder == "/" ? folder : folder + "/"
      if real.hasPrefix(prefix) { return shown + real.dropFirst(prefix.count) }
    }
    return nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
