import Foundation
import Testing

@testable import Publishing

@Suite struct `An address of which several entities were made` {
  private let archive = """
    -- articles/court.md --
    ---
    title: The court
    date: 2017-03-26
    entities: {is: {John Smith: smith-judge}}
    ---
    John Smith spoke.
    -- articles/cup.md --
    ---
    title: The cup
    date: 2017-03-27
    entities: {is: {John Smith: smith-player}}
    ---
    John Smith scored.
    -- authorities/people.yml --
    smith-judge:
      type: person
      name: John Smith (judge)
      summary: A judge in Leeds.
      page: always
      former_ids: [john-smith]
    smith-player: {type: person, name: John Smith (footballer), page: always, former_ids: [john-smith]}
    """

  @Test func `asks which of them is meant`() async throws {
    let site = try await built(archive)

    let page = try #require(site.page("people/john-smith/"))
    #expect(page.main.contains("<h1><bdi>John Smith</bdi></h1>"))
    #expect(page.links == ["../../people/smith-player/", "../../people/smith-judge/"])
    #expect(page.text.contains("John Smith (judge) : A judge in Leeds."))
    #expect(page.text.contains("John Smith (footballer) : person, 1 article"))
    #expect(page.html.contains(#"<meta name="robots" content="noindex">"#))
    #expect(site.contents("sitemap.xml")?.contains("people/john-smith/") == false)
    #expect(site.contents("data/redirects.jsonl") == nil)
    #expect(site.problems.isEmpty)
  }

  @Test func `asks also where one of them has no page`() async throws {
    let unpaged = archive.replacingOccurrences(of: "page: always, former_ids", with: "former_ids")

    let page = try #require(try await built(unpaged).page("people/john-smith/"))

    #expect(page.text.contains("John Smith (footballer) : person, 1 article"))
    #expect(page.links.contains("../../people/smith-judge/"))
  }

  @Test func `does not tell of whom the rules of privacy hide`() async throws {
    let hidden = archive + "\n-- privacy.yml --\nsuppress: [people/smith-player]\n"

    let page = try #require(try await built(hidden).page("people/john-smith/"))

    #expect(!page.html.contains("footballer"))
    #expect(page.html.contains(#"http-equiv="refresh""#))
  }

  @Test func `is an ordinary old address where one entity alone claims it`() async throws {
    let one = archive.replacingOccurrences(of: "page: always, former_ids: [john-smith]", with: "")

    let site = try await built(one)

    let page = try #require(site.page("people/john-smith/"))
    #expect(page.html.contains(#"http-equiv="refresh""#))
  }

  @Test func `names all, where their names have nothing in common`() async throws {
    let other = archive.replacingOccurrences(of: "John Smith (footballer)", with: "Jack Smythe")

    let page = try #require(try await built(other).page("people/john-smith/"))

    #expect(page.main.contains("<h1><bdi>Jack Smythe · John Smith (judge)</bdi></h1>"))
  }
}
