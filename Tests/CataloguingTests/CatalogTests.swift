import ArchiveModel
import Cataloguing
import Recognition
import Testing

/// An article with the names in it.
private struct Sample {
  var article: Article
  var fileSlug: Slug?
  var entities: [LocalEntity]
}

private func entry(
  _ path: String, _ title: String = "Talks", date: ArchiveDate = .undated,
  naming names: [(EntityKind, String)] = [], fileSlug: Slug? = nil,
  _ edit: (inout Article) -> Void = { _ in }
) -> Sample {
  var article = Article(path: path, title: title)
  article.date = date
  edit(&article)
  return Sample(
    article: article, fileSlug: fileSlug,
    entities: names.enumerated().map { index, name in
      LocalEntity(
        identity: .name(name.0, NameKey(name.1)), kind: name.0, name: name.1, mentionCount: 1,
        firstMention: Int32(index), isInTitle: false)
    })
}

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> ArchiveDate {
  .day(try #require(CalendarDay(year: year, month: month, day: day)))
}

private func catalog(
  _ samples: [Sample], authorities: [AuthorityRecord] = [], gazetteer: Gazetteer = .empty,
  minimumArticles: Int = 2,
  lock: inout IdentityLock, gone: Set<String> = []
) -> Catalog {
  Catalog(
    samples.enumerated().map {
      Catalog.Entry(article: $1.article, fileSlug: $1.fileSlug, handle: $0)
    },
    authorities: authorities, gazetteer: gazetteer, minimumArticles: minimumArticles, lock: &lock,
    isGone: gone.contains, entitiesOf: { samples[$0].entities })
}

@Suite struct `The catalogue` {
  @Test func `Articles stand in the order of their dates, less exact dates first`() throws {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("d.md", date: try day(2017, 3, 26)), entry("a.md", date: .year(2017)),
        entry("c.md", date: .month(year: 2017, month: 3)), entry("b.md"),
      ], lock: &lock)

    #expect(catalog.articles.map(\.path) == ["b.md", "a.md", "c.md", "d.md"])
    #expect(
      catalog.paths == [
        "undated/talks/", "2017/talks/", "2017/03/talks/", "2017/03/26/talks/",
      ])
  }

  @Test func `A name in two articles has a page, a name in one stands in the A to Z alone`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("a.md", naming: [(.person, "Lise Grande"), (.person, "Safaa Jawad")]),
        entry("b.md", naming: [(.person, "Lise Grande")]),
      ], lock: &lock)

    #expect(catalog.entities.map(\.name) == ["Lise Grande", "Safaa Jawad"])
    #expect(catalog.entities.map(\.hasPage) == [true, false])
    #expect(catalog.entities.map(\.articleCount) == [2, 1])
  }

  @Test func `A record that asks for a page has one though nobody names it`() {
    var record = AuthorityRecord(
      id: Slug("mosul"), kind: .place, name: "Mosul", place: SourceRange(path: "p.yml"))
    record.page = .always
    var lock = IdentityLock()

    let catalog = catalog([entry("a.md")], authorities: [record], lock: &lock)

    #expect(catalog.entities.map(\.hasPage) == [true])
  }

  @Test func `A record that wants no page is in no list either`() {
    var record = AuthorityRecord(
      id: Slug("x"), kind: .person, name: "Private Person", place: SourceRange(path: "p.yml"))
    record.page = .never
    var lock = IdentityLock()

    let catalog = catalog(
      ["a.md", "b.md"].map { entry($0, naming: [(.person, "Private Person")]) },
      authorities: [record], lock: &lock)

    #expect(catalog.entities.map(\.isListed) == [false])
    #expect(catalog.entities.map(\.hasPage) == [false])
  }

  @Test func `What an article calls by a record's full name is the record's entity`() {
    let record = AuthorityRecord(
      id: Slug("grande"), kind: .person, name: "Lise Grande", place: SourceRange(path: "p.yml"))
    var lock = IdentityLock()

    let catalog = catalog(
      [entry("a.md", naming: [(.person, "LISE GRANDE")])], authorities: [record], lock: &lock)

    #expect(catalog.entities.map(\.id.description) == ["grande"])
    #expect(catalog.entities.map(\.articleCount) == [1])
  }

  @Test func `Names that make one slug get numbers, and keep them for ever`() {
    var lock = IdentityLock()
    let both = ["a.md", "b.md"].map {
      entry($0, naming: [(.organization, "C"), (.organization, "C+")])
    }
    // One key is all that "C" and "C+" leave, so they are one entity; a dash divides words.
    let first = catalog(both, lock: &lock)
    #expect(first.entities.count == 1)

    var later = IdentityLock(
      entities: [.init(kind: .person, name: "anna ash"): Slug("anna-ash-2")], articles: [:])
    let named = ["a.md", "b.md"].map { entry($0, naming: [(.person, "Anna Ash")]) }
    #expect(catalog(named, lock: &later).entities.map(\.id.description) == ["anna-ash-2"])
  }

  @Test func `Once public, a name keeps its page though fewer articles name it`() {
    var lock = IdentityLock()
    let entries = ["a.md", "b.md"].map { entry($0, naming: [(.person, "Lise Grande")]) }
    _ = catalog(entries, lock: &lock)

    let fewer = catalog([entries[0]], lock: &lock)

    #expect(fewer.entities.map(\.hasPage) == [true])
  }

  @Test func `Two articles of one headline and day get numbers that the lock keeps`() throws {
    var lock = IdentityLock()
    let date = try day(2017, 3, 26)
    let first = catalog([entry("b.md", date: date), entry("c.md", date: date)], lock: &lock)
    #expect(first.paths == ["2017/03/26/talks/", "2017/03/26/talks-2/"])

    // A third that comes before them in the order of files takes nothing from them.
    let second = catalog(
      [entry("a.md", date: date), entry("b.md", date: date), entry("c.md", date: date)],
      lock: &lock)

    #expect(
      second.paths == ["2017/03/26/talks-3/", "2017/03/26/talks/", "2017/03/26/talks-2/"])
  }

  @Test func `An address stays when the headline changes, unless the author states a slug`() {
    var lock = IdentityLock()
    _ = catalog([entry("a.md", "Old headline")], lock: &lock)

    #expect(
      catalog([entry("a.md", "New headline")], lock: &lock).paths == ["undated/old-headline/"])
    let stated = entry("a.md", "New headline") { $0.slug = Slug(exactly: "mine") }
    #expect(catalog([stated], lock: &lock).paths == ["undated/mine/"])
  }

  @Test func `Two articles that state one slug keep their numbers from build to build`() {
    var lock = IdentityLock()
    let both = ["a.md", "b.md"].map { entry($0) { $0.slug = Slug(exactly: "mine") } }
    let paths = ["undated/mine/", "undated/mine-2/"]

    for _ in 0..<3 { #expect(catalog(both, lock: &lock).paths == paths) }
    #expect(lock.formerAddresses.isEmpty)
  }

  @Test func `An article whose slug is taken back has its old address again`() {
    var lock = IdentityLock()
    let named = { (slug: String) in entry("a.md") { $0.slug = Slug(exactly: slug) } }
    _ = catalog([named("one")], lock: &lock)
    _ = catalog([named("two")], lock: &lock)

    #expect(catalog([named("one")], lock: &lock).paths == ["undated/one/"])
    #expect(lock.formerAddresses == ["undated/two/": "a.md"])
  }

  @Test func `An address stays when its article is given an id`() {
    var lock = IdentityLock()
    _ = catalog([entry("a.md")], lock: &lock)

    #expect(catalog([entry("a.md") { $0.id = "n1" }], lock: &lock).paths == ["undated/talks/"])
    #expect(lock.articles == ["n1": "undated/talks/"])
  }

  @Test func `Addresses stay when files move to another folder`() {
    var lock = IdentityLock()
    let old = ["a/talks.md", "b/talks.md"]
    _ = catalog(old.map { entry($0) }, lock: &lock)

    let moved = catalog(
      [entry("c/talks.md"), entry("d/talks.md")], lock: &lock, gone: Set(old))

    #expect(moved.paths == ["undated/talks/", "undated/talks-2/"])
    #expect(lock.articles == ["c/talks.md": "undated/talks/", "d/talks.md": "undated/talks-2/"])
  }

  @Test func `A draft's address waits for it while another article has the same name`() {
    var lock = IdentityLock()
    _ = catalog([entry("a/talks.md")], lock: &lock)

    #expect(catalog([entry("b/talks.md")], lock: &lock).paths == ["undated/talks-2/"])
  }

  @Test func `A record keeps its id when its name changes, and the lock has one name for it`() {
    var record = AuthorityRecord(
      id: Slug("grande"), kind: .person, name: "Lise Grande", place: SourceRange(path: "p.yml"))
    record.page = .always
    var lock = IdentityLock()
    let named = entry("a.md", naming: [(.person, "Lise Grande")])
    _ = catalog([named], authorities: [record], lock: &lock)
    record.name = "Lise M. Grande"

    let later = catalog([named], authorities: [record], lock: &lock)

    #expect(later.entities.map(\.id.description) == ["lise-grande", "grande"])
    #expect(later.entities.map(\.hasPage) == [false, true])
    #expect(
      lock.entities == [.init(kind: .person, name: "lise m grande"): Slug("grande")])
  }

  @Test func `A topic may end with the word page`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [entry("a.md") { $0.tags = ["Homepage", "Page"] }], lock: &lock)

    #expect(catalog.taxonomies[.tags].map(\.path) == ["homepage", "page-2"])
  }

  @Test func `An article never takes the address of a month or of a list's next page`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [entry("a.md", "03", date: .year(2017)), entry("b.md", "Page", date: .year(2017))],
      lock: &lock)

    #expect(catalog.paths == ["2017/03-2/", "2017/page-2/"])
  }

  @Test func `Who stands with whom is counted in articles, most frequent first`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("a.md", naming: [(.place, "Mosul"), (.person, "Anna Ash"), (.person, "Bo Birk")]),
        entry("b.md", naming: [(.place, "Mosul"), (.person, "Bo Birk")]),
        entry("c.md", naming: [(.place, "Mosul"), (.person, "Bo Birk"), (.person, "Anna Ash")]),
      ], lock: &lock)
    let mosul = catalog.entities.firstIndex { $0.name == "Mosul" } ?? -1

    let companions = catalog.companions(of: mosul, limit: 5)

    #expect(companions.map { catalog.entities[$0.entity].name } == ["Bo Birk", "Anna Ash"])
    #expect(companions.map(\.articleCount) == [3, 2])
  }

  @Test func `Withdrawn articles are in no list and name nobody`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("a.md", "Gone", naming: [(.person, "Anna Ash")]) { $0.status = .withdrawn },
        entry("b.md", "There"),
      ], lock: &lock)

    #expect(catalog.articles.map(\.title) == ["There"])
    #expect(catalog.withdrawn.map(\.path) == ["undated/gone/"])
    #expect(catalog.entities.isEmpty)
  }

  @Test func `A section below another is in both, terms differ in more than case`() {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("a.md") {
          $0.section = "World/Iraq"
          $0.tags = ["Water", "water", "C++", "C"]
        },
        entry("b.md") { $0.section = "World" },
      ], lock: &lock)

    #expect(catalog.taxonomies[.sections].map(\.path) == ["world", "world/iraq"])
    #expect(catalog.taxonomies[.sections].map(\.articles) == [[0, 1], [0]])
    #expect(catalog.taxonomies[.tags].map(\.name) == ["C", "C++", "Water"])
    #expect(catalog.taxonomies[.tags].map(\.path) == ["c", "c-2", "water"])
  }

  @Test(arguments: Taxonomy.allCases)
  func `Names that differ only in how an accent is encoded are one term, and stay as written`(
    _ taxonomy: Taxonomy
  ) throws {
    // Each pair is canonically equivalent (Unicode, UAX 15), and no two names have the same bytes.
    for (composed, decomposed) in [
      ("Caf\u{E9}", "Cafe\u{301}"), ("\u{1EC7}", "e\u{323}\u{302}"),
      ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}"),
    ] {
      func sample(_ path: String, _ name: String) -> Sample {
        entry(path) { article in
          switch taxonomy {
          case .sections: article.section = name
          case .tags: article.tags = [name]
          case .authors: article.authors = [name]
          case .series: article.series = Article.Series(name: name)
          case .sources: article.source = name
          }
        }
      }
      var lock = IdentityLock()
      let catalog = catalog([sample("a.md", decomposed), sample("b.md", composed)], lock: &lock)

      let terms = catalog.taxonomies[taxonomy]
      #expect(terms.map(\.articles) == [[0, 1]])
      #expect(terms.first.map { Array($0.name.utf8) } == Array(decomposed.utf8))
      #expect(catalog.taxonomies.index(of: composed, in: taxonomy) == 0)
      #expect(lock.terms.count == 1)
    }
  }

  @Test func `A term keeps its address when another that makes the same comes before it`() {
    var lock = IdentityLock()
    _ = catalog([entry("a.md") { $0.tags = ["C++"] }], lock: &lock)

    let later = catalog(
      [entry("a.md") { $0.tags = ["C++"] }, entry("b.md") { $0.tags = ["C"] }], lock: &lock)

    #expect(later.taxonomies[.tags].map(\.name) == ["C", "C++"])
    #expect(later.taxonomies[.tags].map(\.path) == ["c-2", "c"])
  }

  /// A gazetteer of entries that share a name.
  private func gazetteer(_ entries: [(id: String, kind: EntityKind, name: String)]) throws
    -> Gazetteer
  {
    var builder = GazetteerBuilder()
    for (id, kind, name) in entries {
      let entry = builder.add(
        Gazetteer.Entry(
          id: Slug(id), name: name, kind: kind, class: .region, country: nil, coordinates: nil,
          geonames: nil))
      builder.add(name: name + " of \(id)", of: entry)
    }
    let bytes = builder.build()
    // A gazetteer uses its bytes in place for as long as the program runs.
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    memory.copyBytes(from: bytes)
    return try Gazetteer(bytes: UnsafeRawBufferPointer(memory))
  }

  private func known(_ index: Int32, _ kind: EntityKind, _ name: String) -> LocalEntity {
    LocalEntity(
      identity: .gazetteer(index), kind: kind, name: name, mentionCount: 1, firstMention: 0,
      isInTitle: false)
  }

  @Test func `Places of one name keep apart, now and in the next build`() throws {
    let gazetteer = try gazetteer([
      ("georgia", .place, "Georgia"), ("georgia-us", .place, "Georgia"),
    ])
    var samples = ["a.md", "b.md"].map { entry($0, naming: [(.place, "Georgia")]) }
    for i in samples.indices {
      samples[i].entities += [known(0, .place, "Georgia"), known(1, .place, "Georgia")]
    }
    var lock = IdentityLock()

    let first = catalog(samples, gazetteer: gazetteer, lock: &lock).entities
      .map(\.id.description).sorted()
    let second = catalog(samples, gazetteer: gazetteer, lock: &lock).entities
      .map(\.id.description).sorted()

    #expect(first == ["georgia", "georgia-2", "georgia-us"])
    #expect(second == first)
  }

  @Test func `An organisation's full name is that of the one that the gazetteer has`() throws {
    let gazetteer = try gazetteer([("defense", .organization, "Department of Defense")])
    var samples = ["a.md", "b.md"].map {
      entry($0, naming: [(.organization, "Department of Defense")])
    }
    samples[0].entities = [known(0, .organization, "Department of Defense")]
    var lock = IdentityLock()

    let entities = catalog(samples, gazetteer: gazetteer, lock: &lock).entities
      .filter { $0.articleCount > 0 }

    #expect(entities.map(\.id.description) == ["defense"])
    #expect(entities.map(\.articleCount) == [2])
  }

  @Test func `Whom an article names twice in two ways stands in one article with others`() throws {
    let gazetteer = try gazetteer([("defense", .organization, "Department of Defense")])
    var samples = ["a.md", "b.md"].map {
      entry($0, naming: [(.place, "Mosul"), (.organization, "Department of Defense")])
    }
    samples[0].entities.append(known(0, .organization, "Department of Defense"))
    samples[1].entities.append(known(0, .organization, "Department of Defense"))
    var lock = IdentityLock()
    let catalog = catalog(samples, gazetteer: gazetteer, lock: &lock)
    let mosul = try #require(catalog.entities.firstIndex { $0.name == "Mosul" })

    #expect(catalog.companions(of: mosul, limit: 5).map(\.articleCount) == [2])
  }

  @Test func `Years, months and days hold the articles that are exactly enough dated`() throws {
    var lock = IdentityLock()
    let catalog = catalog(
      [
        entry("a.md"), entry("b.md", date: .year(2016)),
        entry("c.md", date: .month(year: 2017, month: 3)),
        entry("d.md", date: try day(2017, 3, 26)),
      ], lock: &lock)

    #expect(catalog.chronology.undated == [0])
    #expect(catalog.chronology.years.map(\.articles) == [1..<2, 2..<4])
    #expect(catalog.chronology.months.map(\.articles) == [2..<4])
    #expect(catalog.chronology.days.map(\.articles) == [3..<4])
    #expect(catalog.chronology.parts(of: .year(2017)).count == 1)
    #expect(catalog.chronology.parts(of: .month(year: 2017, month: 3)).count == 1)
  }
}
