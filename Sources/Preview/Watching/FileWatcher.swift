/// Tells which files of an archive change, for as long as it is asked.
///
/// Two kinds: `InotifyWatcher` on Linux, which the system tells; `PollingWatcher` anywhere else, or
/// where the system has no watch left, which looks at every file again and again.
protocol FileWatcher: Sendable {
  /// The changes, in batches: what happens within 30 ms of each other comes as one, and a longer
  /// burst every 50 ms.
  var changes: AsyncStream<FileChanges> { get }
  /// Ends the stream.
  func stop()
}

/// Files and folders that were written, made, renamed or removed.
enum FileChanges: Sendable, Equatable {
  /// By their paths below the archive's root.
  case some(Set<String>)
  /// So many at once that the system lost count: any may have changed.
  case everything
}

/// Which files and folders are an archive's own: not its output, nor what editors and version
/// control leave beside them.
struct WatchedFolders: Sendable {
  /// The archive's root, for the system.
  let root: String
  /// What is looked at there.
  private let names: Set<String>

  /// - Parameter hasContentFolder: Whether `root` has a folder `Content`, or is the content itself.
  init(root: String, hasContentFolder: Bool) {
    self.root = root
    let shared: Set<String> = ["Themes", "static", "assets"]
    names =
      hasContentFolder
      ? shared.union(["Content"])
      : shared.union([
        "articles", "authorities", "media", "pages", "archive.yml", "privacy.yml",
      ])
  }

  /// Whether a file or folder, by its path below the root, matters.
  func contains(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let first = parts.first, names.contains(String(first)), let last = parts.last else {
      return false
    }
    return !last.hasSuffix("~") && !parts.contains { $0.hasPrefix(".") }
  }
}
