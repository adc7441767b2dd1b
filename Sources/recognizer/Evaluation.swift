import ArchiveModel
import Recognition

/// An annotated text: its tokens with blanks between them, and its spans.
struct GoldDocument {
  struct Span: Hashable {
    var start: Int
    var end: Int
    var kind: MentionKind
  }

  var text: [UInt8] = []
  var spans: Set<Span> = []

  /// Reads a file of sentences; a document where the source has none is 20 sentences.
  static func read(_ conll: String) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    var document = GoldDocument()
    var open: Span?
    var sentences = 0
    let hasDocuments = conll.hasPrefix("-DOCSTART-")
    func finish() {
      if let span = open { document.spans.insert(span) }
      open = nil
      if !document.text.isEmpty { documents.append(document) }
      document = GoldDocument()
    }
    for line in conll.split(separator: "\n", omittingEmptySubsequences: false) {
      let columns = line.split(separator: "\t")
      guard columns.count >= 2 else {
        if let span = open { document.spans.insert(span) }
        open = nil
        // Each sentence a block, so that its bounds are the source's.
        if !document.text.isEmpty, document.text.last != 0x0A { document.text += [0x0A, 0x0A] }
        sentences += 1
        if !hasDocuments, sentences % 20 == 0 { finish() }
        continue
      }
      if columns[0] == "-DOCSTART-" {
        finish()
        continue
      }
      if let last = document.text.last, last != 0x0A { document.text.append(0x20) }
      let start = document.text.count
      document.text += columns[0].utf8
      let end = document.text.count
      let tag = columns[1]
      if tag.hasPrefix("I-"), var span = open {
        span.end = end
        open = span
        continue
      }
      if let span = open { document.spans.insert(span) }
      open = nil
      if tag.hasPrefix("B-"), let kind = kind(tag.dropFirst(2)) {
        open = Span(start: start, end: end, kind: kind)
      }
    }
    finish()
    return documents
  }

  private static func kind(_ tag: Substring) -> MentionKind? {
    switch tag {
    case "PER": .person
    case "ORG": .organization
    case "LOC": .place
    default: nil
    }
  }

  /// Without a leading "the" and a final possessive.
  func trimmed(_ span: Span) -> Span {
    var span = span
    let words = text[span.start..<span.end]
    if words.count > 4, words.prefix(4).map({ $0 | 0x20 }) == Array("the ".utf8) { span.start += 4 }
    if words.count > 3, words.suffix(3).elementsEqual(" 's".utf8) { span.end -= 3 }
    return span
  }
}

/// Right, found and wanted spans, by kind and by evidence.
struct SpanScore {
  struct Count {
    var right = 0
    var found = 0
    var wanted = 0

    var line: String {
      let precision = found == 0 ? 0 : Double(right) / Double(found)
      let recall = wanted == 0 ? 0 : Double(right) / Double(wanted)
      let f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall)
      let figures = [precision, recall, f1].map { SpanScore.percent($0) }
      return "P \(figures[0])  R \(figures[1])  F1 \(figures[2])  (\(right) of \(found), \(wanted))"
    }
  }

  private static let kinds: [MentionKind] = [.person, .organization, .place]
  private var kinds: [MentionKind: Count] = [:]
  private var byText: [MentionKind: Count] = [:]

  static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Counts a document and returns a line for each span that is wrong or missing.
  mutating func add(_ document: GoldDocument, _ recognizer: Recognizer) -> [String] {
    var scratch = RecognizerScratch()
    let annotation = recognizer.annotate(document.text.span, scratch: &scratch)
    let gold = Set(document.spans.map { document.trimmed($0) })
    for span in gold { kinds[span.kind, default: Count()].wanted += 1 }
    var wrong: [String] = []
    for mention in annotation.mentions where SpanScore.kinds.contains(mention.kind) {
      let span = document.trimmed(
        GoldDocument.Span(start: Int(mention.start), end: Int(mention.end), kind: mention.kind))
      let isRight = gold.contains(span)
      kinds[span.kind, default: Count()].found += 1
      if isRight { kinds[span.kind, default: Count()].right += 1 }
      let isByText = mention.evidence == .text
      if isByText {
        byText[span.kind, default: Count()].found += 1
        if isRight { byText[span.kind, default: Count()].right += 1 }
      }
      if !isRight {
        let around = max(0, span.start - 40)..<min(document.text.count, span.end + 30)
        let source = isByText ? "text" : "list"
        wrong.append(
          "\(source) \(span.kind.name) [\(document.text.line(span.start..<span.end))] in "
            + document.text.line(around))
      }
    }
    return wrong
  }

  /// A line for each kind, for all, and for what the rules alone found.
  var table: String {
    var lines: [String] = []
    var all = Count()
    var text = Count()
    func add(_ count: Count, to sum: inout Count) {
      sum.right += count.right
      sum.found += count.found
      sum.wanted += count.wanted
    }
    for kind in SpanScore.kinds {
      let count = kinds[kind] ?? Count()
      let rules = byText[kind] ?? Count()
      add(count, to: &all)
      add(rules, to: &text)
      lines.append(
        "  \(kind.name): \(count.line); rules alone P "
          + SpanScore.percent(Double(rules.right) / Double(max(rules.found, 1)))
          + " (\(rules.right) of \(rules.found))")
    }
    lines.append(
      "  all: \(all.line); rules alone P "
        + SpanScore.percent(Double(text.right) / Double(max(text.found, 1)))
        + " (\(text.right) of \(text.found))")
    return lines.joined(separator: "\n")
  }
}
