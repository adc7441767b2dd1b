import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the last commands changed, so that each can be taken back: folders in `.dateline/undo`.
///
/// A folder a command, by its number: `title`, `files` (a path a line), and of the file in line N
/// `N.before` and `N.after`, where there was or is one. An entry is written before its files are
/// changed, and is complete once it has `files`.
public struct UndoJournal: Sendable {
  /// A command that can be taken back.
  public struct Entry: Sendable {
    let number: Int
    /// What the command was.
    public let title: String
    /// What it changed.
    public let changes: [FileChange]
  }

  private let folder: String
  private let parents: [String]

  /// More commands are forgotten, the oldest first.
  private static let maximumEntries = 100

  /// The journal of an archive.
  public init(of archive: Archive) {
    parents = [archive.root + "/.dateline", archive.root + "/.dateline/undo"]
    folder = archive.root + "/.dateline/undo"
  }

  /// Notes what a command is about to change.
  public func begin(
    _ title: String, _ changes: [FileChange]
  ) throws(EnvironmentFault) -> Entry {
    let numbers = self.numbers
    for old in numbers.dropLast(UndoJournal.maximumEntries - 1) { remove(old) }
    let entry = Entry(number: (numbers.last ?? 0) + 1, title: title, changes: changes)
    let path = self.path(entry.number)
    for parent in parents + [path] { try makeFolder(at: parent) }
    for (index, change) in changes.enumerated() {
      if let before = change.before { try writeFile(before, to: "\(path)/\(index).before") }
      if let after = change.after { try writeFile(after, to: "\(path)/\(index).after") }
    }
    try writeFile(Array(title.utf8), to: path + "/title")
    let paths = changes.map { PercentEncoding.line($0.path) + "\n" }.joined()
    try writeFile(Array(paths.utf8), to: path + "/files")
    return entry
  }

  /// The last command; nil where there is none.
  public var last: Entry? {
    for number in numbers.reversed() { if let entry = entry(number) { return entry } }
    return nil
  }

  /// Forgets a command: it has been taken back, or nothing came of it.
  public func forget(_ entry: Entry) { remove(entry.number) }

  // MARK: Files

  private func path(_ number: Int) -> String { "\(folder)/\(number)" }

  private func entry(_ number: Int) -> Entry? {
    let path = path(number)
    guard let files = bytes(path + "/files"), let title = bytes(path + "/title") else {
      return nil
    }
    var changes: [FileChange] = []
    for (index, line) in files.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let file = PercentEncoding.decoded(String(decoding: line, as: UTF8.self)) else {
        return nil
      }
      changes.append(
        FileChange(
          file, before: bytes("\(path)/\(index).before"), after: bytes("\(path)/\(index).after")))
    }
    return Entry(number: number, title: String(decoding: title, as: UTF8.self), changes: changes)
  }

  private var numbers: [Int] { (names(inFolder: folder) ?? []).compactMap { Int($0) }.sorted() }

  private func remove(_ number: Int) {
    let path = path(number)
    // First what makes it complete.
    unlink(path + "/files")
    for name in names(inFolder: path) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }

  private func bytes(_ path: String) -> [UInt8]? {
    do throws(FileFailure) { return try readFile(at: path) } catch { return nil }
  }
}
