import ArchiveModel
import Foundation
import Testing

@testable import Publishing

/// An archive in which hardly a date is exact, from end to end.
@Suite struct `Articles of inexact dates` {
  private static let dates = [
    ("day", "2017-03-26"), ("day-doubted", "2017-03-26?"), ("month", "2017-03"),
    ("month-about", "1923-03~"), ("season", "1923-21"), ("year", "1923"),
    ("month-unknown", "1923-XX"), ("years", "1923/1925"), ("days", "2017-03-17/2017-03-22"),
    ("since", "1985-04-12/.."), ("until", "../1950"), ("decade", "192X"),
    ("hundred", "19XX"), ("undated", ""),
  ]

  private static let site = Task { () throws -> BuiltSite in
    try await built(
      dates.map { name, date in
        """
        -- articles/\(name).md --
        ---
        title: Article \(name)
        \(date.isEmpty ? "" : "date: \(date)")
        ---
        Text of the article.
        """
      }.joined(separator: "\n"))
  }

  @Test(arguments: [
    ("day", "2017/03/26", "<time datetime=\"2017-03-26\">26 March 2017</time>"),
    ("day-doubted", "2017/03/26", "<span>perhaps 26 March 2017</span>"),
    ("month", "2017/03", "<time datetime=\"2017-03\">March 2017</time>"),
    ("month-about", "1923/03", "<span>about March 1923</span>"),
    ("season", "1923", "<span>spring 1923</span>"),
    ("year", "1923", "<time datetime=\"1923\">1923</time>"),
    ("month-unknown", "1923", "<span>1923</span>"), ("years", "1923", "<span>1923 to 1925</span>"),
    ("days", "2017/03/17", "<span>17 to 22 March 2017</span>"),
    ("since", "1985/04/12", "<span>from 12 April 1985</span>"),
    ("until", "undated", "<span>until 1950</span>"),
    ("decade", "undated", "<span>the 1920s</span>"),
    ("hundred", "undated", "<span>some time from 1900 to 1999</span>"),
    ("undated", "undated", "<span>Undated</span>"),
  ])
  func `An article says what is known of its date, at the address of what is sure`(
    _ name: String, _ folder: String, _ date: String
  ) async throws {
    let site = try await Self.site.value

    let page = try #require(site.page("\(folder)/article-\(name)/"))
    #expect(page.main.contains(date))
    let list = try #require(site.page(folder + "/"))
    #expect(list.text.contains("Article \(name)"))
    #expect(site.problems == [])
  }

