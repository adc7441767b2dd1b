import ArchiveModel

/// What a build costs, stage by stage, and within a stage by the kinds of work that take turns there
/// (`dateline build --profile`).
///
/// A build without one asks nothing of the system: whoever measures calls `lap` and `timed` on an
/// optional profile.
public final class BuildProfile: Sendable {
  /// The stages, in order: those of the build, and what stands before and behind them.
  public enum Stage: String, Sendable, CaseIterable {
    /// The archive's folders are listed, its settings and records read.
    case open
    /// What there is is compared with what the last build left.
    case compare
    case load, read, resolve, search, publish
    /// What there is now is noted for the next build.
    case remember
  }

  /// A kind of work in a stage.
  public enum Work: String, Sendable, CaseIterable {
    case cache, frontMatter = "front matter", markdown, recognition, resolution, body, keeping
    case selection, catalogue, pages
    case texts, files
    case comparing, rendering, writing

    /// The stage that it is part of.
    var stage: Stage {
      switch self {
      case .cache, .frontMatter, .markdown, .recognition, .resolution, .body, .keeping: .read
      case .selection, .catalogue, .pages: .resolve
      case .texts, .files: .search
      case .comparing, .rendering, .writing: .publish
      }
    }
  }

  /// What a stage cost.
  struct Row: Sendable {
    var stage: Stage
    var use: ResourceUse
    /// The most memory that was resident meanwhile.
    var peakBytes: Int?
    /// The processor time of each kind of work in it, in nanoseconds.
    var work: [(work: Work, nanoseconds: Int)]
  }

  fileprivate struct State {
    var rows: [Row] = []
    var last: ResourceUse
    /// Of each kind of work since the last stage ended, by its place in `allCases`.
    var work = [Int](repeating: 0, count: Work.allCases.count)
    /// The processor time of the process when `lap` was last called in a stage.
    var lastLap: Int
  }

  /// How many cores there are to work on.
  let cores: Int
  private let state: Locked<State>

  /// Begins to measure.
  public init(cores: Int) {
    self.cores = cores
    _ = ResourceUse.takePeakBytes()
    let now = ResourceUse.now
    state = Locked(State(last: now, lastLap: now.processorNanoseconds))
  }

  /// The stages that have ended.
  var rows: [Row] { state.withLock { $0.rows } }

  /// Ends a stage.
  public func end(_ stage: Stage) {
    let (now, peak) = (ResourceUse.now, ResourceUse.takePeakBytes())
    state.withLock { state in
      let work = Work.allCases.enumerated().filter { $1.stage == stage && state.work[$0] > 0 }
      state.rows.append(
        Row(
          stage: stage, use: now.since(state.last), peakBytes: peak,
          work: work.map { ($1, state.work[$0]) }))
      state.work = [Int](repeating: 0, count: Work.allCases.count)
      state.last = now
      state.lastLap = now.processorNanoseconds
    }
  }

  /// Ends a kind of work that all cores did, after the last one or the beginning of the stage.
  func lap(_ work: Work) {
    let now = ResourceUse.now.processorNanoseconds
    state.withLock { state in
      state.add(now - state.lastLap, to: work)
      state.lastLap = now
    }
  }

  fileprivate func add(_ nanoseconds: Int, to work: Work) {
    state.withLock { $0.add(nanoseconds, to: work) }
  }
}

extension BuildProfile.State {
  fileprivate mutating func add(_ nanoseconds: Int, to work: BuildProfile.Work) {
    self.work[BuildProfile.Work.allCases.firstIndex(of: work) ?? 0] += nanoseconds
  }
}

extension BuildProfile? {
  /// Does a piece of work, and counts the time that this thread worked on it, if anybody asks.
  func timed<Result: ~Copyable, Failure>(
    _ work: BuildProfile.Work, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let profile = self else { return try body() }
    let start = ResourceUse.threadNanoseconds
    defer { profile.add(ResourceUse.threadNanoseconds - start, to: work) }
    return try body()
  }
}

extension BuildProfile.Stage {
  /// That of a build's own report.
  init(_ stage: BuildReport.Stage) {
    self =
      switch stage {
      case .load: .load
      case .read: .read
      case .resolve: .resolve
      case .search: .search
      case .publish: .publish
      }
  }
}
