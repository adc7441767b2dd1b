import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Shows the names that Dateline reads in articles.",
    discussion: """
      The text with its names marked, how sure each is, and a list of them. With --json a line a
      file: reading text, mentions with kind and entity; offsets count Unicode scalars.

      Examples:
        dateline annotate Content/articles/2017/03/talks.md | less
        dateline annotate --json Content/articles/2017/03/*.md > names.jsonl
      """)

  @Argument(help: "Article files, .md or .txt.", completion: .file())
  var files: [String]

  @Option(
    help: "The archive whose authority records are used (default: this folder, if it is one).")
  var archive: String?

  @Flag(help: "Print JSON lines.")
  var json = false

  func run() throws {
    let annotator = try Annotator(archive: try archive.map(Archive.named) ?? Archive.open("."))
    let columns = min(Terminal.columns, Self.maximumColumns)
    let form: Annotator.Form =
      json ? .json : .sheet(columns: columns, hasColor: Terminal.outputHasColor)
    var hasErrors = false
    var hasOutput = false
    for file in files {
      let (output, diagnostics, text) = annotator.annotate(file, as: form)
      for diagnostic in diagnostics {
        Terminal.complain(diagnostic.rendered(in: text, color: Terminal.hasColor))
        hasErrors = hasErrors || diagnostic.severity == .error
      }
      guard let output else { continue }
      if !json {
        // Told once, and an empty line between sheets.
        let legend = Annotator.legend(columns: columns, hasColor: Terminal.outputHasColor)
        Terminal.print(hasOutput ? [] : Array((legend + "\n").utf8))
      }
      hasOutput = true
      Terminal.print(output)
    }
    if hasErrors { throw Outcome.contentProblems }
  }

  /// Longer lines are hard to read.
  private static let maximumColumns = 100
}
