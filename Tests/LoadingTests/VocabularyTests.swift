import ArchiveModel
import Testing

@testable import Loading

@Suite struct `The vocabulary of front matter` {
  @Test(arguments: [
    "image: /media/a.jpg", "cover: /media/a.jpg", "featured_image: /media/a.jpg",
    "thumbnail: /media/a.jpg", "hero: /media/a.jpg", "images: [/media/a.jpg]",
    "image: {src: /media/a.jpg}", "cover:\n  image: /media/a.jpg", "Image: /media/a.jpg",
    "params:\n  image: /media/a.jpg", "extra:\n  cover: /media/a.jpg",
  ])
  func `A picture is understood under every name it goes by`(_ lines: String) {
    let source = article(lines)

    #expect(source.diagnostics == [])
    #expect(source.article.image == Article.Image(source: "/media/a.jpg"))
  }

  @Test func `A picture comes with all that is said of it`() {
    var wanted = Article.Image(source: "a.jpg")
    wanted.alt = "A bridge"
    wanted.caption = "The bridge: before"
    wanted.credit = "Jane Doe"
    wanted.license = "CC-BY-4.0"
    wanted.width = 800
    wanted.height = 600

    let map = article(
      """
      image:
        src: a.jpg
        alt: A bridge
        caption: "The bridge: before"
        credit: Jane Doe
        license: CC-BY-4.0
        width: 800
        height: 600
      """)
    #expect(map.diagnostics == [])
    #expect(map.article.image == wanted)

    let keys = article("image_alt: A bridge\nimage: a.jpg\nimage_figcaption: The bridge: before")
    #expect(keys.diagnostics == [])
    #expect(keys.article.image?.alt == "A bridge")
    #expect(keys.article.image?.caption == "The bridge: before")
    #expect(article("image: {src: a.jpg, alt: \"\"}").article.image?.alt == "")
  }

  @Test func `No picture is one only because a theme has a switch`() {
    let source = article("hero: false\nimage: /a.png")

    #expect(source.article.image?.source == "/a.png")
    #expect(source.diagnostics == [])
    #expect(article("hero: false").article.image == nil)
    #expect(article("hero: false").article.extra == [.init(key: "hero", value: .bool(false))])
    #expect(article("image:").article.image == nil)
  }

  @Test func `What stood on paper keeps its place there`() {
    let map = article("print: {date: 2017-03-27, edition: Late, section: A, page: 1, column: 3}")
    #expect(map.diagnostics == [])
    #expect(map.article.print?.date.description == "2017-03-27")
    #expect(map.article.print?.edition == "Late")
    #expect(map.article.print?.section == "A")
    #expect(map.article.print?.page == "1")
    #expect(map.article.print?.column == "3")
    #expect(article("page: A1\nedition: Late").article.print?.page == "A1")
    #expect(article("print: A1").article.print?.page == "A1")
    #expect(article("page: A1\nprint: {page: B2}").article.print?.page == "B2")
  }

  @Test func `The kind of a text is told apart from the name of a layout`() {
    #expect(article("type: Press release").article.kind == .pressRelease)
    #expect(article("genre: opinion").article.kind == .opinion)
    let layout = article("type: post")
    #expect(layout.article.kind == nil)
    #expect(layout.article.extra == [.init(key: "type", value: .text("post"))])
    #expect(layout.diagnostics == [])
    #expect(article("type: analisys").diagnostics.first?.suggestion == "did you mean analysis?")
  }

  @Test func `Rights, copies and relations are read`() {
    let source = article(
      """
      rights_holder: Dateline Press
      canonical: https://example.org/talks
      archived: [https://web.archive.org/web/2017/https://example.org/talks]
      about: [mosul]
      related: aid
      follows: [talks-1, talks-2]
      translation_of: gespraeche
      authors: [{name: Jane Doe, id: jd, role: reporting}, John Smith]
      """)

    #expect(source.diagnostics == [])
    let article = source.article
    #expect(article.rightsHolder == "Dateline Press")
    #expect(article.canonical == "https://example.org/talks")
    #expect(article.archived == ["https://web.archive.org/web/2017/https://example.org/talks"])
    #expect(article.about == ["mosul"])
    #expect(article.related == ["aid"])
    #expect(article.follows == ["talks-1", "talks-2"])
    #expect(article.translationOf == "gespraeche")
    #expect(article.authors == ["Jane Doe", "John Smith"])
    #expect(article.authorDetails == [.init(name: "Jane Doe", id: "jd", role: "reporting")])
  }

  @Test(arguments: [
    "noindex: true", "robots: noindex", "robots: \"NOINDEX, nofollow\"", "robots: [noindex]",
    "sitemap: false", "sitemap: {disable: true}", "in_search_index: false",
  ])
  func `Search engines are kept out however it is said`(_ line: String) {
    #expect(article(line).article.isUnlisted)
    #expect(article(line).diagnostics == [])
  }

  @Test(arguments: ["noindex: false", "robots: index", "sitemap: true", "sitemap: {priority: 0.5}"])
  func `And let in where it is not`(_ line: String) {
    #expect(!article(line).article.isUnlisted)
    #expect(article(line).diagnostics == [])
  }

  @Test func `What is private is shown to nobody`() {
    #expect(article("private: true").article.status == .draft)
    #expect(codes(article("private: true").diagnostics) == ["value-type"])
    #expect(article("private: false").article.status == .published)
    #expect(!article("private: perhaps").isSound)
  }

  @Test func `What other generators nest is read as if it stood at the top`() {
    let source = article(
      """
      title: T
      tags: [top]
      params:
        subtitle: S
        tags: [inner]
        accent: red
        notes: SECRET
      taxonomies:
        series: [Mosul]
      """)

    #expect(source.diagnostics == [])
    #expect(source.article.subtitle == "S")
    #expect(source.article.tags == ["top"])
    #expect(source.article.series?.name == "Mosul")
    #expect(
      source.article.extra == [
        .init(
          key: "params",
          value: .map([
            .init(key: "tags", value: .list([.text("inner")])),
            .init(key: "accent", value: .text("red")),
          ]))
      ])
  }

  @Test func `An unknown key keeps the type of its value`() {
    let source = article(
      """
      x_map: {b: 1, a: [true, null, 17.50, "17", 007, no]}
      x_empty:
      x_desk: {name: Jane Doe, email: jane@example.org}
      """)

    #expect(
      source.article.extra == [
        .init(
          key: "x_map",
          value: .map([
            .init(key: "b", value: .number("1")),
            .init(
              key: "a",
              value: .list([
                .bool(true), .null, .number("17.50"), .text("17"), .text("007"), .text("no"),
              ])),
          ])),
        .init(key: "x_empty", value: .null),
        .init(key: "x_desk", value: .map([.init(key: "name", value: .text("Jane Doe"))])),
      ])
    #expect(codes(source.diagnostics) == ["value-type"])
  }
}
