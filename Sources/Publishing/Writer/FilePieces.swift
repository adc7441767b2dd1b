import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is read piece by piece, in a buffer of fixed size, however large it is.
package struct FilePieces: ~Copyable {
  static let bufferBytes = 1 << 18

  private let path: String
  private let descriptor: Int32

  /// Opens a regular file at a path.
  package init(at path: String) throws(EnvironmentFault) {
    self.init(try FilePieces.opened(path), path)
  }

  /// Takes over an open file; the path is for messages.
  init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Calls `body` with one piece after the other, from where the file stands, until it says no.
  package func forEach(_ body: (UnsafeRawBufferPointer) -> Bool) throws(EnvironmentFault) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: FilePieces.bufferBytes, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw EnvironmentFault("read \(path)", errno: errno) }
      guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }

  /// The hash of what is left of it, and how many bytes that is.
  package consuming func hash() throws(EnvironmentFault) -> (
    hash: ContentHash, sizeBytes: Int
  ) {
    var hashing = ContentHash.Hashing()
    var sizeBytes = 0
    try forEach { piece in
      hashing.update(piece)
      sizeBytes += piece.count
      return true
    }
    return (hashing.hash, sizeBytes)
  }

  /// All that is left of it.
  package consuming func bytes() throws(EnvironmentFault) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEach { piece in
      bytes += piece
      return true
    }
    return bytes
  }

  private static func opened(_ path: String) throws(EnvironmentFault) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentFault("read \(path)", errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw EnvironmentFault("read \(path)", reason: "not a regular file")
    }
    return descriptor
  }
}
