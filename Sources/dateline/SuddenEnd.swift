import Delivery
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What becomes of a command that is interrupted, by Ctrl-C or by who asks it to end.
///
/// What writes is made so that it may be killed at any moment; so to be interrupted is to be killed,
/// with a word to whoever did it, and with the program that works for us ended as well.
enum SuddenEnd {
  /// Where what is said stands, for good: a signal leaves no time to make it.
  private static let message = Atomic<Int>(0)

  /// Ends the process from now on when it is interrupted, with 128 and the signal's number.
  static func allow(saying text: String) {
    message.store(
      Int(bitPattern: strdup("interrupted: \(text)\n")), ordering: .sequentiallyConsistent)
    // So that the handler, which may make nothing, finds it made.
    _ = RunningProgram.number
    for number in [SIGINT, SIGTERM] {
      // Who started us may have said that we are not to be interrupted, as nohup does.
      let before = signal(number, SIG_IGN)
      if before != nil, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      {
        continue
      }
      signal(number) { number in
        let address = SuddenEnd.message.load(ordering: .sequentiallyConsistent)
        if let text = UnsafePointer<CChar>(bitPattern: address) {
          write(STDERR_FILENO, text, strlen(text))
        }
        let program = RunningProgram.number
        if program > 0 { kill(program, SIGTERM) }
        _exit(128 + number)
      }
    }
  }
}
