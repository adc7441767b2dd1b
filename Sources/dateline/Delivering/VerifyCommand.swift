import ArchiveModel
import ArgumentParser
import Delivery
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline verify`.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that a site or a bag is whole, or that a site hides what it is to hide.",
    discussion: """
      A site is compared with its manifest-sha256.txt, file by file: what is missing, altered or foreign
      is named, to the single bit. A bag (RFC 8493) is proved complete and valid by all its manifests.
      Dateline asks nothing of the network: to compare a mirror with what its original published,
      download that manifest first, and name it with --manifest.

      With --privacy it looks into each file of the folder, and at its name, for redacted names, for the
      words of withdrawn articles and for suppressed entities: in any case, with or without accents,
      with markup in them, as in addresses, in references of HTML, escapes of URLs and JSON, UTF-16,
      base64, and compressed (gzip, zip, PNG, PDF). Nothing is written.

      Exit codes: 0 nothing was found, 1 something was, 2 misuse, 3 there is no such folder.

      Examples:
        dateline verify                                Public in the archive in this folder
        dateline verify /srv/mirror --manifest original.txt
        dateline verify paper-2026                     a bag
        dateline verify --privacy /srv/www/paper --archive ~/paper
        dateline verify --privacy --json | jq -r 'select(.type == "finding").file' | sort -u
      """)

  @Flag(help: "Look for what privacy.yml hides.")
  var privacy = false

  @Argument(
    help: "The folder of the website, or a bag (default: Public in the archive).",
    completion: .directory)
  var folder: String?

  @Option(help: "A manifest to compare the folder with, in place of its own.", completion: .file())
  var manifest: String?

  @Flag(help: "Files that are not in the manifest are no findings.")
  var allowForeign = false

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
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if privacy, manifest != nil || allowForeign {
      throw ValidationError("--privacy looks into all files, and at no manifest.")
    }
  }

  func run() async throws {
    guard privacy else { return try await verifyFiles() }
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

  /// Compares a site or a bag with what it says of itself.
  private func verifyFiles() async throws {
    let folder = try folder ?? Archive.named(archive).root + "/Public"
    let jobs = jobs ?? ArchiveOptions.cores
    let isBag =
      manifest == nil && access("\(folder)/\(BagVerification.declaration)", F_OK) == 0
    var proof: Proof
    if isBag {
      proof = Proof(try await BagVerification(of: folder, jobs: jobs).run(), of: folder)
    } else {
      proof = Proof(
        try await SiteVerification(of: folder, manifest: manifest, jobs: jobs).run(), of: folder,
        allowsForeign: allowForeign)
    }
    proof.print(showing: verbose ? nil : VerifyCommand.shown, asJSON: json)
    if !proof.isGood { throw Outcome.contentProblems }
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
