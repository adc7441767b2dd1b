import ArchiveModel
import Foundation
import Testing

/// An article of which a reader has said who is meant by each name in it:
/// `Tests/Fixtures/Entities/README.md`.
struct GoldArticle: Sendable {
  /// Which of the two halves it is in.
  enum Half: String, Sendable, CaseIterable, CustomStringConvertible {
    /// The one to learn from.
    case development
    /// The one that nobody looks into.
    case heldOut = "held out"

    var description: String { rawValue }
  }

  /// A name as the file has it.
  struct Entry: Sendable {
    let kind: MentionKind
    let entity: String
    let surface: String
    let occurrence: Int
    let isOptional: Bool
    let isInHeadline: Bool
    /// Counted from 1.
    let line: Int
  }

  /// The file of the gold.
  let file: URL
  let half: Half
  /// The article's path from the repository.
  let path: String
  /// Whether the names of the headline are in the file; of one that was inferred they are not.
  let hasHeadline: Bool
  let entries: [Entry]
}

extension GoldArticle {
  /// Reads a file; a line that is none of the format is an issue of the test.
  init(_ file: URL, _ half: Half) throws {
    self.file = file
    self.half = half
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    path = String(try #require(lines.first))
    hasHeadline = lines.contains("headline")
    var entries: [Entry] = []
    var isInHeadline = false
    for (index, line) in lines.enumerated().dropFirst() {
      if line == "headline" || line == "body" {
        isInHeadline = line == "headline"
      } else if let entry = Entry(line, isInHeadline: isInHeadline, number: index + 1) {
        entries.append(entry)
      } else {
        Issue.record("\(file.path):\(index + 1): expected kind, id, name and number, by tabs")
      }
    }
    self.entries = entries
  }

  /// All articles with gold, in the order of their files.
  static func all() throws -> [GoldArticle] {
    let folder = Fixture("Entities").folder
    return try Half.allCases.flatMap { half in
      let folder = half == .heldOut ? folder.appending(path: "held-out") : folder
      return try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }
      .map { try GoldArticle($0, half) }
    }
  }
}

extension GoldArticle.Entry {
  fileprivate init?(_ line: Substring, isInHeadline: Bool, number: Int) {
    let fields = line.split(separator: "\t")
    guard (4...5).contains(fields.count), let occurrence = Int(fields[3]), occurrence > 0,
      fields.count == 4 || fields[4] == "hard"
    else { return nil }
    let isMarked = fields[0].hasPrefix("?")
    let word = isMarked ? fields[0].dropFirst() : fields[0]
    guard let kind = MentionKind.allCases.first(where: { $0.name == word }) else { return nil }
    self.init(
      kind: kind, entity: String(fields[1]), surface: String(fields[2]), occurrence: occurrence,
      isOptional: isMarked || kind == .demonym, isInHeadline: isInHeadline, line: number)
  }
}

/// A text in which names are looked for as whole words.
struct GoldText {
  private let text: String

  init(_ bytes: [UInt8]) {
    // A name may be broken by a line end.
    text = String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Where a name stands, as UTF-8 offsets, those inside longer names too.
  func occurrences(of name: String) -> [Range<Int>] {
    text.ranges(of: name).filter { range in
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !(isWord(before) && name.first.map(isWord) == true)
        && !(isWord(after) && name.last.map(isWord) == true)
    }.map { offset($0.lowerBound)..<offset($0.upperBound) }
  }

  private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private func offset(_ index: String.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }
}
