#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs two parts of a work at once, the second on a thread of its own, and waits for both.
///
/// For a few large parts within a computation that has no reason to be asynchronous. Where the
/// system has no thread to give, the second part runs after the first.
package func concurrently<First, Second: Sendable, Failure: Error>(
  _ first: () throws(Failure) -> First, _ second: @Sendable () -> Second
) throws(Failure) -> (First, Second) {
  // Written on the thread, and read after it has ended.
  nonisolated(unsafe) var other: Second?
  let one = withoutActuallyEscaping({ other = second() }) { work in
    let thread = WorkThread(work)
    let one: Result<First, Failure> = Result { () throws(Failure) in try first() }
    thread.finish()
    return one
  }
  guard let other else { preconditionFailure("the second part has ended") }
  return (try one.get(), other)
}

/// A thread that does one work and ends.
private final class WorkThread: @unchecked Sendable {
  // Unchecked, since what is written is written before the thread begins or after it has ended.
  private var work: (() -> Void)?
  private var thread: pthread_t?

  init(_ work: @escaping () -> Void) {
    self.work = work
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, nil,
      { this in
        #if canImport(Darwin)
          let this: UnsafeMutableRawPointer? = this
        #endif
        guard let this else { return nil }
        Unmanaged<WorkThread>.fromOpaque(this).takeUnretainedValue().work?()
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
    self.thread = code == 0 ? thread : nil
  }

  /// Waits for the work; it is not called again.
  func finish() {
    if let thread {
      pthread_join(thread, nil)
    } else {
      work?()
    }
    work = nil
  }
}
