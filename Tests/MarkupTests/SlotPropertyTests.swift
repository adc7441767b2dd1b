import ArchiveModel
import Testing

@testable import Markup

@Suite struct `Slots over all corpora` {
  @Test func `CommonMark's examples come out exactly before any pass of ours`() {
    for (number, example) in SpecExample.all.enumerated() {
      let root = MarkdownDocument.parse(example.markdown.span)
      defer { root.remove() }
      // Bit 17 is libcmark's option "unsafe", which nothing but this test sets.
      let html = MarkdownDocument.withHTML(of: root, options: 1 << 17) { [UInt8]($0) }
      #expect(html == example.html, "example \(number + 1)")
    }
  }

  @Test func `CommonMark's examples keep their HTML around slots`() {
    for example in SpecExample.all {
      for seed in 1...3 { checkAll(example.markdown, "example", seed: UInt64(seed)) }
    }
  }

  @Test(arguments: [
    ("corpora/18f", ".md"), ("corpora/wire", ".txt"), ("corpora/hostile/articles", ".md"),
  ])
  func `Every article keeps its HTML around slots`(_ folder: String, _ suffix: String) {
    for name in SharedFiles.names(in: folder, suffix: suffix) {
      guard let body = SharedFiles.body(name) else { continue }
      checkAll(body, name, seed: UInt64(body.count))
    }
  }

  @Test func `The seed text and the wire texts keep their HTML as plain paragraphs`() {
    for folder in ["corpora/seed", "corpora/wire"] {
      for name in SharedFiles.names(in: folder, suffix: ".txt") {
        guard let text = SharedFiles.bytes(name) else { continue }
        check(MarkdownDocument(plainParagraphs: text.span), spans: wordSpans, name)
        check(MarkdownDocument(plainParagraphs: text.span), spans: randomSpans(seed: 7), name)
      }
    }
  }
}

typealias SpanMaker = @Sendable (ReadingText) -> [SlotSpan]

/// Checks a source with each way to choose spans.
func checkAll(_ source: [UInt8], _ name: String, seed: UInt64) {
  check(MarkdownDocument(markdown: source.span), spans: wordSpans, name)
  check(MarkdownDocument(markdown: source.span), spans: randomSpans(seed: seed), name)
}

/// Slots filled with nothing change nothing; filled with elements they nest; their text is theirs.
func check(_ document: consuming MarkdownDocument, spans make: SpanMaker, _ name: String) {
  let text = document.readingText
  let before = document.renderHTML()
  let spans = make(text)

  document.insert(spans)
  let after = document.renderHTML()

  guard after.bytes == before.bytes else {
    Issue.record(
      "\(name): the HTML differs: \(before.plain.prefix(300)) \(after.plain.prefix(300))")
    return
  }
  if let fault = nestingFault(after) { Issue.record("\(name): \(fault)") }
  let texts = after.slotTexts
  for span in spans {
    let expected = letters(text.bytes[text.trimmed(span.range)])
    guard texts[span.slot, default: []] != expected else { continue }
    let found = String(decoding: texts[span.slot] ?? [], as: UTF8.self)
    Issue.record("\(name): '\(found)' is not '\(String(decoding: expected, as: UTF8.self))'")
    return
  }
  if let fault = readingFault(text) { Issue.record("\(name): \(fault)") }
}

/// What is wrong with a reading text, or nil.
private func readingFault(_ text: ReadingText) -> String? {
  var end: Int?
  for block in text.blocks {
    if block.range.isEmpty { return "a block is empty" }
    if let end {
      if block.range.lowerBound != end + 2 { return "blocks are not two bytes apart" }
      if text.bytes[end] != 0x0A || text.bytes[end + 1] != 0x0A { return "no blank line" }
    } else if block.range.lowerBound != 0 {
      return "the first block begins late"
    }
    for i in block.range where text.bytes[i] < 0x20 {
      if text.bytes[i] != 0x0A { return "a control character" }
      if text.bytes[i - 1] == 0x0A { return "a blank line in a block" }
    }
    end = block.range.upperBound
  }
  if end ?? 0 != text.bytes.count { return "text after the last block" }
  return String(validating: text.bytes, as: UTF8.self) == nil ? "not UTF-8" : nil
}

/// A span for each word.
let wordSpans: SpanMaker = { text in
  var spans: [SlotSpan] = []
  var start: Int?
  for i in 0...text.bytes.count {
    if i < text.bytes.count, !isSpace(text.bytes[i]) {
      start = start ?? i
    } else if let first = start {
      spans.append(SlotSpan(range: first..<i, slot: Int32(spans.count)))
      start = nil
    }
  }
  return spans
}

/// Spans of 1 to 60 bytes at any scalar, also across blocks and touching each other.
func randomSpans(seed: UInt64) -> SpanMaker {
  { text in
    var random = SplitMix64(state: seed)
    var spans: [SlotSpan] = []
    var offset = 0
    func toScalar(_ offset: Int) -> Int {
      var offset = min(offset, text.bytes.count)
      while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      return offset
    }
    while offset < text.bytes.count {
      let start = toScalar(offset + Int.random(in: 0...20, using: &random))
      let end = toScalar(start + Int.random(in: 1...60, using: &random))
      if start < end { spans.append(SlotSpan(range: start..<end, slot: Int32(spans.count))) }
      offset = max(end, offset + 1)
    }
    return spans
  }
}
