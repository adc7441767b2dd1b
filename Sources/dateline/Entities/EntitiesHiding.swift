import ArchiveModel
import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline entities suppress`.
struct EntitiesSuppress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppress", abstract: "Gives an entity no page, no link and no place in any list.",
    discussion: """
      The words of the articles stay as they are.

      Example:
        dateline entities suppress people/safaa-saadi-jawad
      """)

  @Argument(help: "The entity.") var entity: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in try desk.suppressing(entity) }
  }
}

/// `dateline entities redact`.
struct EntitiesRedact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Removes a name from all that is published.",
    discussion: """
      Its initials, or the words of --with, stand in its place, and the articles say that a name was
      removed and when. Your own files keep it: do not publish them.

      Examples:
        dateline entities redact people/safaa-saadi-jawad
        dateline entities redact "Safaa Saadi Jawad" --with "a rescue engineer" --also "Safaa Jawad"
      """)

  @Argument(help: "An entity, or any name.") var name: String
  @Option(help: "The words that stand in its place (default: its initials).") var with: String?
  @Option(help: "Another spelling that goes too; may be said again.") var also: [String] = []
  @Option(help: "Why, for the editors: it is published nowhere.") var reason: String?
  @Option(
    help: "The day that the notice names (default: today).",
    transform: { text in
      do throws(ArchiveDate.ParsingFailure) {
        return try ArchiveDate(parsing: text)
      } catch {
        throw ValidationError("\(error.rule); \(error.suggestion)")
      }
    })
  var date: ArchiveDate?
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let today = ArchiveDate(secondsSince1970: time(nil)) ?? .undated
    var redaction = Desk.Redaction(date: (date ?? today).withoutTime.description)
    redaction.words = with
    redaction.also = also
    redaction.reason = reason
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.redacting(name, redaction)
    }
  }
}

/// `dateline entities ignore`.
struct EntitiesIgnore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ignore", abstract: "Says that a name is never an entity, in any article.",
    discussion: """
      It joins Content/authorities/ignored.txt.

      Example:
        dateline entities ignore "Spring Offensive"
      """)

  @Argument(help: "The name, as it stands in the texts.") var name: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in try desk.ignoring(name) }
  }
}

/// `dateline entities unlink`.
struct EntitiesUnlink: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "Says that a name is none in one article.",
    discussion: """
      It joins entities: {ignore: [ … ]} in the article's front matter.

      Example:
        dateline entities unlink Content/articles/2017/03/talks.md May
      """)

  @Argument(help: "The article's file.", completion: .file()) var article: String
  @Argument(help: "The name, as it stands in the text.") var name: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.unlinking(name, in: article)
    }
  }
}
