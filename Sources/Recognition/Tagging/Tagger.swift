import ArchiveModel

/// A name that the tagger found.
package struct TaggedName: Hashable, Sendable {
  /// Its tokens.
  package var tokens: Range<Int32>
  /// 0 person, 1 organisation, 2 place, 3 miscellany.
  package var kind: UInt8
  /// How much better it is than the next best reading, in units of the model.
  package var margin: Int32
}

/// The tagger: a linear-chain model over the stretches that may be names, in two passes.
///
/// The first pass reads each sentence by itself; the second knows what the first said of the same
/// words elsewhere in the text. Both share one table of weights.
struct Tagger: Sendable {
  let model: TaggerModel

  /// What the tagger keeps from text to text.
  struct Scratch: ~Copyable {
    var spots = ContiguousArray<Spot>()
    /// By token: its form, or -1.
    var forms = ContiguousArray<Int32>()
    var cache = FormCache()
    /// By spot.
    var scores = ContiguousArray<TagScores>()
    var tags = ContiguousArray<NameTag>()
    var viterbi = Viterbi()
    var evidence = DocumentEvidence()
    var names = ContiguousArray<TaggedName>()
    init() {}
  }

  /// Fills `scratch.names` with the names of a text, in order.
  func tag(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ candidates: borrowing Candidates, _ scratch: inout Scratch
  ) {
    Tagger.findSpots(tokens, sentences, candidates, model.lexicon, into: &scratch.spots)
    scratch.cache.prepare(model)
    scratch.forms.removeAll(keepingCapacity: true)
    scratch.forms.append(contentsOf: repeatElement(-1, count: tokens.count))
    scratch.scores.removeAll(keepingCapacity: true)
    for s in scratch.spots.indices { score(text, tokens, sentences, s, &scratch) }
    decode(&scratch)

    addEvidence(text, tokens, sentences, &scratch)
    decode(&scratch, andCollect: true)
  }

  /// Adds what the first pass said of the same words elsewhere to the scores.
  private func addEvidence(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ scratch: inout Scratch
  ) {
    // Held by name, here and below: a span of a part would keep all of the scratch from being
    // written to.
    let spots = scratch.spots
    let tags = scratch.tags
    scratch.evidence.gather(text, tokens, sentences, spots.span, tags.span)
    for s in spots.indices {
      let spot = spots[s]
      var sink = ScoreSink(features: model.features, scores: scratch.scores[s])
      let form = scratch.cache.forms[Int(scratch.forms[Int(spot.token)])]
      scratch.evidence.emit(s, tags[s], spot, form, into: &sink)
      scratch.scores[s] = sink.scores
    }
  }

  /// Finds the spots and what the lists have of them.
  static func findSpots(
    _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>, _ candidates: borrowing Candidates,
    _ lexicon: TaggerLexicon, into spots: inout ContiguousArray<Spot>
  ) {
    Segments.find(tokens, sentences, into: &spots)
    LexiconMatches.mark(tokens, sentences, lexicon, &spots)
    for s in spots.indices {
      if let code = candidates.code(Int(spots[s].token)) { spots[s].candidate = code }
    }
  }

  private func form(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentence: SentenceTokens, _ token: Int,
    _ scratch: inout Scratch
  ) -> Int32 {
    if token < Int(sentence.first) { return FormCache.before }
    if token >= Int(sentence.end) { return FormCache.after }
    let known = scratch.forms[token]
    if known >= 0 { return known }
    let index = scratch.cache.index(text, tokens[token], model)
    scratch.forms[token] = index
    return index
  }

  /// The window of a spot, with the forms that `form` finds.
  static func window(
    _ spot: Spot, _ tokens: Span<Token>, _ sentence: SentenceTokens,
    _ form: (Int) -> Int32
  ) -> SpotWindow {
    let token = Int(spot.token)
    return SpotWindow(
      beforeLast: form(token - 2), before: form(token - 1), word: form(token),
      after: form(token + 1), afterNext: form(token + 2), match: spot.match,
      candidate: spot.candidate,
      isAtStart: sentence.isAtStart(token, in: tokens),
      sentenceCasing: sentence.isAllCapitals ? 1 : sentence.isTitleCase ? 2 : 0)
  }

