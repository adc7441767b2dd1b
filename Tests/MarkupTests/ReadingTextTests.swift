import Testing

@testable import Markup

private func reading(_ markdown: String) -> String {
  let document = MarkdownDocument(markdown: Array(markdown.utf8).span)
  return String(decoding: document.readingText.bytes, as: UTF8.self)
}

@Suite struct `The reading text` {
  @Test(arguments: [
    ("# Head\n\nOne *two* [three](x).", "Head\n\nOne two three."),
    ("- a\n- b\n  > c", "a\n\nb\n\nc"),
    ("Lise\nGrande", "Lise Grande"),
    ("Lise  \nGrande", "Lise\nGrande"),
    ("a<br><br>b", "a\nb"),
    ("a &amp; b &eacute;", "a & b \u{E9}"),
    ("a&#10;&#10;b&#9;c", "a  b c"),
    ("Run `ls` now", "Run \u{FFFC} now"),
    ("`only code`\n\ntext", "text"),
    ("    code\n\ntext", "text"),
    ("New ![alt](x.png) York", "New  York"),
    ("New![alt](x.png)York", "New York"),
    ("![alt](x.png)\n\ntext", "text"),
    ("![alt](http://a.org/x.png) text", " text"),
    ("H<sub>2</sub>O", "H2O"),
    ("text <!-- more -->\n\nmore", "text\n\nmore"),
    ("<!-- x -->\n\n***", ""),
  ])
  func `Only words that a reader reads are in it`(_ markdown: String, _ expected: String) {
    #expect(reading(markdown) == expected)
  }

  @Test func `Blocks say what they are`() {
    let document = MarkdownDocument(markdown: Array("# A\n\nB".utf8).span)

    #expect(
      document.readingText.blocks == [
        ReadingText.Block(range: 0..<1, kind: .heading),
        ReadingText.Block(range: 3..<4, kind: .paragraph),
      ])
  }

  @Test func `In plain paragraphs nothing is markup`() {
    let source = "# *One* <b>\r\n  [two](x)  \r\n\r\n \t\n\n    &amp; three\rfour"
    let document = MarkdownDocument(plainParagraphs: Array(source.utf8).span)

    #expect(
      String(decoding: document.readingText.bytes, as: UTF8.self)
        == "# *One* <b> [two](x)\n\n&amp; three four")
    #expect(
      document.renderHTML().plain
        == "<p># *One* &lt;b&gt;\n[two](x)</p>\n<p>&amp;amp; three\nfour</p>\n")
  }

  @Test func `An empty source has no text and no HTML`() {
    let empty: [UInt8] = []
    #expect(MarkdownDocument(markdown: empty.span).readingText == ReadingText())
    #expect(MarkdownDocument(plainParagraphs: empty.span).renderHTML().bytes.isEmpty)
  }
}
