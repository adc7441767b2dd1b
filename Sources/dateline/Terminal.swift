#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a person at a terminal sees; a pipe gets no colours and no progress.
enum Terminal {
  /// Whether standard error shows colours.
  static var hasColor: Bool { hasColor(STDERR_FILENO) }

  /// Whether standard output shows colours.
  static var outputHasColor: Bool { hasColor(STDOUT_FILENO) }

  /// The width of standard output in characters; 80 where it is no terminal.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func hasColor(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
      && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  /// Whether standard error is a terminal, where progress can be drawn.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line to standard error.
  static func complain(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes text to standard error as it is.
  static func draw(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes bytes and a line's end to standard output.
  static func print(_ bytes: [UInt8]) { write(bytes + [0x0A], to: STDOUT_FILENO) }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #else
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
