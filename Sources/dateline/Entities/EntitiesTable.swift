import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline entities export`.
struct EntitiesExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the records as a table, for a spreadsheet.",
    discussion: """
      A row a record, a column a key; the items of a list stand apart by vertical bars. What a
      spreadsheet would take for a formula has an apostrophe before it.

      Examples:
        dateline entities export --csv records.csv
        dateline entities export --csv --excel > records.csv
      """)

  @Flag(help: "As comma-separated values, which is the one form that there is.") var csv = false
  @Flag(help: "With the mark and the line ends that Excel wants.") var excel = false
  @Argument(help: "The file (default: standard output).", completion: .file()) var file: String?
  @Option(help: "The folder that has Content in it.") var archive = "."

  func run() async throws {
    let archive = try RecordTable.archive(try Archive.named(archive))
    let table = try DeskRun.solving(archive) { () throws(DeskProblem) in
      try RecordTable.csv(of: archive, isForExcel: excel)
    }
    guard let file else {
      Terminal.write(table)
      return
    }
    guard try PlainFile.create(file, table) else {
      Terminal.complain(
        """
        error: \(file.visible) is there already, and says something else
          = help: import what was changed in it, then delete it or name another file
        """)
      throw Outcome.misuse
    }
    print("wrote \(file.visible): \(archive.authorities.count) records")
  }
}

/// `dateline entities import`.
struct EntitiesImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes over what was changed in a table of records.",
    discussion: """
      Only cells that differ are written, into the files of their records; a row with a new id is a
      new record; a row that is not there deletes nothing. Any error, and nothing is written.

      Example:
        dateline entities import records.csv --dry-run
      """)

  @Argument(help: "The table.", completion: .file()) var file: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let file = file
    guard let bytes = PlainFile.read(file) else {
      Terminal.complain("error: there is no file \(file.visible) that can be read")
      throw Outcome.misuse
    }
    var problems: [String] = []
    try await DeskRun(desk).change { desk throws(DeskProblem) in
      switch try desk.importing(bytes, from: file) {
      case .success(let change): return change
      case .failure(let failure):
        problems = failure.lines
        return nil
      }
    }
    guard problems.isEmpty else {
      for problem in problems { Terminal.complain(problem) }
      Terminal.complain("nothing was written")
      throw Outcome.contentProblems
    }
  }
}
