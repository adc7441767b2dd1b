import ArchiveModel
import Foundation
import Loading
import Publishing
import Testing

@Suite struct `A live archive` {
  private static let files = """
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    ---
    **Lise Grande** met the governor in Mosul. Grande said little.
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: 2017-03-27
    ---
    Lise Grande thanked the drivers in Mosul.
    """
  private static let talks = "Content/articles/talks.md"
  private static let talksPage = "2017/03/26/talks-resume/index.html"

  private func edited(_ archive: ScratchArchive, _ old: String, _ new: String) throws {
    let path = "\(archive.root)/\(Self.talks)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try archive.write(Self.talks, text.replacingOccurrences(of: old, with: new))
  }

  /// All files of a site, by path.
  private func pages(_ site: LiveSite) throws -> [String: String] {
    var pages: [String: String] = [:]
    for path in [
      "index.html", Self.talksPage, "2017/03/27/aid-arrives/index.html", "names/index.html",
      "2017/index.html", "places/mosul/index.html",
    ] { pages[path] = try site.page(path) }
    return pages
  }

  @Test func `An edit of the text is at once on the article's own page, with its names`()
    async throws
  {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    var site = try live.assembly.run()
    try edited(archive, "said little", "spoke of **Mosul** and of Ann Lee at length")

    let revisions = try live.revise([Self.talks])
    let isShown = try site.revise(try #require(revisions.first))

    #expect(isShown)
    let page = try site.page(Self.talksPage)
    #expect(page.contains("at length"))
    #expect(page.contains("places/mosul/\">Mosul</a>"))
    #expect(!(try site.page("index.html")).contains("at length"))
  }

  @Test func `Made anew, the site is what a fresh reading gives, byte for byte`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    try edited(archive, "said little", "spoke of Baghdad, and so did Ann Lee")
    try archive.write(
      "Content/articles/new.md", "---\ntitle: New\ndate: 2017-03-28\n---\nAnn Lee was in Mosul.\n")
    _ = try live.revise([Self.talks])

    let faults = try await live.follow([Self.talks, "Content/articles/new.md"])

    #expect(faults == [])
    let fresh = try await archive.live().assembly.run()
    #expect(try pages(try live.assembly.run()) == pages(fresh))
  }

  @Test(arguments: [
    ("Content/authorities/people.yml", "lise-grande:\n  type: person\n  name: L. Grande\n"),
    ("Content/authorities/ignored.txt", "Lise Grande\n"),
    ("Content/archive.yml", "title: Another title\nmentions: all\n"),
    ("Content/privacy.yml", "suppress: [people/lise-grande]\n"),
    ("Themes/broadsheet/templates/contact.mustache", "<p>Write to us.</p>\n"),
  ])
  func `What all pages depend on is followed to the same bytes`(
    _ path: String, _ text: String
  ) async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    try archive.write(path, text)

    #expect(try await live.follow([path]) == [])

    let fresh = try await archive.live().assembly.run()
    let followed = try live.assembly.run()
    #expect(try followed.page("index.html") == fresh.page("index.html"))
    #expect(try followed.page(Self.talksPage) == fresh.page(Self.talksPage))
    #expect(followed.fileCount == fresh.fileCount)
  }

  @Test func `An article that an edit breaks stays as it was until it is mended`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    try edited(archive, "2017-03-26", "2017-02-30")

    let revision = try #require(try live.revise([Self.talks]).first)
    #expect(revision.isBroken)
    #expect(revision.problems.map(\.code) == [.dateImpossible])
    let site = try live.assembly.run()
    #expect(try site.page(Self.talksPage).contains("said little"))
    #expect(site.diagnostics.contains { $0.code == .dateImpossible })

    try edited(archive, "2017-02-30", "2017-03-26")
    _ = try live.revise([Self.talks])
    let mended = try live.assembly.run()
    #expect(!mended.diagnostics.contains { $0.code == .dateImpossible })
  }

  @Test func `An article that moves is found from its old page`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    let before = try live.assembly.run()
    try edited(archive, "2017-03-26", "2017-04-01")
    _ = try live.revise([Self.talks])

    let after = try live.assembly.run()

    #expect(after.moved(Self.talksPage, from: before) == "2017/04/01/talks-resume/")
    #expect(after.moved("2017/03/27/aid-arrives/index.html", from: before) == nil)
    #expect(after.find(Self.talksPage) == .missing)
  }

  @Test func `Wrong settings are told, and followed once they are right`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()

    try archive.write("Content/archive.yml", "titel: X\n")
    #expect(try await live.follow(["Content/archive.yml"]).map(\.code).contains(.settingUnknown))
    #expect(try live.assembly.run().page("index.html").contains("The Example Times"))

    try archive.write("Content/archive.yml", "title: Right\n")
    #expect(try await live.follow(["Content/archive.yml"]) == [])
    #expect(try live.assembly.run().page("index.html").contains("Right"))
  }

  @Test func `Where anything may have changed everything is read again`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    try edited(archive, "said little", "said a lot")
    try FileManager.default.removeItem(atPath: archive.root + "/Content/articles/aid.md")

    #expect(try await live.follow(nil) == [])

    let site = try live.assembly.run()
    #expect(site.articleCount == 1)
    #expect(try site.page(Self.talksPage).contains("said a lot"))
  }

  @Test func `An archive whose folder is gone is told, and the site stays`() async throws {
    let archive = try ScratchArchive(Self.files)
    var live = try await archive.live()
    let (content, away) = (archive.root + "/Content", archive.root + "/away")
    #expect(rename(content, away) == 0)

    #expect(try await live.follow(["Content"]).map(\.code) == [.fileUnreadable])

    #expect(try live.assembly.run().page("index.html").contains("Talks resume"))
    #expect(rename(away, content) == 0)
    #expect(try await live.follow(["Content"]) == [])
  }
}
