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

  @Option(help: "The folder that has Content in it.")
  var archive = "."

  @Option(help: "The folder of the website (default: Public in the archive).")
  var output: String?

  @Option(help: "The address that the website will have; overrides base_url of archive.yml.")
  var baseURL: String?

  @Flag(help: "Show drafts and remember no address.")
  var drafts = false

  @Flag(help: "Leave Content/authorities/ids.lock as it is: nothing in Content is written.")
  var locked = false

  @Option(help: "How many articles and pages are worked on at a time (default: one a core).")
  var jobs: Int?

  @Option(
    help: "The date that counts as today, such as 2017-03-26.",
    transform: { text in
      do throws(ArchiveDate.ParsingFailure) {
        return try ArchiveDate(parsing: text)
      } catch {
        throw ValidationError("\(error.rule); \(error.suggestion)")
      }
    })
  var now: ArchiveDate?

  @Flag(help: "Warnings too make the exit code 1.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Show every diagnostic.")
  var verbose = false

  @Flag(help: "Print diagnostics and summary as JSON lines.")
  var json = false

  mutating func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let baseURL, !Settings.isBaseURL(baseURL) {
      throw ValidationError(
        "--base-url must begin with https:// or http:// and have no ? or #, not “\(baseURL)”.")
    }
  }

  func run() async throws {
    var archive = try Archive.named(archive)
    if let baseURL { archive.settings.baseURL = baseURL }
    var options = Build.Options(jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    options.showsDrafts = drafts
    options.remembersAddresses = !locked
    options.now = try now ?? sourceDate()
    let progress = Progress()
    let build = Build(archive, options: options, progress: progress)
    let folder = output ?? archive.root + "/Public"
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
      of: archive, under: archive.root == "." ? "" : archive.root + "/")
    let summary = BuildSummary(report, title: archive.settings.title, folder: folder)
    if json {
      for line in list.json { Terminal.print(line) }
      Terminal.print(summary.json)
    } else {
      Terminal.draw(list.text(showsAll: verbose, color: Terminal.hasColor))
      if !quiet { print(summary.text) }
    }
    if report.hasFailed(isStrict: strict) { throw Outcome.contentProblems }
  }

  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since 1970, in UTC.
  private func sourceDate() throws -> ArchiveDate? {
    guard let variable = getenv("SOURCE_DATE_EPOCH") else { return nil }
    let text = String(cString: variable)
    guard let seconds = Int(text), let date = ArchiveDate(secondsSince1970: seconds) else {
      Terminal.complain(
        """
        error: SOURCE_DATE_EPOCH is “\(text)”, and must be seconds since 1970
          = help: unset it, or say which day it is with --now
        """)
      throw Outcome.misuse
    }
    return date
  }
}
