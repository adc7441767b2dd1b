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
    do {
      try annotate()
    } catch let fault as EnvironmentFault {
      Terminal.complain("error: \(fault)")
      throw Outcome.environment
    }
  }

  private func annotate() throws {
    let opened = try Archive.open(archive ?? ".")
    if let archive, opened == nil {
      Terminal.complain("error: \(archive) is no archive: it has no Content/articles")
      throw Outcome.misuse
    }
    let annotator = try Annotator(archive: opened)
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
