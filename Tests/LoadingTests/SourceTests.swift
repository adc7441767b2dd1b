import ArchiveModel
import Testing

@testable import Loading

/// An article of the given text.
func source(_ text: String, path: String = "articles/talks.md") -> Source {
  Source(Array(text.utf8), path: path, shownAs: "Content/" + path)
}

/// An article with the given front matter.
func article(_ frontMatter: String) -> Source { source("---\n\(frontMatter)\n---\nText.\n") }

@Suite struct `An article file` {
  @Test func `The keys of front matter become the article's`() {
    let source = article(
      """
      title: "Talks: a beginning"
      date: 2017-03-26
      authors: [Jane Doe, {name: John Smith, role: photographer}]
      tags:
        - Iraq
        - Mosul
      section: World/Iraq
      series: {name: Nine months in Mosul, part: 2}
      sources:
        - {publication: Reuters, date: 2017-03-25}
        - UN press briefing
      aliases: [/old/talks, /?p=12, /old/talks.html]
      entities: {ignore: [May], is: {"the president": barack-obama}}
      people: [Lise Grande]
      x_desk: 17
      """)

    #expect(source.diagnostics == [])
    let article = source.article
    #expect(article.title == "Talks: a beginning")
    #expect(!article.inferred.contains(.title))
    #expect(article.date.description == "2017-03-26")
    #expect(article.authors == ["Jane Doe", "John Smith"])
    #expect(article.tags == ["Iraq", "Mosul"])
    #expect(article.section == "World/Iraq")
    #expect(article.series == Article.Series(name: "Nine months in Mosul", part: 2))
    #expect(article.sources == ["Reuters, 2017-03-25", "UN press briefing"])
    #expect(article.aliases == ["/old/talks/", "/?p=12", "/old/talks.html"])
    #expect(article.entities.ignore == ["May"])
    #expect(article.entities.identities == [.init(name: "the president", id: "barack-obama")])
    #expect(article.entities.add == [.init(name: "Lise Grande", kind: .person)])
    #expect(article.extra == [.init(key: "x_desk", value: .number("17"))])
    #expect(String(decoding: source.body, as: UTF8.self) == "Text.\n")
  }

  @Test func `Keys of other generators are understood`() {
    let article = article(
      """
      headline: H
      Description: D
      publishDate: 2017-03-26
      last-modified-at: 2017-03-28
      author: Jane Doe
      keywords: [a]
      categories: [World]
      redirect_from: /old/
      permalink: /2017/new/
      """
    ).article

    #expect(article.title == "H")
    #expect(article.summary == "D")
    #expect(article.date.description == "2017-03-26")
    #expect(article.updated.description == "2017-03-28")
    #expect(article.authors == ["Jane Doe"])
    #expect(article.tags == ["a"])
    #expect(article.section == "World")
    #expect(article.aliases == ["/old/"])
    #expect(article.url == "/2017/new/")
  }

  @Test(arguments: [
    ("1984", "1984"), ("no", "no"), ("2017-03-26", "2017-03-26"), ("0x1F", "0x1F"),
    ("Mosul: the end", "Mosul: the end"), ("\"A \\\"word\\\"\"", "A \"word\""),
    ("'Iraq''s city'", "Iraq's city"), (">-\n  One\n  two", "One two"), ("One\n  two", "One two"),
    ("Don&#8217;ts &amp;amp; dos", "Don’ts &amp; dos"), ("caf&eacute;", "café"),
    ("x&lt;\u{301}&amp;\u{200D}", "x<\u{301}&\u{200D}"),
    ("\"a\\u202Eb\"", "ab"), ("Live at 10:30: what we know:", "Live at 10:30: what we know:"),
  ])
  func `A title is what a person reads there`(_ written: String, _ title: String) {
    #expect(article("title: \(written)").article.title == title)
  }

  @Test func `A draft is one by draft, published or status`() {
    for line in ["draft: true", "draft: yes", "published: false", "status: draft"] {
      #expect(article("title: T\n\(line)").article.status == .draft, "\(line)")
    }
    for line in ["draft: false", "published: true", "status: published", "draft:"] {
      #expect(article("title: T\n\(line)").article.status == .published, "\(line)")
    }
    #expect(article("status: withdrawn\ndraft: true").article.status == .withdrawn)
  }

