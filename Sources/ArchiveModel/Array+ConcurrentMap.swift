import Synchronization

extension Array where Element: Sendable {
  /// Maps in chunks on at most `jobs` tasks at a time.
  ///
  /// The result has the order of `self`, whoever finishes first. In chunks, because a task for
  /// each element of 2 µs ran slower than a loop (STYLE, Concurrency), and so that what a worker
  /// keeps from element to element can live in `transform`.
  public func concurrentChunks<Result: Sendable>(
    jobs: Int, chunk: Int = 16,
    _ transform: @escaping @Sendable (ArraySlice<Element>) -> [Result]
  ) async -> [Result] {
    await concurrentChunks(jobs: jobs, chunk: chunk, keeping: { () }) { slice, _ in
      transform(slice)
    }
  }

  /// Maps in chunks on `jobs` workers, each of which keeps something from chunk to chunk.
  ///
  /// That is what is dear to make or to warm; no result may depend on what is in it.
  ///
  /// The result has the order of `self`, whoever finishes first. Workers take chunk after chunk
  /// until none is left; the last chunks are small, so that all workers end together.
  public func concurrentChunks<Kept: ~Copyable, Result: Sendable>(
    jobs: Int, chunk: Int = 16, keeping kept: @escaping @Sendable () -> Kept,
    _ transform: @escaping @Sendable (ArraySlice<Element>, inout Kept) -> [Result]
  ) async -> [Result] {
    let queue = ChunkQueue(count: count, chunk: chunk, jobs: jobs)
    let work = { @Sendable () async -> [(order: Int, results: [Result])] in
      var kept = kept()
      var done: [(order: Int, results: [Result])] = []
      while let (order, range) = queue.next() {
        done.append((order, transform(self[range], &kept)))
        // What else is under way gets a turn: the parts that it does alone then cost no time.
        await Task.yield()
      }
      return done
    }
    guard jobs > 1, queue.chunkCount > 1 else { return await work().flatMap(\.results) }
    return await withTaskGroup(of: [(order: Int, results: [Result])].self) { group in
      for _ in 0..<Swift.min(jobs, queue.chunkCount) { group.addTask { await work() } }
      var parts = [[Result]](repeating: [], count: queue.chunkCount)
      for await done in group {
        for part in done { parts[part.order] = part.results }
      }
      return parts.flatMap { $0 }
    }
  }
}

/// The chunks of a list that no worker has taken yet.
private final class ChunkQueue: Sendable {
  private let starts: [Int]
  private let count: Int
  private let taken = Atomic(0)

  init(count: Int, chunk: Int, jobs: Int) {
    self.count = count
    var starts: [Int] = []
    var start = 0
    while start < count {
      starts.append(start)
      start += Swift.max(1, Swift.min(chunk, (count - start) / (2 * Swift.max(1, jobs))))
    }
    self.starts = starts
  }

  var chunkCount: Int { starts.count }

  func next() -> (order: Int, range: Range<Int>)? {
    let order = taken.add(1, ordering: .relaxed).oldValue
    guard order < starts.count else { return nil }
    let end = order + 1 < starts.count ? starts[order + 1] : count
    return (order, starts[order]..<end)
  }
}
