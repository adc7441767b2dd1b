import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

/// The archives that have gold: the sample archive with its records, and the wire texts, which have
/// none.
enum GoldArchives {
  /// What is printed of the measure: `DATELINE_GOLD`.
  static var report: String? { ProcessInfo.processInfo.environment["DATELINE_GOLD"] }

  /// Reads all articles of both; nil without the shared data, where the wire texts are.
  static func read() async throws -> [GoldArchive]? {
    guard let texts = shared("corpora/wire") else { return nil }
    let gold = try GoldArticle.all()
    let root = FileManager.default.temporaryDirectory.appending(
      path: "dateline-wire-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try copyTexts(of: URL(filePath: texts), to: root.appending(path: "Content/articles"))
    try BuiltSite.write(root.path + "/Content/archive.yml", "title: Wire texts\n")
    return [
      try await GoldArchive(
        "sample", at: repository.path, gold: byPath(gold, below: "Content/")),
      try await GoldArchive(
        "wire", at: root.path,
        gold: byPath(gold, below: "../shared/corpora/wire/", as: "articles/")),
    ]
  }

  /// The root of the repository.
  static var repository: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
      .standardizedFileURL
  }

  /// A folder of the data that lies beside the repository, or where `DATELINE_SHARED` says; nil,
  /// with a line that says so, where it is missing.
  static func shared(_ path: String) -> String? {
    let root =
      ProcessInfo.processInfo.environment["DATELINE_SHARED"]
      ?? repository.deletingLastPathComponent().path + "/shared"
    let folder = "\(root)/\(path)"
    if FileManager.default.fileExists(atPath: folder) { return folder }
    if ProcessInfo.processInfo.environment["CI"] != nil {
      Issue.record("the shared data is missing: \(folder)")
    } else {
      print("skipped: no shared data at \(folder)")
    }
    return nil
  }

  private static func byPath(
    _ gold: [GoldArticle], below prefix: String, as replacement: String = ""
  ) -> [String: GoldArticle] {
    let own = gold.filter { $0.path.hasPrefix(prefix) }
    return Dictionary(
      uniqueKeysWithValues: own.map { (replacement + $0.path.dropFirst(prefix.count), $0) })
  }

  private static func copyTexts(of folder: URL, to articles: URL) throws {
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".txt") {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: articles.appending(path: name))
    }
  }
}
