import Foundation
import Loading
import Publishing
import Testing

/// An archive in a folder of its own, which goes with it.
final class ScratchArchive: Sendable {
  let root: String

  /// Writes files given as a string: `-- articles/talks.md --` begins one of `Content`.
  init(_ files: String) throws {
    root =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "dateline-preview-\(UUID().uuidString)").path
    try write("Content/archive.yml", "title: The Example Times\n")
    var name: String?
    var text = ""
    for line in (files + "\n-- end --").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        if let name { try write("Content/\(name)", text) }
        name = String(line.dropFirst(3).dropLast(3))
        text = ""
      } else {
        text += line + "\n"
      }
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: root)
    } catch {
      Issue.record("\(root) stays: \(error)")
    }
  }

  /// Writes a file in place: it is emptied first.
  func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: root).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  func live(_ edit: (inout Build.Options) -> Void = { _ in }) async throws -> LiveArchive {
    let archive = try #require(try Archive.open(root))
    var options = Build.Options(jobs: 2)
    edit(&options)
    guard case .live(var live) = try LiveArchive.open(archive, options: options) else {
      throw Unsound()
    }
    try await live.readAll()
    return live
  }

  struct Unsound: Error {}
}

extension LiveSite {
  /// The text of a page, by its file.
  func page(_ path: String) throws -> String {
    let file = try #require(try file(path))
    guard case .bytes(let bytes) = file.content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
