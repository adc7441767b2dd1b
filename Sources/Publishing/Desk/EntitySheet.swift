import ArchiveModel
import Cataloguing
import Loading

/// All that an editor should know of one entity.
public struct EntitySheet: Sendable {
  private let desk: Desk
  private let number: Int
  private let variants: [DeskVariant]
  private let samples: [DeskMention]
  private let suggestions: [MergeSuggestion]
  private let ink: Ink
  private let columns: Int

  private static let maximumVariants = 16
  private static let maximumSamples = 6
  private static let maximumCompanions = 8

  /// Collects what there is of an entity.
  public init(
    _ entity: String, of desk: Desk, columns: Int, hasColor: Bool
  ) throws(DeskProblem) {
    self.desk = desk
    self.columns = columns
    ink = Ink(isOn: hasColor)
    let found = try desk.find(entity)
    number = found
    let mentions = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try desk.mentions(of: found)
    }
    variants = DeskVariant.counted(mentions)
    samples = EntitySheet.samples(of: mentions)
    suggestions = SuggestionSearch.suggestions(of: desk).filter {
      $0.kept == found || $0.other == found
    }
  }

  /// A sentence an article, spread over the years, and each form of the name if there is room.
  private static func samples(of mentions: [DeskMention]) -> [DeskMention] {
    var samples: [DeskMention] = []
    var surfaces: Set<String> = []
    var articles: Set<Int> = []
    for mention in mentions
    where surfaces.count < maximumSamples && surfaces.insert(mention.surface).inserted {
      samples.append(mention)
      articles.insert(mention.article)
    }
    let rest = mentions.filter { articles.insert($0.article).inserted }
    let wanted = maximumSamples - samples.count
    if wanted > 0, !rest.isEmpty {
      let step = max(1, rest.count / wanted)
      samples += stride(from: 0, to: rest.count, by: step).prefix(wanted).map { rest[$0] }
    }
    return samples.sorted { ($0.article, $0.mark) < ($1.article, $1.mark) }
  }

  // MARK: Text

  /// The sheet as a person reads it.
  public var text: String {
    var lines = head
    func add(_ title: String, _ rows: [String]) {
      guard !rows.isEmpty else { return }
      lines += ["", ink.paint(title, .bold)] + rows
    }
    add("Forms in the texts", variantRows)
    add("Sentences", sampleRows)
    add("Named with", companionRows)
    add("May be the same as", suggestionRows)
    add("Other names in its record", recordRows)
    return lines.joined(separator: "\n")
  }

  private var head: [String] {
    let entity = desk.catalog.entities[number]
    let appearances = desk.catalog.appearances[entity.appearances]
    let dates = appearances.map { desk.catalog.articles[Int($0.article)].date }
      .filter { $0 != .undated }
    var lines = [
      ink.paint(entity.name.visible, .bold) + "  " + desk.address(of: number),
      "\(Language.english.singular(entity.kind)); \(standing(entity))",
      evidence(entity),
    ]
    if entity.articleCount > 0 {
      var line = Language.english.count(entity.mentionCount, .mentions)
      line += " in \(Labels.count(entity.articleCount, "article", "articles"))"
      if let first = dates.first, let last = dates.last {
        line += ", \(first.withoutTime) to \(last.withoutTime)"
      }
      lines.append(line)
    } else {
      lines.append("named in no article")
    }
    let inferred = appearances.count { $0.isInferred }
    if inferred > 0 {
      lines.append(
        "in \(Labels.count(inferred, "article", "articles")) by a short name alone, since nobody "
          + "else in the archive can be meant")
    }
    return lines
  }

  private func standing(_ entity: Catalog.Entity) -> String {
    if !entity.isListed { return "hidden: no page, and no place in lists" }
    return entity.hasPage ? "has a page" : "no page: named in too few articles"
  }

  private func evidence(_ entity: Catalog.Entity) -> String {
    if let record = desk.record(of: number) {
      let text = desk.archive.text(of: record.place.path) ?? []
      let line = SourcePosition(of: record.place.offsets.lowerBound, in: text).line
      let review = record.reviewed.map { review in
        ", reviewed \(review.date.withoutTime)" + (review.editor.map { " by \($0.visible)" } ?? "")
      }
      return "by its record: \(record.place.path):\(line)" + (review ?? "")
    }
    switch entity.identity {
    case .gazetteer: return "by the gazetteer of well-known places and organisations"
    case .authority, .name, .short:
      return "by its full name alone; dateline entities record gives it a record"
    }
  }

  private var variantRows: [String] {
    let shown = variants.prefix(EntitySheet.maximumVariants)
    var rows = shown.map { "\(Labels.grouped($0.count).padded(left: 6))  \($0.name.visible)" }
    if variants.count > shown.count {
      rows.append("        … and \(variants.count - shown.count) more")
    }
    return rows
  }

  private var sampleRows: [String] {
    samples.flatMap { mention in
      let article = desk.catalog.articles[mention.article]
      return [ink.paint("  " + desk.archive.shownPath(of: article.path).visible, .faint)]
        + mention.lines(columns: columns, indent: 4, ink: ink)
    }
  }

  private var companionRows: [String] {
    let ranked = desk.catalog.companions(of: number, limit: EntitySheet.maximumCompanions)
    return ranked.map {
      "\(Labels.grouped($0.articleCount).padded(left: 6))  "
        + "\(desk.catalog.entities[$0.entity].name.visible)  "
        + ink.paint(desk.address(of: $0.entity), .faint)
    }
  }

  private var suggestionRows: [String] {
    suggestions.map { suggestion in
      let other = suggestion.kept == number ? suggestion.other : suggestion.kept
      return "  \(desk.address(of: other))  \(desk.catalog.entities[other].name.visible): "
        + suggestion.reason.text
    }
  }

  private var recordRows: [String] {
    let seen = Set(variants.map(\.name))
    guard let record = desk.record(of: number) else { return [] }
    let unseen = record.names.filter { !seen.contains($0) }
    return unseen.isEmpty ? [] : ["  " + unseen.map(\.visible).joined(separator: ", ")]
  }
}

extension DeskVariant {
  /// The forms of mentions, the most frequent first.
  static func counted(_ mentions: [DeskMention]) -> [DeskVariant] {
    var counts: [String: Int] = [:]
    for mention in mentions { counts[mention.surface, default: 0] += 1 }
    return counts.map { DeskVariant(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension DeskMention {
  /// The sentence in lines of a terminal, the name in bold.
  func lines(columns: Int, indent: Int, ink: Ink) -> [String] {
    DeskMention.lines(sentence, range, columns: columns, indent: indent, ink: ink)
  }

  static func lines(
    _ sentence: String, _ range: Range<Int>, columns: Int, indent: Int, ink: Ink
  ) -> [String] {
    var text = StyledText()
    let bytes = Array(sentence.utf8)
    text.append(String(decoding: bytes[..<range.lowerBound], as: UTF8.self))
    text.append(String(decoding: bytes[range], as: UTF8.self), .bold)
    text.append(String(decoding: bytes[range.upperBound...], as: UTF8.self))
    return text.lines(columns: columns, indent: indent, ink: ink)
  }
}
