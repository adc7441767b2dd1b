import ArchiveModel
import Publishing
import Testing

@Suite struct `A check` {
  @Test func `Tells the problems that a build tells`() async throws {
    let archive = """
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-02-30
      ---
      Text.
      -- articles/aid.md --
      ---
      title: Aid arrives
      date: 2017-02-27
      entities: {is: {Grande: nobody}}
      ---
      See [the talks](gone.md), ![](dam.png) and <script>x</script> [none](#none).
      -- pages/imprint.md --
      ---
      title: Imprint
      ---
      Write to [us](nowhere.md).
      """

    let report = try await checked(archive)

    let site = try await built(archive)
    #expect(report.diagnostics == site.report.diagnostics)
    #expect(report.diagnostics.count == 7)
    #expect(report.hasFailed(isStrict: false))
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func `Tells each kind of problem but those of pages and names`(
    _ code: Diagnostic.Code
  ) async throws {
    try await Fixture("Invalid/\(code.rawValue)").checked { report in
      // How many files a site has hangs on the names; what pages show is not looked at.
      let isOfPages = [.filesTooMany, .hostLimit, .privacyLeak].contains(code)
      #expect(report.diagnostics.contains { $0.code == code } == !isOfPages)
    }
  }

  @Test func `Reads drafts, and says nothing of their links to what nobody may see yet`()
    async throws
  {
    let archive = """
      -- articles/talks.md --
      ---
      title: Talks
      status: draft
      ---
      See [the aid](aid.md) and [the dam](dam.md).
      -- articles/aid.md --
      ---
      title: Aid
      draft: true
      ---
      Text.
      """

    let report = try await checked(archive)
    let withDrafts = try await checked(archive) { $0.showsDrafts = true }

    #expect(report.entries.map(\.fate) == [.unseen, .unseen])
    #expect(
      withDrafts.entries.map(\.fate) == [.shown(at: "undated/aid/"), .shown(at: "undated/talks/")])
    #expect(withDrafts.problems == ["Content/articles/talks.md link-broken"])
  }

  @Test func `Takes links to the pages of names to be right, since it looks for none`()
    async throws
  {
    let report = try await checked(
      """
      -- articles/talks.md --
      ---
      title: Talks
      ---
      [Lise Grande](/people/lise-grande/), [Mosul](../../places/mosul/), [no](/peoples/x/).
      """)

    #expect(report.diagnostics.map(\.message).count == 1)
    #expect(report.diagnostics[0].message.contains("/peoples/x/"))
  }

  @Test func `Counts articles by status, year, inferred and unknown keys`() async throws {
    let report = try await checked(
      """
      -- articles/talks.md --
      ---
      title: Talks
      date: 2016-03
      mood: calm
      ---
      Five words stand in here.
      -- articles/2017-03-26-aid.md --
      ---
      mood: calm
      weather: rain
      status: withdrawn
      ---
      Text.
      -- articles/wrong.md --
      ---
      date: 2017-02-30
      ---
      Text.
      """)

    let inventory = Inventory(of: report)
    #expect(inventory.articles == 3 && inventory.words == 5 && inventory.leftOut == 1)
    #expect(inventory.statuses.map { "\($0.name) \($0.count)" } == ["published 1", "withdrawn 1"])
    #expect(inventory.years.map { "\($0.name) \($0.count)" } == ["2016 1", "2017 1"])
    #expect(inventory.undated == 1)
    #expect(inventory.inferred.map { "\($0.name) \($0.count)" } == ["title 2", "date 1"])
    #expect(inventory.unknownKeys.map { "\($0.name) \($0.count)" } == ["mood 2", "weather 1"])
  }

  @Test func `Counts the constructs of other systems, and says what becomes of each`()
    async throws
  {
    let report = try await checked(
      """
      -- articles/a.md --
      ---
      title: A
      date: 2016-03
      categories: [News, Local]
      ---
      {{< mood >}} One {{< youtube abcdefghijk >}} {{< mood >}}
      -- articles/b.md --
      ---
      title: B
      date: 2016-04
      ---
      {{< mood >}} Two
      """)

    let inventory = Inventory(of: report)
    #expect(
      inventory.constructs.map { "\($0.construct.name) \($0.count) \($0.articles)" }
        == ["{{< mood >}} 3 2", "{{< youtube >}} 1 1"])
    #expect(
      report.text(showsAll: false).contains(
        """
        Constructs of other systems
          {{< mood >}}     Hugo  3  in 2 articles  left out
          {{< youtube >}}  Hugo  1  in 1 article   translated

        """))
    #expect(inventory.unknownKeys.isEmpty)
  }

  @Test func `Told of one file it tells nothing of others, and still follows its links`()
    async throws
  {
    let archive = """
      -- articles/2017/talks.md --
      ---
      title: Talks
      date: 2017-02-27
      ---
      See [the aid](../aid.md), [the dam](../dam.md) and [a lake](lake.md).
      -- articles/aid.md --
      ---
      title: Aid
      date: 2017-02-30
      mood: calm
      ---
      See [the talks](2017/talks.md).
      -- articles/dam.md --
      ---
      title: Dam
      ---
      See [nothing](nothing.md).
      """

    let file = try await checked(archive, telling: ["Content/articles/2017/talks.md"])
    let folder = try await checked(archive, telling: ["Content/articles/2017"])

    #expect(file.problems == ["Content/articles/2017/talks.md link-broken"])
    #expect(file.entries.map(\.article.title) == ["Talks"])
    #expect(file.problems == folder.problems)
    #expect(Inventory(of: file).unknownKeys.isEmpty)
  }

  @Test func `A file outside of the archive is none of its`() async throws {
    await #expect(throws: CheckScope.Stranger.self) {
      try await checked("-- articles/talks.md --\nText.", telling: ["../../etc"])
    }
  }

  @Test func `Prints a page with nothing that is empty`() async throws {
    let report = try await checked(
      """
      -- articles/talks.md --
      ---
      title: Talks
      date: 2016-03-01
      ---
      Five words stand in here.
      """)

    #expect(
      report.text(showsAll: false) == """
        The Example Times: 1 article of 5 words

        Status
          published  1  100.0 %

        Year
          2016  1

        No problems.

        """)
  }
}
