import ArchiveModel
import Foundation
import Testing

@Suite struct `The same archive` {
  private let fixture = Fixture("Golden")

  @Test func `It gives the same bytes in one task and in two`() async throws {
    let one = try await fixture.built({ $0.jobs = 1 }) { $0.bytes }
    let two = try await fixture.built({ $0.jobs = 2 }) { $0.bytes }

    #expect(one.count > 50)
    #expect(one.keys.sorted() == two.keys.sorted())
    for (file, bytes) in one { #expect(two[file] == bytes, "\(file)") }
  }

  @Test func `A second build writes nothing`() async throws {
    try await fixture.built { site in
      let lock = try #require(site.content("authorities/ids.lock"))
      let again = try await site.rebuilt()

      #expect(site.report.written == site.report.files)
      #expect(again.report.files == site.report.files)
      #expect(again.report.written == 0)
      #expect(again.report.removed == 0)
      #expect(again.content("authorities/ids.lock") == lock)
      #expect(again.bytes == site.bytes)
    }
  }

  @Test func `The lock remembers each public address and no other`() async throws {
    try await fixture.built { site in
      let lines = try #require(site.content("authorities/ids.lock")).split(separator: "\n")

      #expect(lines.first == "dateline-ids 1")
      #expect(
        lines.contains("article 2017/03/26/the-old-quay-opens-again/ articles/a-quay.md"))
      #expect(lines.contains("entity person/anna-ash anna ash"))
      for line in lines {
        #expect(!line.contains("draft") && !line.contains("embargo"), "\(line)")
      }
    }
  }

  @Test func `A locked build writes nothing into the content`() async throws {
    let root = try fixture.copied()
    defer { try? FileManager.default.removeItem(atPath: root) }
    let before = contents(of: root + "/Content")

    _ = try await BuiltSite.build(root) { $0.remembersAddresses = false }

    #expect(before.count > 10)
    #expect(contents(of: root + "/Content") == before)
  }

  @Test func `A build with drafts remembers no address`() async throws {
    try await fixture.built({ $0.showsDrafts = true }) { site in
      #expect(site.page("2017/04/04/draftword-of-the-day/") != nil)
      #expect(site.content("authorities/ids.lock") == nil)
    }
  }

  @Test(arguments: ["draftword", "embargoword", "smoulderword"])
  func `What readers may not see reaches no file`(_ word: String) async throws {
    try await fixture.built { site in
      for (file, bytes) in site.bytes {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        #expect(!text.contains(word), "\(file)")
        #expect(!file.lowercased().contains(word))
      }
    }
  }

  @Test func `An embargo ends on its day`() async throws {
    for (day, isSeen) in [("2017-04-30", false), ("2017-05-01", true)] {
      let now = try ArchiveDate(parsing: day)
      try await fixture.built({ $0.now = now }) { site in
        #expect((site.page("2017/04/04/embargoword-of-the-day/") != nil) == isSeen, "\(day)")
      }
    }
  }

  @Test func `An article that is withdrawn later takes its words from every page`() async throws {
    try await fixture.built { site in
      #expect(site.page("tags/books/") != nil)
      try site.write(
        "Content/articles/c-tables.md",
        "---\ntitle: \"Tides: a book & its readers\"\ndate: 2017-03\nstatus: withdrawn\n---\nText.\n"
      )

      let again = try await site.rebuilt()

      #expect(again.page("tags/books/") == nil)
      #expect(again.page("2017/03/tides-a-book-its-readers/") != nil)
      for (file, bytes) in again.bytes {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Gina Holt"), "\(file)")
      }
    }
  }

  private func contents(of folder: String) -> [String: Data] {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var contents: [String: Data] = [:]
    for file in files {
      contents[file] = FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data()
    }
    return contents
  }
}

extension BuiltSite {
  /// All files of the site with their bytes.
  var bytes: [String: Data] {
    Dictionary(
      uniqueKeysWithValues: files.map {
        ($0, FileManager.default.contents(atPath: "\(root)/Public/\($0)") ?? Data())
      })
  }

  /// The text of a file of the archive's content.
  func content(_ path: String) -> String? {
    try? String(contentsOfFile: "\(root)/Content/\(path)", encoding: .utf8)
  }
}
