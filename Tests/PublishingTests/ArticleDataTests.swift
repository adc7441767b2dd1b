import Foundation
import Testing

@Suite struct `Article data` {
  /// The lines of a file, each parsed, so that a line that is no JSON fails.
  private func lines(_ site: BuiltSite, _ year: String) throws -> [[String: Any]] {
    let text = try #require(site.contents("data/articles/\(year).jsonl"))
    return try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `Every article is a line with what its author states`() async throws {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: "Talks \\"resume\\" \\\\ again"
      date: 2017-03-26
      updated: 2017-03-27
      author: [Nora Ellery, Sam Ash]
      section: World/Iraq
      tags: [talks]
      series: {name: The river, part: 2}
      corrections: [{date: 2017-03-28, kind: clarification, text: "It was noon."}]
      x_custom: "<script>"
      notes: SECRET
      ---
      Text.
      -- articles/b.md --
      ---
      title: Old
      date: 2016
      ---
      Text.
      -- articles/c.md --
      Undated text.
      """)

    let talks = try lines(site, "2017")
    #expect(talks.count == 2)
    #expect(talks[0]["schema"] as? Int == 1)
    #expect(talks[1]["address"] as? String == "/2017/03/26/talks-resume-again/")
    #expect(
      talks[1]["url"] as? String == "https://example.org/times/2017/03/26/talks-resume-again/")
    #expect(talks[1]["file"] as? String == "articles/a.md")
    #expect(talks[1]["title"] as? String == "Talks \"resume\" \\ again")
    #expect(talks[1]["updated"] as? String == "2017-03-27")
    #expect(talks[1]["authors"] as? [String] == ["Nora Ellery", "Sam Ash"])
    #expect((talks[1]["series"] as? [String: Any])?["part"] as? Int == 2)
    #expect(
      (talks[1]["corrections"] as? [[String: String]])?.first?["kind"] == "clarification")
    #expect((talks[1]["extra"] as? [String: String]) == ["x_custom": "<script>"])
    #expect(try lines(site, "2016")[1]["date"] as? String == "2016")
    let undated = try lines(site, "undated")[1]
    #expect(undated["inferred"] as? [String] == ["title"])
    #expect(undated["date"] == nil)
    #expect(
      site.page("about/")?.links.filter { $0.contains("data/articles/") }
        == ["undated", "2016", "2017"].map { "../data/articles/\($0).jsonl" })
  }

  @Test func `Unknown keys come out with the type and in the order they were written in`()
    async throws
  {
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Talks
      date: 2017-03-26
      image: {src: a.jpg, alt: ""}
      x_b: {z: [1, 2.50, null, true], a: "17"}
      x_a: no
      ---
      Text.
      """)

    let text = try #require(site.contents("data/articles/2017.jsonl"))
    #expect(
      text.contains(
        #""extra":{"x_b":{"z":[1,2.50,null,true],"a":"17"},"x_a":"no"}"#))
    #expect(text.contains(#""image":{"src":"a.jpg","alt":""}"#))
    #expect(try lines(site, "2017").count == 2)
  }

  @Test func `What readers may not see is in none of its lines`() async throws {
    let fields = "summary: SECRET\nnotes: SECRET\nx: SECRET\nid: SECRET"
    let site = try await built(
      """
      -- articles/a.md --
      ---
      title: Gone
      date: 2017-03-26
      status: withdrawn
      \(fields)-1
      ---
      SECRET
      -- articles/b.md --
      ---
      title: SECRET
      date: 2017-03-26
      draft: true
      \(fields)-2
      ---
      -- articles/c.md --
      ---
      title: SECRET
      date: 2017-03-26
      embargo: 2099-01-01
      \(fields)-3
      ---
      """)

    for file in site.files { #expect(site.contents(file)?.contains("SECRET") != true, "\(file)") }
    #expect(
      site.contents("data/articles/2017.jsonl") == """
        {"schema":1,"type":"articles"}
        {"address":"/2017/03/26/gone/","status":"withdrawn"}

        """)
  }
}
