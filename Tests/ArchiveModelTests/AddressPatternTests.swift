import Testing

@testable import ArchiveModel

@Suite struct `Patterns of addresses` {
  private func values(_ date: String, _ edit: (inout AddressPattern.Values) -> Void = { _ in })
    throws -> AddressPattern.Values
  {
    var values = AddressPattern.Values(
      slug: Slug("Talks resume"), id: Slug("A-17"),
      date: date.isEmpty ? .undated : try ArchiveDate(parsing: date),
      section: [Slug("World"), Slug("Iraq")], folders: [Slug("posts"), Slug("2017")],
      fileName: Slug("talks"))
    edit(&values)
    return values
  }

  @Test(arguments: [
    ("/:year/:month/:day/:slug/", "2017/03/26/talks-resume/"),
    ("/:section/:slug/", "world/iraq/talks-resume/"), ("/:folder/:filename/", "posts/2017/talks/"),
    ("/:sections/:contentbasename/", "posts/2017/talks/"),
    ("/news/:year-:month-:day-:title.html", "news/2017-03-26-talks-resume.html"),
    ("/:id", "a-17/"),
    ("/archive/:short_year/:i_month/:i_day/:y_day/:name/", "archive/17/3/26/085/talks/"),
    ("date", "world/iraq/2017/03/26/talks-resume.html"),
    ("pretty", "world/iraq/2017/03/26/talks-resume/"), ("none", "world/iraq/talks-resume.html"),
    ("ordinal", "world/iraq/2017/085/talks-resume.html"),
    ("/:categories/:year/:month/:day/:title:output_ext", "world/iraq/2017/03/26/talks-resume.html"),
  ])
  func `They are read as Dateline, Hugo and Jekyll write them`(
    _ pattern: String, _ address: String
  ) throws {
    #expect(try AddressPattern(parsing: pattern).address(of: values("2017-03-26")) == address)
  }

