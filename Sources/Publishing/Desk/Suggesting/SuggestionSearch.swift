import ArchiveModel
import Cataloguing
import Loading

/// Looks for entities that may be one.
///
/// Names are sorted into blocks by what alike ones share, and compared within a block alone, each
/// with a bounded number of others: O(names), whatever the archive.
struct SuggestionSearch {
  private struct Name {
    let entity: Int
    let text: String
    let shape: NameShape
  }

  /// In a block of more names each is compared with those that come first: the frequent ones.
  private static let maximumPartners = 24
  /// A name that so many others could be short for says nothing.
  private static let maximumExpansions = 3

  private let desk: Desk
  private var names: [Name] = []
  private var found: [Pair: MergeSuggestion.Reason] = [:]

  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) {
      first = min(a, b)
      second = max(a, b)
    }
  }

  /// Finds all suggestions of an archive, the surest and most frequent first.
  static func suggestions(of desk: Desk) -> [MergeSuggestion] {
    var search = SuggestionSearch(desk)
    search.compareBlocks()
    search.compareAcronyms()
    return search.ranked()
  }

  private init(_ desk: Desk) {
    self.desk = desk
    let entities = desk.catalog.entities
    // The most frequent first, so that a full block keeps them.
    let order = entities.indices.filter { desk.isWorthLooking($0) }.sorted {
      (entities[$1].mentionCount, $0) < (entities[$0].mentionCount, $1)
    }
    for number in order {
      let own = [entities[number].name] + (desk.record(of: number)?.names ?? [])
      for text in own {
        let shape = NameShape(text)
        guard !shape.words.isEmpty else { continue }
        names.append(Name(entity: number, text: text, shape: shape))
      }
    }
  }

  // MARK: Blocks

  private mutating func compareBlocks() {
    var blocks: [String: [Int]] = [:]
    for (index, name) in names.enumerated() {
      for key in SuggestionSearch.keys(of: name.shape, desk.catalog.entities[name.entity].kind) {
        blocks[key, default: []].append(index)
      }
    }
    for block in blocks.values where block.count > 1 {
      for (position, second) in block.enumerated() {
        for first in block.prefix(min(position, SuggestionSearch.maximumPartners)) {
          compare(names[first], names[second])
        }
      }
    }
  }

  /// What names that may be one have in common, kind included.
  private static func keys(of shape: NameShape, _ kind: EntityKind) -> [String] {
    var keys = ["\(kind.name) \(shape.skeleton)"]
    if kind == .person, let first = shape.words.first?.first, let last = shape.words.last,
      shape.words.count > 1
    {
      keys.append("\(first) \(NameShape.skeleton(last))")
    }
    if kind == .organization {
      keys.append("group " + specific(shape.words).joined(separator: " "))
    }
    return keys
  }

  private mutating func compare(_ a: Name, _ b: Name) {
    guard a.entity != b.entity,
      desk.catalog.entities[a.entity].kind == desk.catalog.entities[b.entity].kind,
      let reason = SuggestionSearch.reason(
        a.shape, b.shape, desk.catalog.entities[a.entity].kind)
    else { return }
    note(a.entity, b.entity, reason)
  }

  private mutating func note(_ a: Int, _ b: Int, _ reason: MergeSuggestion.Reason) {
    // One name in full is a conflict, and told as one.
    guard !desk.areDistinct(a, b), !desk.haveOneName(a, b) else { return }
    // Of two records an editor has thought already.
    let isRecorded = desk.record(of: a) != nil && desk.record(of: b) != nil
    guard !isRecorded || reason == .article || reason == .initials else { return }
    let pair = Pair(a, b)
    found[pair] = min(found[pair] ?? reason, reason)
  }

  /// Why two names of one kind may be one; nil where nothing speaks for it.
  static func reason(
    _ a: NameShape, _ b: NameShape, _ kind: EntityKind
  ) -> MergeSuggestion.Reason? {
    if a.words == b.words { return .article }
    if kind == .person, let reason = personalReason(a.words, b.words) { return reason }
    if kind == .organization, specific(a.words) == specific(b.words), !specific(a.words).isEmpty {
      return .genericWord
    }
    if isTransliterated(a, b) { return .transliteration }
    let isNear =
      kind == .person && haveOneSurname(a.words, b.words) && areClose(a.words[0], b.words[0])
    return isNear ? .givenName : nil
  }

  private static func personalReason(
    _ a: [String], _ b: [String]
  ) -> MergeSuggestion.Reason? {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count > 1, short.last == long.last, let first = short.first,
      let other = long.first
    else { return nil }
    let isInitial = first.count == 1 || other.count == 1
    guard first.first == other.first else { return nil }
    if first == other {
      if short.count == long.count {
        let pairs = zip(short, long)
        let fit = pairs.allSatisfy {
          $0 == $1 || $0.hasPrefix($1) && $1.count == 1
            || $1.hasPrefix($0) && $0.count == 1
        }
        return fit ? .initials : nil
      }
      return isSubsequence(short, long) ? .middleNames : nil
    }
    if isInitial { return short.count == 2 || long.count == short.count ? .initials : nil }
    return haveOneSurname(a, b) && (first.hasPrefix(other) || other.hasPrefix(first))
      ? .givenName : nil
  }

  /// Whether two names differ in the given name alone, and that has more than an initial.
  private static func haveOneSurname(_ a: [String], _ b: [String]) -> Bool {
    a.count > 1 && a.dropFirst() == b.dropFirst() && min(a[0].count, b[0].count) > 2
  }

  /// Whether two given names may be one, misspelt or shortened: "Jon" and "John".
  private static func areClose(_ a: String, _ b: String) -> Bool {
    let limit = min(a.count, b.count) < 5 ? 1 : 2
    return a.first == b.first && Spelling.distance(a, b, limit: limit) <= limit
  }

  private static func isSubsequence(_ short: [String], _ long: [String]) -> Bool {
    var rest = long[...]
    for word in short {
      guard let found = rest.firstIndex(of: word) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }

  /// Whether two names have one skeleton and so many letters in common as spellings of one have.
  private static func isTransliterated(_ a: NameShape, _ b: NameShape) -> Bool {
    guard a.words.count == b.words.count, a.skeleton == b.skeleton,
      a.skeleton.utf8.count >= 4 || a.words.count > 1 && a.skeleton.utf8.count >= 3
    else { return false }
    let (first, second) = (a.words.joined(), b.words.joined())
    let limit = a.words.count == 1 ? 2 : 2 * a.words.count + 1
    return Spelling.distance(first, second, limit: limit) <= limit
  }

  /// The words of an organisation's name but those that only say what it is.
  private static func specific(_ words: [String]) -> [String] {
    words.filter { !genericWords.contains($0) }
  }

  private static let genericWords: Set<String> = [
    "the", "of", "group", "organization", "organisation", "movement", "forces", "force",
    "militants", "fighters", "network", "agency", "inc", "ltd", "llc", "corp", "corporation",
    "company", "co", "plc",
  ]

  // MARK: Acronyms

  private mutating func compareAcronyms() {
    var expansions: [String: [Int]] = [:]
    for name in names where desk.catalog.entities[name.entity].kind == .organization {
      let key = NameKey(name.text)
      guard !key.isSingleWord else { continue }
      let initials = key.initials
      if expansions[initials]?.contains(name.entity) != true {
        expansions[initials, default: []].append(name.entity)
      }
    }
    for name in names where desk.catalog.entities[name.entity].kind == .organization {
      let isAcronym =
        (2...6).contains(name.text.utf8.count)
        && name.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard isAcronym, let full = expansions[NameKey(name.text).text],
        full.count <= SuggestionSearch.maximumExpansions
      else { continue }
      for entity in full where entity != name.entity { note(entity, name.entity, .acronym) }
    }
  }

  // MARK: Order

  private func ranked() -> [MergeSuggestion] {
    let entities = desk.catalog.entities
    let suggestions = found.map { pair, reason in
      let isFirstKept = desk.isPreferred(pair.first, to: pair.second)
      return MergeSuggestion(
        kept: isFirstKept ? pair.first : pair.second,
        other: isFirstKept ? pair.second : pair.first, reason: reason,
        sharedArticles: desk.sharedArticles(pair.first, pair.second))
    }
    let scores = suggestions.map { suggestion in
      SuggestionSearch.score(
        suggestion, entities[suggestion.kept].articleCount + entities[suggestion.other].articleCount
      )
    }
    return suggestions.indices.sorted { a, b in
      (-scores[a], suggestions[a].kept, suggestions[a].other)
        < (-scores[b], suggestions[b].kept, suggestions[b].other)
    }.map { suggestions[$0] }
  }

  /// How much a suggestion deserves a look: by how sure it is, and how many articles it is about.
  private static func score(_ suggestion: MergeSuggestion, _ articles: Int) -> Int {
    let weight =
      switch suggestion.reason {
      case .article: 10
      case .initials, .middleNames: 9
      case .transliteration, .acronym: 8
      case .genericWord: 7
      case .givenName: 5
      }
    let isDoubtful = suggestion.sharedArticles > 0 && suggestion.reason != .acronym
    // In tenths of a doubling of the articles.
    let size = (0..<64).first { 1 << $0 > articles } ?? 64
    return weight * size * 10 / (isDoubtful ? 3 : 1) + min(articles, 9)
  }
}

