import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Archive {
  /// Makes a folder of some files; false, and nothing is written, where there is anything already.
  ///
  /// - Parameter files: path below the folder, and bytes.
  public static func writeNewFolder(
    _ path: String, _ files: [(path: String, bytes: [UInt8])]
  ) throws(EnvironmentFault) -> Bool {
    if let slash = path.lastIndex(of: "/") { try makeFolder(at: String(path[..<slash])) }
    // Only who makes the folder writes into it.
    guard mkdir(path, 0o777) == 0 else {
      guard errno == EEXIST else { throw EnvironmentFault("make \(path)", errno: errno) }
      return false
    }
    for file in files {
      var folder = path
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/" + part
        try makeFolder(at: folder)
      }
      try writeFile(file.bytes, to: "\(path)/\(file.path)")
    }
    return true
  }
}
