import ArchiveModel
import Testing

@testable import Markup

@Suite struct `Memory that libcmark gets at once` {
  /// Pieces of bodies that make nodes, strings and passes of all kinds.
  private static let pieces = [
    "word ", "*emphasis* ", "**strong** ", "`code` ", "[link](a.md) ", "![image](b.jpg) ", "\n\n",
    "# Heading\n\n", "- item\n", "> quote\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "~~gone~~ ",
    "text[^1]\n\n[^1]: A note.\n\n", "https://example.org ", "<b>raw</b> ", "&amp; é日 ",
    "\n---\n\n",
  ]

  private static func body(_ seed: UInt64, pieces count: Int) -> [UInt8] {
    var random = SplitMix64(state: seed)
    return (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
  }

  private static func rendered(_ body: [UInt8]) -> SlottedHTML {
    var document = MarkdownDocument(markdown: body.span)
    document.shiftHeadings()
    document.identifyHeadings()
    let words = document.readingText.bytes.count
    document.insert(words > 4 ? [SlotSpan(range: 0..<4, slot: 0)] : [])
    document.identifyBlocks()
    return document.renderHTML()
  }

  @Test func `A document is the same with it and without`() {
    for seed in 0..<300 as Range<UInt64> {
      let body = Self.body(seed, pieces: 1 + Int(seed % 60))

      #expect(CmarkArena.run { Self.rendered(body) } == Self.rendered(body))
    }
  }

  @Test func `A document that outgrows its first block is the same, and so is the next`() {
    let bodies = [200_000, 10, 3_000].map { Self.body(7, pieces: $0) }
    let expected = bodies.map { Self.rendered($0) }

    #expect(bodies.map { body in CmarkArena.run { Self.rendered(body) } } == expected)
  }

  @Test func `Within a run another gives nothing back`() {
    let (outer, inner) = (Self.body(1, pieces: 50), Self.body(2, pieces: 50))

    let html = CmarkArena.run {
      let document = MarkdownDocument(markdown: outer.span)
      let other = CmarkArena.run { Self.rendered(inner) }
      return (document.renderHTML(), other)
    }

    #expect(html.0 == MarkdownDocument(markdown: outer.span).renderHTML())
    #expect(html.1 == Self.rendered(inner))
  }
}
