import Testing

@Suite struct `The front page` {
  @Test(arguments: [(1, 0, 0), (2, 1, 0), (3, 2, 0), (4, 3, 0), (5, 2, 2), (7, 2, 4), (9, 2, 4)])
  func `The newest leads, others stand beside it and below it`(
    articles: Int, beside: Int, below: Int
  ) async throws {
    let site = try await built(
      (1...articles).map {
        "-- articles/\($0).md --\n---\ntitle: No \($0)\ndate: 2017-03-0\($0)\n---\nText.\n"
      }
      .joined())

    let page = try #require(site.page(""))
    #expect(page.main.contains("<h2><a href=\"2017/03/0\(articles)/no-\(articles)/\">"))
    let parts = page.main.split(separator: "class=\"thirds\"")
    #expect(parts.first?.count(of: "class=\"item\"") == beside)
    #expect(parts.dropFirst().first?.count(of: "class=\"item\"") ?? 0 == below)
  }

  @Test func `The lead shows its opening up to the first heading, and whom it names`() async throws
  {
    let site = try await built(
      """
      -- authorities/people.yml --
      lise-grande: {type: person, name: Lise Grande, page: always}
      -- articles/talks.md --
      ---
      title: Talks
      summary: The dek.
      date: 2017-03-26
      ---
      Lise Grande ran `date` twice.

      She left.

      ## Afterwards

      Nobody knows.
      """)

    let page = try #require(site.page(""))
    #expect(page.main.contains("<p class=\"dek\">The dek.</p>"))
    #expect(page.main.contains("<p>Lise Grande ran … twice.</p>\n<p>She left.</p>\n</div>"))
    #expect(!page.text.contains("Afterwards") && !page.text.contains("Nobody knows"))
    #expect(page.text.contains("In this story: Lise Grande"))
  }
}

extension Substring {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
