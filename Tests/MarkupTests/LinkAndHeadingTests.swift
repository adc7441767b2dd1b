import Testing

@testable import Markup

private func document(_ markdown: String) -> MarkdownDocument {
  MarkdownDocument(markdown: Array(markdown.utf8).span)
}

private func filled(_ document: borrowing MarkdownDocument) -> String {
  String(decoding: document.renderHTML().filled, as: UTF8.self)
}

@Suite struct `Links and headings` {
  @Test func `An absolute path gets a place for the way to the root`() {
    #expect(
      filled(document("[a](/2017/ \"t\") ![b *c*](/media/b.png) [d](e/)"))
        == "<p><a href=\"../2017/\" title=\"t\">a</a> <img src=\"../media/b.png\" alt=\"b c\" /> "
        + "<a href=\"e/\">d</a></p>\n")
    #expect(
      filled(document("[![b](/m.png)](/x)"))
        == "<p><a href=\"../x\"><img src=\"../m.png\" alt=\"b\" /></a></p>\n")
    #expect(document("[a](//b.org/) `/x` \"/x\"").renderHTML().slots.isEmpty)
  }

  @Test func `Each link may be kept, replaced, numbered or dropped`() {
    var document = document("[a](keep) [b](replace) [*c*](number) [*d*](drop) ![e](drop) [f](evil)")
    document.rewriteLinks { url, _ in
      switch url.withUnsafeBufferPointer({ String(decoding: $0, as: UTF8.self) }) {
      case "replace": .replace(Array("/2017/".utf8))
      case "number": .slot(-7)
      case "drop": .drop
      case "evil": .replace(Array("javascript:x".utf8))
      default: .keep
      }
    }

    #expect(
      filled(document)
        == "<p><a href=\"keep\">a</a> <a href=\"../2017/\">b</a> <a href=\"page--7\"><em>c</em></a> "
        + "<em>d</em> e f</p>\n")
  }

  @Test func `Rewriting tells links from images, and where they are`() {
    var document = document("x\n[a](b)\n![c](d)")
    var places: [LinkPlace] = []
    document.rewriteLinks { _, place in
      places.append(place)
      return .keep
    }

    #expect(places.map(\.kind) == [.link, .image])
    #expect(places.map(\.position.line) == [2, 3])
  }

  @Test func `A dropped link leaves a mention that may be a link`() {
    var document = document("[Iraq](x)")
    document.rewriteLinks { _, _ in .drop }
    document.insert([SlotSpan(range: 0..<4, slot: 0)])

    #expect(filled(document) == "<p><a id=m0>Iraq</a></p>\n")
  }

  @Test(arguments: [
    ("# a\n## b\n###### c", "<h2>a</h2>\n<h3>b</h3>\n<h6>c</h6>\n"),
    ("## a\n### b", "<h2>a</h2>\n<h3>b</h3>\n"),
    ("> #### a\n\n###### b", "<blockquote>\n<h2>a</h2>\n</blockquote>\n<h4>b</h4>\n"),
    ("text", "<p>text</p>\n"),
  ])
  func `The highest heading of an article is an h2`(_ markdown: String, _ expected: String) {
    var document = document(markdown)
    document.shiftHeadings()
    document.shiftHeadings()

    #expect(filled(document) == expected)
  }
}
