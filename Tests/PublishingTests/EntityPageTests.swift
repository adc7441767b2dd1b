import Testing

@Suite struct `Entity pages` {
  @Test func `A person named in two articles has a page that quotes both`() async throws {
    let site = try await built(
      """
      -- authorities/people.yml --
      lise-grande:
        type: person
        name: Lise Grande
        names: [Grande]
        summary: A coordinator.
        note: See *the record*.
      -- articles/talks.md --
      ---
      title: Talks resume
      date: 2017-03-26
      ---
      The weather was fine. Lise Grande met the governor in Mosul.
      -- articles/aid.md --
      ---
      title: Aid arrives
      date: 2017-03-27
      ---
      Grande thanked the drivers.
      """)

    let page = try #require(site.page("people/lise-grande/"))
    #expect(
      page.sentences.count == 2)
    #expect(page.main.contains("<mark>Lise Grande</mark> met the governor in Mosul."))
    #expect(page.main.contains("<mark>Grande</mark> thanked the drivers."))
    #expect(page.links.contains("../../2017/03/26/talks-resume/#m1"))
    #expect(page.text.contains("A coordinator."))
    #expect(page.main.contains("<em>the record</em>"))
    #expect(!page.text.contains("The weather was fine"))
  }

  @Test func `A quoted sentence shows an ellipsis where its article has code`() async throws {
    let site = try await built(
      """
      -- authorities/people.yml --
      lise-grande: {type: person, name: Lise Grande}
      -- articles/a.md --
      Then `a` told Lise Grande to run `date` at once.
      -- articles/b.md --
      Lise Grande left.
      """)

    let page = try #require(site.page("people/lise-grande/"))
    #expect(page.main.contains("Then … told <mark>Lise Grande</mark> to run … at once."))
  }

  @Test func `It says who the entity stands with`() async throws {
    let site = try await built(
      """
      -- authorities/a.yml --
      lise-grande: {type: person, name: Lise Grande}
      mosul: {type: place, name: Mosul}
      -- articles/a.md --
      Lise Grande was in Mosul.
      -- articles/b.md --
      Mosul welcomed Lise Grande.
      """)

    let page = try #require(site.page("people/lise-grande/"))
    #expect(page.links.contains("../../places/mosul/"))
  }

  @Test func `A record of which the archive says nothing has no page unless it asks for one`()
    async throws
  {
    let site = try await built(
      """
      -- authorities/a.yml --
      anna-ash: {type: person, name: Anna Ash}
      bo-birk: {type: person, name: Bo Birk, page: always}
      -- articles/a.md --
      Nothing to see.
      """)

    #expect(site.page("people/anna-ash/") == nil)
    #expect(site.page("people/bo-birk/") != nil)
  }

  @Test func `Search engines are asked not to list people of whom no editor has a record`()
    async throws
  {
    let site = try await built(
      """
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/times/
      minimum_articles: 2
      -- authorities/a.yml --
      anna-ash: {type: person, name: Anna Ash}
      -- articles/a.md --
      Anna Ash met President Bertha Birkwood.
      -- articles/b.md --
      Anna Ash met President Bertha Birkwood again.
      """)

    let recorded = try #require(site.page("people/anna-ash/"))
    let unrecorded = try #require(site.page("people/bertha-birkwood/"))
    #expect(!recorded.html.contains("noindex"))
    #expect(unrecorded.html.contains("noindex"))
    #expect(site.contents("sitemap.xml")?.contains("people/anna-ash/") == true)
    #expect(site.contents("sitemap.xml")?.contains("people/bertha-birkwood/") == false)
  }

  @Test func `It says by whom it was made: software, or software and an editor, and when`()
    async throws
  {
    let site = try await built(
      """
      -- archive.yml --
      title: Times
      contact: desk@example.org
      minimum_articles: 2
      -- authorities/a.yml --
      anna-ash: {type: person, name: Anna Ash, reviewed: {date: 2026-01-04, by: Eve}}
      bo-birk: {type: person, name: Bo Birk}
      cora-cole: {type: person, name: Cora Cole, page: always}
      -- articles/a.md --
      Anna Ash met Bo Birk and President Bertha Birkwood.
      -- articles/b.md --
      Anna Ash met Bo Birk and President Bertha Birkwood again.
      """)

    let reviewed = try #require(site.page("people/anna-ash/"))
    let recorded = try #require(site.page("people/bo-birk/"))
    let found = try #require(site.page("people/bertha-birkwood/"))
    let unnamed = try #require(site.page("people/cora-cole/"))
    #expect(reviewed.text.contains("Reviewed by an editor, 4 January 2026"))
    #expect(!reviewed.text.contains("Compiled") && !reviewed.html.contains("Eve"))
    #expect(
      recorded.text.contains(
        "Compiled automatically from 2 articles; the names were matched by software. Report"))
    #expect(recorded.links.contains("mailto:desk@example.org"))
    #expect(found.text.contains("by software, and no editor has reviewed them yet."))
    #expect(!unnamed.text.contains("Compiled"))
  }

  @Test func `It tells how the articles write the name, the most frequent first`() async throws {
    let site = try await built(
      """
      -- authorities/a.yml --
      islamic-state: {type: organization, name: Islamic State, names: [Daesh, ISIS, ISIL]}
      -- articles/a.md --
      Islamic State, ISIS and Daesh. Then ISIS’s men, and ISIS.
      -- articles/b.md --
      ISLAMIC STATE and Daesh.
      """)

    let page = try #require(site.page("organizations/islamic-state/"))
    #expect(page.text.contains("Also written ISIS 3 Daesh 2 Appears"))
  }

  @Test func `Two of one name lead to each other, and so do those that the editor tells apart`()
    async throws
  {
    let site = try await built(
      """
      -- authorities/a.yml --
      georgia: {type: place, name: Georgia, summary: Country in the Caucasus., page: always}
      georgia-s: {type: person, name: Geòrgia, page: always}
      joint-operations: {type: organization, name: Joint Operations, page: always}
      special-operations:
        {type: organization, name: Special Operations, page: always, not_same_as: joint-operations}
      hidden: {type: organization, name: Georgia, page: never}
      -- articles/a.md --
      Nothing to see.
      """)

    let place = try #require(site.page("places/georgia/"))
    let person = try #require(site.page("people/georgia-s/"))
    let first = try #require(site.page("organizations/joint-operations/"))
    let second = try #require(site.page("organizations/special-operations/"))
    #expect(place.text.contains("Not to be confused with Geòrgia : person"))
    #expect(place.main.components(separatedBy: "confused").count == 2)
    #expect(person.text.contains("Not to be confused with Georgia : Country in the Caucasus."))
    #expect(person.links.contains("../../places/georgia/"))
    #expect(first.links.contains("../../organizations/special-operations/"))
    #expect(second.links.contains("../../organizations/joint-operations/"))
  }

  @Test func `An article that has a short name alone is marked as matched by the archive`()
    async throws
  {
    let site = try await built(InferredName.archive)

    let page = try #require(site.page("people/lise-grande/"))
    let marks = page.main.components(separatedBy: "Named only as “<bdi>Grande</bdi>” here;")
    #expect(marks.count == 2)
    #expect(page.sentences.count == 4)
    #expect(!page.text.contains("Also written"))
  }

  @Test func `Long lists have several pages, and all of them are linked`() async throws {
    let articles = (1...7).map {
      "-- articles/a\($0).md --\n---\ntitle: Article \($0)\ndate: 2017-03-0\($0)\n---\nMosul again.\n"
    }
    let site = try await built(
      """
      -- archive.yml --
      title: Times
      page_size: 3
      -- authorities/a.yml --
      mosul: {type: place, name: Mosul}

      """ + articles.joined())

    let first = try #require(site.page("places/mosul/"))
    let last = try #require(site.page("places/mosul/page/3/"))
    #expect(first.text.contains("Article 7") && !first.text.contains("Article 4"))
    #expect(last.text.contains("Article 1"))
    #expect(first.links.contains("../../places/mosul/page/2/"))
    #expect(site.page("places/mosul/page/4/") == nil)
  }
}

