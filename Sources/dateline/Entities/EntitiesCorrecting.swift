import ArgumentParser
import Loading
import Publishing

/// `dateline entities merge`.
struct EntitiesMerge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Makes one entity of several: the first stays.",
    discussion: """
      The names of the others become names of the first, and their addresses lead to it.

      Example:
        dateline entities merge people/najmaldin-karim people/najmiddin-karim
      """)

  @Argument(help: "The entity that stays.") var kept: String
  @Argument(help: "Those that become part of it.") var others: [String]
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if others.isEmpty { throw ValidationError("Name at least one entity that becomes part of it.") }
  }

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.merging(others, into: kept)
    }
  }
}

/// `dateline entities rename`.
struct EntitiesRename: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Gives an entity another name to display, and another id.",
    discussion: """
      The old name still leads to it. Its address stays, unless --id says otherwise; then the old
      address leads to the new one.

      Examples:
        dateline entities rename people/jim-mattis "James Mattis"
        dateline entities rename people/jim-mattis "James Mattis" --id james-mattis
      """)

  @Argument(help: "The entity.") var entity: String
  @Argument(help: "Its new name.") var name: String
  @Option(help: "Its new id.") var id: String?
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.renaming(entity, to: name, id: id)
    }
  }
}

/// `dateline entities kind`.
struct EntitiesKind: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kind",
    abstract: "Says that an entity is a person, organization, place, event or work.",
    discussion: """
      The old address leads to the new one.

      Example:
        dateline entities kind people/golden-division organization
      """)

  @Argument(help: "The entity.") var entity: String
  @Argument(help: "What it is: person, organization, place, event or work.") var kind: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.changingKind(of: entity, to: kind)
    }
  }
}

/// `dateline entities distinguish`.
struct EntitiesDistinguish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distinguish", abstract: "Says that entities are not one, however alike.",
    discussion: """
      Their records tell of each other; they are not suggested again, and readers are told not to
      confuse them.

      Example:
        dateline entities distinguish people/john-smith people/jon-smith
      """)

  @Argument(help: "The entities.") var entities: [String]
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if entities.count < 2 { throw ValidationError("Name at least two entities.") }
  }

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in try desk.distinguishing(entities) }
  }
}

/// `dateline entities record`.
struct EntitiesRecord: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Gives an entity a record of its own, to be edited by hand.",
    discussion: """
      It joins the file in Content/authorities that has most records of its kind.

      Example:
        dateline entities record people/saddam-hussein
      """)

  @Argument(help: "The entity.") var entity: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in try desk.recording(entity) }
  }
}

/// `dateline entities undo`.
struct EntitiesUndo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes the last command of the desk back.",
    discussion: """
      Again and again, the one before. Where a file was changed since, nothing is done.

      Example:
        dateline entities undo --dry-run
      """)

  @OptionGroup var desk: DeskOptions

  func run() async throws { try DeskRun(desk).undo() }
}
