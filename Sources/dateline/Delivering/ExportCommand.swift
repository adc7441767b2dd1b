import ArchiveModel
import ArgumentParser
import Delivery
import Loading
import Publishing

/// `dateline export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Makes copies of the archive in forms that others keep.",
    subcommands: [ExportBagCommand.self])
}

/// `dateline export bag`.
struct ExportBagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bag",
    abstract: "Makes a BagIt bag (RFC 8493) of sources, site and data, for a library to keep.",
    discussion: """
      The site is built first. The bag holds it in data/site, Content in data/content, the theme in
      data/themes and static in data/static; manifest-sha256.txt has the hash of each file, and
      bag-info.txt says whose it is. The same archive makes the same bag, byte by byte: Bagging-Date is
      the day that counts as today (--now, SOURCE_DATE_EPOCH, else the day of the last change).
      The bag is whole or not there at all. Nothing is written over anything.

      Content has drafts, notes and what privacy.yml hides. Where it hides something, say whom the bag
      is for: --without-content, or --confidential.

      Exit codes: 0 done, 1 problems in the content, 2 misuse (there is such a folder), 3 the machine
      refused.

      Examples:
        dateline export bag paper-2026
        dateline verify paper-2026
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var bag: String

  @OptionGroup var common: ArchiveOptions

  @Option(help: "The folder of the website (default: Public in the archive).")
  var output: String?

  @Flag(help: "Take the site as it is, if its files are those of its manifest.")
  var noBuild = false

  @Flag(help: "The site alone, which is public.")
  var withoutContent = false

  @Flag(help: "With all of Content, though it has what privacy.yml hides.")
  var confidential = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  mutating func validate() throws {
    if withoutContent, confidential {
      throw ValidationError("--without-content and --confidential exclude each other.")
    }
    if bag.isEmpty { throw ValidationError("The bag has a name.") }
  }

  func run() async throws {
    let archive = try common.open()
    let rules = archive.privacy
    let hides =
      !rules.redactions.isEmpty || !rules.withdrawals.isEmpty || !rules.suppressed.isEmpty
    if hides, !withoutContent, !confidential {
      Terminal.complain(
        """
        error: Content has what privacy.yml hides, and the bag would have it too
          = help: --without-content makes a bag of the site alone; --confidential one for those who \
        may see it
        """)
      throw Outcome.contentProblems
    }
    SuddenEnd.allow(saying: "there is no new bag")
    let readySite = ReadySite(archive, output: output, jobs: common.jobs ?? ArchiveOptions.cores)
    let options = try common.buildOptions()
    if noBuild {
      try await readySite.verify()
    } else {
      try await readySite.build(
        options, despiteErrors: false, onlyErrors: quiet, showsAll: false)
    }
    let site = try LocalSite(readySite.folder)
    let date = try options.now ?? site.record().date
    guard let day = date.earliest else {
      Terminal.complain(
        """
        error: no article has a date, so the bag would have none
          = help: say which day it is with --now
        """)
      throw Outcome.misuse
    }
    let made = try Bag(of: archive, site, withoutContent ? .site : .sourcesAndSite)
      .write(to: bag, date: day.description)
    guard let made else {
      Terminal.complain(
        """
        error: there is a \(bag.visible) already, and it is left as it is
          = help: name a folder that is not there yet
        """)
      throw Outcome.misuse
    }
    for path in made.passedOver {
      Terminal.complain("warning: \(path.visible) is a link or no file, and is not in the bag")
    }
    if !quiet {
      print(
        "\(bag): \(Labels.grouped(made.files)) files, \(Labels.grouped(made.bytes)) bytes; "
          + "dateline verify \(bag) proves it")
    }
  }
}

extension BuildRecord {
  /// The day of the last change.
  fileprivate var date: ArchiveDate {
    do throws(ArchiveDate.ParsingFailure) {
      return try ArchiveDate(parsing: lastChange)
    } catch {
      return .undated
    }
  }
}
