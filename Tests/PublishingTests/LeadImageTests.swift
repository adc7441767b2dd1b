import Testing

@Suite struct `The picture at the head of an article` {
  private static let picture = """
    -- media/quay.svg --
    <svg viewBox="0 0 40 30"></svg>
    """

  private func site(_ image: String, body: String = "The quay.") async throws -> BuiltSite {
    try await built(
      """
      -- articles/quay.md --
      ---
      title: At the quay
      date: 2017-03-26
      \(image)
      ---
      \(body)
      \(Self.picture)
      """)
  }

  @Test func `It stands above the text with its caption and credit, and in previews`() async throws
  {
    let site = try await site(
      "image: {src: /media/quay.svg, alt: The quay, caption: \"Ships & men\", credit: Ann Lee}")

    let page = try #require(site.page("2017/03/26/at-the-quay/"))
    #expect(
      page.main.contains(
        "<img src=\"../../../../media/quay.svg\" alt=\"The quay\" width=\"40\" height=\"30\" "
          + "decoding=\"async\"><figcaption>Ships &amp; men <span class=\"credit\">Ann Lee</span>"))
    #expect(
      page.html.contains(
        "<meta property=\"og:image\" content=\"https://example.org/times/media/quay.svg\">"))
    #expect(site.files.contains("media/quay.svg"))
    #expect(site.problems.isEmpty)
  }

  @Test(arguments: [
    "![The quay](/media/quay.svg)\n\nShips.",
    "<figure><img src=\"/media/quay.svg\" alt=\"The quay\"></figure>\n\nShips.",
    "[![The quay](/media/quay.svg)](/about/) Ships.",
  ])
  func `It is not shown twice where the text begins with it`(_ body: String) async throws {
    let site = try await site("image: /media/quay.svg", body: body)

    let main = try #require(site.page("2017/03/26/at-the-quay/")).main
    #expect(main.components(separatedBy: "<img").count == 2)
    #expect(!main.contains("loading=\"lazy\""))
    #expect(site.problems.isEmpty)
  }

  @Test func `It is shown above a text that shows it later`() async throws {
    let site = try await site(
      "image: /media/quay.svg\nimage_alt: \"\"", body: "Ships.\n\n![The quay](/media/quay.svg)")

    let main = try #require(site.page("2017/03/26/at-the-quay/")).main
    #expect(main.components(separatedBy: "<img").count == 3)
    #expect(site.problems.isEmpty)
  }

  @Test(arguments: [
    ("/media/key.svg", "media-missing"), ("/media/Quay.svg", "media-case"),
    ("https://example.com/a.png", "image-external"), ("javascript:alert(1)", "media-missing"),
    ("../../../a.png", "media-outside"),
  ])
  func `What cannot be shown is told where it is written`(_ path: String, _ code: String)
    async throws
  {
    let site = try await site("image: {src: \"\(path)\", alt: The quay}")

    #expect(site.problems == ["Content/articles/quay.md:4 \(code)"])
    let page = try #require(site.page("2017/03/26/at-the-quay/"))
    #expect(page.main.contains("<figure") == (code == "media-case"))
    #expect(page.html.contains("content=\"\(path)\"") == path.hasPrefix("https"))
  }

  @Test func `One without a text in its place is told`() async throws {
    let site = try await site("image: /media/quay.svg")

    #expect(site.problems == ["Content/articles/quay.md:4 media-alt-missing"])
  }

  @Test func `Two files with one address on the site are an error that names both`() async throws {
    let site = try await built(
      Self.picture + "\n-- static/media/quay.svg --\n<svg></svg>\n-- articles/a.md --\nA quay.\n")

    #expect(site.problems.contains("Content/static/media/quay.svg:1 address-collision"))
    #expect(site.report.diagnostics.contains { $0.other?.path == "Content/media/quay.svg" })
  }

  @Test func `Links and pictures in the notes of records are found as in articles`() async throws {
    let site = try await built(
      """
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      Lise Grande met the governor.
      -- authorities/people.yml --
      lise-grande:
        type: person
        name: Lise Grande
        page: always
        note: |
          She led [the talks](../articles/talks.md). ![At the quay](/media/quay.svg)
          <blink>She</blink> also [left](nowhere.md).
      \(Self.picture)
      """)

    let main = try #require(site.page("people/lise-grande/")).main
    #expect(main.contains("<a href=\"../../2017/03/26/talks-resume/\">the talks</a>"))
    #expect(main.contains("src=\"../../media/quay.svg\" alt=\"At the quay\""))
    #expect(
      site.problems.filter { $0.contains("people.yml") } == [
        "Content/authorities/people.yml:1 html-dropped",
        "Content/authorities/people.yml:1 link-broken",
      ])
  }
}
