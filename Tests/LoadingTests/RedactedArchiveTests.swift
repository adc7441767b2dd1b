import ArchiveModel
import Testing

@testable import Loading

@Suite struct `An archive in which a name is redacted` {
  private let rules = """
    -- Content/privacy.yml --
    redact:
      - name: Lise Grande
        date: 2026-01-04
    """

  @Test func `Front matter and text are without it, and the article knows when it went`() throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: Letters to Lise Grande
      \(rules)
      -- Content/articles/lise-grande.md --
      ---
      title: "Lise\\u0020Grande arrested"
      slug: lise-grande-arrested
      authors: [Lise Grande, {name: Ann Lee, role: of Lise Grande}]
      tags: [lise grande]
      aliases: [/old/lise-grande/]
      x: {Lise Grande: {deep: [Lise Grande]}}
      ---
      The **Lise** Grande affair, and [a link](/people/lise-grande/).
      """)
    let archive = try folder.open()
    let source = Source.read("articles/l-g.md", in: archive)

    #expect(archive.diagnostics == [])
    #expect(archive.settings.title == "Letters to L. G.")
    #expect(archive.articleFiles == ["articles/l-g.md"])
    #expect(archive.shownPath(of: "articles/l-g.md") == "Content/articles/lise-grande.md")
    let article = source.article
    #expect(article.path == "articles/l-g.md")
    #expect(article.title == "L. G. arrested")
    #expect(article.slug?.description == "l-g-arrested")
    #expect(article.authors == ["L. G.", "Ann Lee"])
    #expect(article.tags == ["L. G."])
    #expect(article.aliases == ["/old/l-g/"])
    #expect(!"\(article.extra)\(article.authorDetails)".lowercased().contains("lise"))
    let body = String(decoding: source.body, as: UTF8.self)
    #expect(body == "The **L.** G. affair, and [a link](/people/l-g/).")
    #expect(article.redactions.map(\.description) == ["2026-01-04"])
    #expect(article.status == .redacted)
  }

  @Test func `An article without it is as it was`() throws {
    let folder = try TemporaryArchive(
      "-- Content/archive.yml --\ntitle: T\n\(rules)\n-- Content/articles/a.md --\nLisa Grande.\n")
    let archive = try folder.open()
    let source = Source.read("articles/a.md", in: archive)

    #expect(source.article.redactions == [])
    #expect(source.article.status == .published)
    #expect(source.body.elementsEqual("Lisa Grande.\n".utf8))
  }

  @Test func `Records are without it, in ids and in references to them`() throws {
    let archive = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      \(rules)
      -- Content/authorities/lise-grande.yml --
      lise-grande:
        type: person
        name: Lise Grande
        names: [Grande]
        note: Of *Lise* Grande.
      ann-lee:
        type: person
        name: Ann Lee
        not_same_as: [lise-grande]
      """
    ).open()

    #expect(archive.diagnostics == [])
    #expect(archive.authorities.map(\.id.description) == ["ann-lee", "l-g"])
    #expect(archive.authorities.first?.notSameAs == ["l-g"])
    let record = try #require(archive.authorities.last)
    #expect(record.name == "L. G.")
    #expect(record.names == ["Grande"])
    #expect(record.note == "Of *L.* G.")
    #expect(record.place.path == "Content/authorities/lise-grande.yml")
  }

  @Test func `Pictures are found under the name that they have now, however they are named`() throws
  {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      \(rules)
      -- Content/media/lise-grande.jpg --
      a
      -- Content/media/Lise Grande.png --
      b
      -- Content/media/l-g.jpg --
      c
      """)
    let archive = try folder.open()
    let index = archive.mediaIndex()
    func found(_ written: String) -> String? {
      let target = archive.hiddenNames.redacted(written)
      guard case .found(let file, false) = index.find(target, from: "articles/a.md") else {
        return nil
      }
      return file.source.split(separator: "/").last.map(String.init)
    }

    #expect(archive.mediaFiles == ["media/L G.png", "media/l-g-2.jpg", "media/l-g.jpg"])
    #expect(found("/media/Lise Grande.png") == "Lise Grande.png")
    #expect(found("/media/Lise%20Grande.png") == "Lise Grande.png")
    #expect(found("/media/l-g.jpg") == "l-g.jpg")
  }

  @Test func `The lock keeps what was public, and gives none of it away`() throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      \(rules)
      -- Content/articles/lise-grande.md --
      Text.
      -- Content/articles/a.md --
      Text.
      -- Content/authorities/ids.lock --
      dateline-ids 1
      article 2017/03/26/lise-grande-arrested/ articles/a.md
      article 2017/03/27/talks/ articles/lise-grande.md
      entity person/ann-lee ann lee
      entity person/lise-grande lise grande
      former 2017/03/25/lise-grande/ articles/a.md
      former 2017/03/25/talks/ articles/lise-grande.md
      term tags/lise-grande lise grande
      term tags/un un

      """)
    let file = IdentityLockFile.read(of: try folder.open())
    var lock = file.lock

    #expect(file.diagnostics == [])
    #expect(lock.articles == ["articles/l-g.md": "2017/03/27/talks/"])
    #expect(lock.formerAddresses == ["2017/03/25/talks/": "articles/l-g.md"])
    #expect(lock.entities.map(\.value.description) == ["ann-lee"])
    #expect(lock.terms.map(\.value) == ["un"])
    #expect(!file.needsWriting(lock))

    lock.remember(address: "2017/03/26/l-g-arrested/", forArticle: "articles/a.md")
    try file.write(lock)
    let text = try readFile(at: folder.root + "/Content/authorities/ids.lock")
    #expect(
      String(decoding: text, as: UTF8.self) == """
        dateline-ids 1
        article 2017/03/26/l-g-arrested/ articles/a.md
        article 2017/03/27/talks/ articles/lise-grande.md
        entity person/ann-lee ann lee
        entity person/lise-grande lise grande
        former 2017/03/25/lise-grande/ articles/a.md
        former 2017/03/25/talks/ articles/lise-grande.md
        former 2017/03/26/lise-grande-arrested/ articles/a.md
        term tags/lise-grande lise grande
        term tags/un un

        """)
  }

  @Test func `Words in place of a name may not be one, nor hold a sign of markup`() throws {
    for (words, message) in [
      (
        "Ms Lise Grande",
        "“Ms Lise Grande”, which stands in place of “Lise Grande”, is itself removed"
      ),
      ("<b>", "the words in place of a name have no “<”"),
    ] {
      let archive = try TemporaryArchive(
        """
        -- Content/archive.yml --
        title: T
        -- Content/privacy.yml --
        redact: [{name: Lise Grande, date: 2026-01-04, with: "\(words)"}]
        """
      ).open()

      #expect(archive.diagnostics.map(\.message) == [message])
      #expect(!archive.hasSoundSettings)
    }
  }
}