  @Test func `Articles stand in the order of their beginnings, whatever is known of them`()
    async throws
  {
    let site = try await Self.site.value
    var order: [String] = []
    var next: String? = "undated/article-undated/"
    while let address = next {
      let page = try #require(site.page(address))
      order.append(String(address.split(separator: "/")[address.split(separator: "/").count - 1]))
      let later = page.links.last { $0.hasSuffix("/") && $0.contains("/article-") }
      next = later.flatMap { link in
        let path = link.drop { $0 == "." || $0 == "/" }
        return order.contains { path.hasSuffix("/\($0)/") } ? nil : String(path)
      }
    }

    #expect(
      order.map { $0.dropFirst("article-".count) } == [
        "undated", "until", "hundred", "decade", "years", "year", "season", "month-unknown",
        "month-about", "since", "month", "days", "day", "day-doubted",
      ])
  }

  @Test func `A year has its seasons and intervals, and the undated say why some have a date`()
    async throws
  {
    let site = try await Self.site.value

    let year = try #require(site.page("1923/"))
    #expect(year.text.contains("5 articles"))
    #expect(year.text.contains("about March 1923"))
    let undated = try #require(site.page("undated/"))
    #expect(undated.text.contains("Articles without a date, and those whose year is not known."))
    #expect(undated.text.contains("4 articles"))
    #expect(site.page("1925/") == nil)
    #expect(site.page("")?.text.contains("1923 to 26 March 2017") == true)
  }

  @Test func `The data have each date in EDTF, with the first and last day of the inexact`()
    async throws
  {
    let site = try await Self.site.value
    let texts = ["undated", "1923", "1985", "2017"].compactMap {
      site.contents("data/articles/\($0).jsonl")
    }
    let lines = try texts.flatMap { $0.split(separator: "\n") }.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    func date(_ name: String) -> [String?] {
      let line = lines.first { $0["title"] as? String == "Article \(name)" }
      return ["date", "date_earliest", "date_latest"].map { line?[$0] as? String }
    }

    #expect(lines.count == 14 + 4)
    #expect(date("day") == ["2017-03-26", nil, nil])
    #expect(date("day-doubted") == ["2017-03-26?", "2017-03-26", "2017-03-26"])
    #expect(date("season") == ["1923-21", "1923-01-01", "1923-12-31"])
    #expect(date("decade") == ["192X", "1920-01-01", "1929-12-31"])
    #expect(date("since") == ["1985-04-12/..", "1985-04-12", nil])
    #expect(date("until") == ["../1950", nil, "1950-12-31"])
    #expect(date("undated") == [nil, nil, nil])
  }

  @Test func `Feed and sitemap claim no more than is known`() async throws {
    let site = try await Self.site.value
    let feed = try #require(site.contents("feeds/articles.xml"))
    let sitemap = try #require(site.contents("sitemap.xml"))

    #expect(feed.components(separatedBy: "<published>").count == 2)
    #expect(feed.contains("<published>2017-03-26T00:00:00Z</published>"))
    #expect(feed.contains("<updated>1923-01-01T00:00:00Z</updated>"))
    #expect(feed.contains("<updated>1920-01-01T00:00:00Z</updated>"))
    // Two articles, and the lists that have them: front page, years, a month and a day.
    #expect(sitemap.components(separatedBy: "<lastmod>").count == 7)
    #expect(sitemap.contains("<lastmod>2017-03</lastmod>"))
  }

  @Test(arguments: [
    ("2017-04", "2017-04-29", false), ("2017-04", "2017-04-30", true),
    ("2027", "2027-01-01", false),
    ("2017-04-01/..", "2099-01-01", false), ("2017-04-01", "2017-04-01", true),
  ])
  func `An embargo that is not exact holds until its last day`(
    _ embargo: String, _ now: String, _ isShown: Bool
  ) async throws {
    let today = try ArchiveDate(parsing: now)
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Talks
      date: 2017-03-26
      embargo: \(embargo)
      ---
      Text.
      """
    ) { $0.now = today }

    #expect((site.page("2017/03/26/talks/") != nil) == isShown)
  }

  @Test(arguments: [
    ("2017-03", "2017-02", true), ("2017-03", "2017-03-01", false), ("1923-21", "1923", false),
    ("192X", "1919", true), ("2017-03-17/2017-03-22", "2017-03-18", false),
  ])
  func `An article surely updated before its date is told`(
    _ date: String, _ updated: String, _ isTold: Bool
  ) async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Talks
      date: \(date)
      updated: \(updated)
      ---
      Text.
      """)

    #expect(site.problems == (isTold ? ["Content/articles/a.md:4 value-type"] : []))
  }

  @Test func `A correction, an update and an expiry may be inexact too`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Talks
      date: 1985
      updated: spring 1986
      expires: about 1990
      corrections: [{date: the 1990s, text: It was noon.}]
      ---
      Text.
      -- articles/b.md --
      ---
      title: Gone
      date: 1985
      status: withdrawn
      updated: circa 1987
      ---
      """)

    let text = try #require(site.page("1985/talks/")).text
    #expect(text.contains("Updated spring 1986"))
    #expect(text.contains("until: about 1990"))
    #expect(text.contains("Correction the 1990s It was noon."))
    #expect(site.page("1985/talks/")?.html.contains("datetime=\"\"") == false)
    #expect(site.page("1985/gone/")?.text.contains("was withdrawn, about 1987.") == true)
  }

  @Test(arguments: [
    "2017", "2017-03", "2017-03-26", "2017-03-26?", "1923-03~", "1923%", "1923-21", "1923-24~",
    "192X", "192X?", "1985/1987", "2017-03-17/2017-03-22", "2017-03-30/2017-04-02",
    "2017-03/2017-05", "2017-12-30/2018-01-02", "1985~/1987", "1985/1987~", "1985-04-12/..",
    "../1987", "192X/193X", "2017/2017", "2017-03/2017-03-26", "1923-21/1923-23",
  ])
  func `What a reader is told of a date is read back as the same`(_ text: String) throws {
    let date = try ArchiveDate(parsing: text)

    let words = Language.english.date(date)
    #expect(try ArchiveDate(parsing: words) == date, "\(words)")
  }
}
