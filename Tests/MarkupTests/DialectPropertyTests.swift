import ArchiveModel
import Testing

@testable import Markup

/// What holds of every body with constructs of other systems, whatever stands in it.
@Suite struct DialectPropertyTests {
  /// Pieces of bodies: constructs of each dialect, whole and broken, code, and prose between them.
  private static let pieces = [
    "word ", "another\n", "\n\n", "- item\n", "> ", "    ", "`", "```\n", "*", "é日 ", "\\",
    "{{< figure src=\"a.jpg\" alt=\"B\" >}}", "{{< highlight go >}}", "{{< /highlight >}}",
    "{{< details \"M\" >}}\n", "{{< /details >}}\n", "{{</* raw */>}}", "{{< ref \"a.md\" >}}",
    "{% if a %}", "{% else %}", "{% endif %}", "{% raw %}", "{% endraw %}", "{% comment %}",
    "{% endcomment %}", "{% highlight ruby %}\n", "{% endhighlight %}\n", "{{ page.title }}",
    "{{ site.baseurl }}", "{% include a.html src=\"b\" %}", "{: .a #b}", "{:toc}\n", "* TOC\n",
    "[caption]", "[/caption]", "[gallery]", "[text](", ")", "<!--more-->", "<!--", "-->",
    "{% quote() %}", "{% end %}", "{{ youtube(id=\"x\") }}", "<p>", "</p>", "# Heading\n", "{{",
    "}}",
  ]

  private static func body(_ seed: UInt64) -> [UInt8] {
    var random = SplitMix64(state: seed)
    let count = Int.random(in: 1...30, using: &random)
    return (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
  }

  private static var context: DialectContext {
    var context = DialectContext()
    context.values["page.title"] = "Talks {{ resume }}"
    return context
  }

  @Test(arguments: 0..<20)
  func `Every byte of the translation leads back to its place, and none runs backwards`(
    _ round: UInt64
  ) {
    for seed in round * 250..<(round + 1) * 250 {
      let body = DialectPropertyTests.body(seed)
      guard let result = DialectTranslation(of: body, context: DialectPropertyTests.context) else {
        continue
      }
      var sources = (0...result.markdown.count).map(result.offsets.source)
      sources.append(body.count)
      let isOrdered = zip(sources, sources.dropFirst()).allSatisfy(<=)
      #expect(isOrdered, "\(String(decoding: body, as: UTF8.self))")
      #expect(String(validating: result.markdown, as: UTF8.self) != nil)
      for entry in result.tally.entries { #expect(body.indices.contains(entry.firstOffset)) }
    }
  }

  @Test func `A body without constructs is left as it is, byte for byte`() {
    let texts = [
      "", "Words.", "A {brace} and 50 % [link](a) <b>c</b>", "| a | b |\n|---|---|\n| [x] | {y} |",
      "- [ ] task\n- [x] done", "[^1]: note", "`code {`\n\n    {indented",
    ]
    for text in texts {
      #expect(DialectTranslation(of: Array(text.utf8), context: DialectContext()) == nil)
    }
  }

  @Test(arguments: [
    "{{< ", "{% if a %}", "{{ page.title }}", "{% comment %}", "[caption]", "{: ",
    "{{< highlight go >}}", "{% capture a %}{{ a }}", "`{% raw %}", "<!--", "{{</* ",
    "{{< details >}}\n", "{% ", "{{< ` >}}", "`a ``", "{: .a", "*{:a=\"", "# a\n{: #a}\n",
  ])
  func `A construct that is repeated for ever grows no more than its body`(_ piece: String) {
    for end in ["", "}", "{% end %}", "\n{{< /details >}}"] {
      let body = Array((String(repeating: piece, count: 60_000 / piece.utf8.count) + end).utf8)
      let result = DialectTranslation(of: body, context: DialectPropertyTests.context)
      #expect((result?.markdown.count ?? 0) <= 50 * body.count)
    }
  }
}
