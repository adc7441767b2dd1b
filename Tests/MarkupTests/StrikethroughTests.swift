import Testing

@testable import Markup

@Suite struct `Strikethrough and tasks` {
  @Test(arguments: [
    ("~~a~~ ~b~", "<del>a</del> <del>b</del>"),
    ("~~a *b* `c`\nd~~", "<del>a <em>b</em> <code>c</code>\nd</del>"),
    ("*~~a~~ b*", "<em><del>a</del> b</em>"),
    ("~~a ~b~ c~~", "<del>a <del>b</del> c</del>"),
    ("~~**a**~~", "<del><strong>a</strong></del>"),
    ("~~a~ b", "~~a~ b"), ("~~~ a ~~~~", nil), ("a ~~~b~~~", "a ~~~b~~~"),
    ("~~ a ~~", "~~ a ~~"), ("about ~30 to ~40", "about ~30 to ~40"),
    ("\\~~a~~ `\\~`", "~~a~~ <code>\\~</code>"), ("\\\\~a~", "\\<del>a</del>"),
    ("~~about ~5 men~~", "<del>about ~5 men</del>"),
    ("[a\\~](b\\~c \"d\\~\") ~~e~~", "<a href=\"b~c\" title=\"d~\">a~</a> <del>e</del>"),
    ("~~a\n\nb~~", nil), ("`~~a~~`", "<code>~~a~~</code>"),
  ])
  func `Runs of one or two tildes strike out what is between`(
    _ markdown: String, _ expected: String?
  ) {
    let result = html(markdown)
    if let expected {
      #expect(result == "<p>\(expected)</p>\n")
    } else {
      #expect(!result.contains("<del>"))
    }
  }

  @Test func `A name that is struck out is one name`() {
    var document = MarkdownDocument(markdown: Array("by ~~Lise *Grande*~~".utf8).span)
    document.insert([SlotSpan(range: 3..<14, slot: 0)])

    #expect(
      String(decoding: document.renderHTML().filled, as: UTF8.self)
        == "<p>by <a id=m0><del>Lise <em>Grande</em></del></a></p>\n")
  }

  @Test func `A task has a box that a reader hears of`() {
    let open = "<input type=\"checkbox\" disabled aria-label=\"Not done\">"
    let done = "<input type=\"checkbox\" checked disabled aria-label=\"Done\">"
    #expect(
      html("- [ ] a\n- [x] *b*\n- [X] c")
        == "<ul>\n<li>\(open) a</li>\n<li>\(done) <em>b</em></li>\n<li>\(done) c</li>\n</ul>\n")
    #expect(html("1. > - [x] a").contains(done))
    #expect(html("> - [ ] a\n>   - [x] b").contains("<li>\(done) b</li>"))
  }

  @Test(arguments: [
    "[ ] a", "- [ ]a", "- \\[ ] a", "- [y] a", "- [ ]", "- a [ ] b", "- [x] a\n\n[x]: /y",
    "- `[ ] a`", "- # [ ] a",
  ])
  func `What is no task stays as it is`(_ markdown: String) {
    #expect(!html(markdown).contains("<input"))
  }
}
