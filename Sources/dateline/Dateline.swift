import ArchiveModel
import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line; each command is a file of its own.
@main
struct Dateline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Makes a website of a news archive, with a page for everyone it names.",
    discussion: """
      An archive is a folder with Content/articles in it: Markdown with front matter, or raw wire
      texts. The website needs no server, no database and no network.

      Exit codes: 0 done, 1 problems in the content, 2 misuse, 3 the machine refused; 130 interrupted.
      """,
    version: ProgramVersion.current,
    subcommands: [
      BuildCommand.self, PreviewCommand.self, CheckCommand.self, AnnotateCommand.self,
      ExplainCommand.self, EntitiesCommand.self, ThemeCommand.self, PublishCommand.self,
      VerifyCommand.self, ExportCommand.self,
    ])

  /// Runs a command, with our exit codes in place of the parser's.
  static func main() async {
    // A file that may not grow is told as a full disk is, and ends nothing at once.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as Outcome {
      leave(code.rawValue)
    } catch let fault as EnvironmentFault {
      Terminal.complain("error: \(fault)")
      leave(Outcome.environment.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess {
        print(fullMessage(for: error))
        leave(0)
      }
      Terminal.complain(fullMessage(for: error))
      leave(Outcome.misuse.rawValue)
    }
  }

  /// The system's `exit`, which a command's own `exit` would hide.
  private static func leave(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}

extension Archive {
  /// The archive that a user names.
  ///
  /// - Throws: `Outcome.misuse`, told on the terminal, where there is none.
  static func named(_ folder: String) throws -> Archive {
    if let archive = try Archive.open(folder) { return archive }
    Terminal.complain(
      """
      error: \(folder) is no archive: it has no Content/articles
        = help: go to the folder that has Content in it, or name it with --archive
      """)
    throw Outcome.misuse
  }
}

/// How a command ends when it does not end well.
enum Outcome: Int32, Error {
  case contentProblems = 1
  case misuse = 2
  case environment = 3
}
