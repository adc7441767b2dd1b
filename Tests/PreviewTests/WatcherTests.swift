import Foundation
import NIOPosix
import Testing

@testable import Preview

#if canImport(Glibc)
  import Glibc
#endif

/// The kinds of watcher, which must tell the same.
enum WatcherKind: CaseIterable {
  #if canImport(Glibc)
    case inotify
  #endif
  case polling

  func watcher(_ root: String, _ threads: NIOThreadPool) throws -> any FileWatcher {
    let folders = WatchedFolders(root: root, hasContentFolder: true)
    switch self {
    #if canImport(Glibc)
      case .inotify: return try InotifyWatcher(folders, on: threads)
    #endif
    case .polling: return PollingWatcher(folders, every: 30, on: threads)
    }
  }
}

@Suite struct `Watching files` {
  /// What is told of what happens to an archive with two articles, until all that is wanted is.
  private func told(
    _ kind: WatcherKind, until wanted: Set<String>, _ act: (ScratchArchive) throws -> Void
  ) async throws -> Set<String> {
    let archive = try ScratchArchive(
      """
      -- articles/talks.md --
      Talks.
      -- articles/2017/aid.md --
      Aid.
      """)
    let threads = NIOThreadPool(numberOfThreads: 1)
    threads.start()
    let watcher = try kind.watcher(archive.root, threads)
    try act(archive)
    let all = try await withThrowingTaskGroup(of: Set<String>.self) { group in
      group.addTask {
        var all: Set<String> = []
        for await change in watcher.changes {
          guard case .some(let paths) = change else { continue }
          all.formUnion(paths)
          if wanted.isSubset(of: all) { break }
        }
        return all
      }
      group.addTask {
        try await Task.sleep(for: .seconds(10))
        return []
      }
      let first = try #require(try await group.next())
      group.cancelAll()
      return first
    }
    watcher.stop()
    try await threads.shutdownGracefully()
    return all
  }

  private static let talks = "Content/articles/talks.md"

  @Test(arguments: WatcherKind.allCases)
  func `A file that is emptied and written is told`(_ kind: WatcherKind) async throws {
    let told = try await told(kind, until: [Self.talks]) {
      try $0.write(Self.talks, "Other talks, longer.\n")
    }
    #expect(told == [Self.talks])
  }

  @Test(arguments: WatcherKind.allCases)
  func `A file that another takes the place of is told, and nothing of the other`(
    _ kind: WatcherKind
  ) async throws {
    let told = try await told(kind, until: [Self.talks]) { archive in
      let path = "\(archive.root)/\(Self.talks)"
      let other = "\(archive.root)/Content/articles/.talks.md.swp"
      try "Saved as editors do.\n".write(toFile: other, atomically: false, encoding: .utf8)
      #expect(rename(other, path) == 0)
    }
    #expect(told == [Self.talks])
  }

  @Test(arguments: WatcherKind.allCases)
  func `Files in a folder that is new are told, however deep`(_ kind: WatcherKind) async throws {
    let new = ["Content/articles/a/b/c/new.md", "Content/articles/a/b/other.md"]
    let told = try await told(kind, until: Set(new)) { archive in
      for file in new { try archive.write(file, "New.\n") }
    }
    #expect(told.isSuperset(of: new))
  }

  @Test(arguments: WatcherKind.allCases)
  func `A file that goes is told`(_ kind: WatcherKind) async throws {
    let told = try await told(kind, until: [Self.talks]) {
      try FileManager.default.removeItem(atPath: "\($0.root)/\(Self.talks)")
    }
    #expect(told == [Self.talks])
  }

  @Test(arguments: WatcherKind.allCases)
  func `A link that comes is told`(_ kind: WatcherKind) async throws {
    let link = "Content/articles/link.md"
    let told = try await told(kind, until: [link]) {
      try FileManager.default.createSymbolicLink(
        atPath: "\($0.root)/\(link)", withDestinationPath: "talks.md")
    }
    #expect(told == [link])
  }

  @Test(arguments: WatcherKind.allCases)
  func `A folder that is moved away and back is watched again`(_ kind: WatcherKind) async throws {
    let aid = "Content/articles/2017/aid.md"
    let told = try await told(kind, until: [aid, "Content/articles/2017/later.md"]) { archive in
      let folder = "\(archive.root)/Content/articles/2017"
      let away = "\(archive.root)/away"
      #expect(rename(folder, away) == 0)
      usleep(150_000)
      #expect(rename(away, folder) == 0)
      usleep(150_000)
      try archive.write("Content/articles/2017/later.md", "Later.\n")
    }
    #expect(told.contains(aid))
  }

  @Test(arguments: WatcherKind.allCases)
  func `What is no part of the archive is not told`(_ kind: WatcherKind) async throws {
    let told = try await told(kind, until: [Self.talks]) { archive in
      for path in [
        "Public/index.html", ".dateline/cache", ".git/index", "Content/articles/.#talks.md",
        "Content/articles/talks.md~", "notes.txt",
      ] { try archive.write(path, "x") }
      try archive.write(Self.talks, "Last.\n")
    }
    #expect(told == [Self.talks])
  }

  @Test(arguments: WatcherKind.allCases)
  func `Five hundred files at once are all told`(_ kind: WatcherKind) async throws {
    let files = Set((0..<500).map { "Content/articles/\($0 % 7)/a\($0).md" })
    let told = try await told(kind, until: files) { archive in
      for file in files { try archive.write(file, "One of many.\n") }
    }
    #expect(told.isSuperset(of: files))
  }

  #if canImport(Glibc)
    @Test func `What happens at once comes as one change`() async throws {
      let archive = try ScratchArchive("-- articles/talks.md --\nTalks.\n")
      let threads = NIOThreadPool(numberOfThreads: 1)
      threads.start()
      let watcher = try WatcherKind.inotify.watcher(archive.root, threads)

      for round in 0..<5 { try archive.write(Self.talks, "Round \(round).\n") }
      try archive.write("Content/articles/other.md", "Other.\n")

      var changes = watcher.changes.makeAsyncIterator()
      let first = try #require(await changes.next())
      #expect(first == .some([Self.talks, "Content/articles/other.md"]))
      watcher.stop()
      #expect(await changes.next() == nil)
      try await threads.shutdownGracefully()
    }

    @Test func `Where the system loses count everything is looked at again`() async throws {
      let archive = try ScratchArchive("-- articles/talks.md --\nTalks.\n")
      let limit = try String(
        contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
      let most = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
      let descriptor = try #require(InotifyWatcher.descriptor())
      // A queue of its own, which nobody empties until it is full.
      let path = "\(archive.root)/Content/articles"
      #expect(inotify_add_watch(descriptor, path, UInt32(IN_CREATE) | UInt32(IN_DELETE)) >= 0)
      for number in 0...(most / 2 + 1) {
        let file = open("\(path)/x\(number % 2).md", O_CREAT | O_WRONLY, 0o600)
        close(file)
        unlink("\(path)/x\(number % 2).md")
      }
      let threads = NIOThreadPool(numberOfThreads: 1)
      threads.start()

      let watcher = try InotifyWatcher(
        WatchedFolders(root: archive.root, hasContentFolder: true), descriptor: descriptor,
        on: threads)

      var changes = watcher.changes.makeAsyncIterator()
      var next = await changes.next()
      while case .some(.some) = next { next = await changes.next() }
      #expect(next == .everything)
      // And it watches on.
      try archive.write(Self.talks, "After.\n")
      #expect(await changes.next() == .some([Self.talks]))
      watcher.stop()
      try await threads.shutdownGracefully()
    }
  #endif
}
