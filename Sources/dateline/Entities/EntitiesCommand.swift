import ArgumentParser

/// `dateline entities`.
struct EntitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Corrects who and what the archive names: the editor's desk.",
    discussion: """
      Each command writes your own plain files (Content/authorities, privacy.yml, an article's front
      matter) and keeps all that you wrote in them. It says which articles and pages change; with
      --dry-run it shows the difference and writes nothing. Look at it with git diff, or take the
      last one back with undo.

      An entity is named by the address of its page, people/lise-grande, by its id, lise-grande, or
      by its name, "Lise Grande".

      Examples:
        dateline entities merge people/najmaldin-karim people/najmiddin-karim --dry-run
        dateline entities unlink Content/articles/2017/03/talks.md May
      """,
    subcommands: [
      EntitiesList.self, EntitiesShow.self, EntitiesReview.self, EntitiesMerge.self,
      EntitiesDistinguish.self, EntitiesSplit.self, EntitiesRecord.self, EntitiesRename.self,
      EntitiesKind.self, EntitiesSuppress.self,
      EntitiesRedact.self, EntitiesIgnore.self, EntitiesUnlink.self, EntitiesUndo.self,
      EntitiesExport.self, EntitiesImport.self,
    ])
}

/// What may be said to every command that changes something.
struct DeskOptions: ParsableArguments {
  @OptionGroup var common: ArchiveOptions

  @Flag(help: "Show the difference and what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Tell all articles and pages that change, however many.")
  var verbose = false
}
