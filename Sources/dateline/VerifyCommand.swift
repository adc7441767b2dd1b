import ArchiveModel
import ArgumentParser
import Loading
import Publishing

/// `dateline verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that a site shows nothing that Content/privacy.yml hides.",
    discussion: """
      Looks into each file of the folder, and at its name, for redacted names, for the words of
      withdrawn articles and for suppressed entities: in any case, with or without accents, with
      markup in them, as in addresses, in references of HTML, escapes of URLs and JSON, UTF-16,
      base64, and compressed (gzip, zip, PNG, PDF). Nothing is written.

      Exit codes: 0 nothing was found, 1 something was, 2 misuse, 3 there is no such folder.

      Examples:
        dateline verify --privacy                      Public in the archive in this folder
        dateline verify --privacy /srv/www/paper --archive ~/paper
        dateline verify --privacy --json | jq -r 'select(.type == "finding").file' | sort -u
      """)

  @Flag(help: "Look for what privacy.yml hides.")
  var privacy = false

  @Argument(
    help: "The folder of the website (default: Public in the archive).", completion: .directory)
  var folder: String?

  @Option(help: "The folder that has Content in it.")
  var archive = "."

  @Option(help: "How many files are looked into at a time (default: one a core).")
  var jobs: Int?

  @Flag(help: "Show every finding.")
  var verbose = false

  @Flag(help: "Print JSON lines.")
  var json = false

  /// So many findings are shown unless all are asked for.
  private static let shown = 100

  func validate() throws {
    guard privacy else {
      throw ValidationError("Say what to verify: --privacy is what there is.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  func run() async throws {
    let archive = try Archive.named(archive)
    let folder = folder ?? archive.root + "/Public"
    let verification = PrivacyVerification(archive, jobs: jobs ?? ArchiveOptions.cores)
    guard verification.problems.isEmpty else {
      let list = DiagnosticList(verification.problems, of: archive, under: archive.prefix)
      Terminal.draw(list.text(showsAll: true, color: Terminal.hasColor))
      throw Outcome.contentProblems
    }
    let report = try await verification.run(on: folder)
    if json { printJSON(report, folder) } else { printText(report, folder) }
    if !report.findings.isEmpty { throw Outcome.contentProblems }
  }

  private func printText(_ report: PrivacyVerification.Report, _ folder: String) {
    let findings = verbose ? report.findings[...] : report.findings.prefix(VerifyCommand.shown)
    for finding in findings {
      let place = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
      Terminal.complain(
        "\(folder)/\(finding.path.visible)\(place): \(finding.what.visible), \(finding.how)")
    }
    if findings.count < report.findings.count {
      Terminal.complain(
        "… and \(Labels.grouped(report.findings.count - findings.count)) more; "
          + "--verbose shows all")
    }
    let files = "\(Labels.grouped(report.files)) file\(report.files == 1 ? "" : "s")"
    if report.phrases == 0 {
      print("privacy.yml hides nothing that could be looked for in \(files)")
    } else if report.findings.isEmpty {
      print("nothing of what privacy.yml hides stands in \(files)")
    } else {
      let count = Set(report.findings.map(\.path)).count
      Terminal.complain(
        "error: \(Labels.grouped(count)) of \(files) "
          + "\(count == 1 ? "shows" : "show") what privacy.yml hides\n"
          + "  = help: build the site again; what is left then is in the media or in the theme")
    }
  }

  private func printJSON(_ report: PrivacyVerification.Report, _ folder: String) {
    for finding in report.findings {
      var json = JSONText()
      json.object { json in
        json.member("type", "finding")
        json.member("file", finding.path)
        if let position = finding.position {
          json.member("line", position.line)
          json.member("column", position.column)
        }
        json.member("kind", finding.kind)
        json.member("what", finding.what)
        json.member("encoding", finding.how)
      }
      Terminal.print(json.bytes)
    }
    var json = JSONText()
    json.object { json in
      json.member("type", "summary")
      json.member("schema", 1)
      json.member("folder", folder)
      json.member("files", report.files)
      json.member("bytes", report.bytes)
      json.member("phrases", report.phrases)
      json.member("findings", report.findings.count)
    }
    Terminal.print(json.bytes)
  }
}
