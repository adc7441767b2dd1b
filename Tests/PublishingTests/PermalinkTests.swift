import ArchiveModel
import Foundation
import Testing

@Suite struct `Permalinks` {
  private func settings(_ lines: String) -> String {
    "title: The Example Times\nbase_url: https://example.org/times/\n\(lines)\n"
  }

  private func archive(_ lines: String) -> String {
    """
    -- archive.yml --
    \(settings(lines))
    -- articles/posts/2017-03-26-talks.md --
    ---
    title: Talks resume
    section: World/Iraq
    ---
    Text with [the other](/posts/aid.html).
    -- articles/posts/aid.md --
    ---
    title: Aid
    date: 2016
    aliases: [/posts/aid.html]
    ---
    Text.
    """
  }

  @Test func `A wrong pattern gives no page another address: nothing is written`() async throws {
    for wrong in ["permalinks: /:slgu/", "permalnks: /:slug/"] {
      let site = try await built(archive(wrong))

      #expect(site.problems.count == 1)
      #expect(site.page("") == nil)
      #expect(site.contents("manifest-sha256.txt") == nil)
    }
  }

  @Test func `A Jekyll archive keeps the addresses that it had by default`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      \(settings("permalinks: /:categories/:year/:month/:day/:title:output_ext"))
      -- articles/_posts/2014-12-23-hub.md --
      ---
      title: A hub opens
      categories: [News, Local]
      ---
      Text.
      """)

    let page = try #require(site.page("news/local/2014/12/23/hub.html"))
    #expect(page.text.contains("A hub opens"))
    #expect(page.html.contains("href=\"../../../../../assets/broadsheet"))
    #expect(
      page.html.contains("https://example.org/times/news/local/2014/12/23/hub.html\""))
    #expect(site.page("")?.links.contains("news/local/2014/12/23/hub.html") == true)
    #expect(site.page("2014/12/23/")?.text.contains("A hub opens") == true)
    #expect(site.contents("sitemap.xml")?.contains("/news/local/2014/12/23/hub.html<") == true)
    #expect(site.problems == [])
  }

  @Test func `A Hugo archive keeps addresses by section and by folder`() async throws {
    let site = try await built(
      archive("permalinks:\n  posts: /:sections/:slug/\n  World: /world/:year/:slug/"))

    #expect(site.page("world/2017/talks/")?.text.contains("Talks resume") == true)
    #expect(site.page("posts/aid/")?.text.contains("Aid") == true)
    #expect(site.page("posts/aid.html")?.html.contains("url=../posts/aid/") == true)
    #expect(site.problems == [])
  }

  @Test func `Another pattern moves the articles, and their old addresses lead on`() async throws {
    let site = try await built(archive(""))
    #expect(site.page("2017/03/26/talks/")?.text.contains("Text with") == true)

    try site.write("Content/archive.yml", settings("permalinks: /:section/:slug.html"))
    let again = try await site.rebuilt()
    #expect(again.page("world/iraq/talks.html")?.text.contains("Text with") == true)
    #expect(again.page("2017/03/26/talks/")?.html.contains("world/iraq/talks.html\"") == true)

    try site.write("Content/archive.yml", settings("permalinks: /:year/:slug/"))
    for _ in 1...2 {
      let later = try await site.rebuilt()
      #expect(later.page("2017/talks/")?.text.contains("Text with") == true)
      for (old, depth) in [("2017/03/26/talks/", 4), ("world/iraq/talks.html", 2)] {
        let up = String(repeating: "../", count: depth)
        #expect(later.page(old)?.html.contains("href=\"\(up)2017/talks/\"") == true)
      }
      #expect(later.problems == [])
    }

    try site.write("Content/archive.yml", settings(""))
    let back = try await site.rebuilt()
    #expect(back.page("2017/03/26/talks/")?.text.contains("Text with") == true)
    #expect(back.page("2017/talks/")?.html.contains("url=../../2017/03/26/talks/") == true)
    #expect(back.problems == [])
  }

  @Test func `An address stays when a headline changes, whatever the pattern`() async throws {
    let site = try await built(archive("permalinks: /:section/:slug/"))
    try site.write(
      "Content/articles/posts/aid.md", "---\ntitle: Help\nsection: Home\ndate: 2018\n---\nText.\n")

    let again = try await site.rebuilt()

    #expect(again.page("posts/aid/")?.text.contains("Help") == true)
  }

  @Test func `Articles that a pattern throws together get numbers, and keep them`() async throws {
    let text = "---\ntitle: Mosul\n---\nText.\n"
    let site = try await built(
      archive("permalinks: /:slug.html")
        + "\n-- articles/a.md --\n\(text)-- articles/b.md --\n\(text)")
    let second = site.contents("mosul-2.html")
    try site.write("Content/articles/0.md", text)

    let again = try await site.rebuilt()

    #expect(second?.contains("Text.") == true)
    #expect(again.contents("mosul-2.html")?.contains("Text.") == true)
    #expect(again.contents("mosul-3.html")?.contains("Text.") == true)
    let lock = try String(
      contentsOfFile: site.root + "/Content/authorities/ids.lock", encoding: .utf8)
    for line in [
      "pattern * /:slug.html", "article mosul.html articles/a.md",
      "article mosul-2.html articles/b.md", "article mosul-3.html articles/0.md",
    ] { #expect(lock.split(separator: "\n").contains(Substring(line)), "\(line)") }
  }

  @Test func `No article takes the place of a list, whatever its headline`() async throws {
    let site = try await built(
      archive("permalinks: /:year/:slug/")
        + "\n-- articles/a.md --\n---\ntitle: \"03\"\ndate: 2017-03-26\n---\nText.\n"
        + "-- articles/b.md --\n---\ntitle: Page\ndate: 2017-03-26\n---\nText.\n")

    #expect(site.page("2017/03-2/")?.text.contains("Text.") == true)
    #expect(site.page("2017/page-2/")?.text.contains("Text.") == true)
    #expect(site.page("2017/03/")?.text.contains("Talks resume") == true)
    #expect(site.problems == [])
  }
}
