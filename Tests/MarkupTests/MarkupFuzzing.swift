import ArchiveModel
import Testing

@testable import Markup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Mutates the corpora for as long as asked, and checks every property on what comes out.
///
///     DATELINE_FUZZ_SECONDS=600 swift test -c release -Xswiftc -enable-testing \
///       --scratch-path .build-release --filter MarkupFuzzing
@Suite(.enabled(if: getenv("DATELINE_FUZZ_SECONDS") != nil)) struct MarkupFuzzing {
  /// What Markdown takes for more than a letter.
  private let tokens = [
    "*", "**", "_", "[", "](", ")", "![", "](/a)", "](http://a.org/b.png)", "](javascript:x)", "`",
    "``", "\n", "\n\n", "  \n", "\\", "> ", "- ", "1. ", "# ", "<b>", "</b>", "<br>", "<!-- ",
    "-->", "<http://a.org>", "&#10;", "&#1;", "&#32;", "&amp;", "&nbsp;", "\u{1}<(0;", "\u{0}",
    "\u{FFFC}", "\t", "    ", "```\n", "~~~ &#2;\n", "[a]: /b \"&#3;\"\n", "[a]", "***", "<i></i>",
    "\r", "\u{E9}", "&", "<", "\"", "<a@b.org>", "---\n",
  ].map { Array($0.utf8) }

  @Test func `Nothing that a mutation makes of the corpora breaks a promise`() {
    let seconds = getenv("DATELINE_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 60
    var random = SplitMix64(
      state: getenv("DATELINE_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1)
    var seeds = SpecExample.all.map(\.markdown)
    for (folder, suffix) in [("18f", ".md"), ("wire", ".txt"), ("hostile/articles", ".md")] {
      seeds += SharedFiles.names(in: "corpora/\(folder)", suffix: suffix).compactMap {
        SharedFiles.body($0)
      }
    }
    guard !seeds.isEmpty else { return }

    let end = ContinuousClock.now + .seconds(seconds)
    var sources = 0
    var slowest: (nanosecondsPerByte: Int, source: [UInt8]) = (0, [])
    while ContinuousClock.now < end {
      let source = mutated(seeds, &random)
      let start = ContinuousClock.now
      _ = MarkdownDocument(markdown: source.span).renderHTML()
      let duration = (ContinuousClock.now - start).components.attoseconds / 1_000_000_000
      let pace = Int(duration) / (source.count + 2_000)
      if pace > slowest.nanosecondsPerByte { slowest = (pace, source) }
      sources += 1
      checkAll(source, "source \(sources)", seed: random.next())
      checkRewritten(source, "source \(sources)", &random)
      check(
        MarkdownDocument(plainParagraphs: source.span), spans: randomSpans(seed: random.next()),
        "source \(sources), plain")
    }
    print("\(sources) sources; slowest \(slowest.nanosecondsPerByte) ns a byte:")
    print(String(decoding: slowest.source.prefix(300), as: UTF8.self))
  }

  private func mutated(_ seeds: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
    func piece(_ random: inout SplitMix64) -> ArraySlice<UInt8> {
      let seed = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      let start = Int.random(in: 0...seed.count, using: &random)
      return seed[start..<min(seed.count, start + Int.random(in: 0...1_500, using: &random))]
    }
    var source = Array(piece(&random))
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      let at = Int.random(in: 0...source.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: source.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 1:
        let end = min(source.count, at + Int.random(in: 1...40, using: &random))
        source.removeSubrange(at..<end)
      case 2: source.insert(contentsOf: piece(&random).prefix(200), at: at)
      case 3:
        let token = tokens[Int.random(in: 0..<tokens.count, using: &random)]
        for _ in 0..<Int.random(in: 2...300, using: &random) {
          source.insert(contentsOf: token, at: at)
        }
      default:
        source.insert(
          contentsOf: tokens[Int.random(in: 0..<tokens.count, using: &random)], at: at)
      }
    }
    return source
  }

  /// Random decisions on links, before or after the spans, leave sound HTML.
  private func checkRewritten(_ source: [UInt8], _ name: String, _ random: inout SplitMix64) {
    var document = MarkdownDocument(markdown: source.span)
    var choices = SplitMix64(state: random.next())
    let transform = { (_: Span<UInt8>, _: LinkPlace) -> LinkTarget in
      switch choices.next() % 5 {
      case 0: .keep
      case 1: .drop
      case 2: .slot(Int32(truncatingIfNeeded: choices.next()))
      case 3: .replace(Array("/new\u{0}\"".utf8))
      default: .replace(Array("vbscript:x".utf8))
      }
    }
    let isFirst = choices.next() % 2 == 0
    if isFirst { document.rewriteLinks(transform) }
    document.insert(randomSpans(seed: choices.next())(document.readingText))
    if !isFirst { document.rewriteLinks(transform) }
    document.shiftHeadings()

    let html = document.renderHTML()
    if let fault = nestingFault(html) {
      Issue.record("\(name): \(fault): \(String(decoding: source, as: UTF8.self))")
    }
    if html.bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }) {
      Issue.record("\(name): a control character: \(String(decoding: source, as: UTF8.self))")
    }
  }
}
