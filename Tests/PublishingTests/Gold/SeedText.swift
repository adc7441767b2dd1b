import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

/// The one text that the project began with, read as an article of the sample archive.
struct SeedText {
  /// A name of it, with the entity that it stands for and the one that it is a link to.
  struct Answer {
    let surface: String
    let expected: String
    let actual: String
  }

  private struct Gold: Decodable {
    /// Name, kind, and the entity's name, in the order of the text.
    let mentions: [[String]]
  }

  private let file: URL
  private let gold: Gold

  /// The text in a folder, with its gold.
  init(_ folder: String) throws {
    let folder = URL(filePath: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    file = folder.appending(path: try #require(names.first { $0.hasSuffix(".txt") }))
    gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: folder.appending(path: "gold.json")))
  }

  /// Adds the text to a copy of the sample archive, catalogues it, and asks.
  func answers() async throws -> [Answer] {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "dateline-seed-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: GoldArchives.repository.appending(path: "Content"), to: root.appending(path: "Content"))
    try FileManager.default.copyItem(
      at: file, to: root.appending(path: "Content/articles/seed.txt"))

    let article = try goldArticle()
    let archive = try await GoldArchive("seed", at: root.path, gold: ["articles/seed.txt": article])
    let (answers, catalog) = try archive.answers(.own)
    let answer = try #require(answers.first)
    return zip(answer.gold, GoldAlignment(answer.gold, answer.system).systemOfGold).map {
      gold, found in
      let entity = found.flatMap { answer.system[$0].entity }.map { catalog.entities[$0] }
      return Answer(
        surface: gold.surface, expected: "\(gold.entity), \(gold.kind.name)",
        actual: entity.map { "\($0.name), \($0.kind.name)" } ?? "none")
    }
  }

  /// The gold as that of an article: each name is the next that is so written.
  private func goldArticle() throws -> GoldArticle {
    let bytes = Array(try Data(contentsOf: file))
    let text = GoldText(bytes)
    var end = 0
    let entries = try gold.mentions.map { mention in
      let places = text.occurrences(of: mention[0])
      let number = try #require(places.firstIndex { $0.lowerBound >= end }, "no \(mention[0])")
      end = places[number].upperBound
      return GoldArticle.Entry(
        kind: MentionKind(try #require(EntityKind(name: mention[1]))), entity: mention[2],
        surface: mention[0], occurrence: number + 1, isOptional: false, isInHeadline: false,
        line: 0)
    }
    return GoldArticle(
      file: file, half: .development, path: "articles/seed.txt", hasHeadline: false,
      entries: entries)
  }
}
