import ArchiveModel
import Cataloguing

/// What a build did.
public struct BuildReport: Sendable {
  /// The stages of a build, in order.
  public enum Stage: String, Sendable, CaseIterable {
    case load, read, resolve, search, publish
  }

  /// How many articles the site shows.
  public var articles = 0
  /// How many articles were not read, since they are as they were at the last build.
  public var kept = 0
  /// Why none could be kept; nil where some could, and at the first build.
  public var cacheRefusal: CacheRefusal?
  /// How many pages and files were not made, since what they are made of is as at the last build.
  public var pagesKept = 0
  /// How many article files an error left out.
  public var leftOut = 0
  /// How many drafts are shown, since they were asked for.
  public var drafts = 0
  /// How many drafts and embargoed articles are not shown.
  public var unseen = 0
  /// How many different entities are named.
  public var entities = 0
  /// How many of them have a page.
  public var entityPages = 0
  /// How many mentions were resolved to an entity.
  public var mentions = 0
  /// How many words were read.
  public var words = 0
  /// How many pages the site has.
  public var pages = 0
  /// How many files it consists of, the manifest not counted.
  public var files = 0
  /// How many of them were written, since they were new or changed.
  public var written = 0
  /// How many that are no longer part of the site were removed.
  public var removed = 0
  /// The size of all files, in bytes.
  public var bytes = 0
  /// What was left out so that the host takes the rest: "12 feeds of names"; empty if nothing was.
  public var spared = ""
  /// The most files that the host takes; nil where nobody says.
  public var maximumFiles: Int?
  /// How long each stage took.
  public var laps: [(stage: Stage, duration: Duration)] = []
  /// What its authors can mend, sorted.
  public var diagnostics: [Diagnostic] = []

  private var last = ContinuousClock.now
  private let profile: BuildProfile?

  /// A report that begins now, and tells a profile when a stage ends.
  public init(_ profile: BuildProfile? = nil) { self.profile = profile }

  /// Ends a stage.
  mutating func lap(_ stage: Stage) {
    let now = ContinuousClock.now
    laps.append((stage, now - last))
    last = now
    profile?.end(BuildProfile.Stage(stage))
  }

  /// Whether the build ends with exit code 1: for an error, or if that is asked for, a warning.
  public func hasFailed(isStrict: Bool) -> Bool {
    count(.error) > 0 || isStrict && count(.warning) > 0
  }

  /// How many diagnostics have a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

extension BuildReport {
  /// Counts what was read and what the site will have.
  mutating func count(_ assembly: SiteAssembly) {
    let (selection, catalog) = (assembly.selection, assembly.site.catalog)
    articles = catalog.articles.count
    leftOut = selection.leftOut
    unseen = selection.unseen
    drafts = catalog.articles.count { $0.status == .draft }
    words = selection.wordCount
    mentions = selection.mentionCount
    entities = catalog.entities.count { $0.articleCount > 0 }
    entityPages = catalog.entities.count { $0.hasPage }
    pages = assembly.plan.files.count { $0.path.hasSuffix(".html") }
    spared = assembly.site.budget.summary
    maximumFiles = assembly.site.budget.limit
  }

  /// Counts what was written.
  mutating func count(_ output: WriteReport) {
    files = output.files
    written = output.written
    removed = output.removed
    bytes = output.bytes
  }

  /// The report with its diagnostics in order.
  func finished() -> BuildReport {
    var report = self
    report.diagnostics.sort()
    return report
  }
}
