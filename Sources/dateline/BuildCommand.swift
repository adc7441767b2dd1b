import ArchiveModel
import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the website of an archive.",
    discussion: """
      Examples:
        dateline build                               the archive in this folder, into Public
        dateline build --archive ~/paper --output /srv/www/paper
        dateline build --base-url https://example.org/paper/ --strict
      """)

  @OptionGroup var common: ArchiveOptions

  @Option(
    help: "The folder of the website (default: Public in the archive).", completion: .directory)
  var output: String?

  @Option(help: "The most files that the host takes; overrides max_files of archive.yml.")
  var maxFiles: Int?

  @Flag(help: "Leave Content/authorities/ids.lock as it is: nothing in Content is written.")
  var locked = false

  @Flag(help: "Warnings too make the exit code 1.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Show every diagnostic, and how many articles were as at the last build.")
  var verbose = false

  @Flag(help: "Print diagnostics and summary as JSON lines.")
  var json = false

  mutating func validate() throws {
    if let maxFiles, maxFiles < 1 { throw ValidationError("--max-files must be 1 or more.") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  func run() async throws {
    var archive = try common.open()
    if let maxFiles { archive.settings.maximumFiles = maxFiles }
    var options = try common.buildOptions()
    options.remembersAddresses = !locked
    let progress = Progress()
    let build = Build(archive, options: options, progress: progress)
    let folder = output ?? archive.root + "/Public"
    if output == nil, isLink(folder) {
      Terminal.complain(
        """
        error: \(folder) is a symbolic link, and what it leads to may not be meant
          = help: say so with --output \(folder)
        """)
      throw Outcome.misuse
    }
    if archive.mixes(withOutput: folder) {
      Terminal.complain(
        """
        error: \(folder) holds the archive or a part of it, and a site would mix with it
          = help: name a folder of its own with --output, such as Public
        """)
      throw Outcome.misuse
    }
    let report = try await ProgressLine.showing(progress) { try await build.run(into: folder) }

    let list = DiagnosticList(
      quiet ? report.diagnostics.filter { $0.severity == .error } : report.diagnostics,
      of: archive, under: archive.prefix)
    let summary = BuildSummary(
      report, title: archive.settings.title, folder: folder, isVerbose: verbose)
    if json {
      for line in list.json { Terminal.print(line) }
      Terminal.print(summary.json)
    } else {
      Terminal.draw(list.text(showsAll: verbose, color: Terminal.hasColor))
      if !quiet { print(summary.text) }
    }
    if report.hasFailed(isStrict: strict) { throw Outcome.contentProblems }
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
