import ArgumentParser
import Loading
import Publishing

/// `dateline entities split`.
struct EntitiesSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Makes two of one entity: some articles mean someone else.",
    discussion: """
      A second record is made, each tells that it is not the other, and the articles that you name
      say in their front matter whom they mean. Without --articles it shows those that there are, and
      writes nothing. The first one keeps the address; with --own-name and --own-id it gets another
      one too, and the page at the old address asks which of the two is meant.

      Examples:
        dateline entities split people/john-smith
        dateline entities split people/john-smith --name "John Smith (footballer)" \\
          --id john-smith-footballer --articles Content/articles/2017/03/cup.md
      """)

  @Argument(help: "The entity that keeps all other articles.") var entity: String
  @Option(parsing: .upToNextOption, help: "The articles that mean the other one.")
  var articles: [String] = []
  @Option(help: "The other's name, which differs.") var name: String?
  @Option(help: "The other's id.") var id: String?
  @Option(help: "Another name for the first one as well.") var ownName: String?
  @Option(help: "Another id for the first one as well.") var ownID: String?
  @OptionGroup var desk: DeskOptions

  func validate() throws {
    if articles.isEmpty, name == nil, id == nil { return }
    if articles.isEmpty { throw ValidationError("Say with --articles which mean the other one.") }
    if name == nil || id == nil {
      throw ValidationError("Say with --name and --id who the other one is.")
    }
    if (ownName == nil) != (ownID == nil) {
      throw ValidationError("Say both, --own-name and --own-id, or neither.")
    }
  }

  func run() async throws {
    guard let name, let id else {
      let desk = try await DeskRun.desk(desk.common)
      let text = try DeskRun.solving(desk.archive) { () throws(DeskProblem) in
        try desk.articles(
          of: entity, columns: min(Terminal.columns, 100), hasColor: Terminal.outputHasColor)
      }
      print(text)
      return
    }
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      try desk.splitting(
        entity, articles: articles, name: name, id: id,
        own: ownName.flatMap { name in ownID.map { (name, $0) } })
    }
  }
}
