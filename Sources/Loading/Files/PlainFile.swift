import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file anywhere, such as a table that an editor names.
public enum PlainFile {
  /// Its bytes; nil where it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    do throws(FileFailure) { return try readFile(at: path) } catch { return nil }
  }

  /// Writes a file that is not there yet, whole or not at all.
  ///
  /// - Returns: Whether it was written; not where there is a file that says something else.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFault) -> Bool {
    if access(path, F_OK) == 0 { return read(path) == bytes }
    try writeFile(bytes, to: path)
    return true
  }
}
