#if canImport(Glibc)
  import ArchiveModel
  import Glibc
  import NIOPosix

  /// Watches every folder of an archive through inotify(7).
  ///
  /// A file counts as changed when a program that wrote it closes it, not while it is being
  /// written, so an editor that empties a file before it fills it shows no empty page; or when it
  /// takes the place of another, as most editors save. One thread, asleep while nothing happens.
  final class InotifyWatcher: FileWatcher {
    let changes: AsyncStream<FileChanges>
    private let stopPipe: Int32

    /// A queue of events; nil where the system gives none.
    static func descriptor() -> Int32? {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      return descriptor >= 0 ? descriptor : nil
    }

    /// Watches the folders of an archive that are there, and those that come.
    ///
    /// - Parameter descriptor: A queue of events, which becomes its own.
    /// - Throws: Where the system gives no watch, such as beyond `fs.inotify.max_user_watches`.
    init(
      _ folders: WatchedFolders, descriptor: Int32? = InotifyWatcher.descriptor(),
      on threads: NIOThreadPool
    ) throws(EnvironmentFault) {
      guard let descriptor else { throw EnvironmentFault("watch the archive", errno: errno) }
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else {
        let code = errno
        close(descriptor)
        throw EnvironmentFault("watch the archive", errno: code)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      stopPipe = ends[1]
      var loop = InotifyLoop(folders, descriptor: descriptor, stop: ends[0])
      do throws(EnvironmentFault) {
        try loop.watchAll()
      } catch {
        for end in ends + [descriptor] { close(end) }
        throw error
      }
      let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
      changes = stream
      threads.submit { [loop] _ in
        var loop = loop
        loop.run { continuation.yield($0) }
        continuation.finish()
      }
    }

    deinit { close(stopPipe) }

    func stop() { _ = write(stopPipe, [UInt8(0)], 1) }
  }

  /// What the thread knows: which watch is which folder.
  private struct InotifyLoop: Sendable {
    private let folders: WatchedFolders
    private let descriptor: Int32
    private let stop: Int32
    /// The folders by the numbers of their watches, below the root; empty for the root itself.
    private var watches: [Int32: String] = [:]
    private var changed: Set<String> = []
    private var isOverflown = false

    private static let quietMilliseconds: Int32 = 30
    private static let longestMilliseconds: Int64 = 50
    /// Of the root only what stands in it is told, so that a site that is built beside is not.
    private static let events =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE) | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) | UInt32(IN_EXCL_UNLINK)

    init(_ folders: WatchedFolders, descriptor: Int32, stop: Int32) {
      self.folders = folders
      self.descriptor = descriptor
      self.stop = stop
    }

    /// Begins to watch; a folder that comes while others are listed is not missed, since its parent
    /// is watched before it is listed.
    mutating func watchAll() throws(EnvironmentFault) { try watch("", isTold: false) }

    /// Hands over batches until it is told to stop.
    mutating func run(_ take: (FileChanges) -> Void) {
      var deadline: Int64?
      while true {
        var ends = [
          pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
          pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        ]
        let rest = deadline.map { Int32(max(0, $0 - InotifyLoop.now)) }
        let wait = rest.map { min($0, InotifyLoop.quietMilliseconds) } ?? -1
        let count = poll(&ends, 2, wait)
        if ends[1].revents != 0 || count < 0 && errno != EINTR { break }
        if count > 0 { readEvents() }
        let hasNews = isOverflown || !changed.isEmpty
        if hasNews, deadline == nil { deadline = InotifyLoop.now + InotifyLoop.longestMilliseconds }
        guard hasNews, count == 0 || InotifyLoop.now >= deadline ?? .max else { continue }
        take(isOverflown ? .everything : .some(changed))
        changed = []
        isOverflown = false
        deadline = nil
      }
      close(descriptor)
      close(stop)
    }

    private static var now: Int64 {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    // MARK: Events

    private mutating func readEvents() {
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return }
      var position = 0
      while position + 16 <= count {
        let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
          (
            bytes.loadUnaligned(fromByteOffset: position, as: Int32.self),
            bytes.loadUnaligned(fromByteOffset: position + 4, as: UInt32.self),
            bytes.loadUnaligned(fromByteOffset: position + 12, as: UInt32.self)
          )
        }
        let end = min(position + 16 + Int(length), count)
        let name = String(
          decoding: buffer[position + 16..<end].prefix { $0 != 0 }, as: UTF8.self)
        position = end
        take(watch, mask, name)
      }
    }

    private mutating func take(_ watch: Int32, _ mask: UInt32, _ name: String) {
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        isOverflown = true
        // Folders may have come and gone.
        rewatch()
        return
      }
      if mask & UInt32(IN_IGNORED) != 0 {
        watches[watch] = nil
        return
      }
      guard let folder = watches[watch], !name.isEmpty else { return }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      guard folders.contains(path) else { return }
      changed.insert(path)
      guard mask & UInt32(IN_ISDIR) != 0 else { return }
      if mask & UInt32(IN_MOVED_FROM) != 0 {
        forget(below: path)
      } else if mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 {
        // What stands in it may have come before the watch.
        tell { loop throws(EnvironmentFault) in try loop.watch(path, isTold: true) }
      }
    }

    private mutating func rewatch() {
      forget(below: "")
      tell { loop throws(EnvironmentFault) in try loop.watch("", isTold: false) }
    }

    /// Where no further watch is to be had, changes are missed: then all is looked at.
    private mutating func tell(
      _ work: (inout InotifyLoop) throws(EnvironmentFault) -> Void
    ) {
      do throws(EnvironmentFault) { try work(&self) } catch { isOverflown = true }
    }

    /// A folder that was moved away is watched no more: its watch would tell its old place.
    private mutating func forget(below path: String) {
      for (watch, folder) in watches
      where path.isEmpty || folder == path || folder.hasPrefix(path + "/") {
        inotify_rm_watch(descriptor, watch)
        watches[watch] = nil
      }
    }

    // MARK: Folders

    private mutating func watch(_ folder: String, isTold: Bool) throws(EnvironmentFault) {
      let place = folder.isEmpty ? folders.root : "\(folders.root)/\(folder)"
      let watch = inotify_add_watch(descriptor, place, InotifyLoop.events)
      guard watch >= 0 else {
        // It is gone again, or no folder, or nobody may look into it.
        if [ENOENT, ENOTDIR, EACCES, ELOOP].contains(errno) { return }
        throw EnvironmentFault("watch \(place)", errno: errno)
      }
      watches[watch] = folder
      guard var entries = OpenFolder(place) else { return }
      while let entry = entries.next() {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        guard folders.contains(path) else { continue }
        if isTold { changed.insert(path) }
        if entry.type == UInt8(DT_DIR) || entry.type == UInt8(DT_UNKNOWN) {
          try self.watch(path, isTold: isTold)
        }
      }
    }
  }
#endif
