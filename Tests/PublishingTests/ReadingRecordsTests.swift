import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

/// What `dateline annotate --records` writes: articles are read on many machines, and the site is
/// built on one, which reads none of them again.
@Suite struct `Records that were made elsewhere` {
  private static let archive = """
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    ---
    Lise Grande met the governor in Mosul. ![The dam](dam.svg) [A note](notes.pdf)
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: 2017-03-27
    image: dam.svg
    ---
    Lise Grande thanked the drivers in Mosul, see [the talks](talks.md).
    -- articles/dam.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0"/></svg>
    -- articles/notes.pdf --
    %PDF-1.4
    -- articles/draft.md --
    ---
    title: Not yet
    draft: true
    ---
    Nobody reads this.
    -- articles/wrong.md --
    ---
    title: Wrong
    date: 2017-02-30
    ---
    This one is left out.
    -- articles/erbil/2018/roads.md --
    ---
    title: Roads open
    date: 2018-01-02
    tags: [roads, Erbil]
    ---
    The road from Erbil to Mosul is open, Lise Grande said. ![No such picture](none.png)
    -- authorities/people.yml --
    lise-grande:
      type: person
      name: Lise Grande
    """
  private static let articles = [
    "aid.md", "draft.md", "erbil/2018/roads.md", "talks.md", "wrong.md",
  ].map { "articles/" + $0 }

  @Test(arguments: 0..<12)
  func `In any parts, brought together in any order, they are the same file and the same site`(
    _ seed: Int
  ) async throws {
    var random = SplitMix64(state: UInt64(seed))
    let clean = try await built(Self.archive)
    let count = 1 + Int(random.next() % 5)
    var lists = [[String]](repeating: [], count: count)
    for article in Self.articles {
      lists[Int(random.next() % UInt64(count))].append(article)
      // A list may name what another does.
      if random.next() % 4 == 0 { lists[Int(random.next() % UInt64(count))].append(article) }
    }

    // Each part on a machine of its own, where the archive is elsewhere.
    var parts: [String] = []
    for list in lists {
      let root = try written(Self.archive)
      let part = root + "/part.records"
      _ = try await record(list, in: root, into: part, jobs: 1 + Int(random.next() % 3))
      parts.append(part)
    }
    let whole = clean.root + "/whole.records"
    #expect(try await record(Self.articles, in: clean.root, into: whole) == 5)
    parts.shuffle(using: &random)
    let merged = clean.root + "/merged.records"
    #expect(try ReadingRecords.merge(parts, into: merged) == 5)
    #expect(try bytes(merged) == bytes(whole))
    #expect(try files(in: clean.root).allSatisfy { !$0.hasSuffix(".tmp") })

    for records in [[merged], parts] {
      let root = try written(Self.archive)
      let site = try await build(root, records)
      #expect(site.report.kept == 5)
      #expect(site.report.diagnostics == clean.report.diagnostics)
      try expectSame(site, clean)

      // And what was taken is kept for the next build.
      try FileManager.default.removeItem(atPath: root + "/Public")
      let again = try await BuiltSite.build(root)
      #expect(again.report.kept == 5)
      try expectSame(again, clean)
    }
  }

  @Test func `An article that changed since is read`() async throws {
    let root = try written(Self.archive)
    let records = root + "/all.records"
    _ = try await record(Self.articles, in: root, into: records)
    try BuiltSite.write(
      root + "/Content/articles/aid.md", "---\ntitle: Aid arrived\n---\nOmar Haddad left Erbil.\n")

    let site = try await build(root, [records])
    #expect(site.report.kept == 4)
    #expect(site.page("undated/aid-arrived/")?.text.contains("Omar Haddad") == true)
    try await expectAsIfClean(site)
  }

