#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file on disk that is sent as it is, and may be long.
struct DiskFile {
  let count: Int
  /// Changes when the file does.
  let tag: String

  /// Nil where there is no regular file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    count = Int(status.st_size)
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    tag = "\"\(status.st_ino)-\(time.tv_sec)-\(time.tv_nsec)-\(count)\""
  }

  /// Reads a stretch piece by piece; false where the file has become shorter.
  static func read(
    _ path: String, _ range: Range<Int>, _ take: ([UInt8]) async throws -> Void
  ) async throws -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = min(64 << 10, range.upperBound - position)
      let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, wanted, off_t(position)))
      }
      guard !piece.isEmpty else { return false }
      try await take(piece)
      position += piece.count
    }
    return true
  }
}
