import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a folder, unless it is there.
func makeFolder(at path: String) throws(EnvironmentFault) {
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw EnvironmentFault("make \(path)", errno: errno)
  }
}

/// Writes a file beside its place and renames it, so that it is whole at any moment.
package func writeFile(_ bytes: [UInt8], to path: String) throws(EnvironmentFault) {
  let temporary = "\(path).\(getpid()).tmp"
  try writeNewFile(bytes, at: temporary, for: path)
  guard rename(temporary, path) == 0 else {
    let failure = errno
    unlink(temporary)
    throw EnvironmentFault("write \(path)", errno: failure)
  }
}

/// Writes a file that is to be renamed to another path, down to the disk.
///
/// - Parameter mode: Its permissions; nil for the usual ones.
func writeNewFile(
  _ bytes: [UInt8], at temporary: String, for path: String, mode: mode_t? = nil
) throws(EnvironmentFault) {
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw EnvironmentFault("write \(path)", errno: errno) }
  var failure: Int32 = 0
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let count = write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        failure = errno
        return
      }
      written += count
    }
  }
  if failure == 0, let mode, fchmod(descriptor, mode) != 0 { failure = errno }
  // Before the rename, else a power cut could leave the new name without its bytes.
  if failure == 0, fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0, failure == 0 { failure = errno }
  guard failure == 0 else {
    unlink(temporary)
    throw EnvironmentFault("write \(path)", errno: failure)
  }
}
