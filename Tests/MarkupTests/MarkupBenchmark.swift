import Testing

@testable import Markup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints what a document costs; asserts nothing about time.
///
///     DATELINE_BENCHMARK=1 swift test -c release -Xswiftc -enable-testing \
///       --scratch-path .build-release --filter MarkupBenchmark
@Suite(.serialized, .enabled(if: getenv("DATELINE_BENCHMARK") != nil)) struct MarkupBenchmark {
  @Test func `Print the time for an article of 3.5 KB`() {
    // Posts of the usual length, so that no single one decides.
    let bodies = SharedFiles.names(in: "corpora/18f", suffix: ".md")
      .compactMap { SharedFiles.body($0) }.filter { (2_500...4_500).contains($0.count) }
    guard !bodies.isEmpty else { return }
    let kilobytes = Double(bodies.map(\.count).reduce(0, +)) / 1_000
    print("\(bodies.count) posts of \(kilobytes / Double(bodies.count)) KB, µs per 3.5 KB:")

    report("libcmark alone", bodies, kilobytes) { body in
      let root = MarkdownDocument.parse(body.span)
      defer { root.remove() }
      return MarkdownDocument.withHTML(of: root, options: 0) { $0.count }
    }
    report("parse and read", bodies, kilobytes) { body in
      MarkdownDocument(markdown: body.span).readingText.bytes.count
    }
    report("parse, read, render", bodies, kilobytes) { body in
      MarkdownDocument(markdown: body.span).renderHTML().bytes.count
    }
    report("parse, read, 40 mentions, render", bodies, kilobytes) { body in
      var document = MarkdownDocument(markdown: body.span)
      let count = document.readingText.bytes.count
      document.insert(
        (0..<40).map { i in
          SlotSpan(range: count * i / 40..<count * i / 40 + 12, slot: Int32(i))
        })
      document.shiftHeadings()
      return document.renderHTML().bytes.count
    }
    report("plain paragraphs, read, render", bodies, kilobytes) { body in
      MarkdownDocument(plainParagraphs: body.span).renderHTML().bytes.count
    }
  }

  @Test func `Print the time for the dialects of other systems`() {
    let bodies = SharedFiles.names(in: "corpora/18f", suffix: ".md")
      .compactMap { SharedFiles.body($0) }.filter { (2_500...4_500).contains($0.count) }
    let context = DialectContext()
    func hasConstructs(_ body: [UInt8]) -> Bool {
      DialectTranslation(of: body, context: context) != nil
    }
    for (name, bodies) in [
      ("without constructs", bodies.filter { !hasConstructs($0) }),
      ("with constructs", bodies.filter(hasConstructs)),
    ] where !bodies.isEmpty {
      let kilobytes = Double(bodies.map(\.count).reduce(0, +)) / 1_000
      print("\(bodies.count) posts \(name), µs per 3.5 KB:")
      report("the pass alone", bodies, kilobytes) { body in
        DialectTranslation(of: body, context: context)?.markdown.count ?? 0
      }
      report("parse, read, render, no pass", bodies, kilobytes) { body in
        MarkdownDocument(markdown: body.span).renderHTML().bytes.count
      }
      report("pass, parse, read, render", bodies, kilobytes) { body in
        let translation = DialectTranslation(of: body, context: context)
        let markdown = translation?.markdown ?? body
        return MarkdownDocument(markdown: markdown.span).renderHTML().bytes.count
      }
    }
  }

  @Test func `Print how the time for hostile dialects grows`() {
    let units = [
      "{% ", "{{ ", "{{< ", "{{% ", "{{< a", "{{< \" >}}", "{{< ` >}}", "{% raw %}", "{% if a %}",
      "{% highlight a %}", "{% a1 %}", "{: .a", "{::comment}", "[caption]", "[embed]", "<!--",
      "`a ``", "*{:a=\"",
      "<code>", "{{ a | b ", "{% else %}", "{{</* ", "{{/* ", "{% a() %}", "{{ \"", "\\{",
      "[caption]<img ", "{{< details >}}\n", "> {{< details >}}\n", "{% comment %}", "{{a}}",
      "{% assign a = a | append: a %}", "{{< /a >}}", "{{<a/>}} ", "- {: .a}\n", "> ", "{: #a}\n",
    ]
    // An end that comes last is looked for from each beginning.
    let ends = ["", "}", "{% end %}", "[/caption]", "{% endraw %}", "\n{{< /details >}}"]
    print("µs per KB for 50, 100, 200 KB, the pass alone:")
    for (unit, end) in units.flatMap({ unit in ends.map { (unit, $0) } }) {
      let paces = [50_000, 100_000, 200_000].map { bytes in
        let body = Array((String(repeating: unit, count: bytes / unit.utf8.count) + end).utf8)
        let start = ContinuousClock.now
        _ = DialectTranslation(of: body, context: DialectContext())
        return (ContinuousClock.now - start).components.attoseconds / 1_000_000_000
          / Int64(bytes)
      }
      print("  \((unit, end)): \(paces)")
    }
  }

  @Test func `Print how the time for nested sources grows`() {
    let units = [
      ("> ", ""), ("*a ", ""), ("*a ", " b*"), ("*a **b ", " c** d*"), ("[a ", ""),
      ("![a ", "](x)"),
      ("*[a](x:y) ", " b*"), ("*[a](/y) ", " b*"), ("*![a](http://b.org/) ", " b*"), ("`a ``", ""),
      ("&#1;", ""), ("a\n> ", ""), ("- ", ""),
    ]
    print("µs per KB for 50, 100, 200 KB, a mention at each word:")
    for (open, close) in units {
      let paces = [50_000, 100_000, 200_000].map { bytes in
        let count = bytes / (open.utf8.count + close.utf8.count)
        let text = String(repeating: open, count: count) + String(repeating: close, count: count)
        let source = Array(text.utf8)
        let start = ContinuousClock.now
        var document = MarkdownDocument(markdown: source.span)
        document.insert(wordSpans(document.readingText))
        _ = document.renderHTML()
        return (ContinuousClock.now - start).components.attoseconds / 1_000_000_000
          / Int64(bytes)
      }
      print("  \((open, close)): \(paces)")
    }
  }

  /// The median of 31 rounds over all bodies.
  private func report(
    _ name: String, _ bodies: [[UInt8]], _ kilobytes: Double, _ work: ([UInt8]) -> Int
  ) {
    var times: [Double] = []
    var checksum = 0
    for _ in 0..<31 {
      let start = ContinuousClock.now
      for body in bodies { checksum &+= work(body) }
      let duration = (ContinuousClock.now - start).components
      let seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
      times.append(seconds * 1e6 / kilobytes * 3.5)
    }
    print("  \(name): \(times.sorted()[15]) (least \(times.min() ?? 0), bytes \(checksum / 31))")
  }
}
