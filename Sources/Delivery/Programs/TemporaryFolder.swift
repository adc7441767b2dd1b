import ArchiveModel
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that is gone, with the files in it, when its owner is.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// Where temporary files go.
  static var root: String {
    guard let variable = getenv("TMPDIR"), variable.pointee != 0 else { return "/tmp" }
    return String(cString: variable)
  }

  init() throws(EnvironmentFault) {
    var template = Array((TemporaryFolder.root + "/dateline-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw EnvironmentFault(
        "make a temporary folder in \(TemporaryFolder.root)", errno: errno)
    }
    path = String(cString: made)
  }

  deinit {
    for name in names(inFolder: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The bytes of a file in it; nil if there is none.
  func read(_ name: String) throws(EnvironmentFault) -> [UInt8]? {
    guard access("\(path)/\(name)", F_OK) == 0 else { return nil }
    return try FilePieces(at: "\(path)/\(name)").bytes()
  }

  /// Writes a file into it.
  func write(_ name: String, _ bytes: [UInt8]) throws(EnvironmentFault) {
    try writeFile(bytes, to: "\(path)/\(name)")
  }
}
