import ArchiveModel

/// Sentences of our own that teach what the corpora lack: templates whose holes are filled from the
/// tables of open facts and from patterns.
///
/// In a template, `{kind}` is a hole, `{kind1}` one whose name is the same wherever it stands in the
/// document, `{kind1.s}` its surname or acronym, `{kind1.n}` the name without its article.
/// `<L The Hague>` is a name written out: a person (P), an organisation (O), a place (L) or other (M).
/// A bar is a sentence's end, so that the next may stand in a paragraph of its own.
struct OwnSentences {
  /// What stands in a hole.
  struct Filler {
    var name: String
    /// Nil where it is no name.
    var kind: Kind?
    /// What a second sentence calls it.
    var short = ""
    /// Whether "the" stands before it.
    var hasArticle = false
  }

  /// The kinds of names, numbered as in `ConllTag`.
  enum Kind: Int {
    case person, organization, place, miscellany
  }

  let names: OwnNames
  let facts: OwnFacts
  private let templates: [String]
  private let nameless: [String]
  private let headlines: [String]

  /// Reads the tables of a folder.
  init(lexicons: String) throws(EnvironmentFault) {
    names = try OwnNames(lexicons)
    facts = try OwnFacts(lexicons)
    templates =
      OwnSentences.lines(OwnSentences.proseTemplates)
      + OwnSentences.lines(OwnSentences.deskTemplates)
      + OwnSentences.lines(OwnSentences.actorTemplates)
    nameless = OwnSentences.lines(OwnSentences.namelessTemplates)
    headlines = OwnSentences.lines(OwnSentences.headlineTemplates)
  }

  /// So many documents of one to some four sentences; the same for the same seed.
  func documents(count: Int, seed: UInt64) -> [ConllDocument] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in document(&random) }
  }

  private func document(_ random: inout SplitMix64) -> ConllDocument {
    var writing = OwnWriting()
    let draw = random.unit()
    if draw < 0.07 {
      write(headlines.any(&random), &writing, &random)
      writing.endParagraph()
      write(templates.any(&random), &writing, &random)
    } else if draw < 0.17 {
      write(nameless.any(&random), &writing, &random)
      writing.endSentence(inParagraph: random.unit() < 0.5)
      write((random.unit() < 0.5 ? nameless : templates).any(&random), &writing, &random)
    } else {
      write(templates.any(&random), &writing, &random)
      if random.unit() < 0.45 {
        writing.endSentence(inParagraph: random.unit() < 0.5)
        write(templates.any(&random), &writing, &random)
      }
    }
    return writing.document()
  }

  private func write(
    _ template: String, _ writing: inout OwnWriting, _ random: inout SplitMix64
  ) {
    var rest = template[...]
    let inParagraph = random.unit() < 0.6
    while let special = rest.firstIndex(where: { "{<|".contains($0) }) {
      writing.append(String(rest[..<special]))
      let mark = rest[special]
      rest = rest[rest.index(after: special)...]
      if mark == "|" {
        writing.endSentence(inParagraph: inParagraph)
        rest = rest.drop { $0 == " " }
        continue
      }
      let end = rest.firstIndex(of: mark == "{" ? "}" : ">") ?? rest.endIndex
      let inner = rest[..<end]
      rest = rest[end...].dropFirst()
      if mark == "{" {
        fill(inner, &writing, &random)
      } else {
        writing.append(String(inner.dropFirst(2)), OwnSentences.kind(inner.first))
      }
    }
    writing.append(String(rest))
  }

  private static func kind(_ letter: Character?) -> Kind {
    switch letter {
    case "P": .person
    case "O": .organization
    case "L": .place
    default: .miscellany
    }
  }

  private func fill(
    _ hole: Substring, _ writing: inout OwnWriting, _ random: inout SplitMix64
  ) {
    let parts = hole.split(separator: ".")
    let key = String(parts[0])
    let form = parts.count > 1 ? parts[1] : ""
    let isKept = key.last?.isNumber == true
    let known = isKept ? writing.cast[key] : nil
    let filler = known ?? draw(isKept ? String(key.dropLast()) : key, &random)
    if isKept { writing.cast[key] = filler }
    let isShort = form == "s" && !filler.short.isEmpty
    writing.append(
      isShort ? filler.short : filler.name, filler.kind,
      hasArticle: filler.hasArticle && form != "n")
  }

  /// A template a line; a line that is indented goes on with the one before it.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  "), !lines.isEmpty {
        lines[lines.count - 1] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }
}

