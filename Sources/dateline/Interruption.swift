import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C, or a polite request of the system to end: the first is heard, a second ends the program
/// at once.
struct Interruption {
  /// The pipe's end that the signal's handler writes to: all that it may do.
  private static let bell = Atomic<Int32>(-1)
  private let reading: Int32

  /// Listens from now on.
  init() {
    var ends: [Int32] = [-1, -1]
    reading = pipe(&ends) == 0 ? ends[0] : -1
    Interruption.bell.store(ends[1], ordering: .releasing)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        signal(number, SIG_DFL)
        var byte: UInt8 = 0
        _ = write(Interruption.bell.load(ordering: .acquiring), &byte, 1)
      }
    }
  }

  /// Runs work once it comes, on a thread of its own that sleeps until then.
  func whenItComes(_ work: @escaping @Sendable () -> Void) {
    let listener = Unmanaged.passRetained(Listener(reading: reading, work: work))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    pthread_create(&thread, nil, Interruption.listen, listener.toOpaque())
  }

  #if canImport(Glibc)
    private static let listen:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { pointer in
          if let pointer { Unmanaged<Listener>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }
  #else
    private static let listen:
      @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
        { pointer in
          Unmanaged<Listener>.fromOpaque(pointer).takeRetainedValue().run()
          return nil
        }
  #endif

  private final class Listener: Sendable {
    private let reading: Int32
    private let work: @Sendable () -> Void

    init(reading: Int32, work: @escaping @Sendable () -> Void) {
      self.reading = reading
      self.work = work
    }

    func run() {
      var byte: UInt8 = 0
      while read(reading, &byte, 1) < 0, errno == EINTR {}
      work()
    }
  }
}