  @Test(arguments: [
    ("pretty", "world/iraq/2017/03/26/My_Talks.v2/"),
    ("hugo", "posts/2017/2017-03-26-my_talks.v2/"),
    ("/:year/:title.html", "2017/My_Talks.v2.html"), ("/:year-:title/", "2017-talks-resume/"),
    ("/:contentbasename/", "2017-03-26-my_talks.v2/"), ("/:slug/", "talks-resume/"),
  ])
  func `The file's name stands in them as in the addresses of Jekyll and Hugo`(
    _ pattern: String, _ address: String
  ) throws {
    var values = try values("2017-03-26") {
      $0.plainTitle = PlainName("My_Talks.v2")
      $0.plainName = PlainName("2017-03-26-My_Talks.v2")
    }
    let pattern = try AddressPattern(parsing: pattern)
    #expect(pattern.address(of: values) == address)

    values.statedSlug = values.slug
    #expect(
      pattern.description.contains(":basename")
        || pattern.address(of: values).contains("talks-resume"))
  }

  @Test(arguments: [
    "", ".", "..", ".hidden", "end.", "con", "AUX.md", "a/b", "a%2Fb", "é", "a\\b", "a?b",
    String(repeating: "a", count: 161),
  ])
  func `What could harm is no name in an address`(_ text: String) {
    #expect(PlainName(text) == nil)
  }

  @Test(arguments: [
    ("2017-03-26T10:00", "/:year/:month/:day/:slug/", "2017/03/26/talks-resume/"),
    ("2017-03", "/:year/:month/:day/:slug/", "2017/03/talks-resume/"),
    ("2017", "/:year/:month/:day/:slug/", "2017/talks-resume/"),
    ("", "/:year/:month/:day/:slug/", "undated/talks-resume/"),
    ("", "/news/:year/:slug.html", "news/undated/talks-resume.html"),
    ("2017", "/:year-:month-:slug/", "2017-talks-resume/"), ("", "/:slug/", "talks-resume/"),
  ])
  func `What a date does not say is left out`(
    _ date: String, _ pattern: String, _ address: String
  ) throws {
    #expect(try AddressPattern(parsing: pattern).address(of: values(date)) == address)
  }

  @Test func `A number stands at what is the article's own`() throws {
    let values = try values("2017-03-26")

    for (pattern, address) in [
      ("/:year/:slug/", "2017/talks-resume-2/"), ("/:slug/:year/", "talks-resume-2/2017/"),
      ("/:slug.html", "talks-resume-2.html"),
      ("/:section/:filename-:day/", "world/iraq/talks-2-26/"),
    ] {
      #expect(try AddressPattern(parsing: pattern).address(of: values, number: 2) == address)
    }
  }

  @Test func `A section with the name of one of our lists stands beside it`() throws {
    let values = try values("2017") { $0.section = [Slug("Events")] }

    #expect(
      try AddressPattern(parsing: "/:section/:slug/").address(of: values)
        == "events-articles/talks-resume/")
  }

  @Test(arguments: [
    "", ":slug", "/:year/", "/../:slug/", "/:slug/../x", "/People/:slug/", "/a%2F/:slug/",
    "/x y/:slug", "/:slug:", "/:Slug/", "/con/:slug/", "/-/:slug/", "/a..b/:slug/", "/é/:slug/",
    "/.html", "/assets/:slug/", "/1999/:slug/",
    "/" + String(repeating: "a", count: 200) + "/:slug/",
    "/:slug/" + String(repeating: "x/", count: 40),
  ])
  func `What could leave the site or meet our own pages is no pattern`(_ text: String) {
    #expect(throws: AddressPattern.Failure.self) { try AddressPattern(parsing: text) }
  }

  @Test func `A pattern has one form, which gives the same pattern`() throws {
    for text in ["date", "/:title", "//:year//:slug", "/x/:slug.html/", "/:sections/:slug.html"] {
      let pattern = try AddressPattern(parsing: text)
      #expect(try AddressPattern(parsing: pattern.description) == pattern, "\(text)")
    }
  }

  @Test func `Whatever an article says, its address stays in the site and is short`() throws {
    var random = SplitMix64(state: 7)
    let pieces =
      AddressPattern.Placeholder.allCases.map { ":" + $0.rawValue } + ["news", "a-b", "x", "_old"]
    let texts = [
      "", "con", "..", "/", "people", "page", "03", "2017", "الموصل", "Ünïcödé", "a/../b", "index",
      String(repeating: "word ", count: 50), String(repeating: "ж", count: 200), "nul", "404",
    ]
    func slug() -> Slug { Slug(texts.randomElement(using: &random) ?? "") }
    var kept = 0
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        text += Bool.random(using: &random) ? "/" : "-"
        text += pieces.randomElement(using: &random) ?? ""
      }
      text = "/" + text + (Bool.random(using: &random) ? ".html" : "/")
      guard let pattern = try? AddressPattern(parsing: text) else { continue }
      kept += 1
      let date: ArchiveDate =
        [
          .undated, .year(2017), .month(year: 1, month: 2),
          .day(CalendarDay(year: 9999, month: 12, day: 31)!),
        ]
        .randomElement(using: &random) ?? .undated
      let values = AddressPattern.Values(
        slug: slug(), id: Bool.random(using: &random) ? slug() : nil, date: date,
        section: (0..<Int.random(in: 0...4, using: &random)).map { _ in slug() },
        categories: (0..<Int.random(in: 0...4, using: &random)).map { _ in slug() },
        folders: (0..<Int.random(in: 0...4, using: &random)).map { _ in slug() }, fileName: slug(),
        plainTitle: PlainName(texts.randomElement(using: &random) ?? ""),
        plainName: PlainName(
          ["My_Talks.v2", "People", "nul", "a b"].randomElement(using: &random)!))
      var seen: Set<String> = []
      for number in [1, 2, 3, 10, 99_999] {
        let address = pattern.address(of: values, number: number)
        #expect(Self.isSafe(address), "\(text) \(address)")
        #expect(seen.insert(address).inserted, "\(text): two have the address \(address)")
        let first = address.split(separator: "/").first.map(String.init) ?? ""
        #expect(
          !ReservedAddress.names.contains(first) || first == "undated"
            || address.split(separator: "/").count == 1, "\(text) \(address)")
      }
    }
    #expect(kept > 1_000)
  }

  private static func isSafe(_ address: String) -> Bool {
    let isFile = address.hasSuffix(".html")
    guard isFile || address.hasSuffix("/"), address.utf8.count <= 180 else { return false }
    let path = isFile ? address.dropLast(5) : address.dropLast()
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
      let isPlain = segment.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
          || $0 == 0x2E
      }
      return isPlain && !segment.isEmpty && !segment.hasPrefix(".") && segment.utf8.count <= 160
        && !["con", "prn", "aux", "nul"].contains(String(segment))
    }
  }
}
