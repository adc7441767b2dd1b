import ArchiveModel
import Cataloguing
import Testing

@testable import Publishing

@Suite struct `Charts over time` {
  private func site(_ dates: [String]) async throws -> BuiltSite {
    let articles = dates.enumerated().map { number, date in
      "-- articles/\(number).md --\n---\ntitle: Day \(number)\ndate: \(date)\n---\nLise Grande spoke in Mosul."
    }
    return try await built(articles.joined(separator: "\n"))
  }

  @Test func `A short archive is drawn by months, with a table behind it`() async throws {
    let page = try #require(
      try await site(["2016-11-02", "2017-01-05", "2017-01-06", "2017-03-07"]).page(
        "places/mosul/"))

    #expect(page.html.contains("aria-label=\"Articles that name Mosul over time\""))
    // November, January, March of five months on 400 units.
    #expect(page.html.contains("M0 88v-38h79v38zM160 88v-76h79v76zM320 88v-38h79v38z"))
    #expect(page.text.contains("January 2017 2"))
    #expect(page.links.contains("../../2017/01/"))
  }

  @Test func `A long archive is drawn by years`() async throws {
    let page = try #require(
      try await site(["1998-11-02", "2017-01-05"]).page("places/mosul/"))

    #expect(page.text.contains("1998 1"))
    #expect(page.html.contains(">2000</text>"))
  }

  @Test func `An archive of one month has no chart`() async throws {
    let page = try #require(
      try await site(["2017-01-05", "2017-01-06"]).page("places/mosul/"))

    #expect(!page.html.contains("columns-chart"))
  }

  @Test func `A year without a month makes the axis one of years`() async throws {
    let page = try #require(
      try await site(["2016-11-02", "2017"]).page("places/mosul/"))

    #expect(page.text.contains("2016 1"))
  }
}

@Suite struct `Maps` {
  @Test func `The outlines of the program are whole`() {
    let outlines = Outlines.shared

    #expect(outlines.countries.count == 241)
    #expect(outlines.arcs.count == 2479)
    #expect(outlines.arcs.allSatisfy { $0.points.count > 1 && $0.points.count == $0.weights.count })
    let numbers = outlines.countries.flatMap(\.rings).flatMap(\.arcs)
    #expect(numbers.allSatisfy { ($0 < 0 ? ~$0 : $0) < 2479 })
    #expect(
      outlines.arcs.lazy.flatMap(\.points).allSatisfy { abs($0.x) <= 18_000 && abs($0.y) <= 9_000 })
  }

  @Test func `The outlines of a file that was cut are what came before`() {
    let bytes: [UInt8] = Array("DLOUTL01".utf8) + [2, 0, 0, 0, 9, 0, 0, 0, 1, 0]

    #expect(Outlines(bytes).countries.isEmpty)
  }

  @Test(arguments: [(0.0, 1.0), (35, 0.81915), (60, 0.5), (-60, 0.5), (80, 0.17365)])
  func `The cosine is right to a thousandth`(_ degrees: Double, _ expected: Double) {
    #expect(abs(MapFrame.cosine(degrees) - expected) < 0.001)
  }

  @Test func `A frame holds what it is made around`() throws {
    let points = try [(36.3, 43.1), (33.3, 44.4), (-20, 170)].map {
      try #require(Coordinates(latitude: $0.0, longitude: $0.1))
    }
    let near = MapFrame(around: Array(points.prefix(2)), width: 320, height: 240)

    #expect(points.prefix(2).allSatisfy(near.contains))
    #expect(!near.contains(points[2]))
    let corner = near.place(near.west, near.north)
    #expect(abs(corner.x) < 0.001 && abs(corner.y) < 0.001)
  }

  @Test func `The map shows places with pages and leaves out who is hidden`() async throws {
    let archive = """
      -- articles/a.md --
      ---
      title: One
      ---
      They met in Baghdad, in Basra and in Kirkuk in Iraq.
      -- articles/b.md --
      ---
      title: Two
      ---
      They met in Baghdad, in Basra and in Kirkuk in Iraq.
      -- privacy.yml --
      suppress: [places/kirkuk]
      """
    let page = try #require(try await built(archive).page("map/"))

    #expect(page.links.contains("../places/baghdad/"))
    #expect(page.html.contains("class=\"country\" y=") && page.html.contains(">Iraq</text>"))
    #expect(!page.html.contains("Kirkuk"))
    // The world, and closer.
    #expect(page.html.components(separatedBy: "<svg class=\"map").count == 3)
    #expect(page.html.utf8.count < 60_000)
  }

  @Test func `An archive without places has no map`() async throws {
    let site = try await built("-- articles/a.md --\n---\ntitle: One\n---\nNobody spoke.")

    #expect(site.contents("map/index.html") == nil)
    #expect(try #require(site.page("")).html.contains("map/") == false)
  }
}
