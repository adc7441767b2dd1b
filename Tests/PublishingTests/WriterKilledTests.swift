import ArchiveModel
import Publishing
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process leaves behind that is killed, or finds the disk full, while it writes.
@Suite(.serialized) struct `A writer that dies` {
  @Test func `is completed by the next, whenever it was killed`() async throws {
    let scratch = ScratchFolder()
    scratch.put("mine", at: "Public/p1/notes.txt")
    setenv("DATELINE_TEST_OUTPUT", scratch.output, 1)
    try Self.write(version: 0, into: scratch.output, count: Self.count)

    for version in 1...5 {
      setenv("DATELINE_TEST_VERSION", "\(version)", 1)
      await #expect(processExitsWith: .signal(SIGKILL)) { try await Self.writeUntilKilled() }

      // Whole, of this version or an earlier one.
      for file in scratch.files where !file.hasPrefix(".") && !file.contains("/.") {
        let text = scratch.text("Public/" + file)
        #expect(file == "p1/notes.txt" || (0...version).contains { text == Self.text(file, $0) })
      }
    }
    try Self.write(version: 6, into: scratch.output, count: Self.count / 2)

    let expected = (0..<Self.count / 2).map { Self.path($0, version: 6) } + ["p1/notes.txt"]
    #expect(scratch.files == expected.sorted())
    #expect(
      scratch.files.allSatisfy { file in
        file == "p1/notes.txt" || scratch.text("Public/" + file) == Self.text(file, 6)
      })
    #expect(scratch.text("Public/p1/notes.txt") == "mine")
  }

  @Test func `leaves every file whole when the disk is full, and says which it was`() async throws {
    let scratch = ScratchFolder()
    try Self.write(version: 0, into: scratch.output, count: 4)
    setenv("DATELINE_TEST_OUTPUT", scratch.output, 1)

    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let output = try OutputFolder(Self.output)
      let fault = #expect(throws: EnvironmentFault.self) {
        try output.write(Self.path(0, version: 0), [UInt8](repeating: 0x61, count: 10_000))
      }
      #expect(fault?.action == "write \(Self.output)/\(Self.path(0, version: 0))")
    }

    for i in 0..<4 {
      let path = Self.path(i, version: 0)
      #expect(scratch.text("Public/" + path) == Self.text(path, 0))
    }
    try Self.write(version: 1, into: scratch.output, count: 4)
    #expect(scratch.files == (0..<4).map { Self.path($0, version: 1) }.sorted())
  }

  private final class Counter: Sendable {
    let value = Atomic(0)
  }

  static let count = 240

  static var output: String { getenv("DATELINE_TEST_OUTPUT").map { String(cString: $0) } ?? "" }

  /// A third of the files has a new path in each version.
  static func path(_ i: Int, version: Int) -> String {
    i % 3 == 0 ? "v\(version)/\(i).html" : "p\(i % 7)/\(i).html"
  }

  /// About 3 KB, so that half of it shows.
  static func text(_ path: String, _ version: Int) -> String {
    String(repeating: "\(path) in version \(version)\n", count: 100)
  }

  static func write(version: Int, into output: String, count: Int) throws {
    let folder = try OutputFolder(output)
    for i in 0..<count {
      let path = path(i, version: version)
      try folder.write(path, Array(text(path, version).utf8))
    }
    _ = try folder.finish()
  }

  /// Writes until another thread, which has seen some files come, kills the process.
  static func writeUntilKilled() async throws {
    let version = getenv("DATELINE_TEST_VERSION").flatMap { Int(String(cString: $0)) } ?? 0
    let written = Counter()
    let folder = try OutputFolder(output)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while written.value.load(ordering: .relaxed) < version * 40 {}
        kill(getpid(), SIGKILL)
      }
      for half in 0..<2 {
        group.addTask {
          for i in stride(from: half, to: count, by: 2) {
            let path = path(i, version: version)
            try folder.write(path, Array(text(path, version).utf8))
            written.value.add(1, ordering: .relaxed)
          }
          // The killer may be late.
          while true { await Task.yield() }
        }
      }
      try await group.waitForAll()
    }
  }
}
