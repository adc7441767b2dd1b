import ArchiveModel
import Cataloguing
import Recognition
import Testing

/// The rules by which articles explain each other's names, and their opposites.
@Suite struct `Resolution across the archive` {
  /// Articles of 2017 that name people and places; a name of one word is a short one.
  private func catalog(
    _ articles: [[(EntityKind, String)]], year: [Int] = [], lock: IdentityLock = IdentityLock()
  ) -> (catalog: Catalog, lock: IdentityLock) {
    var lock = lock
    let entries = articles.indices.map { number in
      var article = Article(path: "\(number).md", title: "Talks \(number)")
      article.date = .year(year.isEmpty ? 2017 : year[number])
      return Catalog.Entry(article: article, handle: number)
    }
    let catalog = Catalog(
      entries, authorities: [], gazetteer: .empty, minimumArticles: 2, lock: &lock
    ) { handle in
      articles[handle].enumerated().map { index, name in
        let key = NameKey(name.1)
        let isShort = name.0 == .person && key.isSingleWord
        // "Relief Board (RB)": the article gives an acronym for it.
        let parts = name.1.split(separator: "(")
        let whole = parts.count == 2 ? String(parts[0].dropLast()) : name.1
        var local = LocalEntity(
          identity: isShort ? .short(key) : .name(name.0, NameKey(whole)), kind: name.0,
          name: whole, mentionCount: 1, firstMention: Int32(index), isInTitle: false)
        if parts.count == 2 { local.acronym = NameKey(String(parts[1].dropLast())) }
        return local
      }
    }
    return (catalog, lock)
  }

  private let grande: [(EntityKind, String)] = [
    (.person, "Lise Grande"), (.organization, "Relief Board"), (.place, "Mosul"),
  ]
  private let short: [(EntityKind, String)] = [
    (.person, "Grande"), (.organization, "Relief Board"), (.place, "Mosul"),
  ]

  private func bearer(_ catalog: Catalog, in article: Int) -> String? {
    catalog.entity(local: 0, of: article).map { catalog.entities[$0].name }
  }

  @Test func `A surname goes to the archive's one bearer, who is frequent and in the same company`()
  {
    let catalog = catalog([grande, grande, grande, short]).catalog

    #expect(bearer(catalog, in: 3) == "Lise Grande")
    let appearances = catalog.appearances.filter { $0.article == 3 }
    #expect(appearances.map(\.isInferred) == [true, false, false])
  }

  @Test func `Of two bearers it goes to neither`() {
    let catalog = catalog([grande, grande, grande, [(.person, "Ana Grande")], short]).catalog

    #expect(bearer(catalog, in: 4) == nil)
  }

  @Test func `A bearer in two articles is not frequent enough`() {
    #expect(bearer(catalog([grande, grande, short]).catalog, in: 2) == nil)
  }

  @Test func `A surname in other company stays alone`() {
    let catalog = catalog([
      grande, grande, grande, [(.person, "Grande"), (.place, "Mosul")],
    ]).catalog

    #expect(bearer(catalog, in: 3) == nil)
  }

  @Test func `A surname of another time stays alone`() {
    let catalog = catalog([grande, grande, grande, short], year: [2010, 2010, 2010, 2017]).catalog

    #expect(bearer(catalog, in: 3) == nil)
  }

  @Test func `A name that few articles take for another kind is of the kind that most see`() {
    let sea: [(EntityKind, String)] = [(.organization, "Sea Watch")]
    let catalog = catalog([sea, sea, sea, sea, [(.person, "Sea Watch")]]).catalog

    #expect(catalog.entities.filter(\.isListed).map(\.kind) == [.organization])
    #expect(catalog.entity(local: 0, of: 4) == catalog.entity(local: 0, of: 0))
  }

