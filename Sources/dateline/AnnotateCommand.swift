import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline annotate`.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Shows the names that Dateline reads in articles.",
    discussion: """
      The text with its names marked, how sure each is, and a list of them. With --json a line a
      file: reading text, mentions with kind and entity; offsets count Unicode scalars.

      With --records nothing is shown: what a build would read of articles is written into a file,
      so that many machines read a large archive and one builds it, with build --records. All need
      the same program, archive.yml, privacy.yml, authorities and pictures.

      Examples:
        dateline annotate Content/articles/2017/03/talks.md | less
        dateline annotate --json Content/articles/2017/03/*.md > names.jsonl
        find Content/articles/2017 -name '*.md' | dateline annotate --records 2017.records --from -
        dateline annotate --records all.records --merge 2016.records 2017.records
      """)

  @Argument(
    help: "Article files, .md or .txt; with --merge files of records.", completion: .file())
  var files: [String] = []

  @Option(
    help: "The archive whose authority records are used (default: this folder, if it is one).")
  var archive: String?

  @Flag(help: "Print JSON lines.")
  var json = false

  @Option(help: "Write what a build would read into this file.", completion: .file())
  var records: String?

  @Option(
    help: "With --records: the articles, a path a line; - is standard input.", completion: .file())
  var from: String?

  @Flag(help: "With --records: bring files of records together in one.")
  var merge = false

  @Option(help: "With --from: the base_url that the build will be given, if it is.")
  var baseURL: String?

  @Option(help: "With --from: how many articles are read at a time (default: one a core).")
  var jobs: Int?

  func validate() throws {
    guard records != nil else {
      if merge || from != nil || baseURL != nil || jobs != nil {
        throw ValidationError("--from, --merge, --base-url and --jobs need --records.")
      }
      if files.isEmpty { throw ValidationError("Name an article's file.") }
      return
    }
    if json { throw ValidationError("--json and --records exclude each other.") }
    if merge == (from != nil) { throw ValidationError("--records needs --from or --merge.") }
    if merge, files.isEmpty { throw ValidationError("Name files of records to bring together.") }
    if !merge, !files.isEmpty { throw ValidationError("With --from no files are named besides.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let baseURL { try ArchiveOptions.checkBaseURL(baseURL) }
  }

  func run() async throws {
    guard let records else { return try show() }
    let recording = Recording(output: records)
    guard let from else { return try recording.merge(files) }
    var archive = try Archive.named(archive ?? ".")
    if let baseURL { archive.settings.baseURL = baseURL }
    try await recording.read(from, in: archive, jobs: jobs ?? ArchiveOptions.cores)
  }

  private func show() throws {
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