  @Test func `An article is read where a picture that it names is another`() async throws {
    let root = try written(Self.archive)
    let records = root + "/all.records"
    _ = try await record(Self.articles, in: root, into: records)
    let picture = root + "/Content/articles/dam.svg"
    let drawing = try String(contentsOfFile: picture, encoding: .utf8)

    try BuiltSite.write(picture, drawing.replacing("M0 0", with: "M1 1"))
    let alike = try await build(root, [records])
    #expect(alike.report.kept == 5, "its size is the same")
    try await expectAsIfClean(alike)
    try FileManager.default.removeItem(atPath: root + "/.dateline")
    try BuiltSite.write(picture, drawing.replacing("width=\"4\"", with: "width=\"40\""))
    let other = try await build(root, [records])
    #expect(other.report.kept == 3)
    try await expectAsIfClean(other)
    try FileManager.default.removeItem(atPath: root + "/.dateline")
    try BuiltSite.write(root + "/Content/media/none.png", "no picture")
    let found = try await build(root, [records])
    #expect(found.report.kept == 2)
    try await expectAsIfClean(found)
  }

  @Test func `A draft is read when it is asked for`() async throws {
    let root = try written(Self.archive)
    let records = root + "/all.records"
    _ = try await record(Self.articles, in: root, into: records)

    let site = try await build(root, [records]) { $0.showsDrafts = true }
    #expect(site.report.kept == 4)
    #expect(site.report.drafts == 1)
  }

  @Test func `Records of other rules, another version or another program are refused`()
    async throws
  {
    let root = try written(Self.archive)
    let records = root + "/all.records"
    _ = try await record(Self.articles, in: root, into: records)
    let sound = try bytes(records)
    let archive = try #require(try Archive.open(root))

    try BuiltSite.write(root + "/Content/authorities/more.yml", "x:\n  type: person\n  name: X Y\n")
    #expect(try refusal(records, of: #require(try Archive.open(root)))?.contains("rules") == true)
    var elsewhere = archive
    elsewhere.settings.baseURL = "https://example.com/"
    #expect(try refusal(records, of: elsewhere)?.contains("--base-url") == true)

    // What stands at these places is in `RecordHead`.
    for (place, word) in [(8, "version"), (16, "version"), (24, "build")] {
      var bytes = sound
      bytes[place] ^= 1
      if place > 8 { RecordHead.seal(&bytes) }
      try Data(bytes).write(to: URL(filePath: records))
      try FileManager.default.removeItem(atPath: root + "/Content/authorities/more.yml")
      #expect(try refusal(records, of: archive)?.contains(word) == true)
      try BuiltSite.write(root + "/Content/authorities/more.yml", "")
    }
    for text in ["", "Lise Grande", String(repeating: "a", count: 100)] {
      try text.write(toFile: records, atomically: true, encoding: .utf8)
      #expect(try refusal(records, of: archive)?.contains("no file of records") == true)
    }
  }

  @Test func `A file that is damaged or cut short is refused, wherever that is`() async throws {
    let root = try written(Self.archive)
    let records = root + "/all.records"
    _ = try await record(Self.articles, in: root, into: records)
    let sound = try bytes(records)

    for place in stride(from: 40, to: sound.count, by: max(1, sound.count / 60)) {
      var bytes = sound
      bytes[place] ^= 0x10
      try Data(bytes).write(to: URL(filePath: records))
      #expect(throws: RecordFailure.self) { try RecordFile(opening: records) }
      try Data(sound[..<place]).write(to: URL(filePath: records))
      #expect(throws: RecordFailure.self) { try RecordFile(opening: records) }
    }
    try Data(sound + [0]).write(to: URL(filePath: records))
    #expect(throws: RecordFailure.self) { try RecordFile(opening: records) }
    try Data(sound).write(to: URL(filePath: records))
    #expect(try RecordFile(opening: records).entries.map(\.path) == Self.articles)
  }

