import Testing

@testable import Markup

/// The HTML with the ids of the headings, and the fragments that lead nowhere.
private func identified(_ markdown: String, reserved: String...) -> (html: String, dead: [String]) {
  var document = MarkdownDocument(
    markdown: Array(markdown.utf8).span, reservedIDs: Set(reserved.map { Array($0.utf8) }))
  document.identifyHeadings()
  let dead = document.unresolvedFragments()
  return (
    document.renderHTML().plain, dead.map { String(decoding: $0.fragment, as: UTF8.self) }
  )
}

@Suite struct `Headings and addresses` {
  @Test(arguments: [
    ("# Hello, World!", "hello-world", "Hello, World!"),
    ("# A `b` *c*_d", "a-b-c_d", "A <code>b</code> <em>c</em>_d"),
    ("# Éa ÄÖ Привет 中", "éa-äö-привет-中", "Éa ÄÖ Привет 中"),
    ("# Title {#own}", "own", "Title"), ("# *Title* {#own}", "own", "<em>Title</em>"),
    ("# Title {#a b}", "title-a-b", "Title {#a b}"),
  ])
  func `A heading's id comes from its text, or from its author`(
    _ markdown: String, _ id: String, _ text: String
  ) {
    #expect(identified(markdown).html == "<h1 id=\"\(id)\">\(text)</h1>\n")
  }

  @Test func `Ids are unique, and none is one of the page's own`() {
    #expect(
      identified("# a\n# a\n# a-1\n# x {#a}\n# main\n# m1\n# !", reserved: "main").html
        == "<h1 id=\"a-1\">a</h1>\n<h1 id=\"a-2\">a</h1>\n<h1 id=\"a-1-1\">a-1</h1>\n"
        + "<h1 id=\"a\">x</h1>\n<h1 id=\"main-1\">main</h1>\n<h1 id=\"m1-1\">m1</h1>\n<h1>!</h1>\n")
    #expect(identified("# Note 1\n\na[^1]\n\n[^1]: b").html.contains("<h1 id=\"note-1-1\">"))
  }

  @Test func `A mention in a heading stands after its id`() {
    var document = MarkdownDocument(markdown: Array("# *Iraq*".utf8).span)
    document.insert([SlotSpan(range: 0..<4, slot: 0)])
    document.identifyHeadings()

    #expect(
      String(decoding: document.renderHTML().filled, as: UTF8.self)
        == "<h1 id=\"iraq\"><a id=m0><em>Iraq</em></a></h1>\n")
  }

  @Test func `Links to no place of the document are told`() {
    #expect(
      identified(
        "# É b\n\n[a](#%C3%A9-b) [b](#nowhere) [c](#main) [d](#) [e](x#y)", reserved: "main"
      )
      .dead == ["nowhere"])
  }

  @Test(arguments: [
    ("See http://a.org.", "See <a href=\"http://a.org\">http://a.org</a>."),
    ("(www.a.org/b_(c))", "(<a href=\"http://www.a.org/b_(c)\">www.a.org/b_(c)</a>)"),
    (
      "HTTPS://a.org/?b=c&d, e",
      "<a href=\"HTTPS://a.org/?b=c&amp;d\">HTTPS://a.org/?b=c&amp;d</a>, e"
    ),
    ("“http://a.org/b”", "“<a href=\"http://a.org/b\">http://a.org/b</a>”"),
    ("**http://a.org/**", "<strong><a href=\"http://a.org/\">http://a.org/</a></strong>"),
    ("~~http://a.org/~b~~", "<del><a href=\"http://a.org/~b\">http://a.org/~b</a></del>"),
    ("xhttp://a.org http:// www. ftp://a.org", nil), ("`http://a.org`", nil),
    ("http://a_b.org", nil),
  ])
  func `A bare address is a link`(_ markdown: String, _ expected: String?) {
    if let expected {
      #expect(html(markdown) == "<p>\(expected)</p>\n")
    } else {
      #expect(!html(markdown).contains("<a "))
    }
  }

  @Test func `An address in a link's text is no link of its own`() {
    #expect(html("[http://a.org](/b)") == "<p><a href=\"/b\">http://a.org</a></p>\n")
  }
}
