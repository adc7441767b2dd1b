import Synchronization

/// What a build has done so far, in parts that tasks seldom need at once.
final class WriteProgress: Sendable {
  private let shards: [Shard]

  private final class Shard: Sendable {
    let state = Mutex(State())
  }

  private struct State {
    var hashes: [OutputPath: ContentHash] = [:]
    var stamps: [OutputPath: FileStamp] = [:]
    var folders: Set<String> = []
    var report = WriteReport()
  }

  init() {
    shards = (0..<64).map { _ in Shard() }
  }

  /// Takes a path for a file of the site, with its stamp where it was kept; false if it is taken.
  func claim(_ path: OutputPath, _ hash: ContentHash, _ stamp: FileStamp? = nil) -> Bool {
    withState(of: path.description) { state in
      guard state.hashes[path] == nil else { return false }
      state.hashes[path] = hash
      if let stamp { state.stamps[path] = stamp }
      return true
    }
  }

  func isClaimed(_ path: OutputPath) -> Bool {
    withState(of: path.description) { $0.hashes[path] != nil }
  }

  /// Takes note in the report.
  func report(_ path: String, _ change: (inout WriteReport) -> Void) {
    withState(of: path) { change(&$0.report) }
  }

  /// Whether a folder is known to be there, and neither it nor one around it to be a link.
  func knows(folder: Substring) -> Bool {
    let folder = String(folder)
    return withState(of: folder) { $0.folders.contains(folder) }
  }

  func remember(folder: Substring) {
    let folder = String(folder)
    withState(of: folder) { _ = $0.folders.insert(folder) }
  }

  func forget(folder: Substring) {
    let folder = String(folder)
    withState(of: folder) { _ = $0.folders.remove(folder) }
  }

  /// The sum of all reports, refusals by path.
  var report: WriteReport {
    var report = WriteReport()
    for shard in shards { shard.state.withLock { report = report + $0.report } }
    report.refusals.sort { ($0.path, "\($0.reason)") < ($1.path, "\($1.reason)") }
    return report
  }

  /// The files of the site.
  var hashes: [OutputPath: ContentHash] { joined(\.hashes) }

  /// The stamps of those that were kept.
  var stamps: [OutputPath: FileStamp] { joined(\.stamps) }

  /// What the parts have, together; no path is in two of them.
  private func joined<Value: Sendable>(
    _ files: (State) -> [OutputPath: Value]
  ) -> [OutputPath: Value] {
    let parts = shards.map { shard in shard.state.withLock { files($0) } }
    let count = parts.reduce(0) { $0 + $1.count }
    return parts.reduce(into: Dictionary(minimumCapacity: count)) { joined, part in
      joined.merge(part) { first, _ in first }
    }
  }

  private func withState<Result: Sendable>(
    of path: String, _ body: (inout State) -> Result
  ) -> Result {
    shards[Int(truncatingIfNeeded: path.hashValue) & (shards.count - 1)].state.withLock {
      body(&$0)
    }
  }
}
