import ArchiveModel
import Foundation
import Testing

@Suite struct `Addresses` {
  private let two = """
    -- articles/a.md --
    ---
    title: First
    url: /stated/
    ---
    Text.
    -- articles/b.md --
    ---
    title: Second
    date: 2017-03-26
    ---
    Text with [the first](/stated/).
    """

  @Test func `An article stands where its author says`() async throws {
    let site = try await built(two)

    #expect(site.page("stated/")?.text.contains("First") == true)
    #expect(site.page("undated/first/") == nil)
    #expect(site.page("2017/03/26/second/")?.links.contains("../../../../stated/") == true)
    #expect(site.problems == [])
  }

  @Test func `A stated address that changes leaves a page that leads on`() async throws {
    let site = try await built(two)
    try site.write("Content/articles/a.md", "---\ntitle: First\nurl: /other/\n---\nText.\n")

    let again = try await site.rebuilt()

    #expect(again.page("other/")?.text.contains("First") == true)
    #expect(again.page("stated/")?.html.contains("href=\"../other/\"") == true)
    #expect(again.problems == [])
  }

  @Test func `Two articles that state one address are an error, and the lock stays whole`()
    async throws
  {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      url: /stated/
      ---
      Text.
      -- articles/b.md --
      ---
      title: Second
      url: /stated/
      ---
      Text.
      """)
    let again = try await site.rebuilt()

    #expect(site.problems == ["Content/articles/b.md:3 address-collision"])
    #expect(again.problems == site.problems)
    #expect(again.page("stated/")?.text.contains("First") == true)
  }

  @Test func `An alias that names the article's own address is no collision`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      date: 2017-03-26
      aliases: [/2017/03/26/first/]
      ---
      Text.
      """)

    #expect(site.problems == [])
    #expect(site.page("2017/03/26/first/")?.text.contains("Text.") == true)
  }

  @Test func `No alias takes the place of a page or a file of the site`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      aliases: [/robots.txt, /404.html/x/, /assets/broadsheet.css, /media/map.txt, /2017/03/26/]
      ---
      Text.
      -- articles/b.md --
      ---
      title: Second
      date: 2017-03-26
      ---
      Text.
      -- media/map.txt --
      A map.
      """)

    #expect(
      site.problems
        == [String](repeating: "Content/articles/a.md:3 address-collision", count: 5))
    #expect(site.contents("robots.txt")?.hasPrefix("User-agent") == true)
    #expect(site.contents("404.html")?.contains("Page not found") == true)
    #expect(site.contents("assets/broadsheet.css")?.contains("{") == true)
    #expect(site.contents("media/map.txt") == "A map.\n")
    #expect(site.page("2017/03/26/")?.text.contains("Second") == true)
  }

  @Test func `An alias in a folder that another makes a file is an error that names both`()
    async throws
  {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      aliases: [/old/page.html]
      ---
      Text.
      -- articles/b.md --
      ---
      title: Second
      aliases: [/old/page.html/print/]
      ---
      Text.
      """)

    #expect(site.problems == ["Content/articles/b.md:3 address-collision"])
    #expect(site.report.diagnostics.first?.other?.path == "Content/articles/a.md")
    #expect(site.contents("old/page.html")?.contains("First") == true)
  }

  @Test(arguments: ["/People/", "/2017/page/2/", "/undated/page/2/", "/2017/03/26/page/3/"])
  func `No article stands where lists do, or may come to do`(_ url: String) async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      url: \(url)
      ---
      Text.
      """)

    #expect(site.problems == ["Content/articles/a.md:3 address-collision"])
    #expect(site.report.leftOut == 1)
  }

  @Test func `A link holds whatever characters a stated address has`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      url: /talks:1/
      ---
      Text.
      -- articles/b.md --
      ---
      title: Second
      url: /caf\u{E9}/100%25/
      ---
      Text.
      """)

    #expect(site.page("")?.links.contains("./talks:1/") == true)
    #expect(site.page("")?.links.contains("caf%C3%A9/100%25/") == true)
    #expect(site.page("caf\u{E9}/100%/")?.text.contains("Second") == true)
    #expect(
      site.contents("sitemap.xml")?.contains("https://example.org/times/caf%C3%A9/100%25/")
        == true)
  }

  @Test func `A record that was renamed leaves a page that leads on`() async throws {
    let site = try await built(
      """
      -- authorities/people.yml --
      lise-grande:
        type: person
        name: Lise Grande
        former_ids: [grande]
        page: always
      -- articles/a.md --
      Text.
      """)

    let page = try #require(site.page("people/grande/"))
    #expect(page.html.contains("href=\"../../people/lise-grande/\""))
  }

  @Test func `A file that moves to another folder keeps its address`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: First
      ---
      Text.
      """)
    try site.write("Content/articles/2017/a.md", "---\ntitle: First\n---\nText.\n")
    try FileManager.default.removeItem(atPath: site.root + "/Content/articles/a.md")

    let again = try await site.rebuilt()

    #expect(again.page("undated/first/")?.text.contains("Text.") == true)
    #expect(!again.files.contains("undated/first-2/index.html"))
  }

  @Test(arguments: [
    "status: draft", "embargo: 2099-01-01", "status: withdrawn", "status: embargoed",
  ])
  func `A page of the archive's own is not shown before its time`(_ line: String) async throws {
    let site = try await built(
      """
      -- pages/terms.md --
      ---
      title: Terms
      \(line)
      ---
      Secret words.
      -- articles/a.md --
      Text.
      """)

    #expect(site.page("terms/") == nil)
  }

  @Test func `The tombstone of what was never to be seen waits for its embargo`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Secret headline
      embargo: 2099-01-01
      status: withdrawn
      ---
      Text.
      -- articles/b.md --
      ---
      title: Second
      date: 2017-03-26
      ---
      Text.
      """)

    for file in site.files { #expect(site.contents(file)?.contains("Secret") != true, "\(file)") }
    #expect(site.report.unseen == 1)
  }

  @Test func `An embargo ends at its moment, whatever the zones`() async throws {
    let archive = """
      -- articles/a.md --
      ---
      title: Secret
      date: 2017-03-20
      embargo: 2017-03-26T13:00:00-05:00
      ---
      Text.
      """
    for (now, isSeen) in [
      ("2017-03-26T14:00:00Z", false), ("2017-03-26T18:00:00Z", true),
      ("2017-03-26T19:59:00+02:00", false), ("2017-03-26T20:00:00+02:00", true),
    ] {
      let date = try ArchiveDate(parsing: now)
      let site = try await built(archive) { $0.now = date }
      #expect((site.page("2017/03/20/secret/") != nil) == isSeen, "\(now)")
    }
  }

  @Test(arguments: ["name: Anna Ashworth", "name: Anna B. Ashworth\n  names: [Anna Ashworth]"])
  func `A page that a new record takes over leads to the record's`(_ names: String) async throws {
    let site = try await built(
      """
      -- articles/a.md --
      President Anna Ashworth spoke.
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/times/
      minimum_articles: 1
      """)
    #expect(site.page("people/anna-ashworth/")?.text.contains("spoke") == true)
    try site.write(
      "Content/authorities/people.yml", "ashworth:\n  type: person\n  \(names)\n")

    let again = try await site.rebuilt()
    let third = try await again.rebuilt()

    #expect(third.page("people/ashworth/")?.text.contains("Ashworth") == true)
    for later in [again, third] {
      let page = try #require(later.page("people/anna-ashworth/"))
      #expect(page.html.contains("href=\"../../people/ashworth/\""))
      #expect(later.problems == [])
    }
  }
}
