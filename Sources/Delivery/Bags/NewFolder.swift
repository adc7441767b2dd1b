import ArchiveModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that is made, and filled with files that nobody has yet.
struct NewFolder: ~Copyable {
  private let path: String

  /// Makes it; the folder around it must be there.
  init(_ path: String) throws(EnvironmentFault) {
    self.path = path
    guard mkdir(path, 0o777) == 0 else { throw EnvironmentFault("make \(path)", errno: errno) }
  }

  /// Writes a file.
  func write(_ name: String, _ bytes: [UInt8]) throws(EnvironmentFault) {
    let file = try NewFile(at: "\(path)/\(name)")
    try bytes.span.withUnsafeBytes { bytes throws(EnvironmentFault) in try file.append(bytes) }
    try file.close()
  }

  /// Copies a file, piece by piece.
  func copy(
    _ name: String, from source: String
  ) throws(EnvironmentFault) -> (hash: ContentHash, sizeBytes: Int) {
    let pieces = try FilePieces(at: source)
    let file = try NewFile(at: "\(path)/\(name)")
    var hashing = ContentHash.Hashing()
    var sizeBytes = 0
    var fault: EnvironmentFault?
    try pieces.forEach { piece in
      hashing.update(piece)
      sizeBytes += piece.count
      do throws(EnvironmentFault) { try file.append(piece) } catch { fault = error }
      return fault == nil
    }
    if let fault { throw fault }
    try file.close()
    return (hashing.hash, sizeBytes)
  }
}

private final class NewFile {
  private let path: String
  private var descriptor: Int32

  init(at path: String) throws(EnvironmentFault) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(path, flags, 0o666)
    if descriptor < 0, errno == ENOENT {
      try NewFile.makeFolder(Paths.folder(of: path))
      descriptor = open(path, flags, 0o666)
    }
    guard descriptor >= 0 else { throw EnvironmentFault("write \(path)", errno: errno) }
  }

  deinit { if descriptor >= 0 { _ = closeFile(descriptor) } }

  private static func makeFolder(_ path: String) throws(EnvironmentFault) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    guard errno == ENOENT else { throw EnvironmentFault("make \(path)", errno: errno) }
    try makeFolder(Paths.folder(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw EnvironmentFault("make \(path)", errno: errno)
    }
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(EnvironmentFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw EnvironmentFault("write \(path)", errno: errno) }
      rest = rest.dropFirst(count)
    }
  }

  func close() throws(EnvironmentFault) {
    let result = closeFile(descriptor)
    descriptor = -1
    guard result == 0 else { throw EnvironmentFault("write \(path)", errno: errno) }
  }
}

/// The system's `close`, which a method's own name would hide.
private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// Takes away a folder of our own with all that is in it.
enum FolderRemoval {
  /// Removes it, and links in it, which it does not follow; nothing if there is none.
  static func remove(_ path: String) throws(EnvironmentFault) {
    guard access(path, F_OK) == 0 else { return }
    let listing = try FolderListing(path)
    for entry in listing.entries where unlink("\(path)/\(entry.path)") != 0 && errno != ENOENT {
      throw EnvironmentFault("remove \(path)/\(entry.path)", errno: errno)
    }
    for folder in listing.folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      rmdir("\(path)/\(folder)")
    }
    guard rmdir(path) == 0 else { throw EnvironmentFault("remove \(path)", errno: errno) }
  }
}
