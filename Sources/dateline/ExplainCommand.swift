import ArgumentParser
import Loading
import Publishing

/// `dateline explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why a name in an article went where it went.",
    discussion: """
      For each form of the name: what the recogniser saw, for whom it stands, by which rule, and
      what would change it.

      Example:
        dateline explain Content/articles/2017/03/talks.md Grande
      """)

  @Argument(help: "The article: its file, its address, or its file's name.")
  var article: String
  @Argument(help: "The name, or a part of it.") var name: String
  @OptionGroup var common: ArchiveOptions

  func run() async throws {
    let archive = try common.open()
    let options = try common.buildOptions()
    let progress = Progress()
    let desk = try await ProgressLine.showing(progress) {
      try await Desk.read(archive, options: options, progress: progress)
    }
    let explanations = try DeskRun.solving(archive) { () throws(DeskProblem) in
      try desk.explaining(name, in: article)
    }
    guard !explanations.isEmpty else {
      print(
        """
        “\(name.visible)” is no name there: the recogniser took no words like it for one
          to change  entities: {add: [{name: "\(name.visible)", type: person}]} in the article's \
        front matter, or a record with that name
        """)
      return
    }
    print(explanations.map(\.text).joined(separator: "\n\n"))
  }
}
