import CResources

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says that this process has used up to a moment, or between two.
///
/// What it does not say is nil: nothing here is estimated.
struct ResourceUse: Sendable, Equatable {
  var wallNanoseconds = 0
  /// Of all threads, in the program and in the system for it.
  var userNanoseconds = 0
  var systemNanoseconds = 0
  /// By system calls that read and write; files that are mapped into memory are not in it.
  var readBytes: Int?
  var writtenBytes: Int?
  /// Counted where `Tests/Benchmarks/count_allocations.c` is preloaded: the C library does not.
  var allocations: Int?
  var allocatedBytes: Int?
  /// What `malloc` has given out and not got back.
  var heapBytes: Int?

  /// In the program and in the system.
  var processorNanoseconds: Int { userNanoseconds + systemNanoseconds }

  /// What was used up to now.
  ///
  /// Costs some microseconds: for stages, not for articles.
  static var now: ResourceUse {
    var use = ResourceUse()
    if let count = AllocationCount.now {
      (use.allocations, use.allocatedBytes) = (count.allocations, count.bytes)
    }
    use.wallNanoseconds = nanoseconds(CLOCK_MONOTONIC)
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    use.userNanoseconds = nanoseconds(usage.ru_utime)
    use.systemNanoseconds = nanoseconds(usage.ru_stime)
    #if canImport(Glibc)
      let transfers = ProcessFile.numbers(at: "/proc/self/io")
      (use.readBytes, use.writtenBytes) = (transfers["rchar"], transfers["wchar"])
      use.heapBytes = dateline_heap_bytes()
    #endif
    return use
  }

  /// What was used from another moment to this; of the heap, by how much it grew.
  func since(_ start: ResourceUse) -> ResourceUse {
    func less(_ field: KeyPath<ResourceUse, Int?>) -> Int? {
      self[keyPath: field].flatMap { end in start[keyPath: field].map { end - $0 } }
    }
    return ResourceUse(
      wallNanoseconds: wallNanoseconds - start.wallNanoseconds,
      userNanoseconds: userNanoseconds - start.userNanoseconds,
      systemNanoseconds: systemNanoseconds - start.systemNanoseconds,
      readBytes: less(\.readBytes), writtenBytes: less(\.writtenBytes),
      allocations: less(\.allocations), allocatedBytes: less(\.allocatedBytes),
      heapBytes: less(\.heapBytes))
  }

  /// The time that the calling thread has worked so far.
  static var threadNanoseconds: Int { nanoseconds(CLOCK_THREAD_CPUTIME_ID) }

  /// The most memory that was resident since the last call, in bytes; nil where nobody says.
  ///
  /// The system's own high-water mark begins anew: who measures this process from outside sees the
  /// one of what follows.
  static func takePeakBytes() -> Int? {
    #if canImport(Glibc)
      let peak = ProcessFile.numbers(at: "/proc/self/status")["VmHWM"]
      let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
      if file >= 0 {
        // What it may be called with is in proc(5): 5 is that mark.
        _ = write(file, "5", 1)
        close(file)
      }
      return peak.map { $0 * 1024 }
    #else
      return nil
    #endif
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func nanoseconds(_ time: timeval) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_usec) * 1000
  }
}

/// A file in which Linux tells of a process: a name, a colon and a number a line.
private enum ProcessFile {
  static func numbers(at path: String) -> [String: Int] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [:] }
    defer { close(file) }
    let text = [UInt8](unsafeUninitializedCapacity: 8192) { buffer, filled in
      filled = max(0, read(file, buffer.baseAddress, buffer.count))
    }
    var numbers: [String: Int] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let digits = line[colon...].drop { !(0x30...0x39).contains($0) }.prefix { $0 >= 0x30 }
      numbers[String(decoding: line[..<colon], as: UTF8.self)] = Int(
        String(decoding: digits, as: UTF8.self))
    }
    return numbers
  }
}

/// What a library counts that was preloaded for it.
private enum AllocationCount {
  private typealias Counter =
    @convention(c) (UnsafeMutablePointer<Int>, UnsafeMutablePointer<Int>) -> Void

  static var now: (allocations: Int, bytes: Int)? {
    guard let counter else { return nil }
    var (allocations, bytes) = (0, 0)
    counter(&allocations, &bytes)
    return (allocations, bytes)
  }

  private static let counter: Counter? = {
    #if canImport(Glibc)
      let everywhere: UnsafeMutableRawPointer? = nil
    #else
      let everywhere = UnsafeMutableRawPointer(bitPattern: -2)
    #endif
    return dlsym(everywhere, "allocations_so_far").map { unsafeBitCast($0, to: Counter.self) }
  }()
}
