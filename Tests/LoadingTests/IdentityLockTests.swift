import ArchiveModel
import Testing

@testable import Loading

@Suite struct `The file of locked ids` {
  private let head = "dateline-ids 1\n"

  private func file(_ text: String) throws -> IdentityLockFile {
    let folder = try TemporaryArchive("-- Content/authorities/ids.lock --\n\(text)")
    return IdentityLockFile.read(contentFolder: folder.root + "/Content")
  }

  @Test func `What was locked is found when the file is read again`() throws {
    let folder = try TemporaryArchive("-- Content/archive.yml --\ntitle: T\n")
    let grande = IdentityLock.EntityKey(kind: .person, name: "lise grande")
    let file = IdentityLockFile.read(of: try folder.open())
    var lock = file.lock
    lock.remember(Slug("Lise Grande"), for: grande)
    lock.remember(address: "2017/03/26/talks-2/", forArticle: "articles/more talks.md")
    lock.remember(address: "2017/03/26/talks/", forArticle: "articles/a%\n.md")
    #expect(try file.write(lock))
    let again = IdentityLockFile.read(of: try folder.open())

    #expect(
      String(decoding: IdentityLockFile.bytes(of: lock), as: UTF8.self) == """
        dateline-ids 1
        article 2017/03/26/talks-2/ articles/more talks.md
        article 2017/03/26/talks/ articles/a%25%0A.md
        entity person/lise-grande lise grande

        """)
    #expect(again.diagnostics == [])
    #expect(again.lock.entities == lock.entities)
    #expect(again.lock.articles == lock.articles)
    #expect(again.lock.articles["articles/a%\n.md"] == "2017/03/26/talks/")
    #expect(try !again.write(lock))
  }

  @Test func `The order in which ids are added does not show`() {
    func bytes(_ names: [String]) -> [UInt8] {
      var lock = IdentityLock()
      for name in names { lock.remember(Slug(name), for: .init(kind: .person, name: name)) }
      return IdentityLockFile.bytes(of: lock)
    }

    #expect(bytes(["a", "b", "c"]) == bytes(["c", "a", "b"]))
  }

  @Test func `The patterns that addresses were made by are found again`() throws {
    let folder = try TemporaryArchive("-- Content/archive.yml --\ntitle: T\n")
    let file = IdentityLockFile.read(of: try folder.open())
    var lock = file.lock
    lock.remember(address: "talks.html", forArticle: "articles/talks.md")
    lock.permalinks = Permalinks(
      try AddressPattern(parsing: "/:slug.html"),
      bySection: ["world/iraq": try AddressPattern(parsing: "/iraq/:slug/")])
    #expect(try file.write(lock))
    let again = IdentityLockFile.read(of: try folder.open())

    #expect(again.diagnostics == [])
    #expect(again.lock == lock)
    #expect(try !again.write(lock))
  }

  @Test func `An archive without public ids gets no lock`() throws {
    let folder = try TemporaryArchive("-- Content/archive.yml --\ntitle: T\n")
    let file = IdentityLockFile.read(of: try folder.open())

    #expect(!file.needsWriting(file.lock))
  }

  @Test(arguments: [
    ("entity weapon/x x\n", "this line is none of a lock"),
    ("entity person/x\n", "this line is none of a lock"),
    ("zzz\n", "this line is none of a lock"),
    ("<<<<<<< HEAD\n", "a merge left its conflict here"),
    ("entity person/a b\n", "the id person/a stands here for a second name"),
    ("entity person/c a\n", "“a” has a second id here, person/c"),
    ("article 2017/x b.md\n", "the address 2017/x stands here for a second article"),
    ("article 2017/y a.md\n", "“a.md” has a second address here, 2017/y"),
  ])
  func `A broken line is told, the others count, and the file is left alone`(
    _ line: String, _ message: String
  ) throws {
    let kept = "article 2017/x a.md\nentity person/a a\n"
    let file = try file(head + kept + line)
    var lock = file.lock
    lock.remember(Slug("mosul"), for: .init(kind: .place, name: "mosul"))

    #expect(codes(file.diagnostics) == ["lock-invalid"])
    #expect(file.diagnostics.first?.message == message)
    #expect(file.diagnostics.first?.place.offsets.lowerBound == (head + kept).utf8.count)
    #expect(file.lock.entities == [.init(kind: .person, name: "a"): Slug("a")])
    #expect(file.lock.articles == ["a.md": "2017/x"])
    #expect(!file.needsWriting(lock))
  }

  @Test func `Lines that a merge shuffled or doubled mean the same`() throws {
    let file = try file(head + "entity person/b b\nentity person/a a\nentity person/b b\n")

    #expect(file.diagnostics == [])
    #expect(file.needsWriting(file.lock))
    #expect(
      String(decoding: IdentityLockFile.bytes(of: file.lock), as: UTF8.self)
        == head + "entity person/a a\nentity person/b b\n")
  }

  @Test func `Lines that stand as they are written mean what they mean in any order`() throws {
    let lines = [
      "article 2017/03/26/talks-2/ articles/more talks.md",
      "article 2017/03/26/talks/ articles/talks.md",
      "entity organization/who who", "entity person/a-2 ä", "entity person/lise-grande lise grande",
      "former 2017/03/25/talks/ articles/talks.md", "former people/l-grande/ people/lise-grande/",
      "term sections/world/iraq world/iraq", "term tags/c-2 c++",
    ]
    let written = try file(head + lines.joined(separator: "\n") + "\n")
    let shuffled = try file(head + lines.reversed().joined(separator: "\n") + "\n")

    #expect(
      CanonicalLock.lock(in: Array((head + lines[0] + "\n").utf8), firstLine: "dateline-ids 1")
        != nil)
    #expect(written.diagnostics == [])
    #expect(written.lock == shuffled.lock)
    #expect(written.lock.terms.count == 2)
    #expect(!written.needsWriting(written.lock))
    #expect(shuffled.needsWriting(shuffled.lock))
  }

  @Test(arguments: [
    "entity person/b b\nentity person/a a\n", "entity person/a a\nentity person/a a\n",
    "entity person/a a\nentity person/a b\n", "entity person/a a\nentity person/b a\n",
    "entity people/a a\n", "entity person/a a", "entity person/a  a\n", "entity person/a a\n\n",
    "article 2017/x a.md\n", "article 2017/x/ a%25.md\n", "article 2017/x/ a\u{1}.md\n",
    "term tags/c/ c\n", "term tags c\n", "pattern * /:slug/\n", "entity person/a a\r\n",
    "entity person/A a\n", "zzz\n",
  ])
  func `What is not as we write it is read with care`(_ lines: String) {
    #expect(CanonicalLock.lock(in: Array((head + lines).utf8), firstLine: "dateline-ids 1") == nil)
  }

  @Test func `A lock of another version is not read`() throws {
    let file = try file("dateline-ids 2\nentity person/a a\n")

    #expect(codes(file.diagnostics) == ["lock-invalid"])
    #expect(file.lock.entities == [:])
    #expect(!file.needsWriting(file.lock))
  }
}
