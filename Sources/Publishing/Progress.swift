import Synchronization

/// How far a build is, for whoever wants to show it; written from all cores.
public final class Progress: Sendable {
  private let stageNumber = Atomic<Int>(0)
  private let doneCount = Atomic<Int>(0)
  private let totalCount = Atomic<Int>(0)

  /// Nothing done yet.
  public init() {}

  /// The stage, and how many of its articles or pages are done.
  public var now: (stage: BuildReport.Stage, done: Int, total: Int) {
    (
      BuildReport.Stage.allCases[stageNumber.load(ordering: .relaxed)],
      doneCount.load(ordering: .relaxed), totalCount.load(ordering: .relaxed)
    )
  }

  func begin(_ stage: BuildReport.Stage, of total: Int) {
    doneCount.store(0, ordering: .relaxed)
    totalCount.store(total, ordering: .relaxed)
    stageNumber.store(BuildReport.Stage.allCases.firstIndex(of: stage) ?? 0, ordering: .relaxed)
  }

  func advance(by count: Int) { doneCount.add(count, ordering: .relaxed) }
}
