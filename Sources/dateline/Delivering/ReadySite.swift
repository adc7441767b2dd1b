import ArchiveModel
import Delivery
import Loading
import Publishing

/// A site that is ready to leave the house: built without errors, or left as it was built, without
/// drafts and without what is to be hidden.
struct ReadySite {
  private let builder: SiteBuilder
  private let jobs: Int

  init(_ archive: Archive, output: String?, jobs: Int) {
    builder = SiteBuilder(archive, output: output)
    self.jobs = jobs
  }

  /// Its folder.
  var folder: String { builder.folder }

  /// Builds it, and refuses one with errors.
  func build(
    _ options: Build.Options, despiteErrors: Bool, onlyErrors: Bool, showsAll: Bool
  ) async throws {
    let report = try await builder.run(options)
    builder.show(report, onlyErrors: onlyErrors, showsAll: showsAll)
    guard report.count(.error) > 0 else { return }
    if report.files > 0, despiteErrors { return }
    Terminal.complain(
      report.files > 0
        ? """
        error: a site with errors is not published
          = help: mend them, or leave out what they are in with --despite-errors
        """ : "error: nothing was built, so there is nothing to publish")
    throw Outcome.contentProblems
  }

  /// Sees that the files are those that were built.
  func verify() async throws {
    let report = try await SiteVerification(of: folder, jobs: jobs).run()
    let findings = report.findings.filter { $0.kind != .foreign }
    guard !findings.isEmpty else { return }
    for finding in findings.prefix(20) {
      Terminal.complain("\(folder)/\(finding.path.visible): \(finding.message.visible)")
    }
    Terminal.complain(
      """
      error: the site is not as it was built
        = help: build it again
      """)
    throw Outcome.contentProblems
  }

  /// Refuses a site that shows drafts, unless they are meant to be shown.
  func refuseDrafts(in site: LocalSite, areWanted: Bool) throws {
    let drafts = try site.record().drafts
    guard drafts > 0, !areWanted else { return }
    Terminal.complain(
      """
      error: the site shows \(Labels.grouped(drafts)) draft\(drafts == 1 ? "" : "s")
        = help: build it without --drafts, or publish them with --drafts
      """)
    throw Outcome.contentProblems
  }

  /// Refuses a site that shows what the rules of privacy hide.
  func refuseLeaks() async throws {
    let rules = builder.archive.privacy
    guard !rules.suppressed.isEmpty || !rules.redactions.isEmpty || !rules.withdrawals.isEmpty
    else { return }
    let report = try await PrivacyVerification(builder.archive, jobs: jobs).run(on: folder)
    guard !report.findings.isEmpty else { return }
    for finding in report.findings.prefix(20) {
      Terminal.complain("\(folder)/\(finding.path.visible): \(finding.what.visible)")
    }
    Terminal.complain(
      """
      error: the site shows what privacy.yml hides
        = help: dateline verify --privacy \(folder) shows all of it; --despite-privacy publishes it
      """)
    throw Outcome.contentProblems
  }
}
