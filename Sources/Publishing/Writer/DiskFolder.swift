import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder, and the system calls on files in it that a writer needs.
///
/// Paths are relative to it. No call follows a symbolic link at the end of its path; that there is
/// none before, the caller sees to with `kind(of:)`, folder by folder.
package final class DiskFolder: Sendable {
  /// The path it was opened by, for messages.
  package let path: String
  private let descriptor: Int32

  /// Opens a folder, which it makes if need be, and those around it.
  package init(_ path: String) throws(EnvironmentFault) {
    try DiskFolder.make(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentFault("open \(path)", errno: errno) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func make(_ path: String) throws(EnvironmentFault) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    let parent = OutputPath.folder(of: path[...])
    guard errno == ENOENT, !parent.isEmpty else {
      throw EnvironmentFault("make the folder \(path)", errno: errno)
    }
    try make(String(parent))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw EnvironmentFault("make the folder \(path)", errno: errno)
    }
  }

  /// Takes the lock that one build at a time holds; it ends with this object, or the process.
  package func lock() throws(EnvironmentFault) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    guard errno == EWOULDBLOCK else { throw fault("lock", "", errno) }
    throw EnvironmentFault(
      "build into \(path)", reason: "another build is writing into it",
      suggestion: "wait until it has ended")
  }

  // MARK: Looking

  /// What stands at a path.
  package enum Kind {
    case nothing
    case file(FileStamp)
    case folder
    case symbolicLink
    case other
  }

  /// What stands at a path: one system call.
  package func kind(of path: String) throws(EnvironmentFault) -> Kind {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .nothing }
      throw fault("look at", path, errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(FileStamp(status))
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// The bytes of a file; nil if there is none.
  package func read(_ path: String) throws(EnvironmentFault) -> [UInt8]? {
    let file = openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw fault("read", path, errno)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { readOnce(file, into: $0) }
      if count == 0 { return bytes }
      guard count > 0 else { throw fault("read", path, errno) }
      bytes += chunk[..<count]
    }
  }

  /// The hash of a file, read in pieces; nil if there is none.
  package func hash(of path: String) throws(EnvironmentFault) -> ContentHash? {
    let file = openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw fault("read", path, errno)
    }
    return try FilePieces(file, "\(self.path)/\(path)").hash().hash
  }

  // MARK: Changing

  /// Puts bytes at a path, whole or not at all: beside it first, then renamed.
  ///
  /// Nothing is forced to the disk. A rename replaces a name in one step, so a process that is
  /// killed leaves the old file or the new; and after a loss of power, where a file may be found
  /// empty although its name was replaced, its size betrays it and the next build writes it again.
  /// Forcing 15,000 files would take minutes to guard what can be built anew.
  ///
  /// Other ways to it are worth less than a hundredth of a build (Linux 6.18, 18 KB a file, processor
  /// time in memory and on ext4): rename 23 and 46 µs, `O_TMPFILE` and `linkat` 20 and 43, each folder
  /// opened once 23 and 47; in place, which a kill would leave half-written, 18 and 43.
  func replace(
    _ path: String, with bytes: Span<UInt8>, by temporary: String
  ) throws(EnvironmentFault) {
    try replace(path, by: temporary) { file throws(EnvironmentFault) in
      if let failure = writeAll(bytes, to: file) { throw fault("write", path, failure) }
    }
  }

  /// Puts a copy of a file at a path, whole or not at all, in pieces.
  ///
  /// - Throws: also where the file is no longer the one that has the hash.
  func replace(
    _ path: String, withCopyOf source: String, _ hash: ContentHash, by temporary: String
  ) throws(EnvironmentFault) {
    let pieces = try FilePieces(at: source)
    try replace(path, by: temporary) { file throws(EnvironmentFault) in
      var hashing = ContentHash.Hashing()
      var failure: Int32?
      try pieces.forEach { piece in
        hashing.update(piece)
        failure = writeAll(piece, to: file)
        return failure == nil
      }
      if let failure { throw fault("write", path, failure) }
      guard hashing.hash == hash else {
        throw EnvironmentFault(
          "copy \(source)", reason: "it changed during the build", suggestion: "build again")
      }
    }
  }

  private func replace(
    _ path: String, by temporary: String, _ fill: (Int32) throws(EnvironmentFault) -> Void
  ) throws(EnvironmentFault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var file = openat(descriptor, temporary, flags, 0o666)
    if file < 0, errno == EEXIST {
      try remove(temporary)
      file = openat(descriptor, temporary, flags, 0o666)
    }
    guard file >= 0 else { throw fault("write", path, errno) }
    do throws(EnvironmentFault) {
      try fill(file)
    } catch {
      close(file)
      unlinkat(descriptor, temporary, 0)
      throw error
    }
    guard close(file) == 0, renameat(descriptor, temporary, descriptor, path) == 0 else {
      let failure = errno
      unlinkat(descriptor, temporary, 0)
      throw fault("write", path, failure)
    }
  }

  /// Makes a folder: whether nothing stood there.
  @discardableResult
  func makeFolder(_ path: String) throws(EnvironmentFault) -> Bool {
    if mkdirat(descriptor, path, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw fault("make the folder", path, errno) }
    return false
  }

  /// Removes a file; nothing if there is none.
  package func remove(_ path: String) throws(EnvironmentFault) {
    guard unlinkat(descriptor, path, 0) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw fault("remove", path, errno)
    }
  }

  /// Removes a folder if it is empty: whether it is gone.
  func removeIfEmpty(_ path: String) -> Bool {
    unlinkat(descriptor, path, AT_REMOVEDIR) == 0 || errno == ENOENT
  }

  /// Opens a file to append to, which it makes if need be.
  func openToAppend(_ path: String) throws(EnvironmentFault) -> AppendOnlyFile {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, path, flags, 0o666)
    guard file >= 0 else { throw fault("write", path, errno) }
    return AppendOnlyFile(path: "\(self.path)/\(path)", descriptor: file)
  }

  func fault(_ action: String, _ path: String, _ code: Int32) -> EnvironmentFault {
    EnvironmentFault("\(action) \(self.path)\(path.isEmpty ? "" : "/" + path)", errno: code)
  }

  private func readOnce(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(file, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// A file that lines are appended to, by any number of tasks.
final class AppendOnlyFile: Sendable {
  private let path: String
  private let descriptor: Int32

  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends bytes: one system call, so that lines of several tasks do not mingle.
  func append(_ bytes: [UInt8]) throws(EnvironmentFault) {
    if let failure = writeAll(bytes.span, to: descriptor) {
      throw EnvironmentFault("write \(path)", errno: failure)
    }
  }
}

/// Writes all bytes: the error number, if the system refuses.
private func writeAll(_ bytes: Span<UInt8>, to file: Int32) -> Int32? {
  bytes.withUnsafeBytes { writeAll($0, to: file) }
}

private func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return count < 0 ? errno : ENOSPC }
    rest = rest.dropFirst(count)
  }
  return nil
}
