import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the website of an archive.",
    discussion: """
      Examples:
        dateline build                               the archive in this folder, into Public
        dateline build --archive ~/paper --output /srv/www/paper
        dateline build --base-url https://example.org/paper/ --strict

      Interrupted or killed at any moment it leaves every file whole, and the next build completes it;
      the exit code is then 130 (Ctrl-C) or 143 (SIGTERM).
      """)

  @OptionGroup var common: ArchiveOptions

  @Option(
    help: "The folder of the website (default: Public in the archive).", completion: .directory)
  var output: String?

  @Option(help: "The most files that the host takes; overrides max_files of archive.yml.")
  var maxFiles: Int?

  @Option(
    parsing: .upToNextOption,
    help: "Take what dateline annotate --records read of articles, in these files.",
    completion: .file())
  var records: [String] = []

  @Flag(help: "Leave Content/authorities/ids.lock as it is: nothing in Content is written.")
  var locked = false

  @Flag(help: "Warnings too make the exit code 1.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Show every diagnostic, and how many articles were as at the last build.")
  var verbose = false

  @Flag(
    help: """
      Show what each stage took: time, processor time, bytes, memory, and how much of it in parallel.
      """)
  var profile = false

  @Flag(help: "Print diagnostics and summary as JSON lines.")
  var json = false

  mutating func validate() throws {
    if let maxFiles, maxFiles < 1 { throw ValidationError("--max-files must be 1 or more.") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  func run() async throws {
    let profile = profile ? BuildProfile(cores: ArchiveOptions.cores) : nil
    var archive = try common.open()
    profile?.end(.open)
    if let maxFiles { archive.settings.maximumFiles = maxFiles }
    var options = try common.buildOptions()
    options.remembersAddresses = !locked
    options.profile = profile
    options.isLast = true
    if !records.isEmpty { options.records = try opened(records, of: archive) }
    SuddenEnd.allow(
      saying: "every file of the site is whole, old or new: the same command completes it")
    let builder = SiteBuilder(archive, output: output)
    let report = try await builder.run(options)

    let summary = BuildSummary(
      report, title: archive.settings.title, folder: builder.folder, isVerbose: verbose)
    if json {
      for line in builder.diagnostics(of: report, onlyErrors: quiet).json { Terminal.print(line) }
      Terminal.print(summary.json)
      if let profile { Terminal.print(profile.json) }
    } else {
      builder.show(report, onlyErrors: quiet, showsAll: verbose)
      if !quiet { print(summary.text) }
      if let profile { print(profile.text) }
    }
    if report.hasFailed(isStrict: strict) { throw Outcome.contentProblems }
  }

  private func opened(_ files: [String], of archive: Archive) throws -> ReadingRecords {
    do throws(RecordFailure) {
      return try ReadingRecords(files, of: archive)
    } catch {
      throw error.told(of: archive)
    }
  }
}
