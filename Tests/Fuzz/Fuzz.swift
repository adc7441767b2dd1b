// Coverage-guided fuzzing of everything that reads what a stranger may have written.
//
// `Tests/Fuzz/run.sh` builds the modules with coverage, links them with this file and libFuzzer,
// and runs one target after the other. A broken promise is a trap, which libFuzzer reports with
// the input that made it.

import ArchiveModel
import Loading
import Markup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is fuzzed; `FUZZ_TARGET` names one.
private enum Target: String {
  case frontMatter = "front-matter"
  case date, wire, dialect, html, insertion
}

private let target: Target = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = Target(rawValue: name) else {
    print("FUZZ_TARGET is “\(name)”, which is no target: see Tests/Fuzz/run.sh")
    exit(2)
  }
  return target
}()

/// One input: libFuzzer calls this some thousand times a second.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  switch target {
  case .frontMatter: readArticle(input, "articles/2017-03-26-talks.md")
  case .date: readDate(input)
  case .wire: readArticle(input, "articles/talks.txt")
  case .dialect: translate(input)
  case .html: sanitize(input)
  case .insertion: insert(input)
  }
  return 0
}

/// Breaks off where a promise is broken.
private func promise(_ isKept: Bool, _ what: @autoclosure () -> String) {
  if !isKept { fatalError(what()) }
}

/// Nothing that comes out is beyond 50 times what went in.
private func checkGrowth(from input: Int, to output: Int) {
  promise(output <= 50 * input + 4_096, "\(input) bytes grew to \(output)")
}

// MARK: Targets

/// A whole file: its bytes, front matter or wire text, and every diagnostic as it is printed.
private func readArticle(_ input: [UInt8], _ path: String) {
  let source = Source(input, path: path, shownAs: path)
  let article = source.article
  promise(!article.title.isEmpty, "an article without a headline")
  promise(source.bodyStart >= 0, "a body before the file")
  checkGrowth(from: input.count, to: source.body.count)
  checkGrowth(
    from: input.count,
    to: (article.tags + article.wireNotes).reduce(article.title.utf8.count) { $0 + $1.utf8.count })

  let text = Archive.text(of: input, path: path)
  promise(
    source.diagnostics.count <= input.count + 8, "\(source.diagnostics.count) diagnostics")
  for diagnostic in source.diagnostics {
    let range = diagnostic.place.offsets
    promise(range.upperBound <= text.count, "a diagnostic beyond its file: \(diagnostic)")
    _ = SourcePosition(of: range.lowerBound, in: text)
  }
  guard source.isSound else { return }
  if source.isPlainText {
    check(MarkdownDocument(plainParagraphs: source.body.span, dateline: source.dateline))
  } else {
    check(MarkdownDocument(markdown: source.body.span))
  }
}

/// A date: what is read is written in EDTF, and read from there as the same.
private func readDate(_ input: [UInt8]) {
  guard let date = try? ArchiveDate(parsing: String(decoding: input, as: UTF8.self)) else { return }
  promise(date != .undated, "nothing was read as a date")
  promise((try? ArchiveDate(parsing: date.description)) == date, "\(date) is read as another date")
  if let earliest = date.earliest, let latest = date.latest {
    promise(earliest <= latest, "\(date) ends before it begins")
  }
  let period = ArchiveDate(date.period)
  promise(date.year == nil || period.earliest == date.earliest, "\(date) stands in \(period)")
}

/// A body with constructs of other systems: what becomes of them is text, and knows its place.
private func translate(_ input: [UInt8]) {
  let body = Array(String(decoding: input, as: UTF8.self).utf8)
  var context = DialectContext()
  context.values = ["page.title": "<b>{{ page.title }}</b>", "page.image": "a b.png"]
  guard let translation = DialectTranslation(of: body, context: context) else { return }
  checkGrowth(from: body.count, to: translation.markdown.count)
  promise(
    Array(String(decoding: translation.markdown, as: UTF8.self).utf8) == translation.markdown,
    "a letter was cut in two")
  var last = 0
  for offset in 0...translation.markdown.count {
    let source = translation.offsets.source(of: offset)
    promise(source >= last && source <= body.count, "offset \(offset) leads to \(source)")
    last = source
  }
  for entry in translation.tally.entries {
    promise((0..<body.count).contains(entry.firstOffset), "a construct outside of its body")
  }
  sanitize(translation.markdown)
}

/// A body: Markdown and HTML as they come.
private func sanitize(_ input: [UInt8]) {
  var document = MarkdownDocument(markdown: input.span)
  document.shiftHeadings()
  check(document)
  checkGrowth(from: input.count, to: document.renderHTML().bytes.count)
}

/// A body with a mention at each word: without them its HTML is the same.
private func insert(_ input: [UInt8]) {
  let plain = MarkdownDocument(markdown: input.span).renderHTML().bytes
  var document = MarkdownDocument(markdown: input.span)
  let spans = words(of: document.readingText.bytes)
  document.insert(spans)
  let html = document.renderHTML()
  promise(html.bytes == plain, "slots changed the HTML")
  checkNesting(of: html)
}

private func check(_ document: borrowing MarkdownDocument) {
  let html = document.renderHTML()
  promise(
    !html.bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D },
    "a control character on the page")
  checkNesting(of: html)
  for name in ["script", "style", "iframe", "object", "form", "svg", "base", "meta"] {
    promise(!contains(html.bytes, "<" + name), "an element that no page may have: \(name)")
  }
}

// MARK: Checks

/// Each second word, as a mention would take it.
private func words(of text: [UInt8]) -> [SlotSpan] {
  var spans: [SlotSpan] = []
  var start: Int?
  for (i, byte) in text.enumerated() {
    let isWord = byte > 0x20
    if isWord, start == nil { start = i }
    if !isWord, let first = start {
      if first % 2 == 0 { spans.append(SlotSpan(range: first..<i, slot: Int32(spans.count))) }
      start = nil
    }
  }
  return spans
}

private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
  "wbr",
]

/// Every element that is opened is closed, and in order, slots included.
private func checkNesting(of html: SlottedHTML) {
  var filled: [UInt8] = []
  html.write(to: &filled) { content, output in
    switch content {
    case .mentionStart: output.append(contentsOf: "<span>".utf8)
    case .mentionEnd: output.append(contentsOf: "</span>".utf8)
    case .root, .target: break
    }
  }
  var open: [String] = []
  var i = 0
  while i < filled.count {
    guard filled[i] == UInt8(ascii: "<") else {
      i += 1
      continue
    }
    guard let end = filled[i...].firstIndex(of: UInt8(ascii: ">")) else {
      promise(false, "a tag without an end")
      return
    }
    let tag = filled[i + 1..<end]
    let isEnd = tag.first == UInt8(ascii: "/")
    let letters = tag.dropFirst(isEnd ? 1 : 0).prefix {
      $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "z")
    }
    let name = String(decoding: letters, as: UTF8.self)
    if isEnd {
      promise(open.popLast() == name, "</\(name)> closes nothing")
    } else if !voidElements.contains(name), tag.first != UInt8(ascii: "!") {
      open.append(name)
    }
    i = end + 1
  }
  promise(open.isEmpty, "never closed: \(open)")
}

private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
  let pattern = Array(text.utf8)
  var i = 0
  while let start = bytes[i...].firstIndex(of: pattern[0]) {
    if bytes[start...].starts(with: pattern) { return true }
    i = start + 1
  }
  return false
}
