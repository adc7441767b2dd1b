import ArchiveModel
import Foundation
import Testing

@testable import Publishing

/// Builds after a build: what is as it was is not read again, and the site is the one that a build
/// without a cache makes; `EditSequenceTests` tries any sequence of edits.
@Suite struct `A build after a build` {
  private let archive = """
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    ---
    Lise Grande met the governor in Mosul. ![The dam](dam.svg)
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: 2017-03-27
    ---
    Lise Grande thanked the drivers in Mosul.
    -- articles/dam.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0"/></svg>
    -- articles/draft.md --
    ---
    title: Not yet
    draft: true
    ---
    Nobody reads this.
    """

  @Test func `Nothing is read again where nothing changed, and the report says the same`()
    async throws
  {
    let site = try await built(archive)
    #expect(site.report.kept == 0)

    let again = try await site.rebuiltByStages()
    #expect(again.report.kept == 3)
    #expect(again.report.written == 0)
    #expect(again.report.words == site.report.words)
    #expect(again.report.mentions == site.report.mentions)
    #expect(again.report.diagnostics == site.report.diagnostics)
  }

  @Test func `Only an article whose words changed is read again`() async throws {
    let site = try await built(archive)
    let text = try #require(site.content("articles/aid.md"))

    try site.write("Content/articles/aid.md", text + "\nThe governor left Erbil.\n")
    let again = try await site.rebuilt()
    #expect(again.report.kept == 2)
    #expect(again.page("2017/03/27/aid-arrives/")?.text.contains("left Erbil") == true)
    try await expectAsIfClean(again)
  }

  @Test func `Only pages that show something of what changed are made again`() async throws {
    let site = try await built(archive)
    // Twice, so that the manifest is younger than any page; and never so late that stamps vouch.
    let rebuild = { try await site.rebuiltByStages { $0.settlingNanoseconds = 1 << 50 } }
    _ = try await rebuild()
    let known = try await rebuild().report.pagesKept
    let text = try #require(site.content("articles/aid.md"))

    try site.write("Content/articles/aid.md", text + "\nNobody else was there.\n")
    let again = try await rebuild()
    // Its own page, those of both names, the year's data and citations.
    #expect(again.report.pagesKept > 0)
    #expect(known - again.report.pagesKept == 10)
    try await expectAsIfClean(again)
  }

  @Test func `A page whose file was touched is made again`() async throws {
    let site = try await built(archive).rebuilt()
    let path = site.root + "/Public/2017/03/27/aid-arrives/index.html"
    let page = try String(contentsOfFile: path, encoding: .utf8)

    // As long as before: what tells is the time.
    try page.replacing("Aid", with: "Oil").write(toFile: path, atomically: true, encoding: .utf8)
    let again = try await site.rebuilt()
    #expect(again.report.written == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
  }

  @Test func `A page in whose place an old copy was put is made again, whatever time that has`()
    async throws
  {
    let site = try await built(archive).rebuilt()
    let path = site.root + "/Public/2017/03/27/aid-arrives/index.html"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]

