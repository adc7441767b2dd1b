import Testing

@testable import Markup

/// A Markdown source, rendered with nothing in its slots.
func html(_ markdown: String) -> String {
  let document = MarkdownDocument(markdown: Array(markdown.utf8).span)
  return document.renderHTML().plain
}

@Suite struct `What a page never gets` {
  @Test(arguments: [
    ("a <b onclick=x>word</b> here", "<p>a <b>word</b> here</p>\n"),
    ("<script>alert(1)</script>\n\nText", "<p>Text</p>\n"),
    ("one<br>two", "<p>one<br />\ntwo</p>\n"),
    ("<i></i><b></b>\n\nText", "<p>Text</p>\n"),
    ("# <i></i>", ""),
    ("> <div>\n\nText", "<blockquote>\n</blockquote>\n<p>Text</p>\n"),
  ])
  func `Raw HTML that is not allowed leaves no trace but its text`(
    _ markdown: String, _ expected: String
  ) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "vbscript:x",
    "file:///etc/passwd", "data:text/html,x", "data:image/svg+xml,x", "blob:x", "C:/x",
  ])
  func `A link with a dangerous scheme keeps its text alone`(_ url: String) {
    #expect(html("a [*word*](\(url)) b") == "<p>a <em>word</em> b</p>\n")
    #expect(html("a ![word](\(url)) b") == "<p>a word b</p>\n")
  }

  @Test(arguments: [
    "http://a.org/", "HTTPS://a.org", "mailto:a@b.org", "tel:+964", "//a.org/x", "#part", "x/y:z",
    "?a:b", "",
  ])
  func `A harmless link stays`(_ url: String) {
    #expect(html("[word](\(url))") == "<p><a href=\"\(url)\">word</a></p>\n")
  }

  @Test(arguments: [
    ("&#32;javascript:x", "%20javascript:x"), ("&#1;javascript:x", "%01javascript:x"),
    ("java&#10;script:x", "java%0Ascript:x"), ("j\u{E4}:x", "j%C3%A4:x"),
  ])
  func `What only looks like a scheme is printed so that no browser sees one`(
    _ url: String, _ printed: String
  ) {
    #expect(html("[word](\(url))") == "<p><a href=\"\(printed)\">word</a></p>\n")
  }

  @Test func `An image of another host becomes a link to it`() {
    #expect(
      html("![A *map*](https://a.org/m.png \"T\")")
        == "<p><a href=\"https://a.org/m.png\" title=\"T\">A map</a></p>\n")
    #expect(html("![](//a.org/m.png)") == "<p><a href=\"//a.org/m.png\">//a.org/m.png</a></p>\n")
    #expect(
      html("[![A map](https://a.org/m.png)](https://b.org)")
        == "<p><a href=\"https://b.org\">A map</a></p>\n")
    #expect(html("![A map](map.png)") == "<p><img src=\"map.png\" alt=\"A map\" /></p>\n")
  }

  @Test func `A link never stands in a link`() {
    #expect(
      html("[see <http://b.org> too](http://a.org)")
        == "<p><a href=\"http://a.org\">see http://b.org too</a></p>\n")
  }

  @Test func `Control characters become replacement characters`() {
    let document = MarkdownDocument(
      markdown: Array("a\u{1}b &#2;c ![x\u{7F}](y \"&#3;\")".utf8).span)

    #expect(
      document.renderHTML().plain
        == "<p>a\u{FFFD}b \u{FFFD}c <img src=\"y\" alt=\"x\u{FFFD}\" title=\"\u{FFFD}\" /></p>\n")
    #expect(html("```&#1;\nx\n```") == "<pre><code class=\"language-\u{FFFD}\">x\n</code></pre>\n")
    let invalid: [UInt8] = [0x61, 0xC3, 0x28, 0x00]
    #expect(
      MarkdownDocument(markdown: invalid.span).renderHTML().plain == "<p>a\u{FFFD}(\u{FFFD}</p>\n")
  }

  @Test func `A text cannot forge a slot`() {
    for forged in ["\u{1}<(0;", "&#1;<(0;", "&#1;&lt;^;", "\\\u{1}<)0;", "`\u{1}<(0;`"] {
      let document = MarkdownDocument(markdown: Array("\(forged) [x](y \"\(forged)\")".utf8).span)

      #expect(document.renderHTML().slots.isEmpty)
    }
  }

  @Test func `What is left out is counted, with the place of the first`() {
    let source =
      "<!-- more -->\n\nA <x>word</x> <i onclick=y>too</i>.\n\n[b](javascript:x) ![c](http://a.org/c.png)\n"
    let document = MarkdownDocument(markdown: Array(source.utf8).span)

    #expect(document.omittedHTML.count == 2)
    #expect(document.omittedHTMLNames == ["x", "onclick"])
    #expect(document.omittedHTML.first == MarkdownPosition(line: 3, column: 3))
    #expect(document.omittedLinks.count == 1)
    #expect(document.omittedLinks.first == MarkdownPosition(line: 5, column: 1))
    #expect(document.externalImages.count == 1)
  }
}
