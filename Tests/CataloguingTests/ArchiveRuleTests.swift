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
        return LocalEntity(
          identity: isShort ? .short(key) : .name(name.0, key), kind: name.0, name: name.1,
          mentionCount: 1, firstMention: Int32(index), isInTitle: false)
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

  @Test func `An unrelated article changes no id and no bearer`() {
    let articles = [grande, grande, grande, short]
    let before = catalog(articles).catalog
    let after = catalog(articles + [[(.person, "Omar Said"), (.place, "Basra")]]).catalog

    #expect(bearer(after, in: 3) == bearer(before, in: 3))
    let ids = before.entities.map(\.id)
    #expect(after.entities.map(\.id).filter(ids.contains) == ids)
  }
}
