import ArchiveModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of others, found on the `PATH`, that is run with arguments: no shell reads them.
///
/// What it reads and writes goes through files without a name, so however much it is, neither side
/// waits for the other.
struct Program: Sendable {
  /// What it is called.
  let name: String
  /// How to install it.
  let remedy: String
  /// Variables that it gets besides ours; nil for those of ours that it does not get.
  var environment: [String: String?] = [:]

  /// How a run ended.
  struct Result: Sendable {
    /// The exit code; 128 and the signal's number for one that was killed.
    var code: Int32
    var output: [UInt8]
    var errors: String

    /// The output without white space around it.
    var text: String {
      var text = String(decoding: output, as: UTF8.self)[...]
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text.drop { $0.isWhitespace })
    }
  }

  /// Runs it to its end.
  ///
  /// - Throws: if it is not installed or cannot be run; how it ends is a value.
  func run(_ arguments: [String], input: [UInt8] = []) throws(EnvironmentFault) -> Result {
    let given = try Scratch(for: name)
    let output = try Scratch(for: name)
    let errors = try Scratch(for: name)
    try given.fill(input)
    let process = try spawn(
      arguments, [given.descriptor, output.descriptor, errors.descriptor])
    RunningProgram.process.store(process, ordering: .sequentiallyConsistent)
    defer { RunningProgram.process.store(0, ordering: .sequentiallyConsistent) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw EnvironmentFault("wait for \(name)", errno: errno) }
    }
    let signal = status & 0x7F
    return Result(
      code: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: try output.bytes(),
      errors: String(decoding: try errors.bytes(), as: UTF8.self))
  }

  /// Runs it, and takes any exit code but 0 for a failure of what is done by it.
  @discardableResult
  func output(
    of arguments: [String], input: [UInt8] = [], to action: String
  ) throws(EnvironmentFault) -> Result {
    let result = try run(arguments, input: input)
    guard result.code == 0 else { throw failure(of: arguments, result, to: action) }
    return result
  }

  /// What a run that failed says, with the command as one would type it.
  func failure(
    of arguments: [String], _ result: Result, to action: String, suggestion: String? = nil
  ) -> EnvironmentFault {
    let command = ([name] + arguments).map(Program.quoted).joined(separator: " ")
    let lines = result.errors.split(separator: "\n").suffix(12).map { "\n  | " + $0 }.joined()
    return EnvironmentFault(
      action, reason: "\(name) ended with code \(result.code)\(lines)\n  = command: \(command)",
      suggestion: suggestion)
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      PlainWord.isPlain($0) || $0 >= 0x80
    }
    guard !isPlain || word.isEmpty else { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  private func spawn(
    _ arguments: [String], _ files: [Int32]
  ) throws(EnvironmentFault) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A thread of ours may not hear signals, and ignores some: it is not to be born so.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let words = Texts([name] + arguments)
    let variables = Texts(self.variables)
    var process: pid_t = 0
    let failure = posix_spawnp(
      &process, name, &actions, &attributes, words.pointers, variables.pointers)
    guard failure == 0 else {
      guard failure == ENOENT else { throw EnvironmentFault("run \(name)", errno: failure) }
      throw EnvironmentFault(
        "run \(name)", reason: "there is no such program on the PATH", suggestion: remedy)
    }
    return process
  }

  private var variables: [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      let name = String(text.prefix { $0 != "=" })
      if !environment.keys.contains(name) { variables.append(text) }
      next += 1
    }
    return variables
      + environment.sorted { $0.key < $1.key }.compactMap { name, value in
        value.map { "\(name)=\($0)" }
      }
  }
}

/// The program that works for us now: who ends us by a signal ends it as well.
package enum RunningProgram {
  fileprivate static let process = Atomic<Int32>(0)

  /// The number of its process; 0 where none runs.
  package static var number: Int32 { process.load(ordering: .sequentiallyConsistent) }
}

/// Which bytes no shell reads anything into.
private enum PlainWord {
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_./:=@,+%".utf8.contains(byte)
    }
  }
}

/// Texts as C has them: pointers with a null behind the last.
private final class Texts {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    pointers = .allocate(capacity: count + 1)
    for (number, text) in texts.enumerated() {
      (pointers + number).initialize(to: strdup(text))
    }
    (pointers + count).initialize(to: nil)
  }

  deinit {
    for number in 0..<count { free(pointers[number]) }
    pointers.deallocate()
  }
}

/// A file without a name, in the folder for temporary files.
private struct Scratch: ~Copyable {
  let descriptor: Int32
  private let program: String

  init(for program: String) throws(EnvironmentFault) {
    self.program = program
    let folder = TemporaryFolder.root
    var template = Array((folder + "/dateline-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw EnvironmentFault("make a temporary file in \(folder)", errno: errno)
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  func fill(_ bytes: [UInt8]) throws(EnvironmentFault) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset, off_t(offset))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw EnvironmentFault("write what \(program) is to read", errno: errno)
      }
      offset += count
    }
  }

  func bytes() throws(EnvironmentFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw EnvironmentFault("read what \(program) said", errno: errno) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
