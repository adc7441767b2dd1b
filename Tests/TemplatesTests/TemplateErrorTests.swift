import Templates
import Testing

@Suite struct `Errors in templates` {
  @Test(arguments: [
    (
      "<h1>{{titel}}</h1>",
      "1:7: error: Page has no “titel”\n  = help: write “title”"
    ),
    (
      "é {{#rows}}\n  {{ulr}}{{/rows}}",
      "2:5: error: neither Row nor Page has “ulr”\n  = help: write “url”"
    ),
    (
      "éé{{place.nmae}}",
      "1:5: error: Place has no “nmae”\n  = help: write “name”"
    ),
    (
      "{{zzzzzz}}",
      "1:3: error: Page has no “zzzzzz”\n"
        + "  = help: the names here are title, dek, body, count, corrected, place, rows, tags, kind"
    ),
    (
      "{{rows.title}}",
      "1:3: error: “rows” is a list, and “title” is asked of it\n"
        + "  = help: enter it: {{#rows}} … {{/rows}}"
    ),
    (
      "{{body}}",
      "1:3: error: “body” is HTML: HTML would be escaped twice\n  = help: write {{{body}}}"
    ),
    (
      "{{{title}}}",
      "1:4: error: “title” is a text: only HTML is shown unescaped\n  = help: write {{title}}"
    ),
    (
      "{{&title}}",
      "1:4: error: “title” is a text: only HTML is shown unescaped\n  = help: write {{title}}"
    ),
    (
      "{{corrected}}",
      "1:3: error: “corrected” is a flag: it cannot be shown itself\n"
        + "  = help: make it a section: {{#corrected}} … {{/corrected}}"
    ),
    (
      "{{#rows}}{{.}}{{/rows}}",
      "1:12: error: Row has no “.”\n  = help: the names here are title, url"
    ),
    ("{{>raw}}", "1:4: error: there is no template “raw”\n  = help: write “row”"),
    ("{{>*title}}", "1:5: error: “title” is a text: only a choice may name a template"),
    (
      "{{<row}}{{$lnk}}{{/lnk}}{{/row}}",
      "1:9: error: “row” has no block “lnk”\n  = help: write {{$link}}"
    ),
    (
      "{{#rows}}",
      "1:1: error: “rows” is opened and not closed\n  = help: close it with {{/rows}}"
    ),
    (
      "\n{{#rows}}{{/tags}}",
      "2:10: error: “rows”, opened on line 2, is still open here\n  = help: write {{/rows}}"
    ),
    ("{{/rows}}", "1:1: error: {{/rows}} closes nothing"),
    ("{{title", "1:1: error: a tag is opened and not closed\n  = help: close it with }}"),
    ("{{}}", "1:1: error: a tag has a name"),
    ("{{my title}}", "1:3: error: a name has no spaces: “my title”"),
    (
      "{{=<%=}}",
      "1:1: error: delimiters are two, apart by a space, without “=”\n"
        + "  = help: write, for example, {{=<% %>=}}"
    ),
    (
      "{{<row}}{{title}}{{/row}}",
      "1:9: error: only blocks count between the tags of a parent\n"
        + "  = help: put it into a block: {{$name}} … {{/name}}"
    ),
  ])
  func `A mistake is told with its place and how to mend it`(_ text: String, _ message: String) {
    let templates = library("-- page --\n\(text)\n-- row --\n{{$link}}{{/link}}")

    #expect(
      templates.errors(for: Page.self).map(\.description)
        == ["templates/page.mustache:\(message)"])
  }

  @Test func `All mistakes are told, each once, whichever way they are reached`() {
    let templates = library(
      """
      -- page --
      {{titel}}
      {{>row}}
      {{#rows}}{{>row}}{{/rows}}
      {{^rows}}{{dec}}{{/rows}}
      -- row --
      {{titl}}
      """)

    #expect(
      templates.errors(for: Page.self).map { "\($0.path):\($0.line) \($0.suggestion ?? "")" } == [
        "templates/page.mustache:1 write “title”",
        "templates/page.mustache:4 write “dek”",
        "templates/row.mustache:1 write “title”",
        "templates/row.mustache:1 write “title”",
      ])
  }

  @Test func `Offsets span the name, in bytes`() {
    let templates = library("-- page --\né{{ titel }}")

    #expect(templates.errors(for: Page.self).map(\.offsets) == [5..<10])
  }

  @Test func `A partial that includes itself without end is an error, with a list it is not`() {
    let endless = library(
      "-- page --\n{{>a}}\n-- a --\n{{#corrected}}{{>b}}{{/corrected}}\n-- b --\n{{>a}}")
    let finite = library("-- page --\n{{title}}{{#replies}}{{>page}}{{/replies}}")

    #expect(
      endless.errors(for: Page.self).map(\.description) == [
        """
        templates/b.mustache:1:4: error: “a” includes itself without end
          = help: include it inside the section of a list or a view
        """
      ])
    #expect(finite.errors(for: Thread.self) == [])
  }

  @Test func `A missing template is told by its name`() {
    let templates = library("-- pages --\n")

    #expect(
      templates.errors(for: Page.self).map(\.message) == ["there is no template “page”"])
    #expect(templates.errors(for: Page.self).map(\.suggestion) == ["write “pages”"])
  }

  @Test func `Any bytes parse or are an error, and offsets stay in bounds`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", ">", "<", "$", "*", "=", "!", ".", "title", "rows",
      " ", "\n", "\r\n", "é", "{{#rows}}", "{{/rows}}", "{{=| |=}}", "|", "{{<page}}", "{{/page}}",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<12, using: &random))
        .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      let bytes = Array(text.utf8)
      let templates = TemplateLibrary([TemplateSource(name: "page", path: "page", bytes: bytes)])

      for error in templates.errors(for: Page.self) {
        #expect((0...bytes.count).contains(error.offsets.upperBound), "\(text)")
      }
    }
  }
}
