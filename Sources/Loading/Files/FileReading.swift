#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read.
struct FileFailure: Error {
  /// In the system's words, or ours.
  let reason: String
  /// Whether nothing stands under that path.
  var isMissing = false

  init(errno code: Int32) {
    reason = String(cString: strerror(code))
    isMissing = code == ENOENT || code == ENOTDIR
  }

  init(_ reason: String) { self.reason = reason }

  /// Of a file that is not there.
  init(missing path: String) { self.init(errno: ENOENT) }
}

/// Larger files are no articles, and would only fill the memory.
let maximumFileBytes = 256 << 20

/// Reads a whole regular file with one open, read and close.
///
/// Never blocks on a pipe or a device: only a regular file is read.
///
/// - Parameter prefixBytes: how much of its beginning is wanted, if not all; then it may be larger.
func readFile(at path: String, prefixBytes: Int? = nil) throws(FileFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFailure(errno: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileFailure(errno: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure("not a regular file") }
  guard prefixBytes != nil || status.st_size <= maximumFileBytes else {
    throw FileFailure("larger than \(maximumFileBytes >> 20) MB")
  }

  // One byte more than the file has, so that the last read tells that it ended.
  let capacity = min(Int(status.st_size) + 1, prefixBytes ?? .max)
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
    while count < capacity {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
      if got < 0 {
        if errno == EINTR { continue }
        failure = errno
        return
      }
      if got == 0 { return }
      count += got
    }
  }
  guard failure == 0 else { throw FileFailure(errno: failure) }
  return bytes
}
