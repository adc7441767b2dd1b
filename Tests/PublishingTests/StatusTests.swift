import ArchiveModel
import Foundation
import Testing

@Suite struct `Status and time` {
  /// An archive of one article with the lines, beside another of April 2017.
  private func archive(_ lines: String, body: String = "Lise Grande spoke in Mosul.") -> String {
    """
    -- archive.yml --
    title: The Example Times
    base_url: https://example.org/times/
    contact: desk@example.org
    minimum_articles: 1
    -- articles/a.md --
    ---
    title: Talks resume
    date: 2017-03-26
    \(lines)
    ---
    \(body)
    -- articles/b.md --
    ---
    title: Aid arrives
    date: 2017-04-02
    ---
    Aid arrived.
    """
  }

  private let address = "2017/03/26/talks-resume/"

  @Test func `An article that expired is shown, with a note, and stays in all lists`() async throws
  {
    for name in ["expires", "expirydate", "expiryDate"] {
      let site = try await built(archive("\(name): 2017-03-30"))

      let page = try #require(site.page(address))
      #expect(page.text.contains("current until 30 March 2017"))
      #expect(site.page("2017/03/")?.text.contains("Talks resume") == true)
      #expect(site.contents("feeds/articles.xml")?.contains("Talks resume") == true)
      #expect(site.contents("sitemap.xml")?.contains(address) == true)
      #expect(site.problems == [])
    }
  }

  @Test func `A withdrawn article has a tombstone that says when, why and whom to ask`()
    async throws
  {
    let site = try await built(
      archive(
        "status: withdrawn\ncorrections: [{date: 2017-05-01, kind: privacy, text: At her request.}]"
      ))

    let page = try #require(site.page(address))
    #expect(page.text.contains("This article was withdrawn on 1 May 2017"))
    #expect(page.text.contains("Withdrawn to protect someone’s privacy 1 May 2017 At her request."))
    #expect(page.links.contains("mailto:desk@example.org"))
    #expect(page.html.contains("name=\"robots\" content=\"noindex\""))
    for file in site.files where file != address + "index.html" {
      let text = site.contents(file) ?? ""
      #expect(!text.contains("Talks resume"), "\(file)")
      #expect(!text.contains("Lise Grande"), "\(file)")
    }
    #expect(!(site.contents("sitemap.xml") ?? address).contains(address))
    #expect(site.problems == [])
  }

  @Test func `A redacted article says so, and when`() async throws {
    let site = try await built(archive("status: redacted\nupdated: 2017-05-01"))
    let undated = try await built(archive("status: redacted"))

    #expect(
      site.page(address)?.text.contains(
        "Redacted. Something was taken out of this text on 1 May 2017 after it was first published."
      ) == true)
    #expect(undated.page(address)?.text.contains("out of this text after") == true)
    #expect(site.page("people/lise-grande/") != nil)
  }

  @Test func `A correction is shown with its date, and the feed has it first`() async throws {
    let site = try await built(
      archive("corrections: [{date: 2018-01-05, text: It was noon.}]"))

    #expect(site.page(address)?.text.contains("Correction 5 January 2018 It was noon.") == true)
    let feed = try #require(site.contents("feeds/articles.xml"))
    let entries = feed.components(separatedBy: "<entry>")
    #expect(entries.count == 3)
    #expect(entries[1].contains("<title>Talks resume</title>"))
    #expect(entries[1].contains("<published>2017-03-26T00:00:00Z</published>"))
    #expect(entries[1].contains("<updated>2018-01-05T00:00:00Z</updated>"))
    #expect(entries[0].contains("<updated>2018-01-05T00:00:00Z</updated>"))
    #expect(site.contents("sitemap.xml")?.contains("<lastmod>2018-01-05</lastmod>") == true)
  }

  @Test func `An article updated before its date is told`() async throws {
    let site = try await built(archive("updated: 2017-03-01"))

    #expect(site.problems == ["Content/articles/a.md:4 value-type"])
    #expect(site.page(address) != nil)
  }

  @Test func `What is not for search engines says so, and is in no sitemap`() async throws {
    let site = try await built(archive("noindex: true"))

    #expect(site.page(address)?.html.contains("name=\"robots\" content=\"noindex\"") == true)
    #expect(!(site.contents("sitemap.xml") ?? address).contains(address))
    #expect(site.page("2017/03/")?.text.contains("Talks resume") == true)
    #expect(site.problems == [])
  }

  @Test func `An embargo that only the newest article's date ends is told`() async throws {
    let now = try ArchiveDate(parsing: "2017-04-02")
    let inferred = try await built(archive("embargo: 2017-03-30"))
    let stated = try await built(archive("embargo: 2017-03-30")) { $0.now = now }
    let held = try await built(archive("embargo: 2017-05-30"))

    #expect(inferred.problems == ["Content/articles/a.md:4 embargo-inferred"])
    #expect(inferred.page(address) != nil)
    #expect(stated.problems == [])
    #expect(stated.page(address) != nil)
    #expect(held.problems == [])
    #expect(held.page(address) == nil)
  }

  @Test(arguments: ["draft: true", "published: false", "status: draft", "embargo: 2099-01-01"])
  func `What is not to be seen yet is in no file`(_ line: String) async throws {
    let site = try await built(
      archive(
        "\(line)\nnotes: SECRET-1\naliases: /old/SECRET-2/\ntags: [SECRET-3]", body: "SECRET-4"))

    for file in site.files {
      let text = site.contents(file) ?? ""
      #expect(!text.contains("SECRET") && !text.contains("Talks resume"), "\(file)")
      #expect(!file.contains("SECRET"))
    }
    #expect(site.report.unseen == 1)
  }
}
