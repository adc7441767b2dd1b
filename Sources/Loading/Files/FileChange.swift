import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the content that is to become another, if it still is what it was.
public struct FileChange: Sendable, Hashable {
  /// Its path in the content folder: `authorities/people.yml`.
  public var path: String
  /// Its bytes as they were read; nil where there was no file.
  public var before: [UInt8]?
  /// What its bytes are to be; nil where there is to be none.
  public var after: [UInt8]?

  /// A change of one file.
  public init(_ path: String, before: [UInt8]?, after: [UInt8]?) {
    self.path = path
    self.before = before
    self.after = after
  }
}

/// Why files were not changed.
public enum FileChangeFailure: Error {
  /// A file, by its path in the content folder, is not what it was when it was read.
  case conflict(path: String)
  /// The machine refuses.
  case fault(EnvironmentFault)
}

extension Archive {
  /// Changes files of the content: each is replaced whole or not at all, and none whose bytes are
  /// not those that the change began with.
  ///
  /// All are written beside their places first, and looked at once more; only then is the first one
  /// renamed. Links to files, and the files' modes, stay.
  public func apply(_ changes: [FileChange]) throws(FileChangeFailure) {
    var prepared: [PreparedChange] = []
    do throws(FileChangeFailure) {
      for change in changes {
        prepared.append(try PreparedChange(change, in: contentFolder, number: prepared.count))
      }
      for change in prepared { try change.check() }
    } catch {
      for change in prepared { change.abandon() }
      throw error
    }
    for (number, change) in prepared.enumerated() {
      do throws(FileChangeFailure) {
        try change.complete()
      } catch {
        for change in prepared[number...] { change.abandon() }
        throw error
      }
    }
  }

  /// The bytes of a file of the content; nil where there is none.
  public func contents(of contentPath: String) throws(EnvironmentFault) -> [UInt8]? {
    do throws(FileFailure) {
      return try readFile(at: contentFolder + "/" + contentPath)
    } catch {
      if error.isMissing { return nil }
      throw EnvironmentFault("read \(shownPath(of: contentPath))", reason: error.reason)
    }
  }
}

/// A change whose new bytes lie beside their place.
private struct PreparedChange {
  let change: FileChange
  /// Where the file is, links followed.
  let target: String
  /// Nil where the file is to go.
  let temporary: String?

  init(
    _ change: FileChange, in contentFolder: String, number: Int
  ) throws(FileChangeFailure) {
    self.change = change
    let path = contentFolder + "/" + change.path
    var status = stat()
    var mode: mode_t?
    if change.before != nil {
      guard let real = PreparedChange.resolved(path) else { throw .conflict(path: change.path) }
      target = real
      guard stat(target, &status) == 0 else { throw .conflict(path: change.path) }
      mode = status.st_mode & 0o7777
    } else {
      target = path
      do throws(EnvironmentFault) {
        try PreparedChange.makeFolders(for: change.path, in: contentFolder)
      } catch {
        throw .fault(error)
      }
    }
    guard let after = change.after else {
      temporary = nil
      return
    }
    let folder = PreparedChange.folder(of: target)
    let temporary = "\(folder)/.dateline-\(getpid())-\(number).tmp"
    self.temporary = temporary
    do throws(EnvironmentFault) {
      try writeNewFile(after, at: temporary, for: target, mode: mode)
    } catch {
      throw .fault(error)
    }
  }

  /// Sees that the file is what it was.
  func check() throws(FileChangeFailure) {
    let now: [UInt8]?
    do throws(FileFailure) {
      now = try readFile(at: target)
    } catch {
      guard error.isMissing else {
        throw .fault(EnvironmentFault("read \(target)", reason: error.reason))
      }
      now = nil
    }
    guard now == change.before else { throw .conflict(path: change.path) }
  }

  func complete() throws(FileChangeFailure) {
    // Once more, since renaming the files before took its time.
    try check()
    guard let temporary else {
      guard unlink(target) == 0 else {
        throw .fault(EnvironmentFault("delete \(target)", errno: errno))
      }
      return
    }
    if change.before == nil {
      // A link, unlike a rename, never takes the place of another's file.
      guard link(temporary, target) == 0 else {
        if errno == EEXIST { throw .conflict(path: change.path) }
        throw .fault(EnvironmentFault("write \(target)", errno: errno))
      }
      unlink(temporary)
    } else if rename(temporary, target) != 0 {
      throw .fault(EnvironmentFault("write \(target)", errno: errno))
    }
  }

  func abandon() {
    if let temporary { unlink(temporary) }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? "."
  }

  private static func makeFolders(
    for path: String, in contentFolder: String
  ) throws(EnvironmentFault) {
    var folder = contentFolder
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      try makeFolder(at: folder)
    }
  }
}
