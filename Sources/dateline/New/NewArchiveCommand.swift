import ArchiveModel
import ArgumentParser
import Loading

/// `dateline new archive`.
struct NewArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Begins an archive that builds at once.",
    discussion: """
      At a terminal it asks for the title, the address and the language, as far as no option says
      them. It writes settings, an article that teaches, an about page and an example of a record.

      Examples:
        dateline new archive paper
        dateline new archive paper --title "The Example Times" --base-url https://example.org/ \\
          --language en
      """)

  @Argument(help: "The folder; it is made if it is not there.", completion: .directory)
  var folder: String

  @Option(help: "The name of the archive.") var title: String?
  @Option(help: "The address that the website will have, such as https://example.org/.")
  var baseURL: String?
  @Option(help: "Its language, such as en, ar or pt-BR (default: en).") var language: String?
  @Option(help: "The zone of times that state none, such as Asia/Baghdad or +03:00.")
  var timeZone: String?

  func validate() throws {
    if folder.isEmpty { throw ValidationError("Name the folder of the archive.") }
  }

  func run() throws {
    let folder = folder
    let answers = try answers()
    let today = ArchiveDate(secondsSince1970: NewCommand.now)?.withoutTime ?? .undated
    let written = try NewCommand.beginning { () throws(BeginningFailure) in
      try ArchiveBeginning(
        title: answers.title, baseURL: answers.baseURL, language: answers.language,
        timeZone: timeZone, today: today
      ).write(to: folder)
    }
    print(written.map { "wrote \(folder)/\($0)".visible }.joined(separator: "\n"))
    if !written.contains(".gitignore") {
      print("note: .gitignore was there and is as it was; add Public/ and .dateline/ to it")
    }
    print(
      """
        = next: cd \(folder.visible)
        = next: dateline build
        = next: dateline new article "Your headline"
      """)
  }

  /// What the options say, and at a terminal a person.
  ///
  /// All is asked before anything is written.
  private func answers() throws -> (title: String, baseURL: String?, language: String) {
    guard title == nil || baseURL == nil || language == nil, Question.canBeAsked else {
      guard let title else {
        Terminal.complain(
          """
          error: this is no terminal, so nobody can be asked for the title
            = help: say it with --title, and if you like --base-url and --language
          """)
        throw Outcome.misuse
      }
      return (title, baseURL, language ?? "en")
    }
    let title =
      try title
      ?? Question("What is the archive called?").ask {
        $0.isEmpty ? "It needs a name, such as The Example Times." : nil
      }
    let address =
      try baseURL
      ?? Question("Which address will it have? (https://…; Return: not known yet)").ask {
        $0.isEmpty || ArchiveBeginning.isBaseURL($0)
          ? nil : "It begins with https:// or http:// and has no ? or #."
      }
    let language =
      try language
      ?? Question("In which language is it? (en, ar, pt-BR …; Return: en)").ask {
        $0.isEmpty || ArchiveBeginning.isLanguage($0)
          ? nil : "It is a tag such as en, ar or pt-BR (BCP 47)."
      }
    return (title, address.isEmpty ? nil : address, language.isEmpty ? "en" : language)
  }
}
