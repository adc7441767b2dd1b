import Testing

@Suite struct `Article pages` {
  @Test func `The first mention of an entity is a link, the others carry anchors`() async throws {
    let site = try await built(
      """
      -- authorities/people.yml --
      lise-grande:
        type: person
        name: Lise Grande
        names: [Grande]
        page: always
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      *Lise Grande* met the governor. Grande thanked him.
      """)

    let page = try #require(site.page("2017/03/26/talks-resume/"))
    #expect(
      page.main.contains(
        "<a class=\"name\" id=\"m1\" href=\"../../../../people/lise-grande/\"><em>Lise Grande</em></a>"
      ))
    #expect(page.main.contains("<span id=\"m2\">Grande</span> thanked him."))
  }

  @Test func `A name without a page of its own is an anchor and no link`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      ---
      President Anna Ashworth spoke in the town.
      """)

    let page = try #require(site.page("undated/talks-resume/"))
    #expect(page.main.contains("<span id=\"m1\">Anna Ashworth</span>"))
    let names = try #require(site.page("names/a/"))
    #expect(names.links.contains("../../undated/talks-resume/#m1"))
  }

  @Test func `What an author wrote is text, whatever it looks like`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: "<script>alert(1)</script> & \\"talks\\""
      summary: <b>bold</b>
      tags: ["<i>"]
      ---
      <script>alert(2)</script>

      Text with [a link](javascript:alert(3)).
      """)

    for file in site.files where file.hasSuffix(".html") || file.hasSuffix(".xml") {
      let text = try #require(site.contents(file))
      let own = [
        "<script type=\"application/ld+json\">", "<script src=\"../assets/search.js\" defer>",
      ]
      let others = own.reduce(text) { $0.replacing($1, with: "") }
      #expect(!others.contains("<script"), "\(file)")
      #expect(!text.contains("<b>"), "\(file)")
      #expect(!text.contains("javascript:"), "\(file)")
    }
  }

  @Test func `Links that begin at the site's root work in any folder`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      See [the year](/2017/), [the map](/media/map.png) and ![a map](/media/map.png).
      -- media/map.png --
      not really a picture
      """)

    let page = try #require(site.page("2017/03/26/talks-resume/"))
    #expect(page.main.contains("href=\"../../../../2017/\""))
    #expect(page.main.contains("src=\"../../../../media/map.png\""))
    #expect(site.files.contains("media/map.png"))
  }

  @Test func `A correction stands on the page with its date`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      corrections:
        - date: 2017-03-28
          kind: correction
          text: The talks were on Sunday.
      ---
      Text.
      """)

    let page = try #require(site.page("undated/talks-resume/"))
    #expect(page.text.contains("Correction"))
    #expect(page.text.contains("28 March 2017"))
    #expect(page.text.contains("The talks were on Sunday."))
  }

  @Test func `A withdrawn article leaves its address and the reason, and none of its words`()
    async throws
  {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      status: withdrawn
      corrections:
        - {date: 2017-03-28, kind: retraction, text: The report was wrong.}
      ---
      Secret words about Lise Grande.
      -- articles/other.md --
      ---
      title: Other
      date: 2017-03-26
      ---
      Text.
      """)

    let page = try #require(site.page("2017/03/26/talks-resume/"))
    #expect(page.text.contains("The report was wrong."))
    for file in site.files {
      #expect(site.contents(file)?.contains("Secret words") != true, "\(file)")
    }
    #expect(site.page("2017/03/26/")?.text.contains("Talks resume") == false)
  }

  @Test func `Drafts are shown only when asked for, embargoed articles once their time has come`()
    async throws
  {
    let archive = """
      -- articles/draft.md --
      ---
      title: Draft
      draft: true
      ---
      Text.
      -- articles/later.md --
      ---
      title: Later
      embargo: 2017-04-01
      ---
      Text.
      -- articles/now.md --
      ---
      title: Now
      date: 2017-03-26
      ---
      Text.
      """

    let usual = try await built(archive)
    #expect(usual.page("undated/draft/") == nil)
    #expect(usual.page("undated/later/") == nil)
    #expect(usual.report.unseen == 2)

    let drafts = try await built(archive) { $0.showsDrafts = true }
    #expect(drafts.page("undated/draft/") != nil)

    let april = try await built(archive) { $0.now = .month(year: 2017, month: 5) }
    #expect(april.page("undated/later/") != nil)
  }

  @Test func `Each alias is a page that leads to the article`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      aliases: [/old/talks/]
      ---
      Text.
      """)

    let stub = try #require(site.page("old/talks/"))
    #expect(stub.html.contains("https://example.org/times/undated/talks-resume/"))
    #expect(stub.html.contains("href=\"../../undated/talks-resume/\""))
  }
}

@Suite struct `The editor's word in an article` {
  @Test func `Words that the editor says stand for a record lead to its page`() async throws {
    let site = try await built(
      """
      -- authorities/people.yml --
      barack-obama: {type: person, name: Barack Obama, page: always}
      -- articles/talks.md --
      ---
      title: Talks resume
      entities:
        is: {the president: barack-obama}
      ---
      Then the president left.
      """)

    let page = try #require(site.page("undated/talks-resume/"))
    #expect(page.main.contains("href=\"../../people/barack-obama/\">the president</a> left."))
  }

  @Test func `A draft that is shown says so, and search engines are asked not to list it`()
    async throws
  {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      draft: true
      ---
      Text.
      """
    ) { $0.showsDrafts = true }

    let page = try #require(site.page("undated/talks-resume/"))
    #expect(page.text.contains("Draft."))
    #expect(page.html.contains("noindex"))
  }

  @Test func `On a site for a disk, links in texts name files`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: Times
      links: file
      -- pages/imprint.md --
      # Imprint
      We are here.
      -- articles/talks.md --
      ---
      title: Talks resume
      ---
      See [the dates](/dates/#top) and [the map](/media/map.png).
      -- media/map.png --
      not really a picture
      """)

    let page = try #require(site.page("undated/talks-resume/"))
    #expect(page.main.contains("href=\"../../dates/index.html#top\""))
    #expect(page.main.contains("href=\"../../media/map.png\""))
    #expect(page.html.contains("href=\"../../imprint/index.html\""))
  }
}

@Suite struct `Characters that no page may hold` {
  @Test func `Noncharacters reach neither pages nor the feed`() async throws {
    let site = try await built(
      "-- articles/a.md --\n---\ntitle: Talks\u{FFFE} resume\n---\nText\u{FFFF} of them.\n")

    for file in site.files {
      #expect(
        site.contents(file)?.unicodeScalars.contains { $0.value >= 0xFFFE } != true, "\(file)")
    }
    #expect(
      site.problems == [
        "Content/articles/a.md:2 control-characters", "Content/articles/a.md:4 control-characters",
      ])
  }
}
