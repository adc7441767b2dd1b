import ArchiveModel
import Loading
import NIOCore
import NIOPosix
import Publishing

/// A preview of an archive: the site as a build would write it, page by page as they are asked
/// for, from memory; and what only its editors see.
///
/// Read this file first: `run` is all that happens, in order.
public struct Preview: Sendable {
  /// What may be asked of a preview.
  public struct Options: Sendable {
    /// The address to listen on.
    public var address = "127.0.0.1"
    /// The port, 0 for any that is free.
    public var port = 1313
    /// What stands in place of `base_url`, if anything does.
    public var baseURL: String?

    /// The usual: this machine alone, port 1313.
    public init() {}
  }

  private let archive: Archive
  private let build: Build.Options
  private let options: Options
  private let tell: @Sendable (PreviewNews) -> Void

  /// A preview of an archive.
  ///
  /// - Parameter tell: hears what happens, on any thread.
  package init(
    _ archive: Archive, _ build: Build.Options, _ options: Options,
    tell: @escaping @Sendable (PreviewNews) -> Void
  ) {
    self.archive = archive
    self.build = build
    self.options = options
    self.tell = tell
  }

  /// Serves until the task is cancelled.
  ///
  /// - Throws: `PreviewEnd.unsound` where nothing could be shown as it is meant; an
  ///   `EnvironmentFault` where the machine refuses, such as a port that is taken.
  public func run() async throws {
    // What belongs to the archive as a whole; without it there is nothing to show.
    let live: LiveArchive
    switch try LiveArchive.open(archive, options: build, baseURL: options.baseURL) {
    case .live(let opened): live = opened
    case .unsound(let problems): throw PreviewEnd.unsound(problems)
    }

    // One thread for the network; others for what blocks: watching, and making the site anew.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let threads = NIOThreadPool(numberOfThreads: 3)
    threads.start()
    let pages = OpenPages()
    do {
      try await serve(live, pages, group, threads)
    } catch {
      try await threads.shutdownGracefully()
      try await group.shutdownGracefully()
      throw error
    }
    try await threads.shutdownGracefully()
    try await group.shutdownGracefully()
  }

  private func serve(
    _ live: LiveArchive, _ pages: OpenPages, _ group: MultiThreadedEventLoopGroup,
    _ threads: NIOThreadPool
  ) async throws {
    // The server first: it shows how far the reading is.
    let server = try await Server(address: options.address, port: options.port, on: group)
    let shown = CurrentSite()
    let search = SearchShelf()
    let responder = Responder(
      shown: shown, pages: pages, search: search, page: PreviewPage(),
      guardian: RequestGuard(address: options.address, port: server.port),
      canWrite: RequestGuard.isLoopback(options.address))
    let root = live.archive.decodedRoot
    tell(
      .listening(
        "http://\(responder.guardian.shownAddress)\(root)", isAlone: responder.canWrite))

    // The watcher before the reading: what changes meanwhile is not missed.
    let watcher = watcher(threads)
    defer { watcher.stop() }
    let bench = Workbench(live, shown, pages, search, threads: threads, tell: tell)
    let progress = Progress()
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      defer { pages.closeAll() }
      tasks.addTask { try await server.run(responder) }
      tasks.addTask { try await Preview.pulse(pages) }
      tasks.addTask {
        try await bench.begin(progress)
        await bench.follow(watcher.changes)
        throw CancellationError()
      }
      defer { tasks.cancelAll() }
      do {
        try await tasks.next()
      } catch is CancellationError {
        // Whoever asked for it has enough.
      }
    }
  }

  /// The system's own watcher; where it has none, one that looks at the files by itself.
  private func watcher(_ threads: NIOThreadPool) -> any FileWatcher {
    let folders = WatchedFolders(
      root: archive.root, hasContentFolder: archive.contentFolder != archive.root)
    #if canImport(Glibc)
      do throws(EnvironmentFault) {
        return try InotifyWatcher(folders, on: threads)
      } catch {
        tell(.polling(error))
      }
    #endif
    return PollingWatcher(folders, on: threads)
  }

  /// Writes to each open page now and then, which tells whether it is still there.
  private static func pulse(_ pages: OpenPages) async throws {
    while true {
      try await Task.sleep(for: .seconds(15))
      pages.send(.pulse)
    }
  }
}

/// Why a preview does not begin.
package enum PreviewEnd: Error, Sendable {
  /// The archive's settings, rules or theme have errors.
  case unsound([Diagnostic])
}

/// What happens in a preview, for whoever watches it at a terminal.
package enum PreviewNews: Sendable {
  /// It can be asked, at this address; `isAlone` says that only this machine can.
  case listening(String, isAlone: Bool)
  /// The system watches no files for us: they are looked at twice a second.
  case polling(EnvironmentFault)
  /// The archive has been read.
  case ready(LiveSite)
  /// Articles were read again, by their files; what is wrong with them.
  case edited([String], problems: [Diagnostic], Archive, Duration)
  /// The site was made anew; nil as changed is everything. Problems are those that are new.
  case remade(LiveSite, changed: Set<String>?, problems: [Diagnostic], Duration)
  /// The site stays as it was: its settings, rules or theme have errors.
  case unsound([Diagnostic], Archive)
  /// The machine refuses something.
  case fault(EnvironmentFault)
}
