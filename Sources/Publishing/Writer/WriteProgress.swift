import ArchiveModel

/// What a build has done so far, in parts that tasks seldom need at once.
final class WriteProgress: Sendable {
  private let shards: [Shard]

  /// A file that is taken for the site.
  struct Claim {
    let hash: ContentHash
    /// Where the file was kept.
    let stamp: FileStamp?
  }

  private final class Shard: Sendable {
    let state: Locked<State>

    init(oldCount: Int) {
      state = Locked(State(old: Array(repeating: nil, count: oldCount)))
    }
  }

  private struct State {
    /// What became of the files that the last build left: those of each 64th number.
    var old: [Claim?]
    var new: [OutputPath: Claim] = [:]
    var folders: Set<String> = []
    var report = WriteReport()
  }

  private static let shardCount = 64

  /// Of a build before which the last left `oldCount` files.
  init(oldCount: Int) {
    let each = (oldCount + Self.shardCount - 1) / Self.shardCount
    shards = (0..<Self.shardCount).map { _ in Shard(oldCount: each) }
  }

  /// Takes a path for a file of the site; false if it is taken.
  ///
  /// - Parameter number: that of the file in the manifest of the last build.
  func claim(_ path: OutputPath, number: Int?, _ claim: Claim) -> Bool {
    if let number {
      return withState(ofNumber: number) { state, place in
        guard state.old[place] == nil else { return false }
        state.old[place] = claim
        return true
      }
    }
    return withState(of: path.description) { state in
      guard state.new[path] == nil else { return false }
      state.new[path] = claim
      return true
    }
  }

  /// For what a path is taken so far, likewise.
  func claim(of path: OutputPath, number: Int?) -> Claim? {
    if let number { return claim(ofNumber: number) }
    return withState(of: path.description) { $0.new[path] }
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

  /// What has become so far of a file that the last build left.
  func claim(ofNumber number: Int) -> Claim? {
    withState(ofNumber: number) { state, place in state.old[place] }
  }

  /// The files of the site that the last build had not, in no order.
  var new: [(path: OutputPath, claim: Claim)] {
    shards.flatMap { shard in shard.state.withLock { state in state.new.map { ($0.key, $0.value) } }
    }
  }

  private func withState<Result: Sendable>(
    of path: String, _ body: (inout State) -> Result
  ) -> Result {
    shards[Int(truncatingIfNeeded: path.hashValue) & (Self.shardCount - 1)].state.withLock {
      body(&$0)
    }
  }

  private func withState<Result: Sendable>(
    ofNumber number: Int, _ body: (inout State, _ place: Int) -> Result
  ) -> Result {
    shards[number % Self.shardCount].state.withLock { body(&$0, number / Self.shardCount) }
  }
}