@Suite struct `Pages that were public` {
  @Test func `A name that no article has any more leads to the A to Z`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/times/
      minimum_articles: 2
      -- articles/a.md --
      President Anna Ashworth spoke.
      -- articles/b.md --
      President Anna Ashworth left.
      """)
    #expect(site.page("people/anna-ashworth/") != nil)
    try site.write("Content/articles/a.md", "Nobody spoke.\n")
    try site.write("Content/articles/b.md", "Nobody left.\n")

    let again = try await site.rebuilt()

    let stub = try #require(again.page("people/anna-ashworth/"))
    #expect(stub.links == ["../../names/"])
  }
}

/// Three articles that name someone in full, and one that has her surname alone.
enum InferredName {
  static let archive =
    """
    -- authorities/a.yml --
    mosul: {type: place, name: Mosul}
    relief-board: {type: organization, name: Relief Board}
    lise-grande: {type: person, name: Lise Grande}

    """ + (1...3).map(full).joined() + """
      -- articles/d.md --
      ---
      title: The fourth
      date: 2017-03-04
      ---
      Relief Board was in Mosul, said Mr Grande.
      """

  private static func full(_ day: Int) -> String {
    """
    -- articles/a\(day).md --
    ---
    title: Talks \(day)
    date: 2017-03-0\(day)
    ---
    Lise Grande of the Relief Board was in Mosul.

    """
  }
}
