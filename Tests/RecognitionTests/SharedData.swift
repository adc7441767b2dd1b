import ArchiveModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The data that lies beside the repository: corpora for tests, not part of it.
enum SharedData {
  /// The folder below the shared data; nil, and a line that says so, where it is missing.
  static func folder(_ path: String, file: StaticString = #filePath) -> String? {
    let root: String
    if let set = getenv("DATELINE_SHARED") {
      root = String(cString: set)
    } else {
      let parts = "\(file)".split(separator: "/", omittingEmptySubsequences: false)
      root = parts.dropLast(3).joined(separator: "/") + "/../shared"
    }
    let folder = root + "/" + path
    if access(folder, R_OK) == 0 { return folder }
    if getenv("CI") != nil {
      Issue.record("shared data not found: \(folder)")
    } else {
      print("skipped: no shared data at \(folder); set DATELINE_SHARED")
    }
    return nil
  }

  /// The files of a folder with one of these endings, sorted by name.
  static func files(_ folder: String, _ endings: String...) -> [(name: String, bytes: [UInt8])] {
    (names(inFolder: folder) ?? []).sorted()
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .map { ($0, read(folder + "/" + $0)) }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
