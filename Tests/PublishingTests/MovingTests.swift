import Publishing
import Testing

@Suite struct `Moving a site over` {
  @Test func `The content of a Jekyll site keeps its addresses`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: The River Post
      base_url: https://river.example.org/
      permalinks: pretty
      -- articles/_posts/2014-12-23-My_Hub.md --
      ---
      layout: post
      title: A hub opens
      categories: [News, Local]
      redirect_from: [/hub/]
      ---
      Text.
      -- articles/_posts/2016-05-06-fixed.md --
      ---
      title: Fixed
      permalink: /special/Fixed.html
      ---
      Text.
      -- articles/_drafts/idea.md --
      ---
      title: Some idea
      ---
      Secret.
      -- static/files/report.txt --
      Report
      """)

    #expect(site.page("news/local/2014/12/23/My_Hub/")?.text.contains("A hub opens") == true)
    #expect(site.page("hub/")?.html.contains("news/local/2014/12/23/My_Hub/") == true)
    #expect(site.page("special/Fixed.html")?.text.contains("Fixed") == true)
    #expect(site.contents("files/report.txt") == "Report\n")
    #expect(site.report.unseen == 1)
    #expect(site.problems == [])
  }

  @Test func `The content of a Hugo site keeps its addresses`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: The Old Gazette
      base_url: https://old.example.org/
      permalinks: hugo
      -- articles/_index.md --
      ---
      title: Home
      ---
      -- articles/posts/My_Notes.md --
      ---
      title: Notes on a method
      date: 2019-01-02
      ---
      Text.
      -- articles/posts/2019-03-03-named.md --
      ---
      title: The name has a date
      ---
      Text.
      -- articles/posts/trip/index.md --
      ---
      title: A trip
      ---
      Text.
      -- articles/posts/votes.md --
      ---
      title: Votes
      slug: erbil-votes
      ---
      Text.
      """)

    for address in ["my_notes", "2019-03-03-named", "trip", "erbil-votes"] {
      #expect(site.page("posts/\(address)/") != nil, "\(address)")
    }
    #expect(site.problems == [])
  }

  @Test func `A check says which addresses of an old site lead nowhere`() async throws {
    let old = OldAddresses(
      Array(
        """
        <urlset><url><loc> https://old.example.org/2017/03/26/talks/ </loc></url>
        <url><loc>https://old.example.org/2017/03/26/talks</loc></url>
        <url><loc>https://old.example.org/old%20page/?a=1&amp;b=2</loc></url>
        <url><loc>https://old.example.org/hub.html#top</loc></url>
        <url><loc>https://old.example.org</loc></url></urlset>
        """.utf8))

    let report = try await checked(
      """
      -- articles/talks.md --
      ---
      title: Talks
      date: 2017-03-26
      aliases: [/hub.html]
      ---
      Text.
      """, keeping: old)

    #expect(old.addresses.count == 5)
    #expect(report.lostAddresses == ["/old%20page/?a=1&b=2"])
    #expect(!report.hasFailed(isStrict: false) && report.hasFailed(isStrict: true))
    #expect(report.text(showsAll: false).contains("Old addresses: 5, of which 1 leads nowhere\n"))
  }

  @Test func `A list of addresses may name paths alone, and the site may lie in a folder`()
    async throws
  {
    let old = OldAddresses(Array("/times/undated/talks/\n\n  undated/talks\n/no/\n".utf8))

    let report = try await checked("-- articles/talks.md --\nText.\n", keeping: old)

    #expect(report.lostAddresses == ["/no/"])
  }

  @Test func `Files that nothing is made of are named`() async throws {
    let report = try await checked(
      """
      -- articles/_index.md --
      Text.
      -- articles/old.html --
      <p>Text.</p>
      -- articles/talks.md --
      ---
      title: Talks
      ---
      The [data](data.csv).
      -- articles/data.csv --
      1,2
      """)

    #expect(report.passedOver == ["articles/_index.md", "articles/old.html"])
    #expect(Inventory(of: report).passedOver.map(\.name) == [".html", "_index.md"])
  }
}
