import ArchiveModel
import Cataloguing

/// Whom and what an article names, numbered in the order of reading, the headline first.
struct NamedEntities {
  /// An entity, or a name that is not linked to one.
  struct Entry {
    let name: String
    /// That of its first mention: a demonym stands for its place.
    let kind: String
    /// Its kind's place in a list.
    let order: UInt8
    /// That of the record or the gazetteer's entry.
    let id: String?
    var honorifics: [String] = []
    /// How many mentions are how sure.
    var mentions: [Certainty: Int] = [:]

    var mentionCount: Int { mentions.values.reduce(0, +) }

    /// "sure", or "3 sure, 1 unsure".
    var certainty: String {
      let found = mentions.sorted { $0.key < $1.key }
      if found.count == 1 { return found[0].key.rawValue }
      return found.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    }
  }

  /// A mention, and the index of what it names.
  struct Name {
    let range: Range<Int>
    let kind: MentionKind
    let certainty: Certainty
    let entry: Int
  }

  private enum Key: Hashable {
    case entity(Int32)
    case surface(MentionKind, String)
  }

  private(set) var entries: [Entry] = []
  private var indices: [Key: Int] = [:]

  /// Takes in a text's mentions, each with the index of its entity or −1.
  mutating func add(
    _ mentions: [Mention], _ entities: [Int32], in text: [UInt8],
    entry: (Int32) -> (name: String, kind: EntityKind, id: String?)
  ) -> [Name] {
    zip(mentions, entities).map { mention, entity in
      let surface = String(decoding: text[mention.range], as: UTF8.self)
      let key = entity < 0 ? Key.surface(mention.kind, surface) : .entity(entity)
      let index = indices[key] ?? entries.count
      if index == entries.count {
        indices[key] = index
        let (name, kind, id) =
          entity < 0 ? (surface, mention.kind.entityKind, nil) : entry(entity)
        entries.append(
          Entry(
            name: name, kind: entity < 0 ? mention.kind.name : kind.name, order: kind.rawValue,
            id: id))
      }
      let certainty = Certainty(score: mention.score)
      entries[index].mentions[certainty, default: 0] += 1
      if let range = mention.honorific {
        let title = String(
          decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
        if !entries[index].honorifics.contains(title) { entries[index].honorifics.append(title) }
      }
      return Name(range: mention.range, kind: mention.kind, certainty: certainty, entry: index)
    }
  }
}
