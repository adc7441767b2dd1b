import Testing

@testable import Markup

@Suite struct `Deep nesting` {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("quotes", "> ", 10_000, "text"), ("open emphases", "*a ", 20_000, ""),
      ("closed emphases", "*a **b ", 5_000, "text** x*"), ("brackets", "[a ", 20_000, ""),
      ("images", "![a ", 5_000, "](x)"), ("lists", "- ", 5_000, "text"),
      ("unsafe links", "*[a](x:y) ", 5_000, ""), ("code", "`a ``", 10_000, ""),
      ("entities", "&#1;", 20_000, ""), ("remote images", "![a](http://b.org/) ", 5_000, ""),
    ])
  func `A hostile source is read and rendered in time`(
    _ name: String, _ unit: String, _ count: Int, _ end: String
  ) {
    var source: [UInt8] = []
    for _ in 0..<count { source.append(contentsOf: unit.utf8) }
    source.append(contentsOf: end.utf8)

    checkAll(source, name, seed: 1)
  }

  @Test func `Text nested deeper than anybody reads stays on the page but is not read`() {
    let source = String(repeating: "> ", count: 300) + "deep\n\nshallow"
    let document = MarkdownDocument(markdown: Array(source.utf8).span)

    #expect(String(decoding: document.readingText.bytes, as: UTF8.self) == "shallow")
    #expect(document.renderHTML().plain.contains("deep"))
  }
}