extension Desk {
  /// Whether an entity is one that an editor thinks of: recorded, or named in an article; but not
  /// hidden by its record.
  func isWorthLooking(_ number: Int) -> Bool {
    let record = record(of: number)
    return record.map { $0.page != .never } ?? (catalog.entities[number].articleCount > 0)
  }

  /// Whether an editor has said that two entities are not one.
  func areDistinct(_ a: Int, _ b: Int) -> Bool {
    let ids = [a, b].map { catalog.entities[$0].id.description }
    return record(of: a)?.notSameAs.contains(ids[1]) ?? false
      || record(of: b)?.notSameAs.contains(ids[0]) ?? false
  }

  /// Whether two entities have the very same name; or are known as two by the gazetteer.
  func haveOneName(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (catalog.entities[a], catalog.entities[b])
    return NameKey(first.name) == NameKey(second.name) || areBothKnown(a, b)
  }

  /// Whether the gazetteer has both of two entities: it knows that they are two.
  func areBothKnown(_ a: Int, _ b: Int) -> Bool {
    catalog.entities[a].identity.isOfGazetteer && catalog.entities[b].identity.isOfGazetteer
  }

  /// Which of two would stay: one with a record, else the more frequent, else the longer name.
  func isPreferred(_ a: Int, to b: Int) -> Bool {
    let rank = { (number: Int) in
      (
        record(of: number) == nil ? 1 : 0, catalog.entities[number].identity.isOfGazetteer ? 0 : 1,
        -catalog.entities[number].articleCount, -catalog.entities[number].name.utf8.count, number
      )
    }
    return rank(a) < rank(b)
  }

  /// In how many articles both of two entities are named; O(their articles).
  func sharedArticles(_ a: Int, _ b: Int) -> Int {
    let first = Set(catalog.appearances[catalog.entities[a].appearances].map(\.article))
    return catalog.appearances[catalog.entities[b].appearances].count { first.contains($0.article) }
  }
}