  @Test func `Where articles differ evenly, both kinds stay, for an editor to see`() {
    let catalog = catalog([
      [(.organization, "Sea Watch")], [(.organization, "Sea Watch")], [(.person, "Sea Watch")],
      [(.person, "Sea Watch")],
    ]).catalog

    #expect(catalog.entities.count(where: \.isListed) == 2)
  }

  @Test func `A page of the wrong kind leads to the right one for ever`() {
    let (person, organization) = (
      [(EntityKind.person, "Sea Watch")], [(EntityKind.organization, "Sea Watch")]
    )
    let before = catalog([person, person]).lock

    let after = catalog(
      [person] + Array(repeating: organization, count: 4), lock: before
    ).lock

    #expect(before.entities.count == 1)
    #expect(after.formerAddresses["people/sea-watch/"] == "organizations/sea-watch/")
  }

  @Test func `What leads to an entity keeps its page, however few articles name it`() {
    var lock = IdentityLock()
    lock.remember(Slug("Sea Watch"), for: .init(kind: .person, name: "sea watch"))
    let organization: [(EntityKind, String)] = [(.organization, "Sea Watch")]
    let before = catalog(
      Array(repeating: organization, count: 4) + [[(.person, "Sea Watch")]],
      lock: lock
    ).lock
    #expect(before.formerAddresses == ["people/sea-watch/": "organizations/sea-watch/"])

    let after = catalog([organization], lock: before).catalog

    #expect(after.entities.map(\.hasPage) == [true])
    #expect(catalog([organization]).catalog.entities.map(\.hasPage) == [false])
  }

  private func organizations(_ names: [String]...) -> Catalog {
    catalog(names.map { $0.map { (EntityKind.organization, $0) } }).catalog
  }

  private func listed(_ catalog: Catalog) -> [String] {
    catalog.entities.filter { $0.articleCount > 0 }.map { "\($0.name) \($0.articleCount)" }
  }

  @Test func `An acronym stands for what two articles give it for, and is marked as inferred`() {
    let given = organizations(
      ["Relief Board (RB)"], ["Relief Board (RB)"], ["RB"], ["Relief Board"])

    #expect(listed(given) == ["Relief Board 4"])
    #expect(given.appearances.map(\.isInferred) == [false, false, true, false])
  }

  @Test func `An acronym that one article gives, or that two organisations have, stays alone`() {
    let once = organizations(["Relief Board (RB)"], ["RB"])
    let twice = organizations(
      ["Relief Board (RB)"], ["Relief Board (RB)"], ["River Bank (RB)"], ["RB"])

    #expect(listed(once) == ["RB 1", "Relief Board 1"])
    #expect(listed(twice) == ["RB 1", "Relief Board 2", "River Bank 1"])
  }

  @Test func `An office without U.S. before it is the one with it`() {
    let office = organizations(
      ["U.S. Food and Drug Administration"], ["Food and Drug Administration"],
      ["Food and Drug Administration"])

    #expect(listed(office) == ["Food and Drug Administration 3"])
    let spellings = organizations(["U.S. Army"], ["United States Army"], ["US Army"])
    #expect(listed(spellings) == ["U.S. Army 3"])
  }

  @Test func `Where another country has such an office, none is taken for another`() {
    let offices = organizations(
      ["U.S. Food and Drug Administration"], ["Thai Food and Drug Administration"],
      ["Food and Drug Administration"])
    let short = organizations(["U.S. Army"], ["Army"])

    #expect(offices.entities.count { $0.articleCount == 1 } == 3)
    #expect(short.entities.count { $0.articleCount == 1 } == 2)
  }

  @Test func `An unrelated article changes no id and no bearer`() {
    let articles = [grande, grande, grande, short]
    let before = catalog(articles).catalog
    let after = catalog(articles + [[(.person, "Omar Said"), (.place, "Basra")]]).catalog

    #expect(bearer(after, in: 3) == bearer(before, in: 3))
    let ids = before.entities.map(\.id)
    #expect(after.entities.map(\.id).filter(ids.contains) == ids)
  }
}
