import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

@Suite struct `Suppressed entities` {
  private func site(_ rules: String) async throws -> BuiltSite {
    try await built(
      """
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/times/
      minimum_articles: 1
      -- privacy.yml --
      \(rules)
      -- authorities/people.yml --
      ann-lee:
        type: person
        name: Ann Lee
        former_ids: [ann-smith]
        not_same_as: [lise-grande]
      lise-grande:
        type: person
        name: Lise Grande
      -- articles/a.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      Ann Lee met [Lise Grande](/people/lise-grande/) in Mosul.
      -- articles/b.md --
      ---
      title: Aid arrives
      date: 2017-04-02
      ---
      Ann Lee thanked Lise Grande in Mosul.
      """)
  }

  @Test func `One has no page, no link and no place in any list, and the words of articles stay`()
    async throws
  {
    let plain = try await site("suppress: []")
    let site = try await site("suppress: [people/lise-grande]")

    #expect(plain.page("people/lise-grande/") != nil)
    #expect(site.problems == [])
    #expect(site.files.allSatisfy { !$0.contains("lise-grande") })
    for file in site.files {
      let text = try #require(site.contents(file))
      #expect(!text.contains("lise-grande"), "\(file)")
      let isArticle = file.hasPrefix("2017/") || file == "index.html"
      let quotes = file.hasPrefix("people/ann-lee") || file.hasPrefix("places/mosul")
      let excerpt = file.hasPrefix("feeds/")
      #expect(!text.contains("Lise Grande") || isArticle || quotes || excerpt, "\(file)")
    }
    let article = try #require(site.page("2017/03/26/talks-resume/"))
    #expect(article.text.contains("Ann Lee met Lise Grande in Mosul"))
    #expect(!article.text.contains("named once Lise Grande"))
    let article2 = try #require(site.contents("2017/03/26/talks-resume/index.html"))
    for block in article2.components(separatedBy: "application/ld+json").dropFirst() {
      #expect(
        !block.prefix(upTo: try #require(block.range(of: "</script>")).lowerBound)
          .contains("Lise Grande"))
    }
    let companion = try #require(site.page("people/ann-lee/"))
    #expect(companion.text.components(separatedBy: "Lise Grande").count == 3)  // Its sentences.
  }

  @Test func `An older id of one is as good, and its addresses say nothing any more`() async throws
  {
    let site = try await site("suppress: [people/ann-smith]")

    #expect(site.problems == [])
    #expect(site.files.allSatisfy { !$0.hasPrefix("people/ann-") })
  }

  @Test func `One that was public says nothing at its old address`() async throws {
    let site = try await site("suppress: []")
    try site.write("Content/authorities/people.yml", "")
    try site.write("Content/articles/a.md", "---\ntitle: Talks resume\ndate: 2017-03-26\n---\nNo.")
    try site.write("Content/articles/b.md", "---\ntitle: Aid arrives\ndate: 2017-04-02\n---\nNo.")
    let forgotten = try await site.rebuilt().contents("people/lise-grande/index.html")
    try site.write("Content/privacy.yml", "suppress: [people/lise-grande]")
    let suppressed = try await site.rebuilt()

    #expect(forgotten?.contains("A to Z") == true)
    #expect(suppressed.problems == [])
    #expect(suppressed.contents("people/lise-grande/index.html") == nil)
    #expect(suppressed.contents("data/redirects.jsonl")?.contains("lise-grande") != true)
  }

  @Test func `One that the archive does not know is told, with the nearest`() async throws {
    let site = try await site("suppress: [people/lise-grnade]\nnoindex: [people/bo-diddley]")

    let problems = site.report.diagnostics
    #expect(problems.map(\.code) == [.privacyUnknown, .privacyUnknown])
    #expect(problems.map(\.message).first == "the archive knows no people/lise-grnade")
    #expect(problems.first?.suggestion == "did you mean people/lise-grande?")
    #expect(problems.map(\.severity) == [.warning, .warning])
  }

  @Test func `A page that is not for search engines says so, and is in no sitemap`() async throws {
    let plain = try await site("noindex: []")
    let site = try await site("noindex: [people/lise-grande]")

    let robots = "name=\"robots\" content=\"noindex\""
    #expect(plain.page("people/lise-grande/")?.html.contains(robots) == false)
    #expect(plain.contents("sitemap.xml")?.contains("people/lise-grande/") == true)
    #expect(site.page("people/lise-grande/")?.html.contains(robots) == true)
    #expect(site.contents("sitemap.xml")?.contains("people/lise-grande/") == false)
    #expect(site.page("people/ann-lee/")?.html.contains(robots) == false)
  }
}

