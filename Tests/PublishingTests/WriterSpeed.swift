import Publishing
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints how long a site of 15,000 files takes, new and again; asserts only what it did.
///
///     DATELINE_MEASURE=1 swift test -c release --filter WriterSpeed
@Suite(.enabled(if: getenv("DATELINE_MEASURE") != nil)) struct WriterSpeed {
  @Test func `A site of 15,000 files of 6 KB, new and again`() async throws {
    let scratch = ScratchFolder()
    var report = WriteReport()
    for name in ["new", "equal", "changed"] {
      let start = ContinuousClock.now
      let output = try OutputFolder(scratch.output)
      let opened = ContinuousClock.now
      let last: UInt8 = name == "changed" ? 0x62 : 0x61
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<2 {
          group.addTask {
            var bytes = [UInt8](repeating: 0x61, count: 6_000)
            bytes[0] = last
            for i in stride(from: task, to: 15_000, by: 2) {
              let path = "\(2000 + i % 20)/\(i % 12 + 1)/\(i % 28 + 1)/article-\(i)/index.html"
              try output.write(path, bytes)
            }
          }
        }
        try await group.waitForAll()
      }
      let written = ContinuousClock.now
      report = try output.finish()
      print(
        "\(name): \(report), opened in \(opened - start), written in \(written - opened), "
          + "finished in \(ContinuousClock.now - written)")
    }
    #expect(report.written == 15_000)
  }
}
