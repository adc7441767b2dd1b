import ArchiveModel
import Loading

/// Brings the pages and files of a site up to date, each by what is least to do: what was made of the
/// same at the last build stays as it is, what is copied is copied, all else is rendered.
///
/// Any number of tasks may use it at once.
struct PageWriter: Sendable {
  private let site: Site
  private let folder: OutputFolder
  private let leaks: LeakGuard
  /// Nil where nothing is remembered from build to build.
  private let prints: PagePrints?
  private let kept: KeptPages
  private let profile: BuildProfile?

  init(
    of site: Site, into folder: OutputFolder, leaks: LeakGuard, prints: PagePrints?,
    kept: KeptPages, profile: BuildProfile?
  ) {
    self.site = site
    self.folder = folder
    self.leaks = leaks
    self.prints = prints
    self.kept = kept
    self.profile = profile
  }

  /// What became of a file.
  struct Outcome: Sendable {
    /// Why it is not on the site, or cannot be on its host.
    var problem: Diagnostic?
    /// What the next build is to know of it.
    var page: KeptPages.Page?
    /// Whether it is as it was, so that nothing was made.
    var isKept = false
  }

  /// Brings a file up to date.
  ///
  /// - Throws: where the disk refuses.
  func bringUpToDate(_ file: PublishingPlan.File) throws(EnvironmentFault) -> Outcome {
    let print = profile.timed(.comparing) { prints?.print(of: file.address) }
    let sizeBytes: Int
    var isKept = false
    if let print, let size = kept.size(of: file.path, madeOf: print),
      try folder.keep(file.path, sizeBytes: size)
    {
      sizeBytes = size
      isKept = true
    } else if case .media(let number) = file.address,
      let original = try site.archive.unchangedCopy(of: site.media[number])
    {
      sizeBytes = try folder.copy(file.path, from: original)
    } else {
      let bytes = try profile.timed(.rendering) { () throws(EnvironmentFault) in
        try site.render(file.address)
      }
      if let leak = leaks.leak(in: bytes, at: file.path) { return Outcome(problem: leak) }
      try profile.timed(.writing) { () throws(EnvironmentFault) in
        try folder.write(file.path, bytes)
      }
      sizeBytes = bytes.count
    }
    return Outcome(
      problem: site.hostProblem(ofFile: file.path, file.address, bytes: sizeBytes),
      page: print.map { KeptPages.page(file.path, madeOf: $0, sizeBytes: sizeBytes) },
      isKept: isKept)
  }
}