@Suite struct `Withdrawn articles` {
  private func archive(_ rules: String, _ lines: String = "") -> String {
    """
    -- archive.yml --
    title: The Example Times
    base_url: https://example.org/times/
    minimum_articles: 1
    -- privacy.yml --
    \(rules)
    -- media/floods.svg --
    <svg xmlns="http://www.w3.org/2000/svg"/>
    -- media/quay.svg --
    <svg xmlns="http://www.w3.org/2000/svg"/>
    -- articles/2017/talks.md --
    ---
    title: Talks resume
    id: talks-1
    date: 2017-03-26
    summary: The dek of it.
    aliases: [/old/talks/]
    image: {src: /media/floods.svg, alt: Floods}
    corrections: [{date: 2017-05-01, text: An older note.}]
    \(lines)
    ---
    Lise Grande spoke in Mosul.

    ![A quay](/media/quay.svg)
    -- articles/2017/aid.md --
    ---
    title: Aid arrives
    date: 2017-04-02
    ---
    Aid arrived, as was said in the [talks](talks.md).

    ![A quay](/media/quay.svg)
    """
  }

  private let address = "2017/03/26/talks-resume/"
  private func rule(_ article: String, _ more: String = "") -> String {
    "withdraw: [{article: \(article), date: 2026-01-04, kind: legal, "
      + "reason: By order of a court\(more)}]"
  }

  @Test(arguments: [
    "articles/2017/talks.md", "Content/articles/2017/talks.md", "talks-1",
  ])
  func `The rule names its file or its id, and a tombstone stands at its address`(
    _ name: String
  ) async throws {
    let site = try await built(archive(rule(name)))

    #expect(site.problems == [])
    let page = try #require(site.page(address))
    #expect(page.text.contains("Talks resume"))
    #expect(page.text.contains("This article was withdrawn on 4 January 2026"))
    #expect(
      page.text.contains("Withdrawn for legal reasons 4 January 2026 By order of a court"))
    #expect(page.html.contains("name=\"robots\" content=\"noindex\""))
    for file in site.files {
      let text = site.contents(file) ?? ""
      for secret in ["Lise Grande", "lise-grande", "The dek of it", "An older note", "floods"] {
        #expect(!text.contains(secret), "\(file): \(secret)")
      }
      let isAddress = file.hasPrefix(address) || file.hasPrefix("old/talks/")
      #expect(!text.contains("Talks resume") || isAddress, "\(file)")
    }
    #expect(!(site.contents("sitemap.xml") ?? address).contains(address))
    #expect(site.contents("media/floods.svg") == nil)
    #expect(site.contents("media/quay.svg") != nil)
    #expect(site.page("old/talks/") != nil)
  }

  @Test(arguments: ["/2017/03/26/talks-resume/", "https://example.org/2017/03/26/talks-resume"])
  func `The rule may name the address that was public`(_ name: String) async throws {
    let site = try await built(archive("suppress: []"))
    try site.write("Content/privacy.yml", rule(name))
    let withdrawn = try await site.rebuilt()

    #expect(withdrawn.problems == [])
    #expect(withdrawn.page(address)?.text.contains("This article was withdrawn") == true)
    #expect(withdrawn.page("people/lise-grande/")?.text.contains("spoke") != true)
  }

  @Test func `With its headline goes the address that tells it`() async throws {
    let first = try await built(archive("suppress: []"))
    try first.write("Content/privacy.yml", rule("talks-1", ", headline: false"))
    let site = try await first.rebuilt()
    let again = try await site.rebuilt()

    let page = try #require(site.page("2017/03/26/withdrawn/"))
    #expect(page.text.contains("Withdrawn article"))
    for file in site.files {
      #expect(!file.contains("talks"))
      let text = (site.contents(file) ?? "").lowercased()
      #expect(!text.contains("talks resume") && !text.contains("talks-resume"), "\(file)")
    }
    let other = try #require(site.page("2017/04/02/aid-arrives/"))
    #expect(other.links.contains("../../../../2017/03/26/withdrawn/"))
    #expect(again.report.written == 0)
  }

  @Test func `A draft that a rule withdraws stays unseen`() async throws {
    let site = try await built(archive(rule("talks-1"), "draft: true"))

    #expect(site.problems == [])
    #expect(site.page(address) == nil)
  }

  @Test func `A rule that finds no article stops the writing`() async throws {
    let site = try await built(archive(rule("articles/2017/talk.md")))

    let problem = try #require(site.report.diagnostics.first)
    #expect(problem.code == .privacyInvalid)
    #expect(problem.suggestion == "did you mean articles/2017/talks.md?")
    #expect(site.files == [])
  }

  @Test func `A file that is wrong stops the writing`() async throws {
    let site = try await built(archive("surpress: [people/lise-grande]"))

    #expect(site.problems == ["Content/privacy.yml:1 privacy-invalid"])
    #expect(site.files == [])
    #expect(site.report.hasFailed(isStrict: false))
  }
}

