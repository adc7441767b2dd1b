import ArchiveModel
import Publishing
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `The writer` {
  let scratch = ScratchFolder()

  @discardableResult
  func build(_ files: KeyValuePairs<String, String>) throws -> WriteReport {
    let output = try OutputFolder(scratch.output)
    for (path, text) in files { try output.write(path, Array(text.utf8)) }
    return try output.finish()
  }

  @Test func `A site is written with a manifest that sha256sum can check`() throws {
    let report = try build(["b/index.html": "two", "a.html": "one"])

    #expect(report.written == 2)
    #expect(report.bytes == 6)
    #expect(scratch.files == ["a.html", "b/index.html"])
    #expect(
      scratch.text("Public/manifest-sha256.txt") == """
        7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.html
        3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b/index.html

        """)
  }

  @Test func `Equal files are left untouched, changed ones replaced`() throws {
    try build(["a.html": "one", "b.html": "two"])
    let (a, b) = (scratch.identity("Public/a.html"), scratch.identity("Public/b.html"))

    let report = try build(["a.html": "one", "b.html": "TWO"])
    #expect(report == WriteReport(written: 1, unchanged: 1, bytes: 6, bytesWritten: 3))
    #expect(scratch.identity("Public/a.html") == a)
    #expect(scratch.identity("Public/b.html") != b)
    #expect(scratch.text("Public/b.html") == "TWO")
  }

  @Test func `A copy of a file, longer than what is read at once, is equal and left untouched`()
    throws
  {
    let text = String(repeating: "0123456789", count: 100_000)
    scratch.put(text, at: "film.mp4")
    func copy() throws -> WriteReport {
      let output = try OutputFolder(scratch.output)
      try output.copy("media/film.mp4", from: scratch.path + "/film.mp4")
      return try output.finish()
    }

    #expect(try copy() == WriteReport(written: 1, bytes: 1_000_000, bytesWritten: 1_000_000))
    #expect(scratch.text("Public/media/film.mp4") == text)
    #expect(try copy() == WriteReport(unchanged: 1, bytes: 1_000_000))
    scratch.put(text + "x", at: "film.mp4")
    #expect(try copy().written == 1)
    #expect(scratch.text("Public/media/film.mp4") == text + "x")
    #expect(throws: EnvironmentFault.self) {
      try OutputFolder(scratch.output).copy("a", from: scratch.path + "/nothing")
    }
  }

  @Test func `Pages that are gone are removed, with the folders that this leaves empty`() throws {
    try build(["x/y/index.html": "1", "x/z/index.html": "2", "w/v/index.html": "3"])

    let report = try build(["x/z/index.html": "2"])
    #expect(report.removed == 2)
    #expect(scratch.files == ["x/z/index.html"])
    #expect(!ScratchFolder.isFolder(scratch.output + "/x/y"))
    #expect(!ScratchFolder.isFolder(scratch.output + "/w"))
  }

  @Test func `Files of others are never touched, and keep their folder`() throws {
    try build(["x/index.html": "1"])
    scratch.put("mine", at: "Public/x/notes.txt")
    scratch.put("example.org", at: "Public/CNAME")
    let mine = scratch.identity("Public/x/notes.txt")

    try build(["index.html": "2"])
    #expect(scratch.files == ["CNAME", "index.html", "x/notes.txt"])
    #expect(scratch.identity("Public/x/notes.txt") == mine)
  }

  @Test func `A page that would fall on a file of others is told, and the rest is built`() throws {
    scratch.put("mine", at: "Public/about/index.html")
    scratch.put("mine", at: "Public/blog")
    scratch.put("mine", at: "Public/feed.xml/readme")

    let report = try build([
      "index.html": "1", "about/index.html": "2", "blog/a/index.html": "3", "feed.xml": "4",
    ])
    #expect(report.written == 1)
    #expect(
      report.refusals == [
        .init(path: "about/index.html", reason: .foreignFile),
        .init(path: "blog/a/index.html", reason: .fileInTheWay("blog")),
        .init(path: "feed.xml", reason: .foreignFolder),
      ])
    #expect(scratch.text("Public/about/index.html") == "mine")
    #expect(scratch.text("Public/manifest-sha256.txt")?.contains("about") == false)
  }

  @Test func `A file of others is theirs though it has the very same bytes`() throws {
    scratch.put("one", at: "Public/index.html")
    let before = scratch.identity("Public/index.html")

    let report = try build(["index.html": "one"])

    #expect(report.refusals == [.init(path: "index.html", reason: .foreignFile)])
    #expect(scratch.identity("Public/index.html") == before)
    // Nor does a later build remove it, of whose site it is no part.
    try build(["other.html": "two"])
    #expect(scratch.identity("Public/index.html") == before)
  }

  @Test(arguments: ["longer than it was", "ONE", nil])
  func `A file that someone altered or removed since is restored`(_ altered: String?) throws {
    try build(["index.html": "one"])
    if let altered {
      scratch.put(altered, at: "Public/index.html")
      scratch.setTime(4_000_000_000, of: "Public/index.html")
    } else {
      unlink(scratch.output + "/index.html")
    }

    #expect(try build(["index.html": "one"]).written == 1)
    #expect(scratch.text("Public/index.html") == "one")
  }

  @Test func `A page may become a folder, and a folder a page`() throws {
    try build(["a": "1", "b/c": "2", "b/d/e": "3"])

    let report = try build(["a/x": "4", "b": "5"])
    #expect(report.refusals == [])
    #expect(scratch.files == ["a/x", "b"])
    #expect(report.removed == 3)
  }

  @Test(arguments: [
    "../evil", "a/../../evil", "/etc/evil", "a//b", "", ".", "a/.", "a\\b", "a\u{0}b", "a\nb",
    "manifest-sha256.txt", ".dateline-journal", "a/.dateline-x.tmp", "a/",
    String(repeating: "x", count: 256),
  ])
  func `A path that leads elsewhere is refused`(_ path: String) throws {
    let report = try build([path: "evil", "index.html": "1"])

    #expect(report.refusals == [.init(path: path, reason: .invalidPath)])
    #expect(scratch.files == ["index.html"])
    #expect(scratch.text("evil") == nil)
  }

  @Test func `A symbolic link is not followed, neither to write nor to remove`() throws {
    try build(["x/index.html": "1", "y.html": "2"])
    rename(scratch.output + "/x", scratch.path + "/elsewhere")
    symlink(scratch.path + "/elsewhere", scratch.output + "/x")
    scratch.put("mine", at: "other.html")
    unlink(scratch.output + "/y.html")
    symlink(scratch.path + "/other.html", scratch.output + "/y.html")

    let report = try build(["x/index.html": "new", "y.html": "new"])
    #expect(
      report.refusals == [
        .init(path: "x/index.html", reason: .symbolicLink("x")),
        .init(path: "y.html", reason: .foreignFile),
      ])
    try build([:])
    #expect(scratch.text("elsewhere/index.html") == "1")
    #expect(scratch.text("other.html") == "mine")
  }

  @Test func `A manifest that names files outside does not remove them`() throws {
    scratch.put("mine", at: "precious")
    let hash = String(repeating: "0", count: 64)
    scratch.put(
      "\(hash)  ../precious\n\(hash)  a/../../precious\n", at: "Public/manifest-sha256.txt")

    try build(["index.html": "1"])
    #expect(scratch.text("precious") == "mine")
  }

  @Test func `A manifest that has a line twice is mended by the next build`() throws {
    try build(["a.html": "1"])
    let line = try #require(scratch.text("Public/manifest-sha256.txt"))
    scratch.put(line + line, at: "Public/manifest-sha256.txt")

    try build(["a.html": "1", "b.html": "2"])
    let lines = try #require(scratch.text("Public/manifest-sha256.txt")).split(separator: "\n")
    #expect(lines.map { $0.dropFirst(66) } == ["a.html", "b.html"])
  }

  @Test func `New files stand in the manifest among those that the last build left`() throws {
    try build(["b.html": "1", "d.html": "1", "f.html": "1"])
    try build(["a.html": "2", "b.html": "1", "c.html": "2", "d.html": "2", "g.html": "2"])

    let text = try #require(scratch.text("Public/manifest-sha256.txt"))
    let lines = Manifest.lines(Array(text.utf8))
    #expect(
      lines.map(\.path.description) == ["a.html", "b.html", "c.html", "d.html", "g.html"])
    for line in lines {
      let bytes = try #require(scratch.text("Public/\(line.path)")).utf8
      #expect(line.hash == ContentHash(of: Array(bytes).span))
    }
  }

  @Test func `Two files with one path: the first is kept, the second told`() throws {
    let report = try build(["index.html": "1", "index.html": "2"])

    #expect(report.refusals == [.init(path: "index.html", reason: .writtenTwice)])
    #expect(scratch.text("Public/index.html") == "1")
  }

  @Test func `One build at a time holds the folder`() throws {
    let first = try OutputFolder(scratch.output)

    #expect {
      _ = try OutputFolder(scratch.output)
    } throws: { error in
      (error as? EnvironmentFault)?.reason == "another build is writing into it"
    }
    _ = try first.finish()
  }

  @Test func `Many tasks may write at once`() async throws {
    let output = try OutputFolder(scratch.output)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for i in 0..<50 {
            try output.write("p/\(i)/\(task).html", Array("\(i)".utf8))
          }
        }
      }
      try await group.waitForAll()
    }

    #expect(try output.finish().written == 400)
    #expect(scratch.files.count == 400)
  }

  @Test func `A build that stops half-way is completed by the next, and nothing of it stays`()
    throws
  {
    try build(["a": "old a", "b": "old b", "gone": "old"])
    do {
      let output = try OutputFolder(scratch.output)
      try output.write("a", Array("half-way a".utf8))
      try output.write("n/new", Array("half-way new".utf8))
      try output.write("n/dropped", Array("half-way".utf8))
      // It ends here: no `finish`.
    }
    scratch.put("not whole", at: "Public/n/.dateline-12345.tmp")
    scratch.put("half-way new", at: "Public/n/mine")

    // “a” goes back to what the manifest says, and has that very size.
    let report = try build(["a": "HALF-WAY A", "b": "old b", "n/new": "new"])
    #expect(report.refusals == [])
    #expect(report.removed == 2)
    #expect(scratch.text("Public/a") == "HALF-WAY A")
    #expect(scratch.text("Public/n/new") == "new")
    #expect(scratch.files == ["a", "b", "n/.dateline-12345.tmp", "n/mine", "n/new"])
  }

  @Test func `After a stopped build, the manifest is not believed about what it wrote`() throws {
    try build(["a": "one"])
    do {
      let output = try OutputFolder(scratch.output)
      try output.write("a", Array("two".utf8))
    }
    scratch.setTime(1_000_000_000, of: "Public/a")

    try build(["a": "one"])
    #expect(scratch.text("Public/a") == "one")
  }

  @Test func `What took the place of a stopped build's file since is not touched`() throws {
    do {
      let output = try OutputFolder(scratch.output)
      try output.write("a", Array("ours".utf8))
      try output.write("b", Array("ours".utf8))
    }
    scratch.put("mine", at: "Public/a")
    scratch.put("mine", at: "Public/b")

    let report = try build(["a": "ours"])
    #expect(report.refusals == [.init(path: "a", reason: .foreignFile)])
    #expect(scratch.text("Public/a") == "mine")
    #expect(scratch.text("Public/b") == "mine")
  }
}
