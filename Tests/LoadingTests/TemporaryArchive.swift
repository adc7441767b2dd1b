import ArchiveModel
import Testing

@testable import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An archive in a folder of its own, made of one string, gone when the test is done with it.
final class TemporaryArchive {
  let root: String

  /// Writes the files of `text`, each below a line `-- path --`.
  init(_ text: String) throws {
    var template = Array("/tmp/dateline-tests-XXXXXX".utf8CString)
    root = try #require(mkdtemp(&template).map { String(cString: $0) })
    var path: String?
    var lines: [Substring] = []
    for line in (text + "\n-- end --").split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("-- "), line.hasSuffix(" --") else {
        lines.append(line)
        continue
      }
      if let path { try write(lines.joined(separator: "\n"), to: path) }
      path = String(line.dropFirst(3).dropLast(3))
      lines = []
    }
  }

  deinit { TemporaryArchive.remove(root) }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    guard let names = names(inFolder: path) else { return }
    for name in names { remove(path + "/" + name) }
    rmdir(path)
  }

  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      try makeFolder(at: folder)
    }
    try writeFile(bytes, to: root + "/" + path)
  }

  func link(_ path: String, to target: String) throws {
    try #require(symlink(target, root + "/" + path) == 0)
  }

  func open() throws -> Archive { try #require(try Archive.open(root)) }
}

/// The codes of diagnostics, in order.
func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code.rawValue) }