    // As long and as old as before: what tells is when it came there.
    try page.replacing("Aid", with: "Oil").write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time)], ofItemAtPath: path)
    let again = try await site.rebuilt()
    #expect(again.report.written == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
  }

  @Test(arguments: [0, 20, 40, 60, 100])
  func `A list of pages that is damaged or cut short counts for nothing`(_ percent: Int)
    async throws
  {
    let site = try await built(archive)
    let path = "\(site.root)/.dateline/pages"
    var bytes = try Data(contentsOf: URL(filePath: path))
    if percent == 100 {
      bytes[bytes.count / 2] ^= 1
    } else {
      bytes = bytes.prefix(bytes.count * percent / 100)
    }
    try bytes.write(to: URL(filePath: path))
    let again = try await site.rebuiltByStages()
    #expect(again.report.pagesKept == 0)
    #expect(again.report.written == 0)
  }

  @Test func `A file that was saved with the same words is not read again`() async throws {
    let site = try await built(archive)

    try site.write("Content/articles/aid.md", try #require(site.content("articles/aid.md")))
    #expect(try await site.rebuiltByStages().report.kept == 3)
  }

  @Test func `An article is read again when a picture that it names comes, changes or goes`()
    async throws
  {
    let site = try await built(archive)
    let picture = try #require(site.content("articles/dam.svg"))

    try site.write(
      "Content/articles/dam.svg", picture.replacing("width=\"4\"", with: "width=\"44\""))
    let changed = try await site.rebuilt()
    #expect(changed.report.kept == 2)
    try await expectAsIfClean(changed)

    try FileManager.default.removeItem(atPath: site.root + "/Content/articles/dam.svg")
    let gone = try await site.rebuilt()
    #expect(gone.report.kept == 2)
    #expect(gone.problems.contains { $0.contains("media-missing") })
    try await expectAsIfClean(gone)

    try site.write("Content/media/other.svg", picture)
    #expect(try await site.rebuilt().report.kept == 3, "another picture is none of its business")
    try site.write("Content/media/dan.svg", picture)
    let near = try await site.rebuilt()
    #expect(near.report.kept == 2, "its name may be the one that is meant")
    try await expectAsIfClean(near)
    try site.write("Content/articles/dam.svg", picture)
    let back = try await site.rebuilt()
    #expect(back.report.kept == 2)
    #expect(back.problems.isEmpty)
  }

  @Test func `All are read again when a record, a setting or a rule changes`() async throws {
    let site = try await built(archive)

    try site.write(
      "Content/authorities/people.yml",
      "lise-grande:\n  type: person\n  name: Lise Grande\n  names: [Grande]\n")
    let recorded = try await site.rebuilt()
    #expect(recorded.report.kept == 0)
    try await expectAsIfClean(recorded)

    try site.write("Content/archive.yml", "title: Another name\n")
    #expect(try await site.rebuilt().report.kept == 0)
    try site.write("Content/privacy.yml", "redact:\n  - name: Lise Grande\n    date: 2020-01-02\n")
    let redacted = try await site.rebuilt()
    #expect(redacted.report.kept == 0)
    #expect(redacted.page("2017/03/27/aid-arrives/")?.text.contains("Grande") == false)
  }

  @Test func `A draft is read when it is asked for, and forgotten when it is not`() async throws {
    let site = try await built(archive)
    let drafts = try await site.rebuilt { $0.showsDrafts = true }
    #expect(drafts.report.drafts == 1)
    #expect(drafts.report.kept == 2)

    let public_ = try await site.rebuilt()
    #expect(public_.report.drafts == 0)
    #expect(public_.report.kept == 2)
    try await expectAsIfClean(public_)
  }

  @Test(arguments: ["readings", "readings.index"])
  func `A damaged cache is found out, wherever the damage is`(_ name: String) async throws {
    let site = try await built(archive)
    let path = "\(site.root)/.dateline/\(name)"
    let sound = try Data(contentsOf: URL(filePath: path))

    // Without the words that begin the file, the damage is in what it holds.
    for place in stride(from: 0, to: sound.count, by: max(1, sound.count / 15)) {
      var bytes = sound
      bytes[place] ^= 0x10
      try bytes.write(to: URL(filePath: path))
      try FileManager.default.removeItem(atPath: site.root + "/Public")
      let again = try await site.rebuilt()
      #expect(again.report.articles == 2)
      try await expectAsIfClean(again)
    }
  }

  @Test(arguments: [0, 1, 50, 100])
  func `A cache that was cut short is no cache`(_ percent: Int) async throws {
    let site = try await built(archive)
    for name in ["readings", "readings.index"] {
      let path = "\(site.root)/.dateline/\(name)"
      let bytes = try Data(contentsOf: URL(filePath: path))
      try bytes.prefix(bytes.count * percent / 100).write(to: URL(filePath: path))
    }
    let again = try await site.rebuiltByStages()
    #expect(again.report.written == 0)
    #expect(again.report.kept == (percent == 100 ? 3 : 0))
  }

  @Test func `The cache may be deleted at any time, and need not be writable`() async throws {
    let site = try await built(archive)
    try FileManager.default.removeItem(atPath: site.root + "/.dateline")
    #expect(try await site.rebuilt().report.written == 0)

    try FileManager.default.removeItem(atPath: site.root + "/.dateline")
    try site.write(".dateline", "a file of the user's\n")
    let again = try await site.rebuilt()
    #expect(again.report.written == 0)
    #expect(again.report.kept == 0)
    #expect(
      try String(contentsOfFile: site.root + "/.dateline", encoding: .utf8)
        == "a file of the user's\n")
  }

  @Test func `While one build has the cache another goes without`() async throws {
    let site = try await built(archive)
    let held = CacheFiles(in: site.root + "/.dateline")
    #expect(held != nil)

    let again = try await site.rebuiltByStages()
    #expect(again.report.kept == 0)
    #expect(again.report.written == 0)
    withExtendedLifetime(held) {}
  }

  @Test func `What is of no use any more does not pile up`() async throws {
    let site = try await built(archive)
    func size() throws -> Int {
      try Data(contentsOf: URL(filePath: site.root + "/.dateline/readings")).count
    }
    let first = try size()

    for round in 0..<12 {
      try site.write(
        "Content/articles/aid.md",
        "---\ntitle: Aid arrives\ndate: 2017-03-27\n---\nRound \(round).\n")
      _ = try await site.rebuilt { $0.leastWasteBytes = 0 }
    }
    #expect(try size() < 3 * first)
    try await expectAsIfClean(try await site.rebuilt())
  }

  // Files that had changed just before the last build are known by their bytes, others by stamps.
  @Test(arguments: [0, FileStamp.settlingNanoseconds])
  func `A build of which nothing changed does nothing, and says what the last one said`(
    _ settling: Int
  ) async throws {
    let site = try await built(archive) { $0.settlingNanoseconds = settling }
    let again = try await site.rebuilt()

    #expect(again.report.laps.isEmpty, "no stage was run")
    #expect(again.report.files == site.report.files)
    #expect(again.report.diagnostics == site.report.diagnostics)
    #expect(again.report.written == 0)
  }

  @Test(
    arguments: [
      "Public/index.html", "Public/manifest-sha256.txt", "Content/articles/talks.md",
      "Content/articles/dam.svg", "Content/archive.yml", "Content/authorities/ids.lock",
    ], [0, FileStamp.settlingNanoseconds])
  func `A build does its work again when a file was changed or is gone`(
    _ file: String, _ settling: Int
  ) async throws {
    let site = try await built(archive) { $0.settlingNanoseconds = settling }
    let path = "\(site.root)/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)

    try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let changed = try await site.rebuilt { $0.settlingNanoseconds = settling }
    #expect(!changed.report.laps.isEmpty)

    if file != "Content/archive.yml", !file.hasSuffix("talks.md") {
      try FileManager.default.removeItem(atPath: path)
      let gone = try await site.rebuilt { $0.settlingNanoseconds = settling }
      #expect(!gone.report.laps.isEmpty)
    }
  }

  @Test func `A build does its work again when it is asked for something else`() async throws {
    let site = try await built(archive) { $0.settlingNanoseconds = 0 }
    let drafts = try await site.rebuilt {
      $0.settlingNanoseconds = 0
      $0.showsDrafts = true
    }
    #expect(drafts.report.drafts == 1)
    let later = try await site.rebuilt {
      $0.settlingNanoseconds = 0
      $0.now = .year(2020)
    }
    #expect(!later.report.laps.isEmpty)
  }
}
