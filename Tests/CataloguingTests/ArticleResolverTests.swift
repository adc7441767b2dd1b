import ArchiveModel
import Cataloguing
import Testing

@Suite struct `Resolution within an article` {
  @Test func `What a worker keeps of other articles changes nothing`() {
    let articles = [
      "[person:Lise Grande] met [person:Ali Hassan]. [person:Grande] thanked [person:Hassan].",
      "[person:Bill Grande] spoke. [person:Grande] left; [organization:UN] stayed.",
      "The [organization:United Nations] ([organization:UN]) asked [person:John Q. Doe].",
      "[person:John Doe] and [person:John Q. Doe] came to [place:Mosul].",
      "[person:Lise Grande] came.\n\n[person:Grande] and [person:Doe] went.",
    ].map { MarkedText($0) }
    let resolver = ArticleResolver(authorities: [], linksDemonyms: false)
    var kept = NameForms()

    for article in articles + articles.reversed() {
      let warm = resolver.resolve(
        body: article.bytes, article.mentions, title: [], [], overrides: .init(), keeping: &kept)
      let fresh = resolver.resolve(
        body: article.bytes, article.mentions, title: [], [], overrides: .init())

      #expect(warm.entities == fresh.entities)
      #expect(warm.bodyEntities == fresh.bodyEntities)
      #expect(warm.rules == fresh.rules)
    }
  }

  @Test func `A surname goes to the one person whom the article names in full`() {
    let resolution = resolved(
      "[person:Lise Grande] met the governor. [person:Grande] thanked him.")

    #expect(resolution.bodyEntities == [0, 0])
    #expect(resolution.entities.map(\.name) == ["Lise Grande"])
    #expect(resolution.entities.map(\.mentionCount) == [2])
  }

  @Test func `A surname that two people of the article bear stays unresolved`() {
    let resolution = resolved(
      "[person:Bill Clinton] and [person:Hillary Clinton] came. [person:Clinton] spoke.")

    #expect(resolution.bodyEntities == [0, 1, -1])
  }

  @Test func `A surname that the article does not explain stays unresolved`() {
    #expect(resolved("[person:Grande] urged restraint.").rules == [.unexplained])
  }

  @Test func `A surname in the headline goes to the full name in the text`() {
    let resolution = resolved(
      "[person:Lise Grande] spoke.", title: "[person:Grande] urges restraint")

    #expect(resolution.titleEntities == [0])
    #expect(resolution.entities[0].isInTitle)
  }

  @Test func `An acronym takes its expansion`() {
    let resolution = resolved(
      "The [organization:Joint Special Operations Command] ([organization:JSOC]) struck; "
        + "[organization:JSOC] said so.")

    #expect(resolution.bodyEntities == [0, 0, 0])
    #expect(resolution.entities.map(\.name) == ["Joint Special Operations Command"])
  }

  @Test func `A surname goes to a record that the article names in full`() {
    let resolution = resolved(
      "[authority 0 person:Haider al-Abadi] came. [person:al-Abadi] left.",
      authorities: [record("haider-al-abadi", .person, "Haider al-Abadi")])

    #expect(resolution.bodyEntities == [0, 0])
    #expect(resolution.entities[0].identity == .authority(0))
  }

  @Test func `A weak name counts only beside a strong one`() {
    let records = [record("islamic-state", .organization, "Islamic State")]

    let alone = resolved("[weak 0 organization:The group] fled.", authorities: records)
    let beside = resolved(
      "[authority 0 organization:Islamic State] lost. [weak 0 organization:The group] fled.",
      authorities: records)

    #expect(alone.bodyEntities == [-1])
    #expect(beside.bodyEntities == [0, 0])
  }

  @Test func `Demonyms are left alone unless the archive asks for them`() {
    let text = "[gazetteer 3 demonym:Iraqi] officials met."

    #expect(resolved(text).bodyEntities == [-1])
    #expect(resolved(text, linksDemonyms: true).bodyEntities == [0])
  }

  @Test func `One name has one kind in an article`() {
    let resolution = resolved(
      "[organization:Safaa Jawad] was there. [person:Safaa Jawad] saw it. [person:Safaa Jawad] ran."
    )

    #expect(resolution.bodyEntities == [0, 0, 0])
    #expect(resolution.entities[0].kind == .person)
  }

  @Test func `The article's editor overrides everything`() {
    var overrides = Article.EntityOverrides()
    overrides.ignore = ["May"]
    overrides.identities = [.init(name: "the president", id: "barack-obama")]

    let resolution = resolved(
      "[person:May] it be. [person:the president] left.",
      authorities: [record("barack-obama", .person, "Barack Obama")], overrides: overrides)

    #expect(resolution.bodyEntities == [-1, 0])
    #expect(resolution.entities[0].identity == .authority(0))
  }

  @Test func `A name in capitals gives way to the same name in ordinary letters`() {
    let resolution = resolved("[person:LISE GRANDE] spoke. [person:Lise Grande] left.")

    #expect(resolution.entities.map(\.name) == ["Lise Grande"])
  }
}

@Suite struct `Names that an article's editor adds` {
  private func added(_ text: String, _ names: [(String, EntityKind)]) -> [String] {
    let bytes = Array(text.utf8)
    let annotation = Annotation(sentences: [0..<Int32(bytes.count)], mentions: [])
      .adding(names.map { .init(name: $0.0, kind: $0.1) }, in: bytes)
    return annotation.mentions.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func `They are found as whole words, the longest first`() {
    #expect(
      added("West Mosul and Mosul, not Mosulian.", [("Mosul", .place), ("West Mosul", .place)])
        == ["West Mosul", "Mosul"])
    #expect(added("“Mosul” – Mosul’s", [("Mosul", .place)]) == ["Mosul", "Mosul"])
    #expect(added("Émosul", [("mosul", .place)]) == [])
  }

  @Test func `A mention by rule gives way to them, a record's does not`() {
    let bytes = Array("May Ling spoke.".utf8)
    func surfaces(_ evidence: Mention.Evidence) -> [String] {
      Annotation(
        sentences: [0..<Int32(bytes.count)],
        mentions: [Mention(start: 0, end: 3, kind: .person, score: 1, evidence: evidence)]
      ).adding([.init(name: "May Ling", kind: .person)], in: bytes).mentions.map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
    }

    #expect(surfaces(.text) == ["May Ling"])
    #expect(surfaces(.authority(0)) == ["May"])
  }

  @Test func `A single word that the editor adds needs no full name`() {
    var overrides = Article.EntityOverrides()
    overrides.add = [.init(name: "Grande", kind: .person)]

    #expect(resolved("[person:Grande] spoke.", overrides: overrides).bodyEntities == [0])
  }
}
