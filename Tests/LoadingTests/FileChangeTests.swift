import ArchiveModel
import Testing

@testable import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `Changes of files` {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive(
      "-- Content/articles/a.md --\nA\n-- Content/authorities/people.yml --\nold\n-- Content/kept --\n"
    )
  }

  private func text(_ path: String) -> String? {
    guard let bytes = try? readFile(at: archive.root + "/Content/" + path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func change(_ path: String, _ before: String?, _ after: String?) -> FileChange {
    FileChange(path, before: before.map { Array($0.utf8) }, after: after.map { Array($0.utf8) })
  }

  private func names(in folder: String) -> [String] {
    (ArchiveModel.names(inFolder: archive.root + "/Content/" + folder) ?? []).sorted()
  }

  @Test func `A file is replaced, made and deleted, in one go`() throws {
    try archive.open().apply([
      change("authorities/people.yml", "old", "new"), change("privacy/new.yml", nil, "made"),
      change("articles/a.md", "A", nil),
    ])

    #expect(text("authorities/people.yml") == "new")
    #expect(text("privacy/new.yml") == "made")
    #expect(text("articles/a.md") == nil)
    #expect(names(in: "authorities") == ["people.yml"])
  }

  @Test func `What someone else has changed meanwhile stays, and so does all else`() throws {
    let opened = try archive.open()
    try archive.write("theirs", to: "Content/authorities/people.yml")

    #expect(throws: FileChangeFailure.self) {
      try opened.apply([
        change("articles/a.md", "A", "B"), change("authorities/people.yml", "old", "new"),
      ])
    }

    #expect(text("authorities/people.yml") == "theirs")
    #expect(text("articles/a.md") == "A")
    #expect(names(in: "authorities") == ["people.yml"])
    #expect(names(in: "articles") == ["a.md"])
  }

  @Test func `A file that has come into being, or is gone, is a conflict too`() throws {
    let opened = try archive.open()

    for change in [change("kept", nil, "new"), change("authorities/gone.yml", "old", "new")] {
      do throws(FileChangeFailure) {
        try opened.apply([change])
        Issue.record("\(change.path) was written")
      } catch {
        guard case .conflict(let path) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(path == change.path)
      }
    }
  }

  @Test func `A file keeps its mode, and a link stays a link`() throws {
    let path = archive.root + "/Content/authorities/people.yml"
    chmod(path, 0o640)
    try archive.link("Content/authorities/more.yml", to: "people.yml")

    try archive.open().apply([change("authorities/more.yml", "old", "new")])

    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(lstat(archive.root + "/Content/authorities/more.yml", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(text("authorities/people.yml") == "new")
  }
}
