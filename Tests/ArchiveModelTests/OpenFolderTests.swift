import ArchiveModel
import Foundation
import Testing

@Suite struct `An open folder` {
  @Test func `Names of every length come as they are`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "open-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // 255 bytes are the longest name; all together are larger than what the system reads at once.
    let written = (1...255).flatMap { length in
      (0..<3).map { String(repeating: "\($0)", count: length) }
    }
    for name in written {
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil))
    }

    guard var open = OpenFolder(folder) else {
      Issue.record("the folder cannot be listed")
      return
    }
    var read: [String] = []
    while let entry = open.next() { read.append(entry.name) }
    #expect(read.sorted() == written.sorted())
    #expect(names(inFolder: folder)?.sorted() == written.sorted())
  }

  @Test func `One that is not there is told by the system's number`() {
    #expect(names(inFolder: "/nowhere/at/all") == nil)
    #expect(errno == ENOENT)
  }
}
