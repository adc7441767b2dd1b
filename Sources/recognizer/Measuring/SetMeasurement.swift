import ArchiveModel
import Recognition

/// A recogniser's names in one annotated set.
struct SetMeasurement {
  let name: String
  private(set) var ours = SpanScore()
  private(set) var theirs: SpanScore?
  private(set) var wrong = WrongSpans()
  /// White-space words of the running text that is made of the set.
  private(set) var words = 0
  private(set) var seconds = 0.0
  /// spaCy's, without the time for tokens, which it is given.
  private(set) var theirSeconds = 0.0

  /// Reads the set at a path and finds its names, also with spaCy if it is there.
  init(
    path: String, name: String, _ recognizer: Recognizer, _ spacy: SpacyNames?,
    _ miscellany: inout MiscellanyScore
  ) throws(EnvironmentFault) {
    self.name = name
    let set = Conll(String(decoding: try Files.read(path), as: UTF8.self))
    var scratch = RecognizerScratch()
    for document in set.documents {
      words += SpeedMeasurement.words(document.text)
      let start = ContinuousClock.now
      let mentions = recognizer.annotate(document.text.span, scratch: &scratch).mentions
      seconds += (ContinuousClock.now - start).inSeconds

      let gold = SetMeasurement.gold(document)
      var found: [TokenSpan] = []
      for var projected in document.projection(of: mentions) {
        guard let span = document.comparable(projected.span) else { continue }
        projected.span = span
        found.append(span)
        miscellany.add(projected, mentions[projected.mention].kind, gold: gold)
      }
      ours.add(gold: gold, found: found)
      wrong.add(gold: gold, found: found, in: document)
    }

    guard let spacy else { return }
    let (tags, spent) = try spacy.tags(of: path, lines: set.lines.count - 1)
    theirSeconds = spent
    var score = SpanScore()
    for document in set.documents {
      let found = TokenSpan.spans(of: document.tokens.map { tags[$0.line] }, in: document)
      score.add(
        gold: SetMeasurement.gold(document), found: found.compactMap { document.comparable($0) })
    }
    theirs = score
  }

  private static func gold(_ document: ConllDocument) -> [TokenSpan] {
    TokenSpan.spans(of: document.tokens.map(\.tag), in: document)
      .compactMap { document.comparable($0) }
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
