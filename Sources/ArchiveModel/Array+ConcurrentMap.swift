extension Array where Element: Sendable {
  /// Maps in chunks on at most `jobs` tasks at a time.
  ///
  /// The result has the order of `self`, whoever finishes first. In chunks, because a task for
  /// each element of 2 µs ran slower than a loop (STYLE, Concurrency).
  public func concurrentMap<Result: Sendable>(
    jobs: Int, chunk: Int = 16, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard jobs > 1, count > chunk else { return map(transform) }
    return await withTaskGroup(of: (order: Int, results: [Result]).self) { group in
      let starts = [Int](stride(from: 0, to: count, by: chunk))
      var parts = [[Result]](repeating: [], count: starts.count)
      var next = 0
      func addTask() {
        guard next < starts.count else { return }
        let order = next
        let slice = self[starts[order]..<Swift.min(starts[order] + chunk, count)]
        group.addTask { (order, slice.map(transform)) }
        next += 1
      }
      for _ in 0..<jobs { addTask() }
      while let part = await group.next() {
        parts[part.order] = part.results
        addTask()
      }
      return parts.flatMap { $0 }
    }
  }
}
