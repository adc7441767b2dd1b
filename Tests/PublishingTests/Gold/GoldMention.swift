import ArchiveModel
import Testing

@testable import Publishing

/// A name of the gold, found in the text that the software reads.
struct GoldMention: Sendable {
  let kind: MentionKind
  let entity: String
  let surface: String
  let isOptional: Bool
  let isInHeadline: Bool
  /// UTF-8 offsets into the headline or the reading text.
  let range: Range<Int>
}

extension GoldArticle {
  /// The names where they stand; one that is not there is an issue of the test.
  func mentions(in names: ArticleNames, _ text: [UInt8]) -> [GoldMention] {
    let (head, body) = (GoldText(names.title), GoldText(text))
    return entries.compactMap { entry in
      let found = (entry.isInHeadline ? head : body).occurrences(of: entry.surface)
      guard found.indices.contains(entry.occurrence - 1) else {
        Issue.record(
          """
          \(file.path):\(entry.line): the article has “\(entry.surface)” \(found.count) times, \
          not \(entry.occurrence)
          """)
        return nil
      }
      return GoldMention(
        kind: entry.kind, entity: entry.entity, surface: entry.surface,
        isOptional: entry.isOptional, isInHeadline: entry.isInHeadline,
        range: found[entry.occurrence - 1])
    }
  }
}

/// What the software makes of a name, or of what it takes for one.
struct SystemMention: Sendable {
  /// UTF-8 offsets into the headline or the reading text.
  let range: Range<Int>
  let isInHeadline: Bool
  /// The number of the entity in the catalogue; nil where the name is no link.
  let entity: Int?
}

/// Which name of the gold is which of the software's.
///
/// One to one, where they share a byte: those with the same bounds first, then those that count
/// before optional ones, then by the number of bytes shared.
struct GoldAlignment {
  /// For each name of the gold the software's.
  private(set) var systemOfGold: [Int?]
  /// The links that are on no name of the gold, not on an optional one either.
  private(set) var invented: [Int] = []

  init(_ gold: [GoldMention], _ system: [SystemMention]) {
    systemOfGold = [Int?](repeating: nil, count: gold.count)
    var pairs: [(bounds: Int, counts: Int, shared: Int, gold: Int, system: Int)] = []
    for (g, name) in gold.enumerated() {
      for (s, found) in system.enumerated() where found.isInHeadline == name.isInHeadline {
        let shared = name.range.clamped(to: found.range).count
        guard shared > 0 else { continue }
        pairs.append(
          (name.range == found.range ? 0 : 1, name.isOptional ? 1 : 0, -shared, g, s))
      }
    }
    pairs.sort { $0 < $1 }
    var isTaken = [Bool](repeating: false, count: system.count)
    var touchesOptional = isTaken
    for pair in pairs {
      if gold[pair.gold].isOptional { touchesOptional[pair.system] = true }
      guard systemOfGold[pair.gold] == nil, !isTaken[pair.system] else { continue }
      systemOfGold[pair.gold] = pair.system
      isTaken[pair.system] = true
    }
    invented = system.indices.filter {
      !isTaken[$0] && !touchesOptional[$0] && system[$0].entity != nil
    }
  }
}