  @Test(arguments: [
    ("date: 2017-02-30", "date-impossible"), ("date: soon", "date-invalid"),
    ("date: [2017, 2018]", "date-invalid"), ("embargo: soon", "date-invalid"),
    ("status: emargoed", "status-unknown"), ("draft: perhaps", "status-unknown"),
    ("slug: ../x", "slug-invalid"), ("id: ../../x", "identifier-invalid"),
    ("url: /../x/", "address-escapes"), ("aliases: [//evil.example/]", "address-escapes"),
    ("title: A\ntitle: B", "key-duplicate"), ("series: {name: A, name: B}", "key-duplicate"),
    ("print:\n\tpage: 1", "front-matter-invalid"), ("title: [a", "front-matter-invalid"),
    ("title: !secret x", "front-matter-invalid"), ("- a\n- b", "front-matter-invalid"),
  ])
  func `What decides identity, address or time must be right`(_ lines: String, _ code: String) {
    let source = article(lines)

    #expect(codes(source.diagnostics) == [code])
    #expect(!source.isSound)
  }

  @Test(arguments: [
    ("title: {en: A}", "value-type"), ("lang: en us", "language-invalid"),
    ("updated: soon", "value-type"), ("original_url: \"javascript:x\"", "value-type"),
    ("slug: Mosul", "value-type"), ("titel: A", "key-unknown"), ("tags: a, b", "value-type"),
    ("series: {name: A, part: x}", "value-type"), ("title: A\nheadline: B", "value-type"),
    ("authors: [{name: A, email: a@example.org}]", "value-type"),
    ("title: \"a\\u0007b\"", "control-characters"),
    ("date: 2017-03-26\nupdated: 2017-03-01", "value-type"),
  ])
  func `What only describes is dropped or repaired with a warning`(_ lines: String, _ code: String)
  {
    let source = article(lines)

    #expect(codes(source.diagnostics) == [code])
    #expect(source.isSound)
  }

  @Test func `A slip in a key is met with the word that was meant`() {
    let source = article("titel: A")

    #expect(source.diagnostics.first?.suggestion == "did you mean title?")
    #expect(source.article.extra == [.init(key: "titel", value: .text("A"))])
  }

  @Test func `Notes are internal and are kept nowhere`() {
    let source = article("title: T\nnotes: SECRET\nednote: SECRET\ninternal-note: SECRET")

    #expect(source.article.extra == [])
    #expect(!"\(source.article)".contains("SECRET"))
  }

  @Test func `Authors are read from the byline where none are named`() {
    #expect(
      article("byline: By Jane Doe and John Smith in Baghdad").article.authors
        == ["Jane Doe", "John Smith"])
    #expect(article("byline: Staff writers").article.byline == "Staff writers")
  }

  @Test func `Corrections come oldest first`() {
    let source = article(
      """
      corrections:
        - date: 2017-03-29
          kind: clarification
          text: "Later: clearer."
        - date: 2017-03-28
          text: Earlier.
      """)

    #expect(source.article.corrections.map(\.text) == ["Earlier.", "Later: clearer."])
    #expect(source.article.corrections.map(\.kind) == ["correction", "clarification"])
    #expect(source.diagnostics == [])
  }

  @Test func `The place of a value is kept for later diagnostics`() {
    let source = article("title: T\nslug: talks")

    #expect(source.place(of: .slug).offsets == 19..<24)
    #expect(source.place(of: .aliases) == SourceRange(path: "Content/articles/talks.md"))
  }
}

@Suite struct `What front matter leaves open` {
  @Test func `A first heading is the title, and leaves the body`() {
    for text in ["# The *talks*\n\nText.\n", "\nThe talks\n=========\n\nText.\n"] {
      let source = source(text)
      #expect(source.article.title == "The talks")
      #expect(!source.article.inferred.contains(.title))
      #expect(String(decoding: source.body, as: UTF8.self) == "\nText.\n")
    }
  }

  @Test func `Else the name of the file is`() {
    let source = source("Text.\n", path: "articles/the-talks_resume.md")

    #expect(source.article.title == "The talks resume")
    #expect(source.article.inferred.contains(.title))
    #expect(source.fileSlug == nil)
  }

  @Test func `A date before the name of a file is the article's, and the rest its address`() {
    let inferred = source("Text.\n", path: "articles/2014-12-23-hub.md")
    let stated = source("---\ndate: 2015\n---\nText.\n", path: "articles/2014-12-23-hub.md")

    #expect(inferred.article.date.description == "2014-12-23")
    #expect(inferred.article.inferred.contains(.date))
    #expect(inferred.article.title == "Hub")
    #expect(inferred.fileSlug == Slug("hub"))
    #expect(stated.article.date.description == "2015")
    #expect(!stated.article.inferred.contains(.date))
  }

  @Test func `The body begins where its places count from`() {
    let text = "---\ntitle: T\n---\n\u{0}Text.\n"
    let source = source(text)

    #expect(source.bodyStart == 17)
    #expect(
      Array(Archive.text(of: Array(text.utf8), path: "a.md")[source.bodyStart...]) == source.body)
  }

  @Test func `An article without a body is built with a warning`() {
    for text in ["", "---\ntitle: T\n---\n", "---\ntitle: T\n---"] {
      #expect(codes(source(text).diagnostics) == ["file-empty"])
    }
  }
}
