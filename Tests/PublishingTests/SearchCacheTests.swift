import ArchiveModel
import Foundation
import Testing

@testable import Publishing

@Suite struct `A search index after another one` {
  private let archive = """
    -- archive.yml --
    title: The Quay
    minimum-articles: 1
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    tags: [talks]
    ---
    Lise Grande met the governor in Mosul.
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: 2017-03-27
    summary: Drivers are thanked.
    ---
    Lise Grande thanked the drivers in Mosul.
    """

  @Test func `It takes over what is the same, and makes what is not`() async throws {
    let site = try await built(archive)
    let stamps = try stamps(of: site)

    // The page changes and the index does not.
    try site.write("Content/archive.yml", "title: The Pier\nminimum-articles: 1\n")
    let renamed = try await site.rebuilt()
    #expect(try self.stamps(of: renamed) == stamps)
    try await expectAsIfClean(renamed)

    for edit in ["again", "twice"] {
      try site.write(
        "Content/articles/talks.md",
        "---\ntitle: Talks resume\ndate: 2017-03-26\n---\n"
          + "Lise Grande met the governor in Mosul \(edit).\n")
      let changed = try await site.rebuilt()
      #expect(try self.stamps(of: changed) != stamps)
      try await expectAsIfClean(changed)
    }
  }

  @Test(arguments: [
    "title: Talks end", "summary: They do.", "tags: [talks, peace]", "kind: report",
  ])
  func `What the front matter says is in it`(_ line: String) async throws {
    let site = try await built(archive)
    let title = line.hasPrefix("title") ? "" : "title: Talks resume\n"
    try site.write(
      "Content/articles/talks.md",
      "---\n\(title)\(line)\ndate: 2017-03-26\n---\n"
        + "Lise Grande met the governor in Mosul.\n")

    try await expectAsIfClean(try await site.rebuilt())
  }

  @Test func `A file of it that somebody altered or removed is made again`() async throws {
    let site = try await built(archive)
    let files = site.files.filter { $0.hasPrefix("search/") && $0.hasSuffix(".js") }
    #expect(files.count > 4)

    for file in files {
      let path = "\(site.root)/Public/\(file)"
      let bytes = try Data(contentsOf: URL(filePath: path))
      try Data(bytes.reversed()).write(to: URL(filePath: path))
      try await expectAsIfClean(try await site.rebuilt())
      try FileManager.default.removeItem(atPath: path)
      try await expectAsIfClean(try await site.rebuilt())
    }
  }

  @Test func `A damaged memory of it is no memory`() async throws {
    let site = try await built(archive)
    let path = site.root + "/.dateline/search"
    let sound = try Data(contentsOf: URL(filePath: path))

    for place in stride(from: 0, to: sound.count, by: max(1, sound.count / 12)) {
      var bytes = sound
      bytes[place] ^= 0x10
      try bytes.write(to: URL(filePath: path))
      try site.write(
        "Content/articles/new.md", "---\ntitle: New \(place)\ndate: 2017-03-28\n---\nA.\n")
      try await expectAsIfClean(try await site.rebuilt())
      try sound.prefix(place).write(to: URL(filePath: path))
      try site.write("Content/articles/new.md", "---\ntitle: Newer\ndate: 2017-03-28\n---\nA.\n")
      try await expectAsIfClean(try await site.rebuilt())
    }
  }

  @Test func `Words that somebody damaged, removed or put among them harm nothing`() async throws {
    let site = try await built(archive)
    let folder = site.root + "/.dateline/search-words"
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    let first = try names()
    #expect(!first.isEmpty)

    let damages: [(Data) -> Data] = [{ _ in Data() }, { Data($0.reversed()) }, { $0 + [0] }]
    for (number, damage) in damages.enumerated() {
      for name in try names() {
        let path = URL(filePath: "\(folder)/\(name)")
        try damage(try Data(contentsOf: path)).write(to: path)
      }
      try Data("nobody's".utf8).write(to: URL(filePath: folder + "/nobody"))
      // Another entity's name and date: all is written again, by the words that are kept or not.
      try site.write(
        "Content/articles/aid.md",
        "---\ntitle: Aid arrives \(number)\ndate: 2017-03-27\n---\nNobody came.\n")
      try await expectAsIfClean(try await site.rebuilt())
      #expect(try !names().contains("nobody"))
    }
    try FileManager.default.removeItem(atPath: folder)
    try site.write("Content/articles/new.md", "---\ntitle: New\ndate: 2017-03-28\n---\nA.\n")
    try await expectAsIfClean(try await site.rebuilt())

    // A file in the folder's place.
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(filePath: folder))
    try site.write("Content/articles/new.md", "---\ntitle: Newer\ndate: 2017-03-28\n---\nA.\n")
    try await expectAsIfClean(try await site.rebuilt())
  }

  @Test func `Words of articles that are gone are removed`() async throws {
    let site = try await built(archive)
    let folder = site.root + "/.dateline/search-words"
    let first = try FileManager.default.contentsOfDirectory(atPath: folder)

    try FileManager.default.removeItem(atPath: site.root + "/Content/articles/aid.md")
    let again = try await site.rebuilt()

    let second = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(second.count == first.count)
    #expect(second.sorted() != first.sorted())
    try await expectAsIfClean(again)
  }

  /// When the files of words and of results were written.
  private func stamps(of site: BuiltSite) throws -> [String: Date] {
    var stamps: [String: Date] = [:]
    for file in site.files where file.hasPrefix("search/n") || file.hasPrefix("search/e") {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: "\(site.root)/Public/\(file)")
      stamps[file] = attributes[.modificationDate] as? Date
    }
    return stamps
  }
}
