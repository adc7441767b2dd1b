import ArchiveModel
import ArgumentParser
import Delivery
import Loading
import Publishing

/// `dateline publish`.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Builds the website and brings the place where its readers find it up to date.",
    discussion: """
      A place is a target in archive.yml:

        targets:
          stick: {folder: /media/stick/site}
          pages: {git: origin, branch: gh-pages}
          live: {rsync: user@example.org:/var/www/site}
          store: {rclone: remote:bucket/path}

      Only what differs from the target's manifest is sent: new files first, then changed pages, then
      lists, so that no reader meets a link that leads nowhere; what is no longer part of the site goes
      last, and only if Dateline had published it. Files of others are never touched: where one is in
      the way, nothing is published. Interrupted or killed, a delivery leaves only whole files, and the
      next one completes it.

      Nothing is published of an archive with errors, nor of a site that shows drafts or what
      Content/privacy.yml hides, unless that is asked for.

      Exit codes: 0 done, 1 problems in the content, 2 misuse, 3 the machine, the network or another
      program refused; 130 and 143 interrupted.

      Examples:
        dateline publish                      if archive.yml has one target
        dateline publish live --dry-run       what would change there
        dateline publish pages --no-build     the site as it is in Public
      """)

  @Argument(help: "The name of a target in archive.yml.")
  var target: String?

  @OptionGroup var common: ArchiveOptions

  @Option(help: "The folder of the website (default: Public in the archive).")
  var output: String?

  @Flag(help: "Publish the site as it is, if its files are those of its manifest.")
  var noBuild = false

  @Flag(help: "Leave Content/authorities/ids.lock as it is.")
  var locked = false

  @Flag(help: "Say what would change at the target, and leave it as it is; the site is built.")
  var dryRun = false

  @Flag(help: "Publish all but the articles that have errors.")
  var despiteErrors = false

  @Flag(help: "Publish what privacy.yml hides, where the site shows it all the same.")
  var despitePrivacy = false

  @Flag(help: "Send every file, also those that the target has by its manifest.")
  var everything = false

  @Flag(help: "Overwrite files at the target that Dateline did not publish.")
  var replace = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Show every diagnostic and every change.")
  var verbose = false

  @Flag(help: "Print JSON lines.")
  var json = false

  mutating func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  func run() async throws {
    let archive = try common.open()
    let target = try archive.target(named: target)
    SuddenEnd.allow(
      saying: "every file is whole, old or new: the same command completes it")
    let readySite = ReadySite(archive, output: output, jobs: common.jobs ?? ArchiveOptions.cores)
    if noBuild {
      try await readySite.verify()
    } else {
      var options = try common.buildOptions()
      options.remembersAddresses = !locked && !dryRun
      try await readySite.build(
        options, despiteErrors: despiteErrors, onlyErrors: quiet, showsAll: verbose)
    }
    let site = try LocalSite(readySite.folder)
    try readySite.refuseDrafts(in: site, areWanted: common.drafts)
    if !despitePrivacy { try await readySite.refuseLeaks() }

    let delivery = try Delivery(of: site, to: target.place, of: archive)
    let plan: DeliveryPlan
    switch try delivery.plan(sendsAll: everything, replacesOthers: replace) {
    case .success(let made): plan = made
    case .failure(let refusal): throw refuse(refusal, at: delivery.place)
    }
    let report = DeliveryReport(plan, of: target.name, at: delivery.place, isDryRun: dryRun)
    if dryRun || verbose || json { report.printChanges(showsAll: verbose, asJSON: json) }
    if !dryRun {
      try delivery.run(plan) { done, total in
        if Terminal.showsProgress { Terminal.draw("\r\u{1B}[Kpublish: \(done) of \(total)") }
      }
      if Terminal.showsProgress { Terminal.draw("\r\u{1B}[K") }
    }
    if json { Terminal.print(report.json) } else if !quiet { print(report.text) }
  }

  private func refuse(_ refusal: Delivery.Refusal, at place: String) -> Outcome {
    switch refusal {
    case .mixes(let folder):
      Terminal.complain(
        """
        error: \(folder) is the site itself or the archive, or around them, and would mix with them
          = help: name a folder of its own as target
        """)
      return .misuse
    case .occupied(let paths):
      for path in paths.prefix(20) { Terminal.complain("\(place): \(path.description.visible)") }
      if paths.count > 20 {
        Terminal.complain("… and \(Labels.grouped(paths.count - 20)) more")
      }
      Terminal.complain(
        """
        error: \(place) has \(paths.count == 1 ? "this file" : "these files") that Dateline did not \
        publish, in the place of the site's; nothing was changed
          = help: move what is there, or overwrite it with --replace
        """)
      return .contentProblems
    }
  }
}

extension Archive {
  /// The target that a user names; the only one, where none is named.
  fileprivate func target(named name: String?) throws -> Settings.Target {
    let targets = settings.targets
    if let name, let target = targets.first(where: { $0.name == name }) { return target }
    if name == nil, targets.count == 1 { return targets[0] }
    let names = targets.map(\.name)
    if targets.isEmpty {
      Terminal.complain(
        """
        error: archive.yml names no target to publish to
          = help: write targets: {live: {folder: /srv/www/site}}, or git, rsync, rclone
        """)
    } else if let name {
      let nearest = Spelling.nearest(to: name, in: names)
      Terminal.complain(
        "error: archive.yml has no target “\(name.visible)”\n  = help: "
          + (nearest.map { "did you mean \($0)?" }
            ?? "the targets are \(names.joined(separator: ", "))"))
    } else {
      Terminal.complain(
        "error: archive.yml has \(targets.count) targets\n  = help: name one: "
          + names.joined(separator: ", "))
    }
    throw Outcome.misuse
  }
}
