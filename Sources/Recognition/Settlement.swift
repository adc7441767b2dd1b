import ArchiveModel

/// Brings together what the lists have and what the tagger says.
///
/// The editor's word wins; the gazetteer says who is meant where the tagger sees the same name; the
/// tagger decides the rest.
struct Settlement {
  let model: TaggerModel
  /// By record: the hash of the first word of its name.
  let firstWords: [UInt64]

  /// A name is not longer than this.
  private static let maximumTokens = 24
  private static let maximumBytes: Int32 = 120

  /// Adds the tagger's names to the candidates of a text.
  func settle(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ names: Span<TaggedName>, _ candidates: inout Candidates
  ) {
    var s = 0
    var n = 0
    while n < names.count {
      var name = names[n]
      n += 1
      while let whole = Settlement.series(name, n, names, tokens) {
        name.tokens = whole
        n += 1
      }
      while s + 1 < sentences.count, sentences[s].end <= name.tokens.lowerBound { s += 1 }
      guard var kind = MentionKind(tagged: name.kind) else {
        addMiscellany(name.range, name.margin, text, tokens, sentences[s], &candidates)
        continue
      }
      let range = bounded(name.range, kind, tokens, sentences[s], candidates)
      if isLikeMiscellany(range, tokens, candidates),
        addMiscellany(range, name.margin, text, tokens, sentences[s], &candidates)
      {
        continue
      }
      guard isName(range, kind, tokens, sentences[s]) else { continue }
      kind = Settlement.kind(kind, of: tokens[range.upperBound - 1], range.count)
      var candidate = Candidate(
        first: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), kind: kind,
        score: model.score(margin: name.margin), evidence: .text)
      if let record = bearer(of: range, kind, tokens, candidates) {
        candidate.evidence = .authority(record)
        candidate.score = 0.9
      } else if !isFree(range, for: kind, tokens, sentences[s], candidates) {
        continue
      }
      candidates.claim(candidate)
    }
  }

  /// "Department for Environment, Food and Rural Affairs": an office, and what it is for behind a
  /// comma, with an "and" at last.
  private static func series(
    _ name: TaggedName, _ next: Int, _ names: Span<TaggedName>, _ tokens: Span<Token>
  ) -> Range<Int32>? {
    guard next < names.count, name.kind == 1, names[next].kind == 1, name.range.count >= 3 else {
      return nil
    }
    let (range, rest) = (name.range, names[next].range)
    let preposition = tokens[range.lowerBound + 1].hash
    guard rest.lowerBound == range.upperBound + 1, tokens[range.upperBound].kind == .comma,
      tokens[range.lowerBound].classes.contains(.organizationHead),
      preposition == ofWord || preposition == forWord,
      !range.contains(where: { tokens[$0].hash == andWord }),
      rest.dropLast().contains(where: { tokens[$0].hash == andWord })
    else { return nil }
    return name.tokens.lowerBound..<names[next].tokens.upperBound
  }

  private static let ofWord = WordHash.of("of")
  private static let forWord = WordHash.of("for")
  private static let andWord = WordHash.of("and")

  /// "Berlin Marathon", "Franco-German", "Christmas": what the lists know better than the tagger.
  private func isLikeMiscellany(
    _ range: Range<Int>, _ tokens: Span<Token>, _ candidates: borrowing Candidates
  ) -> Bool {
    let last = range.upperBound - 1
    if range.count == 1 { return candidates.isFree(last) && tokens[last].shape.contains(.lower) }
    return tokens[last].classes.contains(.eventHead)
      || range.count == 3 && tokens[last - 1].kind == .hyphen
        && candidates[last]?.kind == .demonym
  }

  /// Adds a demonym, an event or a work where lists say that it is one; false where they do not.
  @discardableResult
  private func addMiscellany(
    _ range: Range<Int>, _ margin: Int32, _ text: Span<UInt8>, _ tokens: Span<Token>,
    _ sentence: SentenceTokens, _ candidates: inout Candidates
  ) -> Bool {
    guard let reading = Miscellany.read(text, tokens, range, sentence, candidates) else {
      return false
    }
    // "Polish the brass"
    guard
      reading.tokens.count > 1 || sentence.allows(.careAtStart, .own, reading.tokens, in: tokens)
    else { return true }
    for token in reading.tokens {
      guard let other = candidates[token] else { continue }
      let isLonger =
        reading.tokens.lowerBound <= other.range.lowerBound
        && other.range.upperBound <= reading.tokens.upperBound
        && reading.tokens.count > other.range.count
      if !isLonger || other.isOfAuthority && other.range.count > 1 { return true }
    }
    candidates.claim(
      Candidate(
        first: Int32(truncatingIfNeeded: reading.tokens.lowerBound),
        end: Int32(truncatingIfNeeded: reading.tokens.upperBound), kind: reading.kind,
        score: model.score(margin: margin), evidence: .text))
    return true
  }

  /// A name's bounds: without "the", titles and marks at its ends; a ministry with its country, a
  /// company with its legal form.
  private func bounded(
    _ range: Range<Int>, _ kind: MentionKind, _ tokens: Span<Token>, _ sentence: SentenceTokens,
    _ candidates: borrowing Candidates
  ) -> Range<Int> {
    var first = range.lowerBound
    var end = range.upperBound
    while end - first > 1, Settlement.isMark(tokens[end - 1]) { end -= 1 }
    while end - first > 1, Settlement.isMark(tokens[first]) { first += 1 }
    // "The Hague" has its article in the gazetteer.
    if end - first > 1, tokens[first].classes.contains(.determiner),
      candidates[first]?.range != first..<end
    {
      first += 1
    }
    switch kind {
    case .person:
      while end - first > 1, tokens[first + 1].isCapitalized, tokens[first + 1].gap == .space,
        !tokens[first].classes.isDisjoint(with: [.title, .weakTitle]),
        !tokens[first].isInitial
      {
        first += 1
      }
    case .organization:
      // "the Ministry of Defence in Kyiv"
      if let place = (first..<end).first(where: { tokens[$0].hash == Settlement.inWord }),
        place > first, tokens[place].capitals == 0
      {
        end = place
      }
      if first > Int(sentence.first), tokens[first].hash == Settlement.ministry,
        candidates[first - 1]?.kind == .demonym, candidates[first - 1]?.range.count == 1
      {
        first -= 1
      }
      if end < Int(sentence.end), tokens[end].gap == .space, tokens[end].letters <= 4,
        tokens[end].classes.contains(.sureOrganizationHead)
      {
        end += 1
      }
    case .place, .event, .work, .demonym: break
    }
    return first..<end
  }

  private static let ministry = WordHash.of("ministry")
  private static let inWord = WordHash.of("in")

  private static func isMark(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number: false
    default: true
    }
  }

  /// Whether a range can be a name at all.
  private func isName(
    _ range: Range<Int>, _ kind: MentionKind, _ tokens: Span<Token>, _ sentence: SentenceTokens
  ) -> Bool {
    let token = tokens[range.lowerBound]
    let bytes = tokens[range.upperBound - 1].end - token.start
    guard range.count <= Settlement.maximumTokens, bytes <= Settlement.maximumBytes else {
      return false
    }
    // "WHO MAY TURN IT ON FOR US"
    if sentence.isAllCapitals,
      range.allSatisfy({ !tokens[$0].classes.isDisjoint(with: [.function, .month, .weekday]) })
    {
      return false
    }
    guard range.count == 1 else { return true }
    // "Bush left by a bush": of a person the tagger knows better.
    if kind != .person, token.shape.contains(.lower),
      !sentence.allows(.careAtStart, .own, range, in: tokens)
    {
      return false
    }
    if token.classes.contains(.commonAcronym), token.isAllCapitals { return false }
    // "US$ 5 million"
    let next = range.upperBound
    return next >= Int(sentence.end) || tokens[next].kind != .symbol || tokens[next].gap != .none
  }

  /// The kind that a head word makes sure of: "Amazon River" is a place.
  private static func kind(_ kind: MentionKind, of last: Token, _ count: Int) -> MentionKind {
    guard count > 1 else { return kind }
    if last.classes.contains(.surePlaceHead) { return .place }
    if last.classes.contains(.sureOrganizationHead) { return .organization }
    return kind
  }

  /// The record of whose name a longer one is a form, as one with an initial is.
  private func bearer(
    of range: Range<Int>, _ kind: MentionKind, _ tokens: Span<Token>,
    _ candidates: borrowing Candidates
  ) -> Int32? {
    guard kind == .person, range.count > 1, let other = candidates[range.upperBound - 1],
      let record = other.record, other.kind == .person, other.range.count == 1,
      firstWords[Int(record)] == tokens[range.lowerBound].hash
    else { return nil }
    return record
  }

  /// Whether a name that the tagger found may take the place of the candidates in its way.
  private func isFree(
    _ range: Range<Int>, for kind: MentionKind, _ tokens: Span<Token>, _ sentence: SentenceTokens,
    _ candidates: borrowing Candidates
  ) -> Bool {
    for token in range {
      guard let other = candidates[token] else { continue }
      let isLonger =
        range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
        && range.count > other.range.count
      if isCreed(range, before: other, tokens) {
        return false
      } else if other.isOfAuthority {
        // "Trump" of a record in "Trump Tower", "Melania Trump", "Donald Trump Jr.".
        let isJunior = tokens[range.upperBound - 1].classes.contains(.nameSuffix)
        if !isLonger || other.range.count > 1 && other.kind == kind && !isJunior { return false }
      } else if other.kind == .demonym {
        if !isLonger { return false }
      } else if range == other.range {
        if other.kind == kind || other.kind == .organization || range.count > 1 { return false }
        // "in Mobile"
        if other.kind == .place, sentence.showsPlace(range, in: tokens) { return false }
      } else if !isLonger, other.kind == kind {
        return false
      }
    }
    return true
  }

  /// "Takfiri Daesh": a known organisation, and an adjective of faith that is no part of its name.
  private func isCreed(_ range: Range<Int>, before other: Candidate, _ tokens: Span<Token>) -> Bool
  {
    other.kind == .organization && other.evidence != .text
      && range.upperBound == other.range.upperBound
      && range.lowerBound + 1 == other.range.lowerBound
      && Miscellany.classes(tokens[range.lowerBound]).contains(.faithful)
  }
}

extension TaggedName {
  fileprivate var range: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}

extension MentionKind {
  /// Of a person, an organisation or a place; miscellany is none by itself.
  fileprivate init?(tagged kind: UInt8) {
    switch kind {
    case 0: self = .person
    case 1: self = .organization
    case 2: self = .place
    default: return nil
    }
  }
}
