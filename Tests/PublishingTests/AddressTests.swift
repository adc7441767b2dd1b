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
}
