import Testing

@testable import Publishing

@Suite struct `The chain of archive documents` {
  /// An archive of so many articles on each of some days.
  private func site(_ days: [(date: String, count: Int)]) async throws -> BuiltSite {
    var archive = "-- archive.yml --\ntitle: T\nbase_url: https://example.org/\n"
    for (date, count) in days {
      for number in 0..<count {
        archive += "-- articles/\(date.isEmpty ? "undated" : date)-\(number).md --\n---\n"
        archive += "title: A \(date) \(number)\n"
        archive += date.isEmpty ? "---\nText.\n" : "date: \(date)\n---\nText.\n"
      }
    }
    return try await built(archive)
  }

  private func documents(_ site: BuiltSite) -> [String] {
    site.files.filter { $0.hasPrefix("feeds/articles/") }
      .map { String($0.dropFirst("feeds/articles/".count)) }
  }

  @Test func `Each month that is over has a document, each year its articles without a month`()
    async throws
  {
    let site = try await site([
      ("", 1), ("2001", 2), ("2001-02", 3), ("2001-02-03", 40), ("2002-01-01", 10),
    ])

    #expect(documents(site) == ["2001-02.xml", "2001.xml", "undated.xml"])
    let month = try #require(site.contents("feeds/articles/2001-02.xml"))
    #expect(month.components(separatedBy: "<entry>").count == 44)
    #expect(month.contains("<fh:archive/>"))
    #expect(
      month.contains("rel=\"prev-archive\" href=\"https://example.org/feeds/articles/2001.xml\""))
    let feed = try #require(site.contents("feeds/articles.xml"))
    #expect(
      feed.contains("rel=\"prev-archive\" href=\"https://example.org/feeds/articles/2001-02.xml\""))
  }

  @Test func `A month of very many articles is divided by days`() async throws {
    let site = try await site([("2001-02-03", 600), ("2001-02-04", 401), ("2001-02-05", 3)])

    #expect(documents(site) == ["2001-02-03.xml", "2001-02-04.xml"])
    let feed = try #require(site.contents("feeds/articles.xml"))
    #expect(feed.components(separatedBy: "<entry>").count == 51)
  }
}

@Suite struct `Parts of the sitemap` {
  @Test func `Each has as many addresses as may be, and no more bytes than may be`() async throws {
    var parts = SitemapParts()
    for number in 0..<100_001 { parts.add(.article(number), bytes: 100) }
    #expect(parts.parts.map(\.count) == [50_000, 50_000, 1])
    #expect(parts.files == 0...3)

    var long = SitemapParts()
    for number in 0..<30_000 { long.add(.article(number), bytes: 2000) }
    #expect(long.parts.count == 2)
    #expect(long.parts.allSatisfy { $0.count * 2000 <= SitemapParts.mostBytes })

    #expect(SitemapParts().files == 0...0)
  }
}
