import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Prints what Dateline reads in articles, as JSON lines.",
    discussion: """
      A line a file: reading text, mentions with kind and entity. Offsets count Unicode scalars.

      Example:
        dateline annotate --json Content/articles/2017/03/talks.md
      """)

  @Argument(help: "Article files, .md or .txt.", completion: .file())
  var files: [String]

  @Option(
    help: "The archive whose authority records are used (default: this folder, if it is one).")
  var archive: String?

  @Flag(help: "Print JSON lines. The only form so far.")
  var json = false

  func run() throws {
    let annotator = try Annotator(archive: try archive.map(Archive.named) ?? Archive.open("."))
    var hasErrors = false
    for file in files {
      let (line, diagnostics, text) = annotator.annotate(file)
      for diagnostic in diagnostics {
        Terminal.complain(diagnostic.rendered(in: text, color: Terminal.hasColor))
        hasErrors = hasErrors || diagnostic.severity == .error
      }
      if let line { Terminal.print(line) }
    }
    if hasErrors { throw Outcome.contentProblems }
  }
}