/// A document that is being written.
struct OwnWriting {
  /// By hole: what stands in it all through the document.
  var cast: [String: OwnSentences.Filler] = [:]
  private var text: [UInt8] = []
  private var names: [(range: Range<Int>, kind: Int)] = []
  private var isAtStart = true

  /// Appends words, with a capital where a sentence begins.
  mutating func append(
    _ words: String, _ kind: OwnSentences.Kind? = nil, hasArticle: Bool = false
  ) {
    guard let first = words.utf8.first else { return }
    if hasArticle {
      text += (isAtStart ? "The " : "the ").utf8
      isAtStart = false
    } else if text.suffix(3).elementsEqual(" a ".utf8), "aeiouAEIO".utf8.contains(first) {
      text.insert(UInt8(ascii: "n"), at: text.count - 1)
    }
    let start = text.count
    text += words.utf8
    if let kind {
      names.append((start..<text.count, kind.rawValue))
    } else if isAtStart, first &- 0x61 < 26 {
      text[start] = first - 0x20
    }
    let tail = words.suffix(2)
    isAtStart = kind == nil && (tail.hasSuffix("“") || tail == ". " || tail == "? ")
  }

  /// Ends a sentence, or the paragraph.
  mutating func endSentence(inParagraph: Bool) {
    while text.last == 0x20 { text.removeLast() }
    if inParagraph { text.append(0x20) } else { endParagraph() }
    isAtStart = true
  }

  /// Ends a paragraph.
  mutating func endParagraph() {
    text += [0x0A, 0x0A]
    isAtStart = true
  }

  /// The document, in tokens.
  func document() -> ConllDocument {
    var document = ConllDocument(text: text)
    var place = 0
    for name in names {
      addTokens(place..<name.range.lowerBound, nil, &document)
      addTokens(name.range, name.kind, &document)
      place = name.range.upperBound
    }
    addTokens(place..<text.count, nil, &document)
    if !document.tokens.isEmpty { document.sentences = sentences(document.tokens) }
    return document
  }

  /// Splits at blanks; outside names also before and after punctuation, and before 's.
  private func addTokens(_ range: Range<Int>, _ kind: Int?, _ document: inout ConllDocument) {
    var isFirst = true
    func add(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      let raw = kind.map { UInt8($0 * 2 + (isFirst ? 1 : 2)) } ?? 0
      let tag = ConllTag(rawValue: raw) ?? .outside
      document.tokens.append(ConllToken(range: range, tag: tag, line: document.tokens.count))
      isFirst = false
    }
    var offset = range.lowerBound
    for word in text[range].split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard kind == nil else {
        add(word.startIndex..<word.endIndex)
        continue
      }
      offset = word.startIndex
      var tail: [Range<Int>] = []
      var end = word.endIndex
      while offset < end {
        let length = OwnWriting.markLength(text[offset..<end])
        guard length > 0 else { break }
        if length < end - offset, text[offset] == UInt8(ascii: "'") || length == 3 {
          // The possessive's apostrophe stays with its letter.
          if end - offset == length + 1, text[end - 1] == UInt8(ascii: "s") { break }
        }
        add(offset..<offset + length)
        offset += length
      }
      while end > offset {
        let length = OwnWriting.markLengthAtEnd(text[offset..<end])
        guard length > 0 else { break }
        tail.append(end - length..<end)
        end -= length
      }
      add(offset..<end)
      for mark in tail.reversed() { add(mark) }
    }
  }

  private static let marks = ["“", "”", "’", "‘", "–", "—", "…"].map { Array($0.utf8) }

  private static func markLength(_ word: ArraySlice<UInt8>) -> Int {
    if let mark = marks.first(where: { word.starts(with: $0) }) { return mark.count }
    return word.first.map { ".,;:!?()[]\"'-".utf8.contains($0) } == true ? 1 : 0
  }

  private static func markLengthAtEnd(_ word: ArraySlice<UInt8>) -> Int {
    if let mark = marks.first(where: { word.suffix($0.count).elementsEqual($0) }) {
      return mark.count
    }
    return word.last.map { ".,;:!?()[]\"'-".utf8.contains($0) } == true ? 1 : 0
  }

  /// The sentences: apart by a blank line.
  private func sentences(_ tokens: [ConllToken]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var first = 0
    for place in 1..<max(tokens.count, 1)
    where tokens[place].range.lowerBound - tokens[place - 1].range.upperBound > 1 {
      sentences.append(first..<place)
      first = place
    }
    sentences.append(first..<tokens.count)
    return sentences
  }
}

extension Array {
  /// One of the elements, of which there is at least one.
  func any(_ random: inout SplitMix64) -> Element {
    self[Int(random.next() % UInt64(count))]
  }
}
