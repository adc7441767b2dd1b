import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lists the files below a folder of the content, in the order of their paths' bytes.
///
/// Names that begin with a dot are not looked at. Symbolic links are followed to files inside the
/// content folder only, and never to folders, so that no loop can hold the walk.
struct FolderWalk {
  /// The folder that all paths are relative to.
  let contentFolder: String
  /// What stands before content paths in diagnostics.
  let displayPrefix: String

  /// The files found, relative to the content folder.
  private(set) var files: [String] = []
  /// What was passed over, and why.
  private(set) var diagnostics: [Diagnostic] = []

  init(contentFolder: String, displayPrefix: String) {
    self.contentFolder = contentFolder
    self.displayPrefix = displayPrefix
  }

  /// What a directory holds.
  private struct Entry {
    /// Relative to the content folder; a folder's ends in `/`, so that sorting the entries of each
    /// folder sorts all paths.
    var path: String
    var isFolder: Bool
  }

  /// Adds the files below `folder` (as `articles`); nothing if there is no such folder.
  mutating func add(_ folder: String, where isWanted: (_ name: String) -> Bool) {
    var pending: [Entry] = []
    switch kind(of: folder, followingLinks: false) {
    case .folder: pending.append(Entry(path: folder + "/", isFolder: true))
    case .link: skip(folder, "a folder of the archive cannot be a symbolic link")
    case .file, .other, .missing: break
    }
    while let entry = pending.popLast() {
      if entry.isFolder {
        pending.append(contentsOf: entries(of: entry.path, where: isWanted).reversed())
      } else {
        files.append(entry.path)
      }
    }
  }

  // MARK: One folder

  private mutating func entries(
    of folder: String, where isWanted: (_ name: String) -> Bool
  ) -> [Entry] {
    guard var stream = OpenFolder(contentFolder + "/" + folder) else {
      report(
        .fileUnreadable, folder, "this folder cannot be read: \(String(cString: strerror(errno)))")
      return []
    }
    var entries: [Entry] = []
    while let next = stream.next() {
      guard next.nameBytes.first != UInt8(ascii: ".") else { continue }
      guard let name = String(validating: next.nameBytes, as: UTF8.self) else {
        report(
          .fileUnreadable, folder + next.name, "the name of this file is not UTF-8",
          "rename the file")
        continue
      }
      let path = folder + name
      switch kind(Int32(next.type), of: path) {
      case .folder:
        entries.append(Entry(path: path + "/", isFolder: true))
      case .file where isWanted(name):
        entries.append(Entry(path: path, isFolder: false))
      case .link where isWanted(name) || kind(of: path, followingLinks: true) == .folder:
        if isFileInside(path) {
          entries.append(Entry(path: path, isFolder: false))
        } else {
          skip(path, "a symbolic link is followed only to a file inside the archive")
        }
      case .other where isWanted(name):
        skip(path, "this is neither a file nor a folder")
      case .file, .link, .other, .missing:
        continue
      }
    }
    entries.sort { $0.path.precedesByBytes($1.path) }
    return entries
  }

  // MARK: Kinds of files

  private enum Kind { case file, folder, link, other, missing }

  private func kind(_ directoryType: Int32, of path: String) -> Kind {
    switch directoryType {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): kind(of: path, followingLinks: false)
    default: .other
    }
  }

  private func kind(of path: String, followingLinks: Bool) -> Kind {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(AT_FDCWD, contentFolder + "/" + path, &status, flags) == 0 else {
      return .missing
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  private func isFileInside(_ path: String) -> Bool {
    guard kind(of: path, followingLinks: true) == .file,
      let target = resolved(contentFolder + "/" + path), let folder = resolved(contentFolder)
    else { return false }
    return target.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: What was passed over

  private mutating func skip(_ path: String, _ reason: String) {
    report(.fileSkipped, path, reason, "put the file itself here")
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ path: String, _ message: String, _ suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, at: SourceRange(path: displayPrefix + path), note: "it is passed over",
        suggestion: suggestion))
  }
}
