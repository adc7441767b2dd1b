/// The paths of files as the archive gives them, without names that are redacted, and where these
/// files are.
struct DiskPaths: Sendable {
  private let names: HiddenNames
  /// For each path that is another on disk that one.
  private var onDisk: [String: String] = [:]
  private var shown: [String: String] = [:]
  /// The redactions that these paths had need of.
  private(set) var redactions: Set<Int> = []

  init(hiding names: HiddenNames) { self.names = names }

  /// The paths to give for files, in their order; no two of them are one.
  mutating func shown(_ files: [String]) -> [String] {
    guard !names.isEmpty else { return files }
    var taken = Set(files)
    let paths = files.map { file in
      guard names.occur(in: file), let redacted = names.redacted(Array(file.utf8), isPath: true)
      else { return file }
      redactions.formUnion(redacted.redactions)
      let wanted = String(decoding: redacted.bytes, as: UTF8.self)
      var path = wanted
      var number = 2
      while !taken.insert(path).inserted {
        path = DiskPaths.numbered(wanted, number)
        number += 1
      }
      onDisk[path] = file
      shown[file] = path
      return path
    }
    return onDisk.isEmpty ? paths : paths.sorted { $0.precedesByBytes($1) }
  }

  /// Where a file is, by the path that is given for it.
  func pathOnDisk(of path: String) -> String { onDisk[path] ?? path }

  /// The path to give for a file.
  func shownPath(of file: String) -> String { shown[file] ?? file }

  /// `l-g-2.jpg` of `l-g.jpg`.
  private static func numbered(_ path: String, _ number: Int) -> String {
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}
