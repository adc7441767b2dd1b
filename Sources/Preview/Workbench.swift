import ArchiveModel
import Loading
import NIOPosix
import Publishing

/// Keeps what is shown up with the archive.
///
/// A change is answered in two steps. An article whose text alone changed is read again and its
/// page shown at once, at its place in the catalogue as it is: in milliseconds, however large the
/// archive. Behind that the whole site is made anew, on a thread of its own, and takes the place
/// of what was shown. So every page is exact in the end, since the second step is what a build
/// does; and no page reloads for nothing, since only those whose bytes differ are told to.
actor Workbench {
  private var live: LiveArchive
  private let shown: CurrentSite
  private let pages: OpenPages
  private let search: SearchShelf
  private let threads: NIOThreadPool
  private let tell: @Sendable (PreviewNews) -> Void

  /// What has changed since the site was made anew last.
  private var pending = FileChanges.some([])
  /// Articles that were edited while it is being made anew.
  private var late: Set<String> = []
  private var pendingSince: ContinuousClock.Instant?
  private var waiting: Task<Void, Never>?
  private var isSettling = false

  /// So long nothing more must happen before the site is made anew: the page that an edit is about
  /// comes first, and a burst of changes is one.
  private static let quiet = Duration.milliseconds(250)
  /// Where something happens all the time, it is made anew nevertheless.
  private static let longestWait = Duration.seconds(2)
  /// More articles than these at once are a checkout, and no edit.
  private static let fewArticles = 8

  init(
    _ live: LiveArchive, _ shown: CurrentSite, _ pages: OpenPages, _ search: SearchShelf,
    threads: NIOThreadPool, tell: @escaping @Sendable (PreviewNews) -> Void
  ) {
    self.live = live
    self.shown = shown
    self.pages = pages
    self.search = search
    self.threads = threads
    self.tell = tell
  }

  /// Reads the archive for the first time, and shows it.
  func begin(_ progress: Progress) async throws {
    var next = live
    let reporter = Task { [pages] in
      while !Task.isCancelled {
        let (stage, done, total) = progress.now
        pages.send(.progress(stage: stage.rawValue, done: done, total: total))
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    defer { reporter.cancel() }
    try await next.readAll(progress)
    live = next
    let site = try await assembled(next)
    guard site.isPublishable else { throw PreviewEnd.unsound(site.diagnostics) }
    shown.update { state in
      state.site = site
      state.generation += 1
      state.known = Set(state.errors)
    }
    pages.send(.reload)
    tell(.ready(site))
  }

  /// Follows changes until there are no more.
  func follow(_ changes: AsyncStream<FileChanges>) async {
    for await change in changes {
      do {
        try edit(change)
      } catch {
        tell(.fault(error))
      }
      add(change)
      settleSoon()
    }
  }

  // MARK: At once

  /// Shows single articles as they were edited.
  private func edit(_ change: FileChanges) throws(EnvironmentFault) {
    guard case .some(let paths) = change, shown.now.site != nil else { return }
    let articles = paths.filter { live.hasArticle(ofFile: $0) }
    guard !articles.isEmpty, articles.count <= Workbench.fewArticles else { return }
    let start = ContinuousClock.now
    if isSettling { late.formUnion(articles) }
    let revisions = try live.revise(articles.sorted())
    guard var site = shown.now.site else { return }
    for revision in revisions { _ = try site.revise(revision) }
    shown.update { $0.site = site }
    for (number, page) in pages.all
    where revisions.contains(where: { $0.path == site.articleFile(ofPage: page.file) })
      && PageComparison.isStale(page, in: site)
    {
      pages.send(.reload, to: number)
    }
    tellProblems()
    tell(
      .edited(
        revisions.map(\.path), problems: revisions.flatMap(\.problems), site.archive,
        ContinuousClock.now - start))
  }

  // MARK: Behind it

  private func add(_ change: FileChanges) {
    if case .some(let old) = pending, case .some(let new) = change {
      pending = .some(old.union(new))
    } else {
      pending = .everything
    }
  }

  private func settleSoon() {
    waiting?.cancel()
    let now = ContinuousClock.now
    let latest = (pendingSince ?? now) + Workbench.longestWait
    pendingSince = pendingSince ?? now
    waiting = Task {
      do {
        try await Task.sleep(until: min(now + Workbench.quiet, latest), clock: .continuous)
      } catch {
        return  // Something more has happened.
      }
      // In a task that the next change does not cancel.
      Task { await settle() }
    }
  }

  /// Makes the site anew, of all that has changed.
  private func settle() async {
    // Whatever came meanwhile waits for the end of this.
    guard !isSettling else { return }
    isSettling = true
    defer { isSettling = false }
    while pending != .some([]) {
      do {
        try await settleOnce()
      } catch {
        tell(.fault(error as? EnvironmentFault ?? EnvironmentFault("follow", reason: "\(error)")))
        return
      }
      if !shown.now.faults.isEmpty { return }
    }
  }

  private func settleOnce() async throws {
    let start = ContinuousClock.now
    let change = pending
    pending = .some([])
    pendingSince = nil
    late = []
    var next = live
    let paths: Set<String>? = if case .some(let paths) = change { paths } else { nil }
    var faults = try await next.follow(paths)
    var site: LiveSite?
    if faults.isEmpty {
      let made = try await assembled(next)
      site = made
      if !made.isPublishable {
        faults = made.diagnostics.filter { $0.code == .privacyInvalid }
      }
    }
    guard faults.isEmpty, var site else {
      // Nothing is shown as it is not meant; the same changes are looked at again with the next.
      add(change)
      let isNew = shown.update { state in
        defer { state.faults = faults }
        return state.faults != faults
      }
      tellProblems()
      if isNew { tell(.unsound(faults, live.archive)) }
      return
    }
    // What was edited meanwhile is in the old archive alone.
    for revision in try next.revise(late.sorted()) { _ = try site.revise(revision) }
    live = next
    let before = shown.update { state in
      let before = state
      state.site = site
      state.generation += 1
      state.faults = []
      return before
    }
    await search.clear()
    reload(from: before.site, to: site, paths)
    tellProblems()
    let known = Set(before.site?.diagnostics ?? [])
    tell(
      .remade(
        site, changed: paths, problems: site.diagnostics.filter { !known.contains($0) },
        ContinuousClock.now - start))
  }

  /// Reloads the open pages that are others now.
  private func reload(from old: LiveSite?, to site: LiveSite, _ paths: Set<String>?) {
    let isStyle = paths?.contains { $0.hasPrefix("Themes/") } ?? true
    let names = Set(
      (paths ?? []).filter { !live.hasArticle(ofFile: $0) }
        .compactMap { $0.split(separator: "/").last.map(String.init) })
    for (number, page) in pages.all {
      if let moved = old.flatMap({ site.moved(page.file, from: $0) }) {
        pages.send(.move(to: site.location(moved)), to: number)
      } else if isStyle || PageComparison.isStale(page, in: site)
        || !names.isEmpty && PageComparison.uses(page, fileNamed: names, in: site)
      {
        pages.send(.reload, to: number)
      }
    }
  }

  private func tellProblems() {
    let state = shown.now
    for (number, page) in pages.all {
      pages.send(.problems(PageComparison.problems(state, live.archive, for: page)), to: number)
    }
  }

  /// On a thread of its own: it takes longer than any task of a server may.
  private func assembled(_ live: LiveArchive) async throws -> LiveSite {
    let assembly = live.assembly
    return try await threads.runIfActive { try assembly.run() }
  }
}
