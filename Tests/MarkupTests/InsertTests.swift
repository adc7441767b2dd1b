import Testing

@testable import Markup

/// The HTML with a mention of each of the names, which stand in the text in this order.
private func linked(_ markdown: String, _ names: String...) -> String {
  var document = MarkdownDocument(markdown: Array(markdown.utf8).span)
  let text = document.readingText.bytes
  var spans: [SlotSpan] = []
  var start = 0
  for name in names {
    let bytes = Array(name.utf8)
    while start + bytes.count <= text.count, !text[start...].starts(with: bytes) { start += 1 }
    spans.append(SlotSpan(range: start..<start + bytes.count, slot: Int32(spans.count)))
    start += bytes.count
  }
  document.insert(spans)
  return String(decoding: document.renderHTML().filled, as: UTF8.self)
}

@Suite struct `A mention in the HTML` {
  @Test func `A name in plain text is wrapped where it stands`() {
    #expect(
      linked("Lise Grande met Haider.", "Lise Grande", "Haider")
        == "<p><a id=m0>Lise Grande</a> met <a id=m1>Haider</a>.</p>\n")
  }

  @Test func `Two names may touch`() {
    #expect(linked("IraqIran", "Iraq", "Iran") == "<p><a id=m0>Iraq</a><a id=m1>Iran</a></p>\n")
  }

  @Test func `A name across a line end is one piece`() {
    #expect(linked("by Lise\nGrande.", "Lise Grande") == "<p>by <a id=m0>Lise\nGrande</a>.</p>\n")
  }

  @Test func `Emphasis that a name covers goes inside`() {
    #expect(
      linked("the ***Lise* Grande** said", "Lise Grande")
        == "<p>the <a id=m0><strong><em>Lise</em> Grande</strong></a> said</p>\n")
    #expect(linked("*Lise* Grande", "Lise Grande") == "<p><a id=m0><em>Lise</em> Grande</a></p>\n")
  }

  @Test func `A name that leaves emphasis half-way has two pieces and one id`() {
    #expect(
      linked("*by Lise* Grande", "Lise Grande")
        == "<p><em>by <a id=m0>Lise</a></em><a> Grande</a></p>\n")
  }

  @Test func `A name in a link is no link of its own`() {
    #expect(
      linked("by [Lise Grande](x).", "Lise Grande")
        == "<p>by <a href=\"x\"><span id=m0>Lise Grande</span></a>.</p>\n")
    #expect(
      linked("*UN [Lise](x) Grande*", "UN Lise Grande")
        == "<p><em><a id=m0>UN </a><a href=\"x\"><span>Lise</span></a><a> Grande</a></em></p>\n")
  }

  @Test func `A link without a word in emphasis divides a name too`() {
    #expect(
      linked("Lise *[](x)* Grande", "Lise  Grande")
        == "<p><a id=m0>Lise </a><em><a href=\"x\"></a></em><a> Grande</a></p>\n")
    #expect(
      linked("Lise *![a](//b.org)* Grande", "Lise  Grande")
        == "<p><a id=m0>Lise </a><em><a href=\"//b.org\">a</a></em><a> Grande</a></p>\n")
  }

  @Test func `Space between two pieces is no piece`() {
    #expect(
      linked("[Lise](x) [Grande](y)", "Lise Grande")
        == "<p><a href=\"x\"><span id=m0>Lise</span></a> <a href=\"y\"><span>Grande</span></a></p>\n"
    )
  }

  @Test func `Space at the ends of a span stays outside`() {
    #expect(linked("the Iraq war", " Iraq ") == "<p>the <a id=m0>Iraq</a> war</p>\n")
  }

  @Test func `A name may be escaped, and hold entities`() {
    #expect(
      linked("AT&amp;T \\*x\\*", "AT&T", "*x*") == "<p><a id=m0>AT&amp;T</a> <a id=m1>*x*</a></p>\n"
    )
  }

  @Test func `A line end from an entity at the end of an item changes nothing`() {
    #expect(linked("- Iraq&#10;\n  - b", "Iraq").contains("<li><a id=m0>Iraq</a>\n<ul>"))
  }
}
