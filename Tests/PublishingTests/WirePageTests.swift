import Foundation
import Testing

@Suite struct `Pages of wire texts` {
  private static let text = """
    slug: TOWN-QUAY
    take: 1 of 2

    UPDATE 2-Quay of Port Ellery opens again

    By Nora Ellery
    Example News Service

    PORT ELLERY, March 26, 2017 (Reuters) - The quay opened again on Sunday, the Harbour Board
    said, after a year of repairs that nobody had wanted.

    "We *waited* for it," said Anna Ash.

    (Reporting by Nora Ellery; Editing by Sam Ash)

    (c) 2017 Example Times. All rights reserved.
    -30-
    """

  private func site() async throws -> BuiltSite {
    try await built(
      """
      -- authorities/things.yml --
      port-ellery:
        type: place
        name: Port Ellery
        page: always
      -- articles/quay.txt --
      \(Self.text)
      """)
  }

  private static let address = "2017/03/26/quay-of-port-ellery-opens-again/"

  @Test func `The dateline begins the text, and its places are mentions as any other`() async throws
  {
    let page = try #require(try await site().page(Self.address))

    #expect(
      page.main.contains(
        "<p id=\"p1\"><span class=\"dateline\"><a class=\"name\" id=\"m1\" "
          + "href=\"../../../../places/port-ellery/\">PORT ELLERY</a>, March 26, 2017 ("))
    #expect(page.main.contains(")</span> - The quay opened again"))
    #expect(page.text.components(separatedBy: "March 26, 2017").count == 2)
  }

  @Test func `Version, byline, credits and notes stand where a reader looks for them`() async throws
  {
    let page = try #require(try await site().page(Self.address))

    #expect(page.main.contains("<h1>Quay of Port Ellery opens again</h1>"))
    #expect(page.main.contains("<p class=\"meta\"><span>Update 2</span>"))
    #expect(page.main.contains("<bdi>By Nora Ellery, Example News Service</bdi>"))
    #expect(
      page.main.contains(
        "<p class=\"credits\">(Reporting by Nora Ellery; Editing by Sam Ash)</p>\n</div>"))
    #expect(page.text.contains("Notes of the wire slug: TOWN-QUAY take: 1 of 2"))
    #expect(page.text.contains("Rights (c) 2017 Example Times. All rights reserved."))
    #expect(
      page.text.contains(
        "Inferred byline, dateline, source, version, credits, rights"))
    #expect(page.text.contains("\"We *waited* for it,\" said"))
  }

  @Test func `No word of the text is missing on its page but the mark of its end`() async throws {
    let page = try #require(try await site().page(Self.address))
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let shown = Set(words(page.text))

    #expect(words(Self.text).filter { !shown.contains($0) } == ["30"])
  }

  @Test func `Programs are told what was inferred`() async throws {
    let data = try #require(try await site().contents("data/articles/2017.jsonl"))
    let line = try #require(data.split(separator: "\n").last)
    let article = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])

    #expect(
      article["inferred"] as? [String] == [
        "title", "date", "byline", "dateline", "source", "version", "credits", "rights",
      ])
    #expect(article["dateline"] as? String == "PORT ELLERY, March 26, 2017 (Reuters)")
    #expect(article["dateline_places"] as? [String] == ["Port Ellery"])
    #expect(article["source"] as? String == "Reuters")
    #expect(article["version"] as? String == "Update 2")
    #expect(article["wire_notes"] as? [String] == ["slug: TOWN-QUAY", "take: 1 of 2"])
  }

  @Test func `A stated dateline stands above the text, as ever`() async throws {
    let site = try await built(
      """
      -- articles/quay.txt --
      ---
      title: Quay
      dateline: PORT ELLERY
      ---
      PORT ELLERY, March 26 (Reuters) - It opened.
      """)

    let page = try #require(site.page("undated/quay/"))
    #expect(page.main.contains("<span class=\"dateline\"><bdi>PORT ELLERY</bdi></span>"))
    #expect(page.main.components(separatedBy: "class=\"dateline\"").count == 2)
  }
}
