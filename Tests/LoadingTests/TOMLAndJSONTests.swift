import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Front matter in TOML and JSON` {
  @Test func `The three languages say the same`() {
    let yaml = source(
      """
      ---
      title: "Talks: a beginning"
      date: 2017-03-26
      draft: false
      tags: ["Iraq", "Mosul"]
      image: {src: "a.jpg", width: 800}
      x_desk: {code: 17, rate: 0.5, open: true}
      ---
      Text.

      """)
    let toml = source(
      """
      +++
      title = "Talks: a beginning"
      date = 2017-03-26
      draft = false
      tags = ["Iraq", "Mosul"]
      [image]
      src = 'a.jpg'
      width = 800
      [x_desk]
      code = 17
      rate = 0.5
      open = true
      +++
      Text.

      """)
    let json = source(
      """
      {
      \t"title": "Talks: a beginning",
      \t"date": "2017-03-26",
      \t"draft": false,
      \t"tags": ["Iraq", "Mosul"],
      \t"image": {"src": "a.jpg", "width": 800},
      \t"x_desk": {"code": 17, "rate": 0.5, "open": true}
      }

      Text.

      """)

    for other in [toml, json] {
      #expect(other.diagnostics == [])
      #expect(other.article == yaml.article)
      #expect(other.body == yaml.body)
    }
    #expect(yaml.article.image?.width == 800)
  }

  @Test(arguments: [
    ("+++\ntitle = Talks\n+++\n", 2, 9, "quotes"),
    ("+++\ntitle: Talks\n+++\n", 2, 6, "="),
    ("+++\ntitle = \"A\"\n\ntitle = \"B\"\n+++\n", 4, 1, "title"),
    ("+++\ntitle = \"A\n+++\n", 2, 9, "quote is not closed"),
    ("+++\ntags = [\"a\"\n+++\n", 2, 8, "]"),
    ("+++\nimage = {src = \"a\",}\n+++\n", 2, 20, "comma"),
    ("+++\ntitle = \"A\" date = 2017\n+++\n", 2, 13, "line"),
    ("+++\n[print\npage = 1\n+++\n", 2, 1, "bracket"),
    ("+++\ndate = 2017-02-30\n+++\n", 2, 8, "28 days"),
    ("+++\nprint = 1\n[print]\n+++\n", 3, 2, "print"),
    ("+++\ntitle = \"\\d\"\n+++\n", 2, 10, "escape"),
    ("+++\ntitle =\n+++\n", 2, 8, "value"),
    ("{\"title\": \"A\",\n}\n", 2, 1, "comma"),
    ("{\"title\": \"A\"\n\"date\": 1}\n", 1, 13, "comma"),
    ("{\"title\": \"A\"\n\nText.\n", 1, 1, "}"),
    ("{\"title\": Talks}\n", 1, 11, "quotes"),
    ("{\"title\": \"A\",\n \"title\": \"B\"}\n", 2, 2, "title"),
    ("{\"title\": \"A\n\"}\n", 1, 11, "quote is not closed"),
    ("{\"title\": \"A\", // a note\n}\n", 1, 16, "comments"),
    ("---json\n{\"title\": \"A\"} more\n---\n", 2, 16, "behind"),
    ("---json\n{\"title\": \"A\"}\n", 1, 1, "---"),
  ])
  func `What is wrong is named with its line, column and remedy`(
    _ text: String, _ line: Int, _ column: Int, _ words: String
  ) throws {
    let source = source(text + "Text.\n")
    let error = try #require(source.diagnostics.first { $0.severity == .error })
    let place = SourcePosition(of: error.place.offsets.lowerBound, in: Array(text.utf8))

    #expect(place.line == line)
    #expect(place.column == column)
    #expect("\(error.message) \(error.suggestion ?? "")".contains(words))
  }

  @Test func `Keys keep their order and their places`() throws {
    let text = "+++\nb = 1\n[a.c]\nd.e = 'x'\n[[a.f]]\ng = 2\n[[a.f]]\ng = 3\n+++\n"
    let entries = FrontMatter(of: Array(text.utf8), path: "a.md").entries

    #expect(
      outline(entries)
        == "b@4=\"1\"@8;a@11={c@13={d@16={e@18='\"x\"@22}};f@30=[{g@34=\"2\"@38},{g@48=\"3\"@52}]}")
  }

  @Test(arguments: [
    ("1_000", "1000"), ("+17", "17"), ("0x1F", "31"), ("0o17", "15"), ("0b101", "5"),
    ("6.26e-34", "6.26e-34"), ("1e+2", "1e+2"), ("true", "true"), ("inf", "inf"),
    ("2017-03-26T10:00:00Z", "2017-03-26T10:00:00Z"),
    ("2017-03-26 10:00:00", "2017-03-26 10:00:00"),
    ("10:30:00", "10:30:00"),
  ])
  func `What needs no quotes in TOML is taken in JSON's form`(_ written: String, _ plain: String) {
    #expect(TOMLWord.plain(written) == plain)
  }

  @Test(arguments: ["1__0", "_1", "1_", "1._5", "01", "1.", ".5", "0x", "0x_1", "tru", "1-1", "+"])
  func `What is neither is refused`(_ written: String) { #expect(TOMLWord.plain(written) == nil) }

  @Test(arguments: [
    ("\"\"\"\nOne\ntwo: \"three\".\"\"\"", "One\ntwo: \"three\"."),
    ("\"\"\"a \\\n   b\"\"\"", "a b"), ("\"\"\"a\"\"\"\"\"", "a\"\""), ("'''\n\\d '''", "\\d "),
    ("'C:\\new'", "C:\\new"), ("\"\\u00e9\\t\\U0001F600\\\"\"", "é\t😀\""), ("\"\"", ""), ("''", ""),
  ])
  func `Strings of TOML hold what they say`(_ written: String, _ text: String) throws {
    let bytes = Array("a = \(written)\n".utf8)
    var document = TOMLDocument(bytes, 0..<bytes.count)
    let entries = try document.entries()

    #expect(entries.first?.value.asText == text)
  }

  @Test(arguments: [
    "a.b = 1\n[a]\n", "[a]\n[a]\n", "[a.b]\n[a]\nb.c = 1\n", "a = {b = 1}\na.c = 2\n",
    "a = {b = 1}\n[a.c]\n", "a = []\n[[a]]\n", "[[a]]\n[a]\n", "a = 1\na.b = 2\n",
    "a = {b.c = 1, b = 2}\n",
  ])
  func `A table of TOML is defined once`(_ text: String) {
    let (bytes, path) = (Array("+++\n\(text)+++\n".utf8), "a.md")
    #expect(FrontMatter(of: bytes, path: path).diagnostics.map(\.code) == [.keyDuplicate])
  }

  @Test(arguments: [
    "[a.b]\n[a]\nc = 1\n", "a.b = 1\na.c = 2\n", "[a]\nb.c = 1\n[a.b.d]\n",
    "[[a]]\n[a.b]\n[[a]]\n[a.b]\n",
  ])
  func `And may be added to where TOML allows it`(_ text: String) {
    let (bytes, path) = (Array("+++\n\(text)+++\n".utf8), "a.md")
    #expect(FrontMatter(of: bytes, path: path).diagnostics == [])
  }

  @Test func `JSON's escapes are characters, and half a pair is none`() {
    #expect(source("{\"title\": \"\\u00e9\\ud83d\\ude00\\/\"}\nText.\n").article.title == "é😀/")
    #expect(!source("{\"title\": \"\\ud83d\"}\nText.\n").isSound)
  }

  @Test(arguments: ["{{< figure >}}\n", "{\"Peace,\" he said}\n", "{ a }\n"])
  func `A text that begins with a brace is a text`(_ text: String) {
    #expect(String(decoding: source(text).body, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("{\"title\": \"T\"} Text.\n", " Text.\n"), ("{\"title\": \"T\"}\n\n    code\n", "    code\n"),
    ("---json\n{\"title\": \"T\"}\n---\nText.\n", "Text.\n"),
    ("---toml\ntitle = \"T\"\n---\nText.\n", "Text.\n"),
  ])
  func `The body follows`(_ text: String, _ body: String) {
    #expect(source(text).diagnostics == [])
    #expect(source(text).article.title == "T")
    #expect(String(decoding: source(text).body, as: UTF8.self) == body)
  }

  @Test func `Nesting without end is refused in each of them`() {
    let deep = 100_000
    let opening = String(repeating: "[", count: deep)
    let dotted = Array(repeating: "a", count: deep).joined(separator: ".")
    let braces = String(repeating: "{a.a.a.a.a.a.a.a = ", count: 50)
    for text in [
      "+++\na = \(opening)\n+++\n", "+++\n\(dotted) = 1\n+++\n", "+++\n[\(dotted)]\n+++\n",
      "{\"a\": \(opening)}\n", "+++\na = \(braces)1\(String(repeating: "}", count: 50))\n+++\n",
    ] {
      #expect(codes(source(text).diagnostics).first == "front-matter-invalid")
    }
  }
}