@Suite struct `Private persons` {
  /// Two people of whom no editor has a record: one is spoken of as a suspect.
  private func site(_ settings: String, articles: Int) async throws -> BuiltSite {
    try await built(
      """
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/times/
      \(settings)
      """
        + (1...articles).map { number in
          """

          -- articles/a\(number).md --
          ---
          title: Article \(number)
          date: 2017-03-0\(number)
          ---
          President Bertha Birkwood opened a bridge in Mosul. Police in Mosul arrested Clara Colby,
          a suspect in the theft. The 14-year-old Dora Dalton was with her.
          """
        }.joined())
  }

  private func pages(_ site: BuiltSite) -> [String] {
    ["bertha-birkwood", "clara-colby", "dora-dalton"].filter {
      site.page("people/\($0)/") != nil
    }
  }

  private func listed(_ site: BuiltSite) -> [String] {
    let letters = site.files.filter { $0.hasPrefix("names/") }
      .compactMap { site.contents($0) }.joined()
    return ["Birkwood", "Colby", "Dalton"].filter(letters.contains)
  }

  @Test func `One has a page from three articles on, and none if most sentences are sensitive`()
    async throws
  {
    let two = try await site("", articles: 2)
    let three = try await site("", articles: 3)

    #expect(pages(two) == [])
    #expect(listed(two) == ["Birkwood"])
    #expect(pages(three) == ["bertha-birkwood"])
    #expect(listed(three) == ["Birkwood"])
    #expect(three.page("people/bertha-birkwood/")?.html.contains("noindex") == true)
    #expect(three.page("2017/03/01/article-1/")?.text.contains("Clara Colby") == true)
    #expect(three.page("places/mosul/")?.links.contains { $0.contains("colby") } == false)
  }

  @Test func `Whoever sets the number of articles has decided on it, not on what is sensitive`()
    async throws
  {
    let site = try await site("minimum_articles: 1", articles: 1)

    #expect(pages(site) == ["bertha-birkwood"])
  }

  @Test func `Where privacy is strict none of them has a page or stands in a list`() async throws {
    let site = try await site("privacy: strict\nminimum_articles: 1", articles: 4)

    #expect(pages(site) == [])
    #expect(listed(site) == [])
    #expect(site.page("places/mosul/") != nil)
    #expect(site.page("2017/03/01/article-1/")?.text.contains("Bertha Birkwood") == true)
  }

  @Test func `Where it is open there is no such rule`() async throws {
    let site = try await site("privacy: open", articles: 2)

    #expect(pages(site) == ["bertha-birkwood", "clara-colby", "dora-dalton"])
    #expect(listed(site) == ["Birkwood", "Colby", "Dalton"])
    #expect(site.page("people/clara-colby/")?.html.contains("noindex") == false)
    #expect(site.contents("sitemap.xml")?.contains("people/clara-colby/") == true)
  }

  @Test func `A record overrules it`() async throws {
    let site = try await site("", articles: 2)
    try site.write(
      "Content/authorities/a.yml", "clara-colby: {type: person, name: Clara Colby}\n")
    let again = try await site.rebuilt()

    #expect(pages(again) == ["clara-colby"])
  }

  @Test func `An address that was public and is private now says nothing`() async throws {
    let site = try await site("privacy: open", articles: 2)
    try site.write(
      "Content/archive.yml", "title: T\nbase_url: https://example.org/\nprivacy: strict\n")
    let again = try await site.rebuilt()

    #expect(again.files.allSatisfy { !$0.hasPrefix("people/") })
    #expect(again.contents("data/redirects.jsonl")?.contains("people/") != true)
    try site.write("Content/articles/a1.md", "Nothing.\n")
    try site.write("Content/articles/a2.md", "Nothing.\n")
    let forgotten = try await site.rebuilt()
    #expect(forgotten.files.allSatisfy { !$0.hasPrefix("people/") })
  }

  @Test(arguments: [
    ("Police arrested her.", true), ("She was 17 years old.", true),
    ("The 117-year-old house", false),
    ("a seventeen-year-old", true), ("It was a hit-and-run.", true), ("The minister spoke.", false),
    ("MURDER trial", true), ("murderous heat", false), ("an 18-year-old", false),
    ("Forces attacked the city.", false),
  ])
  func `Sentences are sensitive by their words`(_ sentence: String, _ isSensitive: Bool) {
    #expect(SensitiveWords.shared.occur(in: sentence.utf8Span.span) == isSensitive)
  }
}