  @Test func `Parts that have an article in two forms are not brought together`() async throws {
    let root = try written(Self.archive)
    let (old, new) = (root + "/old.records", root + "/new.records")
    _ = try await record(Self.articles, in: root, into: old)
    try BuiltSite.write(root + "/Content/articles/aid.md", "Omar Haddad left Erbil.\n")
    _ = try await record(["articles/aid.md"], in: root, into: new)

    let failure = #expect(throws: RecordFailure.self) {
      try ReadingRecords.merge([old, new], into: root + "/both.records")
    }
    guard case .refused(let refusal) = failure else {
      Issue.record("it is for who asked to mend")
      return
    }
    #expect(refusal.message.contains("articles/aid.md"))
    #expect(try files(in: root).allSatisfy { !$0.contains("both.records") })
  }

  @Test func `A file of the user's is not overwritten`() async throws {
    let root = try written(Self.archive)
    let path = root + "/notes.txt"
    try BuiltSite.write(path, "mine\n")

    await #expect(throws: RecordFailure.self) { try await record([], in: root, into: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine\n")
  }

  @Test func `A list names articles from any folder, and what is none of them is told by its line`()
    async throws
  {
    let root = try written(Self.archive)
    let archive = try #require(try Archive.open(root))
    func paths(_ lines: String) throws -> [String] {
      try ArticleList(Array(lines.utf8), named: "list", of: archive).paths
    }

    #expect(
      try paths(
        """
        articles/talks.md
        Content/articles/aid.md\r

        \(root)/Content/articles/wrong.md
        ./Content/articles/talks.md
        """) == ["articles/aid.md", "articles/talks.md", "articles/wrong.md"])
    #expect(try paths("").isEmpty)
    let failure = #expect(throws: RecordFailure.self) {
      try paths("articles/talks.md\narticles/no.md\n")
    }
    guard case .refused(let refusal) = failure else {
      Issue.record("it is for who asked to mend")
      return
    }
    #expect(refusal.message == "list, line 2: “articles/no.md” is no article of the archive")
  }

  @Test func `The cache does not depend on how the archive is named`() async throws {
    let root = try written(Self.archive)
    _ = try await BuiltSite.build(root)
    let link = root + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: root)

    let site = try await BuiltSite.build(link)
    #expect(site.report.kept == 5)
    try FileManager.default.moveItem(atPath: root, toPath: root + "-moved")
    let moved = try await BuiltSite.build(root + "-moved")
    #expect(moved.report.kept == 5)
    try await expectAsIfClean(moved)
  }

  // MARK: What tests do

  @discardableResult private func record(
    _ articles: [String], in root: String, into path: String, jobs: Int = 2
  ) async throws -> Int {
    let archive = try #require(try Archive.open(root))
    let list = try ArticleList(
      Array(articles.joined(separator: "\n").utf8), named: "list", of: archive)
    return try await ArticleRecorder(archive, jobs: jobs).record(list, into: path)
  }

  private func build(
    _ root: String, _ records: [String], _ edit: (inout Build.Options) -> Void = { _ in }
  ) async throws -> BuiltSite {
    let archive = try #require(try Archive.open(root))
    let opened = try ReadingRecords(records, of: archive)
    return try await BuiltSite.build(root) {
      $0.records = opened
      edit(&$0)
    }
  }

  private func refusal(_ records: String, of archive: Archive) throws -> String? {
    let failure = #expect(throws: RecordFailure.self) {
      try ReadingRecords([records], of: archive)
    }
    guard case .refused(let refusal) = failure else { return nil }
    return refusal.description
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  private func expectSame(_ site: BuiltSite, _ other: BuiltSite) throws {
    #expect(site.files == other.files)
    #expect(site.contents("manifest-sha256.txt") == other.contents("manifest-sha256.txt"))
  }
}

extension RecordHead {
  /// Makes a head that was altered a whole one again.
  fileprivate static func seal(_ bytes: inout [UInt8]) {
    var print = Fingerprint()
    for number in 2..<7 {
      print.add(
        bytes.withUnsafeBytes {
          UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self))
        })
    }
    withUnsafeBytes(of: print.value.littleEndian) { bytes.replaceSubrange(56..<64, with: $0) }
  }
}