@Suite struct `Lines that are not what they look like` {
  @Test func `Keys without fences are text, with a warning`() {
    let sentence = source("Source: the ministry said so.\n\nText.\n")
    let source = source("Title: Talks\nDate: 2017-03-26\n\nText.\n")

    #expect(codes(source.diagnostics) == ["front-matter-stray"])
    #expect(source.bodyStart == 0)
    // One key alone is how a sentence may begin.
    #expect(codes(sentence.diagnostics) == [])
  }

  @Test(arguments: [
    ("image: \"{{ site.baseurl }}/assets/a.jpg\"", "/assets/a.jpg"),
    ("image: \"{{site.url}}{{ site.baseurl }}/assets/a.jpg\"", "/assets/a.jpg"),
    ("image: \"{{ '/assets/a.jpg' | relative_url }}\"", "/assets/a.jpg"),
    ("image: '{{ \"assets/a.jpg\" | relURL }}'", "/assets/a.jpg"),
    ("image: \"{{ .Site.BaseURL }}assets/a.jpg\"", "/assets/a.jpg"),
  ])
  func `A template for the site's root is read as that`(_ line: String, _ path: String) {
    #expect(article(line).diagnostics == [])
    #expect(article(line).article.image?.source == path)
  }

  @Test func `Other templates are never shown`() {
    let source = article("title: \"Talks {{ page.city }} resume\"\nsummary: \"{% now %}\"")

    #expect(codes(source.diagnostics) == ["front-matter-template", "front-matter-template"])
    #expect(source.article.title == "Talks resume")
    #expect(source.article.summary == nil)
    #expect(article("title: \"{{ site.title }} - {% now %}\"").article.title == "Talks")
    #expect(article("title: \"a {{ b\"").article.title == "a {{ b")
  }
}
