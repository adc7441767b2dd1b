import ArchiveModel
import Loading
import Recognition
import Searching

/// One build of an archive.
///
/// Read this file first: each stage of `run` is a line or two, each a file of its own.
public struct Build: Sendable {
  /// What may be asked of a build.
  public struct Options: Sendable {
    /// Whether drafts are shown.
    public var showsDrafts = false
    /// Whether new addresses are written to `ids.lock`: not with drafts, which are not public.
    public var remembersAddresses = true
    /// How many tasks work at a time.
    public var jobs: Int
    /// "Now", for embargoes; else the date of the newest article.
    public var now: ArchiveDate?
    /// For how long before a build a file must have been left in peace so that its stamp vouches for
    /// it at the next; else its bytes must.
    public var settlingNanoseconds = FileStamp.settlingNanoseconds
    /// How much of the cache may be of no use before what is of use is copied, in bytes; besides as
    /// much again as is of use.
    public var leastWasteBytes = 64 << 20
    /// Whether the process ends with this build.
    ///
    /// What it holds in memory is then left to the system, which takes it back at once: piece by
    /// piece that is a twentieth of a build after one edit.
    public var isLast = false
    /// Readings that were made elsewhere.
    public var records: ReadingRecords?
    /// What each stage costs, for whoever wants to know.
    public var profile: BuildProfile?

    /// The usual build on so many cores.
    public init(jobs: Int) { self.jobs = jobs }
  }

  let archive: Archive
  let options: Options
  let progress: Progress

  /// A build of an archive as it stands.
  public init(_ archive: Archive, options: Options, progress: Progress = Progress()) {
    self.archive = archive
    self.options = options
    self.progress = progress
  }

  /// Builds the site and brings the folder `output` up to date.
  ///
  /// Problems in the content are in the report: they are values, and stop nothing.
  /// - Throws: `EnvironmentFault` when the machine refuses, such as a full disk (exit code 3).
  public func run(into output: String) async throws(EnvironmentFault) -> BuildReport {
    do throws(EnvironmentFault) {
      return try await run(into: output, trustingCache: true)
    } catch {
      guard error.isOfCache else { throw error }
      return try await run(into: output, trustingCache: false)
    }
  }

  private func run(
    into output: String, trustingCache: Bool
  ) async throws(EnvironmentFault) -> BuildReport {
    // Where nothing has changed there is nothing to do.
    let memory = trustingCache ? await BuildMemory(archive, options, output: output) : nil
    let known = await memory?.report()
    options.profile?.end(.compare)
    if let known { return known }
    var report = BuildReport(options.profile)

    // What belongs to the archive as a whole. The lock is not needed before articles meet.
    async let readLock = IdentityLockFile.read(of: archive)
    let gazetteer = try Gazetteer.bundled()
    let (theme, themeProblems) = try archive.theme()
    report.diagnostics += archive.diagnostics + archive.missingBaseURL + themeProblems
    guard let theme else {
      report.diagnostics += await readLock.diagnostics
      return report.finished()
    }
    report.lap(.load)

    // Per article: none looks at another, and its text stays on disk.
    let media = try RedactedMedia(of: archive)
    report.diagnostics += media.diagnostics
    let texts = TextReader(archive, gazetteer, media: media.index, in: theme.language)
    let cache = ReadingCache(
      of: archive, media: media.index, in: theme.language, options, isFresh: !trustingCache)
    let store = if let cache { cache.store } else { try ReadingStore(in: archive) }
    let reader = ArticleReader(
      texts: texts, names: NameReader(of: archive, gazetteer, try .bundled(), texts.resolver),
      store: store, cache: cache, records: options.records,
      showsDrafts: options.showsDrafts, profile: options.profile)
    let readings = try await reader.readAll(jobs: options.jobs, progress)
    cache?.save()
    report.kept = (cache?.keptCount ?? 0) + (options.records?.takeCount() ?? 0)
    report.cacheRefusal = cache.map(\.refusal) ?? .unavailable
    let lockFile = await readLock
    report.diagnostics += lockFile.diagnostics
    report.lap(.read)

    // The one place where articles meet.
    let assembly = try SiteAssembly(
      consume readings, by: texts, in: store,
      SiteAssembly.Surroundings(gazetteer: gazetteer, theme: theme, lock: lockFile.lock),
      showsDrafts: options.showsDrafts, now: options.now, profile: options.profile)
    if options.isLast { _ = Unmanaged.passRetained(Held(values: (assembly, lockFile))) }
    let (site, plan) = (assembly.site, assembly.plan)
    report.diagnostics += assembly.diagnostics
    report.count(assembly)
    report.lap(.resolve)
    guard archive.hasSoundSettings, assembly.isPublishable else { return report.finished() }

    // Per page: rendered and written in chunks, so memory does not grow with the site. What is
    // public is remembered first, so that a build that is killed promises nothing twice.
    if options.remembersAddresses, !options.showsDrafts { try lockFile.write(assembly.lock) }
    let written = try await publish(plan, of: site, into: output, cache, &report)
    report.count(written.report)
    report.diagnostics += plan.hostProblems(site, besides: written.searchFileCount)
    report.diagnostics += written.problems + site.hostProblems(ofSite: written.report.bytes)
    report.diagnostics += written.report.diagnostics(folder: output, archive: archive)
    report.lap(.publish)
    report = report.finished()
    if written.report.refusals.isEmpty { await memory?.remember(report, written.stamps) }
    options.profile?.end(.remember)
    return report
  }

