import Testing

@Suite struct `Links to articles and files` {
  static let archive = """
    -- articles/2017/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    id: talks-1
    aliases: [/old/talks/]
    ---
    The talks went on.
    -- articles/2017/secret.md --
    ---
    title: Not yet
    date: 2017-03-27
    status: draft
    ---
    Not for readers.
    -- articles/2018/bundle/index.md --
    ---
    title: A bundle
    date: 2018-01-02
    ---
    [file](../../2017/talks.md#part) [root](/articles/2017/talks.md) [content](2017/talks.md)
    [name](talks.md) [id](talks-1) [alias](/old/talks/) [address](/2017/03/26/talks-resume/)
    [base](https://example.org/times/2017/03/26/talks-resume/) [tombless](../../2017/secret.md)
    [about](/about/) [page](../../../pages/imprint.md)

    ![A map](map.svg) ![A river](/img/river.svg) ![Nothing](none.svg)
    -- articles/2018/bundle/map.svg --
    <svg viewBox="0 0 40 30"></svg>
    -- static/img/river.svg --
    <svg viewBox="0 0 40 30"></svg>
    -- static/unused.svg --
    <svg></svg>
    -- pages/imprint.md --
    ---
    title: Imprint
    ---
    See [the talks](../articles/2017/talks.md).
    """

  @Test func `Links to files, ids and old addresses lead to the article`() async throws {
    let site = try await built(Self.archive)

    let page = try #require(site.page("2018/01/02/a-bundle/"))
    let talks = "../../../../2017/03/26/talks-resume/"
    for name in ["root", "content", "name", "id", "alias", "address", "base"] {
      #expect(page.main.contains("\(talks)\">\(name)</a>"))
    }
    #expect(page.links.contains(talks + "#part"))
    #expect(page.links.contains("../../../../about/"))
    #expect(page.links.contains("../../../../imprint/"))
    #expect(page.main.contains("<a class=\"unlinked\">tombless</a>"))
    let imprint = try #require(site.page("imprint/"))
    #expect(imprint.links.contains("../2017/03/26/talks-resume/"))
    #expect(!site.problems.contains { $0.contains("link-broken") })
  }

  @Test func `Links name files where the site is read from a disk`() async throws {
    let site = try await built(
      Self.archive + "\n-- archive.yml --\ntitle: The Example Times\nlinks: file\n")

    let page = try #require(site.page("2018/01/02/a-bundle/"))
    #expect(page.links.contains("../../../../2017/03/26/talks-resume/index.html#part"))
    #expect(page.links.contains("../../../../about/index.html"))
  }

  @Test func `Images beside the article and of an old site are copied; others leave their text`()
    async throws
  {
    let site = try await built(Self.archive)

    let page = try #require(site.page("2018/01/02/a-bundle/"))
    #expect(page.main.contains("src=\"../../../../media/articles/2018/bundle/map.svg\""))
    #expect(page.main.contains("src=\"../../../../img/river.svg\""))
    #expect(page.text.contains("Nothing"))
    #expect(!page.main.contains("none.svg"))
    #expect(site.contents("media/articles/2018/bundle/map.svg")?.contains("viewBox") == true)
    #expect(site.contents("img/river.svg")?.contains("viewBox") == true)
    // Other sites may link to it.
    #expect(site.files.contains("unused.svg"))
    #expect(site.problems.filter { $0.contains("media-missing") }.count == 1)
  }

  @Test func `An image has its size, and alone in a paragraph it is a figure with a caption`()
    async throws
  {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      Ann Lee met ![the *river*](/media/map.svg) Bob Fox.

      ![A map](/media/map.svg "The region & its rivers")

      ![A map](/media/map.svg)
      -- media/map.svg --
      <svg viewBox="0 0 40 30"></svg>
      """)

    let main = try #require(site.page("2017/03/26/talks-resume/")).main
    let image = "<img width=\"40\" height=\"30\" loading=\"lazy\" decoding=\"async\""
    let source = " src=\"../../../../media/map.svg\" alt=\""
    #expect(main.contains("met \(image)\(source)the river\" /> "))
    #expect(
      main.contains(
        "<figure>\(image)\(source)A map\" />"
          + "<figcaption>The region &amp; its rivers</figcaption></figure>"))
    #expect(main.contains("<figure>\(image)\(source)A map\" /></figure>"))
  }
}
