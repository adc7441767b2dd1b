import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A value that one thread at a time may use.
///
/// The standard library's own, but for builds that look for races: its lock is made in the library,
/// which ThreadSanitizer does not see into, and so takes each use of a value behind it for a race.
/// There `Tests/sanitize.sh` asks for the system's lock, which it knows.
#if !THREAD_SANITIZER
  package typealias Locked<Value> = Mutex<Value>
#else
  package struct Locked<Value>: ~Copyable, @unchecked Sendable {
    // Unchecked, since the value is used only while the lock is held.
    private let value: UnsafeMutablePointer<Value>
    private let lock: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ initial: consuming sending Value) {
      value = .allocate(capacity: 1)
      value.initialize(to: initial)
      lock = .allocate(capacity: 1)
      precondition(pthread_mutex_init(lock, nil) == 0, "a lock takes nothing but memory")
    }

    deinit {
      value.deinitialize(count: 1)
      value.deallocate()
      pthread_mutex_destroy(lock)
      lock.deallocate()
    }

    /// Uses the value while no other thread does.
    package borrowing func withLock<Result, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return try body(&value.pointee)
    }
  }
#endif
