import Testing

/// The `<main>` of a page of each kind, and the feed and the sitemap whole, as files to read in
/// `Tests/Fixtures/Golden/Expected`.
@Suite struct `Golden pages` {
  /// One build for all of them.
  private static let site = Task { () throws -> [String: String] in
    try await Fixture("Golden").built { site in
      Dictionary(uniqueKeysWithValues: site.files.map { ($0, site.contents($0) ?? "") })
    }
  }

  @Test(arguments: [
    ("front", "index.html"),
    ("article", "2017/03/26/the-old-quay-opens-again/index.html"),
    ("article-of-a-month", "2017/03/tides-a-book-its-readers/index.html"),
    ("article-of-a-wire", "2017/04/03/the-harbour-board-met-in-port-ellery-on-monday/index.html"),
    ("article-withdrawn", "2017/03/29/fire-on-the-pier/index.html"),
    ("person", "people/anna-ash/index.html"),
    ("person-page-2", "people/anna-ash/page/2/index.html"),
    ("organization", "organizations/harbour-board/index.html"),
    ("place", "places/port-ellery/index.html"),
    ("event", "events/regatta-week/index.html"),
    ("people", "people/index.html"),
    ("names", "names/index.html"),
    ("names-letter", "names/h/index.html"),
    ("dates", "dates/index.html"),
    ("year", "2017/index.html"),
    ("month", "2017/03/index.html"),
    ("day", "2017/03/26/index.html"),
    ("undated", "undated/index.html"),
    ("sections", "sections/index.html"),
    ("section", "sections/town/index.html"),
    ("tags", "tags/index.html"),
    ("tag", "tags/quay/index.html"),
    ("author", "authors/clara-dell/index.html"),
    ("series", "series/the-quay/index.html"),
    ("about", "about/index.html"),
    ("own-page", "imprint/index.html"),
    ("not-found", "404.html"),
  ])
  func `Each kind of page has the content that it had`(_ name: String, _ file: String) async throws
  {
    let html = try #require(try await Self.site.value[file], "the site has no \(file)")

    try Fixture("Golden").golden("Expected/\(name).html").expect(Page(html).main + "\n")
  }

  @Test(arguments: [
    ("redirect.html", "old/quay/index.html"), ("articles.xml", "feeds/articles.xml"),
    ("sitemap.xml", "sitemap.xml"), ("robots.txt", "robots.txt"),
  ])
  func `What machines read is byte for byte as it was`(_ name: String, _ file: String) async throws
  {
    let text = try #require(try await Self.site.value[file], "the site has no \(file)")

    try Fixture("Golden").golden("Expected/\(name)").expect(text)
  }

  @Test func `The site consists of the files that it had`() async throws {
    let files = try await Self.site.value.keys.sorted()

    try Fixture("Golden").golden("Expected/files.txt").expect(
      files.joined(separator: "\n") + "\n")
  }
}
