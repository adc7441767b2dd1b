import Publishing

/// A line that tells how far a build is, drawn once it takes longer than half a second.
struct ProgressLine {
  /// Runs work and shows its progress on a terminal meanwhile.
  static func showing<Value: Sendable>(
    _ progress: Progress, while work: () async throws -> Value
  ) async throws -> Value {
    guard Terminal.showsProgress else { return try await work() }
    let drawer = Task {
      var wasDrawn = false
      do {
        try await Task.sleep(for: .milliseconds(500))
        while true {
          let (stage, done, total) = progress.now
          Terminal.draw("\r\u{1B}[K\(stage.rawValue): \(done) of \(total)")
          wasDrawn = true
          try await Task.sleep(for: .milliseconds(100))
        }
      } catch {
        // Cancelled: the work is done.
        if wasDrawn { Terminal.draw("\r\u{1B}[K") }
      }
    }
    let result: Result<Value, any Error>
    do { result = .success(try await work()) } catch { result = .failure(error) }
    drawer.cancel()
    await drawer.value
    return try result.get()
  }
}
