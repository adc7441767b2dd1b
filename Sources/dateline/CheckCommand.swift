import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads all of an archive, tells what is wrong and what there is, and writes nothing.",
    discussion: """
      Problems go to standard error, the inventory to standard output. Names are not looked for, so
      links to the pages of people, organisations and places are taken to be right.

      Examples:
        dateline check                               the archive in this folder
        dateline check Content/articles/2017/03      what is in a folder
        dateline check --strict $(git diff --cached --name-only --diff-filter=d -- Content)
        dateline check --addresses old/sitemap.xml   what an old site had, and this one has not
        dateline check --json | jq -r 'select(.type == "article" and .date == null).file'
      """)

  @Argument(
    help: "Files and folders of the archive to tell of (default: all; all is read anyway).",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var common: ArchiveOptions

  @Option(
    help: "A list of addresses, or a sitemap.xml: those that lead nowhere are told.",
    completion: .file())
  var addresses: String?

  @Flag(help: "Warnings too make the exit code 1, and addresses that lead nowhere.")
  var strict = false

  @Flag(help: "Show every problem, and the whole of long lists.")
  var verbose = false

  @Flag(help: "Print JSON lines.")
  var json = false

  func run() async throws {
    let archive = try common.open()
    let scope = try scope(in: archive)
    let old = try oldAddresses()
    let progress = Progress()
    let check = Check(archive, options: try common.buildOptions(), progress: progress)
    let report = try await ProgressLine.showing(progress) {
      try await check.run(telling: scope, keeping: old)
    }

    let list = DiagnosticList(report.diagnostics, of: archive, under: archive.prefix)
    if json {
      report.writeJSON(list) { Terminal.print($0) }
    } else {
      Terminal.draw(list.digest(showsAll: verbose, color: Terminal.hasColor))
      print(report.text(showsAll: verbose), terminator: "")
    }
    if report.hasFailed(isStrict: strict) { throw Outcome.contentProblems }
  }

  private func oldAddresses() throws -> OldAddresses? {
    guard let addresses else { return nil }
    if let old = OldAddresses(ofFile: addresses) { return old }
    Terminal.complain("error: there is no list of addresses in \(addresses)")
    throw Outcome.misuse
  }

  private func scope(in archive: Archive) throws -> CheckScope {
    do throws(CheckScope.Stranger) {
      return try CheckScope(paths, in: archive)
    } catch {
      Terminal.complain(
        error.exists
          ? """
          error: \(error.name) is no part of the archive in \(archive.root)
            = help: name its archive with --archive
          """
          : "error: there is no file or folder \(error.name)")
      throw Outcome.misuse
    }
  }
}
