import Testing

@Suite struct `What an author states of an article` {
  private let archive = """
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    id: talks-1
    ---
    Text.
    -- articles/aid.md --
    ---
    title: Aid <arrives>
    date: 2017-03-27
    ---
    Text.
    -- articles/view.md --
    ---
    title: A view
    date: 2017-03-28
    type: opinion
    print: {date: 2017-03-29, edition: Late, page: 1}
    rights_holder: Dateline Press
    archived: "https://web.archive.org/web/2017/https://example.org/view"
    follows: talks-1
    related: [aid, articles/nowhere.md]
    ---
    Text.
    """

  @Test func `It stands on the page, and other articles are links`() async throws {
    let site = try await built(archive)
    let main = try #require(site.page("2017/03/28/a-view/")).main

    #expect(main.contains("<span>Opinion</span>"))
    #expect(main.contains("29 March 2017, Late, page 1"))
    #expect(main.contains("<bdi>Dateline Press</bdi>"))
    #expect(main.contains(#"href="https://web.archive.org/web/2017/https://example.org/view""#))
    #expect(
      main.contains(
        #"<dt>Follows</dt><dd><a href="../../../../2017/03/26/talks-resume/" dir="auto">Talks resume</a></dd>"#
      ))
    #expect(
      main.contains(
        #"<dt>Related</dt><dd><a href="../../../../2017/03/27/aid-arrives/" dir="auto">Aid &lt;arrives&gt;</a></dd>"#
      ))
  }

  @Test func `What it names and is not there is told, and left out`() async throws {
    let site = try await built(archive)

    #expect(
      site.problems == ["Content/articles/view.md:9 link-broken"])
    #expect(try !#require(site.page("2017/03/28/a-view/")).main.contains("nowhere"))
  }

  @Test func `Nothing stands where nothing is stated`() async throws {
    let main = try #require(try await built(archive).page("2017/03/27/aid-arrives/")).main

    for words in ["In print", "Follows", "Related", "Archived", "Rights holder", "Translation"] {
      #expect(!main.contains(words))
    }
  }
}
