import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins an archive, an article, a theme, or a record.",
    discussion: """
      Nothing that is there is ever overwritten.

      Examples:
        dateline new archive ~/paper
        dateline new article "Talks resume in Mosul" --section World
      """,
    subcommands: [
      NewArchiveCommand.self, NewArticleCommand.self, NewThemeCommand.self,
      NewAuthorityCommand.self,
    ])

  /// Seconds since 1970, by the machine's clock: for what a person begins, never for a build.
  static var now: Int { time(nil) }

  /// Tells why something is not begun, and ends the command.
  static func beginning<Value>(_ work: () throws(BeginningFailure) -> Value) throws -> Value {
    do throws(BeginningFailure) {
      return try work()
    } catch {
      switch error {
      case .refused(let refusal):
        Terminal.complain(
          "error: \(refusal.message.visible)\n  = help: \(refusal.help.visible)")
        throw Outcome.misuse
      case .fault(let fault): throw fault
      }
    }
  }
}

/// `dateline new theme`: as `dateline theme new`.
struct NewThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Begins a theme as a copy of the bundled one.",
    discussion: """
      The same as dateline theme new.

      Example:
        dateline new theme mine
      """)

  @Argument(help: "Its name: letters, digits, hyphens.") var name: String
  @Option(help: "The folder that has Content in it.", completion: .directory) var archive = "."

  func run() throws { try ThemeNewCommand.begin(name, in: archive) }
}

/// `dateline new authority`: as `dateline entities record`.
struct NewAuthorityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority",
    abstract: "Gives an entity a record of its own, to be edited by hand.",
    discussion: """
      The same as dateline entities record: it joins the file in Content/authorities that has most
      records of its kind.

      Example:
        dateline new authority people/saddam-hussein
      """)

  @Argument(help: "The entity: people/lise-grande, lise-grande, or \"Lise Grande\".")
  var entity: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in try desk.recording(entity) }
  }
}
