import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline entities list`.
struct EntitiesList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists who and what the archive names, what needs a look first.",
    discussion: """
      First names that two entities have, then those that may be one with another, then those without
      a record, then all others; the most frequent first.

      Examples:
        dateline entities list --unreviewed --min-count 5
        dateline entities list --kind person --json | jq -r .id
      """)

  @Option(help: "Of one kind alone: person, organization, place, event or work.") var kind: String?
  @Option(help: "In at least so many articles.") var minCount: Int?
  @Flag(help: "Those without a record alone.") var unreviewed = false
  @Flag(help: "Those whose name another one has too.") var conflicts = false
  @Option(help: "How many (default: 40, or all with --json).") var limit: Int?
  @Flag(help: "Print JSON lines.") var json = false
  @OptionGroup var common: ArchiveOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    if let minCount, minCount < 0 { throw ValidationError("--min-count cannot be negative.") }
  }

  func run() async throws {
    let desk = try await DeskRun.desk(common)
    var filter = EntityRows.Filter()
    if let kind {
      filter.kind = try DeskRun.solving(desk.archive) { () throws(DeskProblem) in
        try Desk.kind(kind)
      }
    }
    filter.minimumArticles = minCount ?? 0
    filter.isUnreviewed = unreviewed
    filter.hasConflict = conflicts
    let rows = EntityRows(desk, filter)
    if json {
      for line in rows.json(limit: limit) { Terminal.print(line) }
    } else {
      print(rows.text(limit: limit ?? Self.usualLimit))
    }
  }

  private static let usualLimit = 40
}

/// `dateline entities show`.
struct EntitiesShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what the archive has of one entity.",
    discussion: """
      Its forms in the texts, sentences, whom it stands with, and how it is known.

      Example:
        dateline entities show people/lise-grande
      """)

  @Argument(help: "The entity.") var entity: String
  @OptionGroup var common: ArchiveOptions

  func run() async throws {
    let desk = try await DeskRun.desk(common)
    let sheet = try DeskRun.solving(desk.archive) { () throws(DeskProblem) in
      try EntitySheet(
        entity, of: desk, columns: min(Terminal.columns, 100), hasColor: Terminal.outputHasColor)
    }
    print(sheet.text)
  }
}
