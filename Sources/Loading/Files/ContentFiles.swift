/// The files of a content folder as a reader sees them: those on disk, or what they would become.
struct ContentFiles: Sendable {
  let folder: String
  /// By path, what files would hold whose change is not written; nil for those that would be gone.
  var pending: [String: [UInt8]?] = [:]
  /// Whether redacted names are read as they are written: for editors, never for a site.
  var showsHiddenNames = false

  /// The bytes of a file, given by its path in the folder.
  func read(_ path: String) throws(FileFailure) -> [UInt8] {
    guard let change = pending[path] else { return try readFile(at: folder + "/" + path) }
    guard let bytes = change else { throw FileFailure(missing: path) }
    return bytes
  }

  /// A list of paths as it would be, with new files that are wanted.
  func listed(_ paths: [String], where isWanted: (String) -> Bool) -> [String] {
    guard !pending.isEmpty else { return paths }
    var all = Set(paths)
    for (path, bytes) in pending where isWanted(path) {
      if bytes == nil { all.remove(path) } else { all.insert(path) }
    }
    return all.sorted { $0.precedesByBytes($1) }
  }
}