  /// Holds on to values for as long as the process runs.
  private final class Held {
    let values: Any

    init(values: Any) { self.values = values }
  }

  private func publish(
    _ plan: PublishingPlan, of site: Site, into path: String, _ cache: ReadingCache?,
    _ report: inout BuildReport
  ) async throws(EnvironmentFault) -> (
    report: WriteReport, problems: [Diagnostic], searchFileCount: Int,
    stamps: [(path: OutputPath, stamp: FileStamp?)]
  ) {
    // Of pages alone, so that neither the folder nor the index waits for them.
    async let prints = cache?.prints(of: site)
    let folder = try OutputFolder(path)
    let kept = cache?.keptPages(manifest: Manifest.fingerprint(in: path)) ?? KeptPages()
    // Where all is new, the index and the pages keep all cores busy one after the other; after an
    // edit each has parts that one core does alone, so they go together (a sixth of such a build).
    async let indexed = searchIndex(of: site, into: folder, cache)
    if kept.isEmpty {
      _ = try await indexed.get()
      report.lap(.search)
    }
    progress.begin(.publish, of: plan.files.count)
    let pages = PageWriter(
      of: site, into: folder, leaks: LeakGuard(of: archive), prints: await prints, kept: kept,
      profile: options.profile)
    let results = await plan.batches.concurrentChunks(jobs: options.jobs, chunk: 1) { batch in
      let results = batch.joined().map { file in
        Result<PageWriter.Outcome, EnvironmentFault> { () throws(EnvironmentFault) in
          try pages.bringUpToDate(file)
        }
      }
      progress.advance(by: results.count)
      return results
    }
    let searchFileCount = try await indexed.get()
    var found: [Diagnostic] = []
    var made: [KeptPages.Page] = []
    for result in results {
      let outcome = try result.get()
      if let problem = outcome.problem { found.append(problem) }
      if let page = outcome.page { made.append(page) }
      if outcome.isKept { report.pagesKept += 1 }
    }
    // The record of the build tells of all other files.
    let record = plan.files.first { $0.address == .buildRecord }
    let written = try folder.finish(
      recording: record.map { file in
        OutputFolder.Record(path: file.path) { site.buildRecord(files: $0) }
      })
    cache?.remember(made, manifest: Manifest.fingerprint(in: path))
    if options.isLast { _ = Unmanaged.passRetained(folder) }
    return (written.report, found, searchFileCount, written.stamps)
  }

  private func searchIndex(
    of site: Site, into folder: OutputFolder, _ cache: ReadingCache?
  ) async -> Result<Int, EnvironmentFault> {
    do throws(EnvironmentFault) {
      return .success(try await writeSearchIndex(of: site, into: folder, cache?.searchCache()))
    } catch {
      return .failure(error)
    }
  }

  /// Writes the files of the search index but for those that are there, and tells how many there
  /// are.
  ///
  /// The texts are read once more, from the store: a chunk of them at a time is in memory.
  private func writeSearchIndex(
    of site: Site, into folder: OutputFolder, _ cache: SearchCache?
  ) async throws(EnvironmentFault) -> Int {
    let (content, profile) = (SearchContent(site), options.profile)
    let plan = cache == nil ? content.plan : await content.planWithPrints(jobs: options.jobs)
    let written = try await SearchIndex(plan, jobs: options.jobs).write(
      documents: { range throws(EnvironmentFault) in
        try profile.timed(.texts) { () throws(EnvironmentFault) in try content.articles(range) }
      },
      entities: { range in content.entities(range) },
      after: cache?.memory ?? SearchMemory(), words: cache,
      keep: { name throws(EnvironmentFault) in try cache?.keep(name, in: folder) ?? false },
      to: { file throws(EnvironmentFault) in
        try profile.timed(.files) { () throws(EnvironmentFault) in
          let hash = ContentHash(of: file.bytes.span)
          cache?.note(file.name, hash, sizeBytes: file.bytes.count)
          try folder.write(SearchCache.path(of: file.name), file.bytes, hash)
        }
      })
    cache?.save(written.memory)
    return written.fileCount
  }
}