  private func score(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>, _ s: Int,
    _ scratch: inout Scratch
  ) {
    let spot = scratch.spots[s]
    let sentence = sentences[Int(spot.sentence)]
    let window = Tagger.window(spot, tokens, sentence) {
      form(text, tokens, sentence, $0, &scratch)
    }
    var sink = ScoreSink(features: model.features)
    window.emit(scratch.cache.forms.span, into: &sink)
    scratch.scores.append(sink.scores &+ scratch.cache.sum(window))
  }

  /// Decodes all stretches; `andCollect` also reads the names off them, with their margins.
  private func decode(_ scratch: inout Scratch, andCollect: Bool = false) {
    scratch.tags.removeAll(keepingCapacity: true)
    scratch.tags.append(contentsOf: repeatElement(.outside, count: scratch.spots.count))
    scratch.names.removeAll(keepingCapacity: true)
    let spots = scratch.spots
    let scores = scratch.scores
    var s = 0
    while s < spots.count {
      let end = Tagger.stretchEnd(spots.span, s)
      scratch.viterbi.decode(scores.span, s..<end, model.transitions, &scratch.tags)
      if andCollect { collect(s..<end, spots.span, scores.span, &scratch) }
      s = end
    }
  }

  /// The spot after the stretch that begins at `s`.
  static func stretchEnd(_ spots: Span<Spot>, _ s: Int) -> Int {
    var end = s + 1
    while end < spots.count, !spots[end].isFirst { end += 1 }
    return end
  }

  /// Reads the names off the tags of a stretch that was just decoded.
  private func collect(
    _ stretch: Range<Int>, _ spots: Span<Spot>, _ scores: Span<TagScores>,
    _ scratch: inout Scratch
  ) {
    var k = stretch.lowerBound
    var isFirst = true
    while k < stretch.upperBound {
      guard let kind = scratch.tags[k].kind else {
        k += 1
        continue
      }
      var last = k + 1
      while last < stretch.upperBound, scratch.tags[last].kind == kind,
        !scratch.tags[last].isFirst
      {
        last += 1
      }
      if isFirst { scratch.viterbi.lookBack(scores, stretch, model.transitions) }
      isFirst = false
      scratch.names.append(
        TaggedName(
          tokens: spots[k].token..<spots[last - 1].token + 1,
          kind: UInt8(truncatingIfNeeded: kind),
          margin: scratch.viterbi.margin(of: k..<last, in: stretch, scratch.tags)))
      k = last
    }
  }
}

extension Candidates {
  /// What a token's candidate tells the tagger: kind, whether it begins there, and how it was
  /// found; nil where there is none.
  func code(_ token: Int) -> UInt8? {
    guard let candidate = self[token] else { return nil }
    let source: UInt8 =
      switch candidate.evidence {
      case .text: 0
      case .gazetteer, .authority, .weakAuthority: 1
      }
    let isFirst: UInt8 = Int(candidate.first) == token ? 1 : 0
    let isLong: UInt8 = candidate.range.count > 1 ? 1 : 0
    return 128 | candidate.kind.rawValue << 3 | source << 2 | isFirst << 1 | isLong
  }
}

/// Marks the spots that are part of a sequence which the lexicon has.
enum LexiconMatches {
  /// From left to right, the longest first: O(spots × tokens of a sequence).
  static func mark(
    _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>, _ lexicon: TaggerLexicon,
    _ spots: inout ContiguousArray<Spot>
  ) {
    var s = 0
    while s < spots.count {
      let first = Int(spots[s].token)
      guard tokens[first].capitals != 0 else {
        s += 1
        continue
      }
      let limit = Int(sentences[Int(spots[s].sentence)].end)
      var state = NameTable.start
      var k = first
      var end = first
      var kinds: TaggerLexicon.Kinds = []
      while k < limit {
        state = NameTable.advance(state, tokens[k].hash)
        k += 1
        guard let found = lexicon.sequence(state) else { break }
        if !found.kinds.isEmpty {
          end = k
          kinds = found.kinds
        }
        guard found.goesOn else { break }
      }
      guard end > first else {
        s += 1
        continue
      }
      let length = UInt16(min(end - first, 4))
      while s < spots.count, Int(spots[s].token) < end {
        let token = Int(spots[s].token)
        let place: UInt16 = token == first ? 1 : token == end - 1 ? 3 : 2
        spots[s].match = UInt16(kinds.rawValue) << 5 | length << 2 | place
        s += 1
      }
    }
  }
}
