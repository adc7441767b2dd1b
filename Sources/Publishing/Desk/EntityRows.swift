import ArchiveModel
import Cataloguing
import Loading

/// The entities of an archive as an editor looks through them.
public struct EntityRows: Sendable {
  /// Which of them.
  public struct Filter: Sendable {
    /// Of one kind alone.
    public var kind: EntityKind?
    /// In at least so many articles.
    public var minimumArticles = 0
    /// Without a record alone.
    public var isUnreviewed = false
    /// With a conflict alone: one name of two kinds, or a strong name of two records.
    public var hasConflict = false

    /// All of them.
    public init() {}
  }

  /// One entity.
  public struct Row: Sendable {
    /// `people/lise-grande`.
    public let address: String
    /// The name as displayed.
    public let name: String
    /// What it is.
    public let kind: EntityKind
    /// How many articles name it.
    public let articles: Int
    /// How often it is named.
    public let mentions: Int
    /// What decides that its mentions are of one entity.
    public let evidence: Evidence
    /// Whether it has a page.
    public let hasPage: Bool
    /// Whether it is in no list.
    public let isHidden: Bool
    /// The addresses of others that have its name.
    public let conflicts: [String]
    /// How many others may be the same.
    public let suggestions: Int
  }

  /// What decides that mentions are of one entity.
  public enum Evidence: String, Sendable {
    case record, gazetteer
    case name = "full name"
  }

  /// In the order of what is worth looking at: conflicts, suggestions, what has no record, and then
  /// the rest; each with the most frequent first.
  public let rows: [Row]

  /// Lists entities; O(names).
  public init(_ desk: Desk, _ filter: Filter) {
    var suggestions: [Int: Int] = [:]
    for suggestion in SuggestionSearch.suggestions(of: desk) {
      suggestions[suggestion.kept, default: 0] += 1
      suggestions[suggestion.other, default: 0] += 1
    }
    let conflicts = desk.nameConflicts()
    let rows = desk.catalog.entities.indices.compactMap { number -> Row? in
      let entity = desk.catalog.entities[number]
      let evidence = desk.evidence(of: number)
      guard entity.articleCount > 0 || evidence == .record,
        filter.kind.map({ $0 == entity.kind }) ?? true,
        entity.articleCount >= filter.minimumArticles,
        !filter.isUnreviewed || evidence != .record,
        !filter.hasConflict || conflicts[number] != nil
      else { return nil }
      return Row(
        address: desk.address(of: number), name: entity.name, kind: entity.kind,
        articles: entity.articleCount, mentions: entity.mentionCount, evidence: evidence,
        hasPage: entity.hasPage, isHidden: !entity.isListed,
        conflicts: (conflicts[number] ?? []).map { desk.address(of: $0) },
        suggestions: suggestions[number] ?? 0)
    }
    self.rows = rows.sorted {
      ($0.rank, -$0.articles, $0.address) < ($1.rank, -$1.articles, $1.address)
    }
  }

  /// The first rows as a person reads them.
  public func text(limit: Int?) -> String {
    let shown = rows.prefix(limit ?? rows.count)
    guard !shown.isEmpty else { return "no entity" }
    let width = min(50, shown.map(\.address.count).max() ?? 0)
    let nameWidth = min(40, shown.map(\.name.visible.count).max() ?? 0)
    var lines = shown.map { row in
      let remarks = row.remarks.joined(separator: "; ")
      return "\(Labels.grouped(row.articles).padded(left: 6))  \(row.address.padded(to: width))  "
        + "\(row.name.visible.padded(to: nameWidth))  \(remarks)"
    }
    lines.insert("articles", at: 0)
    if shown.count < rows.count {
      lines.append("… and \(Labels.grouped(rows.count - shown.count)) more; --limit shows them")
    }
    return lines.map { $0.trimmingBlanks }.joined(separator: "\n")
  }

  /// All rows as lines of JSON without their ends.
  public func json(limit: Int?) -> [[UInt8]] {
    rows.prefix(limit ?? rows.count).map { row in
      var json = JSONText()
      json.object { json in
        json.member("type", "entity")
        json.member("id", row.address)
        json.member("name", row.name)
        json.member("kind", row.kind.name)
        json.member("articles", row.articles)
        json.member("mentions", row.mentions)
        json.member("evidence", row.evidence.rawValue)
        json.key("page")
        json.value(row.hasPage)
        json.key("hidden")
        json.value(row.isHidden)
        json.key("conflicts")
        json.array { json in for address in row.conflicts { json.value(address) } }
        json.member("suggestions", row.suggestions)
      }
      return json.bytes
    }
  }
}

extension EntityRows.Row {
  fileprivate var rank: Int {
    if isHidden { return 5 }
    if !conflicts.isEmpty { return 0 }
    if suggestions > 0 { return 1 }
    return switch evidence {
    case .name: 2
    case .gazetteer: 3
    case .record: 4
    }
  }

  /// What an editor should know of it.
  fileprivate var remarks: [String] {
    var remarks: [String] = []
    if !conflicts.isEmpty { remarks.append("also " + conflicts.joined(separator: ", ")) }
    if suggestions > 0 {
      remarks.append(suggestions == 1 ? "may be another" : "may be \(suggestions) others")
    }
    switch evidence {
    case .record: remarks.append("record")
    case .gazetteer: remarks.append("gazetteer")
    case .name: remarks.append("no record")
    }
    if isHidden { remarks.append("hidden") } else if !hasPage { remarks.append("no page") }
    return remarks
  }
}

extension Desk {
  func evidence(of number: Int) -> EntityRows.Evidence {
    if record(of: number) != nil { return .record }
    return catalog.entities[number].identity.isOfGazetteer ? .gazetteer : .name
  }

  /// For each entity whose name another has too, that one.
  ///
  /// That is one of another kind, or a record that claims the same strong name; what an editor has
  /// told apart is none.
  func nameConflicts() -> [Int: [Int]] {
    var bearers: [NameKey: [Int]] = [:]
    for (number, entity) in catalog.entities.enumerated() where isWorthLooking(number) {
      bearers[NameKey(entity.name), default: []].append(number)
    }
    for number in catalog.entities.indices {
      for name in record(of: number)?.names ?? [] {
        let isCaseSensitive = record(of: number)?.isCaseSensitive ?? false
        let folded = AuthorityFile.folded(name, isCaseSensitive: isCaseSensitive)
        guard archive.clashingNames.contains(folded) else { continue }
        let key = NameKey(name)
        if bearers[key]?.contains(number) != true { bearers[key, default: []].append(number) }
      }
    }
    var conflicts: [Int: [Int]] = [:]
    for group in bearers.values where group.count > 1 {
      for number in group {
        let others = group.filter {
          $0 != number && !areDistinct($0, number) && !areBothKnown($0, number)
        }
        for other in others where conflicts[number]?.contains(other) != true {
          conflicts[number, default: []].append(other)
        }
      }
    }
    return conflicts
  }
}

extension String {
  /// With blanks at its end, up to so many characters.
  package func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }

  /// With blanks at its beginning.
  func padded(left count: Int) -> String {
    String(repeating: " ", count: max(0, count - self.count)) + self
  }

  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
