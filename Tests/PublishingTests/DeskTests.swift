import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

@Suite final class `The desk` {
  private let root: String

  init() throws {
    root = try written(
      """
      -- articles/a.md --
      ---
      title: A day
      ---
      Ann Lee met Bob Ray and John Smith. Jon Smith left.
      -- authorities/people.yml --
      ann-lee:
        type: person
        name: Ann Lee

      bob-ray: {type: person, name: Bob Ray, former_ids: [b-ray]}
      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func desk() async throws -> Desk {
    try await Desk.read(try #require(try Archive.open(root)), options: Build.Options(jobs: 2))
  }

  private var file: String { root + "/Content/authorities/people.yml" }

  private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

  @Test func `A file that an editor saves meanwhile is not overwritten, nor is anything else`()
    async throws
  {
    let desk = try await desk()
    let change = try desk.suppressing("ann-lee")
    try (try text() + "# mine\n").write(toFile: file, atomically: true, encoding: .utf8)

    do throws(DeskProblem) {
      try Desk.apply(change, to: desk.archive)
      Issue.record("it was written")
    } catch {
      #expect(error.rendered(in: desk.archive).contains("people.yml has changed since it was read"))
    }

    #expect(try text().hasSuffix("# mine\n"))
    #expect(!FileManager.default.fileExists(atPath: root + "/Content/privacy.yml"))
    #expect(UndoJournal(of: desk.archive).last == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: root + "/Content/authorities").count == 1)
  }

  @Test(arguments: [
    "people/bob-ray", "bob-ray", "Bob Ray", "bob ray", "b-ray", "people/b-ray/", "person/bob-ray",
    "/people/bob-ray/",
  ])
  func `An entity is found by address, id, name, or what it was before`(_ text: String) async throws
  {
    let desk = try await desk()

    #expect(desk.address(of: try desk.find(text)) == "people/bob-ray")
  }

  @Test(arguments: [
    ("bob-rai", "did you mean bob-ray?"), ("people/bob-rai", "did you mean people/bob-ray?"),
    ("Lee", "did you mean people/ann-lee?"), ("Xerxes", "dateline entities list"),
  ])
  func `An entity that is not there is told with what may be meant`(
    _ text: String, _ help: String
  ) async throws {
    let desk = try await desk()

    let problem = #expect(throws: DeskProblem.self) { try desk.find(text) }

    #expect(problem?.rendered(in: desk.archive).contains(help) ?? false)
  }

  @Test func `The journal forgets the oldest commands, and never more than one entry half`()
    async throws
  {
    let archive = try #require(try Archive.open(root))
    let journal = UndoJournal(of: archive)
    for number in 1...105 {
      _ = try journal.begin(
        "command \(number)", [FileChange("a\n%.txt", before: nil, after: [UInt8(number)])])
    }

    let entries = try FileManager.default.contentsOfDirectory(atPath: root + "/.dateline/undo")
    #expect(entries.count == 100)
    #expect(journal.last?.title == "command 105")
    #expect(journal.last?.changes == [FileChange("a\n%.txt", before: nil, after: [105])])
    // Killed while it wrote: what is not complete is none.
    try FileManager.default.removeItem(atPath: root + "/.dateline/undo/105/files")
    #expect(journal.last?.title == "command 104")
  }

  @Test func `A command that was killed half way is taken back all the same`() async throws {
    let before = try text()
    let desk = try await desk()
    let change = try desk.suppressing("ann-lee")
    _ = try UndoJournal(of: desk.archive).begin(change.title, change.files)
    // Only the first of its two files was written.
    let first = try #require(change.files.first)
    try desk.archive.apply([first])

    let (back, entry) = try Desk.undoing(in: desk.archive)
    try Desk.undo(back, of: entry, in: desk.archive)

    #expect(try text() == before)
    #expect(UndoJournal(of: desk.archive).last == nil)
  }

  @Test func `Records of the same kind stand together, wherever most of them are`() async throws {
    try "c: {type: work, name: C}\n".write(
      toFile: root + "/Content/authorities/mixed.yml", atomically: true, encoding: .utf8)
    let desk = try await desk()

    let change = try desk.recording("people/john-smith")

    #expect(change.files.map(\.path) == ["authorities/people.yml"])
  }

  @Test(arguments: [
    ("May", "May"), ("Ann Lee", "'Ann Lee'"), ("$(rm -rf .)", "'$(rm -rf .)'"),
    ("Ra'ad; ls", "'Ra'\\''ad; ls'"), ("-x", "'-x'"), ("Véronique", "Véronique"),
    ("`id`", "'`id`'"),
  ])
  func `A command that is shown runs nothing of a name when it is copied`(
    _ name: String, _ quoted: String
  ) {
    #expect(Desk.quoted(name) == quoted)
  }
}
