import ArchiveModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a test's own, removed when the test ends.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/dateline-writer-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { ScratchFolder.remove(path) }

  /// The output folder that tests write into; beside it they may put other things.
  var output: String { path + "/Public" }

  func put(_ text: String, at name: String) {
    makeFolders(for: name)
    let file = fopen("\(path)/\(name)", "wb")
    _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  func makeFolders(for name: String) {
    var at = path
    for part in name.split(separator: "/").dropLast() {
      at += "/" + part
      mkdir(at, 0o777)
    }
  }

  func text(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What tells whether a file was replaced or touched.
  func identity(_ name: String) -> [Int] {
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0 else { return [] }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return [Int(status.st_ino), time.tv_sec, time.tv_nsec]
  }

  /// Sets the time of a file to long ago or to the far future, in seconds since 1970.
  func setTime(_ seconds: Int, of name: String) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    utimensat(AT_FDCWD, "\(path)/\(name)", [time, time], 0)
  }

  /// All files and links below the output folder, sorted; without the manifest.
  var files: [String] {
    ScratchFolder.files(in: output).map { String($0.dropFirst(output.utf8.count + 1)) }
      .filter { $0 != "manifest-sha256.txt" }.sorted()
  }

  static func files(in folder: String) -> [String] {
    entries(of: folder).flatMap { isFolder($0) ? files(in: $0) : [$0] }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of folder: String) -> [String] {
    (names(inFolder: folder) ?? []).map { "\(folder)/\($0)" }
  }

  private static func remove(_ path: String) {
    if isFolder(path) { for entry in entries(of: path) { remove(entry) } }
    _ = path.withCString { isFolder(path) ? rmdir($0) : unlink($0) }
  }
}
