import ArchiveModel

/// A text as training and the tests see it: its spots, and each one's features, found the plain way.
///
/// What `Tagger` sums quickly from kept parts is here collected one by one, by the same templates.
package struct TaggerReading: ~Copyable {
  private let reader: TextReader
  private let lexicon: TaggerLexicon

  private var text: [UInt8] = []
  private var scratch = RecognizerScratch()
  private var tokens = ContiguousArray<Token>()
  private var sentences = ContiguousArray<SentenceTokens>()
  private var spots = ContiguousArray<Spot>()
  private var letters = WordLetters()
  private var forms = ContiguousArray<WordForm>()
  private var evidence = DocumentEvidence()

  /// Reads with these lists.
  package init(gazetteer: Gazetteer, lexicon: TaggerLexicon) {
    reader = TextReader(gazetteer: gazetteer, authorities: [])
    self.lexicon = lexicon
  }

  /// Reads a text.
  package mutating func read(_ text: [UInt8]) {
    self.text = text
    reader.read(text.span, &scratch)
    tokens = scratch.tokens
    sentences = scratch.sentences
    let (tokens, sentences) = (tokens, sentences)
    Tagger.findSpots(tokens.span, sentences.span, scratch.candidates, lexicon, into: &spots)
    forms.removeAll(keepingCapacity: true)
    forms += [.boundary(1), .boundary(2)]
    for i in tokens.indices { forms.append(letters.read(text.span, tokens[i], lexicon)) }
  }

  /// How many spots the text has.
  package var count: Int { spots.count }
  /// Whether a spot begins a stretch.
  package func isFirst(_ s: Int) -> Bool { spots[s].isFirst }
  /// The bytes of a spot's token.
  package func range(_ s: Int) -> Range<Int> {
    let token = tokens[Int(spots[s].token)]
    return Int(token.start)..<Int(token.end)
  }
  /// The words of the text in order: hash, and whether it stands in small letters.
  package func words(_ body: (_ hash: UInt64, _ isSmall: Bool, _ isAtStart: Bool) -> Void) {
    for sentence in sentences where !sentence.isAllCapitals && !sentence.isTitleCase {
      for i in sentence.range where tokens[i].kind == .word {
        body(tokens[i].hash, tokens[i].capitals == 0, sentence.isAtStart(i, in: tokens.span))
      }
    }
  }

  /// Gives a spot's features but those of the document.
  package mutating func features(
    of s: Int, _ add: (_ template: FeatureTemplate, _ feature: UInt64) -> Void
  ) {
    let text = text
    let tokens = tokens
    let spot = spots[s]
    let sentence = sentences[Int(spot.sentence)]
    let range = sentence.range
    let window = Tagger.window(spot, tokens.span, sentence) {
      Int32($0 < range.lowerBound ? 0 : $0 >= range.upperBound ? 1 : $0 + 2)
    }
    withoutActuallyEscaping(add) { add in
      var sink = ListSink(take: add)
      window.emit(forms.span, into: &sink)
      for place in 0..<5 {
        let i = Int(spot.token) + place - 2
        if range.contains(i) {
          let form = letters.read(text.span, tokens[i], lexicon)
          letters.emit(form, at: UInt64(place), into: &sink)
        } else {
          letters.clear()
          letters.emit(forms[i < range.lowerBound ? 0 : 1], at: UInt64(place), into: &sink)
        }
      }
    }
  }

  /// Takes the tags that a first pass gave the spots.
  package mutating func gather(_ tags: [NameTag]) {
    let (text, tokens, sentences, spots) = (text, tokens, sentences, spots)
    evidence.gather(text.span, tokens.span, sentences.span, spots.span, tags.span)
  }

  /// Gives a spot's features of the document; `tag` is what the first pass gave it.
  package func documentFeatures(
    of s: Int, _ tag: NameTag, _ add: (_ template: FeatureTemplate, _ feature: UInt64) -> Void
  ) {
    withoutActuallyEscaping(add) { add in
      var sink = ListSink(take: add)
      evidence.emit(s, tag, spots[s], forms[Int(spots[s].token) + 2], into: &sink)
    }
  }
}

/// Hands features on.
private struct ListSink: FeatureSink {
  let take: (FeatureTemplate, UInt64) -> Void
  mutating func add(_ template: FeatureTemplate, _ feature: UInt64) { take(template, feature) }
}
