import Foundation
import Loading
import Publishing
import Testing

/// An archive in a folder of `Tests/Fixtures`.
struct Fixture {
  let folder: URL

  init(_ name: String) {
    folder =
      URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/\(name)").standardizedFileURL
  }

  /// A file of the fixture that says what a test expects.
  func golden(_ path: String) -> GoldenFile { GoldenFile(url: folder.appending(path: path)) }

  /// A copy that a build may write into; whoever asks for it removes it.
  func copied() throws -> String {
    let copy = FileManager.default.temporaryDirectory.appending(
      path: "dateline-fixture-" + UUID().uuidString)
    try FileManager.default.copyItem(at: folder, to: copy)
    return copy.path
  }

  /// Builds a copy, looks at the site, and removes it.
  func built<Result>(
    _ edit: (inout Build.Options) -> Void = { _ in },
    _ look: (BuiltSite) async throws -> Result
  ) async throws -> Result {
    let root = try copied()
    defer { try? FileManager.default.removeItem(atPath: root) }
    return try await look(try await BuiltSite.build(root, edit))
  }

  /// Checks a copy, looks at the report, and removes it.
  func checked(_ look: (CheckReport) throws -> Void) async throws {
    let root = try copied()
    defer { try? FileManager.default.removeItem(atPath: root) }
    let archive = try #require(try Archive.open(root))
    try look(try await Check(archive, options: Build.Options(jobs: 2)).run())
  }
}

extension BuiltSite {
  /// What the program says of a build's diagnostics, and how it ends.
  var console: String {
    get throws {
      let archive = try #require(try Archive.open(root))
      return DiagnosticList(report.diagnostics, of: archive).text(showsAll: false)
        + "exit code: \(report.hasFailed(isStrict: false) ? 1 : 0)\n"
    }
  }
}
