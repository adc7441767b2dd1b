import Templates
import Testing

@Suite struct `Rendering` {
  @Test func `A list repeats its section, and its items see the names of the page`() throws {
    let page = Page(
      title: "Today",
      tags: [], kind: "")
    var full = page
    full.rows = [Row(title: "A & B", url: "a/"), Row(title: "<C>", url: "c/")]
    full.dek = "two"

    let templates = library(
      """
      -- page --
      <h1>{{title}}</h1>
      <ul>
        {{#rows}}
        <li><a href="{{url}}">{{title}}</a> {{dek}}</li>
        {{/rows}}
      </ul>
      """)

    #expect(
      try templates.text(full) == """
        <h1>Today</h1>
        <ul>
          <li><a href="a/">A &amp; B</a> two</li>
          <li><a href="c/">&lt;C&gt;</a> two</li>
        </ul>

        """)
  }

  @Test func `What is stored in a stored view is read at its own place`() throws {
    let atlas = Atlas(
      sheet: Atlas.Sheet(
        centre: Place(name: "Mosul", region: Region(name: "Nineveh", population: 7)), title: "North"
      )
    )

    let templates = library(
      """
      -- page --
      {{title}}/{{sheet.title}}/{{sheet.number}}/{{sheet.centre.name}}/{{sheet.centre.region.name}}
      {{#sheet}}{{title}}/{{centre.name}}/{{#centre}}{{name}}/{{number}}/{{region.population}}{{/centre}}{{/sheet}}
      {{#sheet.centre}}{{name}}{{/sheet.centre}} {{#sheet.title}}{{.}}{{/sheet.title}} {{#sheet.titled}}yes{{/sheet.titled}}
      {{#sheet.centre.region}}{{name}}{{/sheet.centre.region}}{{^sheet.centre.region}}none{{/sheet.centre.region}}
      """)

    #expect(
      try templates.text(atlas) == """
        Atlas/North/12/Mosul/Nineveh
        North/Mosul/Mosul/12/7
        Mosul North yes
        Nineveh

        """)
  }

  @Test(arguments: [
    (Page(), "no dek, no body, none, right, nowhere, no rows"),
    (
      Page(
        dek: "D", body: HTML(trusted: Array("<p>".utf8)), count: 3, isCorrected: true,
        place: Place(name: "Mosul"), rows: [Row(title: "", url: "")]),
      "dek D, body <p>, 3, corrected, in Mosul, rows"
    ),
  ])
  func `A section asks whether there is something, of each kind`(_ page: Page, _ text: String)
    throws
  {
    let templates = library(
      """
      -- page --
      {{#dek}}dek {{.}}{{/dek}}{{^dek}}no dek{{/dek}}, {{!
      }}{{#body}}body {{{.}}}{{/body}}{{^body}}no body{{/body}}, {{!
      }}{{#count}}{{.}}{{/count}}{{^count}}none{{/count}}, {{!
      }}{{#corrected}}corrected{{/corrected}}{{^corrected}}right{{/corrected}}, {{!
      }}{{#place}}in {{name}}{{/place}}{{^place}}nowhere{{/place}}, {{!
      }}{{#rows}}rows{{/rows}}{{^rows}}no rows{{/rows}}
      """)

    #expect(try templates.text(page) == text + "\n")
  }

  @Test func `A dotted name looks into views, and shows nothing where one is missing`() throws {
    let templates = library(
      """
      -- page --
      {{place.name}}/{{place.region.name}}/{{place.region.population}}{{#place.region}}!{{/place.region}}
      """)
    var page = Page(place: Place(name: "Mosul", region: Region(name: "Nineveh", population: 7)))

    #expect(try templates.text(page) == "Mosul/Nineveh/7!\n")
    page.place?.region = nil
    #expect(try templates.text(page) == "Mosul//\n")
    page.place = nil
    #expect(try templates.text(page) == "//\n")
  }

  @Test func `A list of texts shows each by a dot`() throws {
    let templates = library("-- page --\n{{#tags}}<b>{{.}}</b>{{/tags}}")

    #expect(try templates.text(Page(tags: ["a", "<"])) == "<b>a</b><b>&lt;</b>\n")
  }

  @Test func `A view in a view of its own type renders to any depth, indented level by level`()
    throws
  {
    let templates = library(
      """
      -- page --
      <ul>
        {{>thread}}
      </ul>
      -- thread --
      <li>{{title}}
        {{#replies}}
        {{>thread}}
        {{/replies}}
      </li>
      """)
    let thread = Thread(
      title: "1",
      replies: [Thread(title: "1.1", replies: [Thread(title: "1.1.1")]), Thread(title: "1.2")])

    #expect(
      try templates.text(thread) == """
        <ul>
          <li>1
            <li>1.1
              <li>1.1.1
              </li>
            </li>
            <li>1.2
            </li>
          </li>
        </ul>

        """)
  }

  @Test func `After an inner view of the same type, the outer one is itself again`() throws {
    let templates = library("-- page --\n{{title}}({{#replies}}{{title}}{{/replies}}){{title}}")
    let thread = Thread(title: "a", replies: [Thread(title: "b"), Thread(title: "c")])

    #expect(try templates.text(thread) == "a(bc)a\n")
  }

  @Test func `A page fills the blocks of its layout`() throws {
    let templates = library(
      """
      -- page --
      {{<layout}}
      {{$title}}{{title}} – Archive{{/title}}
      {{$main}}
      <p>{{dek}}</p>
      {{#tags}}
      <b>{{.}}</b>
      {{/tags}}
      {{/main}}
      {{/layout}}
      -- layout --
      <title>{{$title}}Archive{{/title}}</title>
      <main>
        {{$main}}
        {{/main}}
      </main>
      {{$footer}}
      <hr>
      {{/footer}}
      """)

    #expect(
      try templates.text(Page(title: "Talks", dek: "Dek", tags: ["x"])) == """
        <title>Talks – Archive</title>
        <main>
          <p>Dek</p>
          <b>x</b>
        </main>
        <hr>

        """)
  }

  @Test(arguments: [("rows/short", "s"), ("rows/long", "long"), ("page", "")])
  func `A choice picks a partial, and nothing that it did not declare`(
    _ kind: String, _ text: String
  ) throws {
    let templates = library(
      """
      -- page --
      [{{>*kind}}]
      -- rows/short --
      s{{!
      }}{{! the end }}
      -- rows/long --
      long{{!
      }}{{! the end }}
      """)

    let rendered = try templates.text(Page(kind: kind))
    #expect(rendered.filter { $0 != "\n" } == "[\(text)]")
  }

  @Test func `Values keep their own line breaks in an indented partial`() throws {
    let templates = library(
      """
      -- page --
        {{>pre}}
      -- pre --
      <pre>{{title}}</pre>
      """)

    #expect(try templates.text(Page(title: "a\nb")) == "  <pre>a\nb</pre>\n")
  }

  @Test func `One template serves many tasks at once`() async throws {
    let template = try library("-- page --\n{{title}}{{#tags}},{{.}}{{/tags}}")
      .compile("page", for: Page.self)

    let texts = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<100).allSatisfy { i in
            let page = Page(title: "\(task)", tags: ["\(i)", "&"])
            return template.render(page).bytes == Array("\(task),\(i),&amp;\n".utf8)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts == Array(repeating: true, count: 8))
  }
}
