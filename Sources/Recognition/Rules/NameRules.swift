import ArchiveModel

/// Finds names by the look of the text, where no list has them.
///
/// Conservative: a title before it, a given name, a head word, an acronym in brackets, or the
/// surname of someone named in full before. A trained tagger will take its place.
struct NameRules: Sendable {
  private let runs: CapitalRun

  init(gazetteer: Gazetteer) { runs = CapitalRun(gazetteer: gazetteer) }

  /// What the rules keep from text to text.
  struct Scratch: ~Copyable {
    var pieces = ContiguousArray<Piece>()
    var tail = ContiguousArray<Piece>()
    /// Surnames of people and acronyms of organisations that the text has explained.
    var known = WordMemory()
  }

  /// A name is not longer than this.
  private static let maximumWords = 12
  private static let maximumBytes: Int32 = 120

  /// Claims the names of a whole text.
  func apply(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {
    scratch.known.reset()
    for s in sentences.indices {
      let sentence = sentences[s]
      if sentence.isAllCapitals || sentence.isTitleCase { continue }
      var i = Int(sentence.first)
      while i < Int(sentence.end) {
        guard !candidates.isFree(i) || CapitalRun.isNameWord(tokens[i]) else {
          i += 1
          continue
        }
        scratch.pieces.removeAll(keepingCapacity: true)
        let end = runs.read(
          tokens, from: i, to: Int(sentence.end), candidates, into: &scratch.pieces)
        resolve(tokens, sentence, end, &candidates, &scratch)
        i = max(end, i + 1)
      }
      explain(tokens, sentence, text, &candidates, &scratch)
    }
    recall(tokens, sentences, &candidates, scratch.known)
  }

  // MARK: A run

  /// Decides what the pieces of a run are.
  private func resolve(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ end: Int, _ candidates: inout Candidates,
    _ scratch: inout Scratch
  ) {
    let pieces = scratch.pieces
    var start = 0
    // "Meanwhile Iraqi forces", "The Hague" has its article in the match.
    while start < pieces.count, pieces[start].isPlain, pieces[start].classes.contains(.function) {
      start += 1
    }
    var p = start
    while p < pieces.count {
      // "Martin Luther King Day": a weak title inside a name is none.
      let isInside =
        p > start && pieces[p].classes.contains(.weakTitle)
        && pieces[p - 1].canBeOfPerson && pieces[p - 1].classes.isDisjoint(with: .titleModifier)
      guard !isInside, let (name, isStrong) = afterTitle(pieces, p) else {
        p += 1
        continue
      }
      let last = personEnd(pieces, name, isStrong)
      if last > name {
        segment(tokens, sentence, pieces, start..<p, end, &candidates, &scratch)
        claimPerson(tokens, pieces[name].first..<pieces[last - 1].end, 0.85, &candidates, &scratch)
        start = last
        p = last
      } else {
        p = name
      }
    }
    segment(tokens, sentence, pieces, start..<pieces.count, end, &candidates, &scratch)
  }

  /// The piece after the titles that begin at `p`, and whether they are titles beyond doubt.
  private func afterTitle(_ pieces: ContiguousArray<Piece>, _ p: Int) -> (
    next: Int, isStrong: Bool
  )? {
    var q = p
    var end = p
    var isStrong = false
    while q < pieces.count {
      let piece = pieces[q]
      guard piece.isPlain, piece.isTitlePart else { break }
      q += 1
      if piece.classes.contains(.title) {
        isStrong = true
        end = q
      } else if piece.classes.contains(.weakTitle) {
        // "Prime Minister", "Defense Secretary"
        if q - 1 > p { isStrong = true }
        end = q
      }
    }
    return end > p ? (end, isStrong) : nil
  }

  /// Where the person's name after a title ends; `start` where there is none.
  private func personEnd(_ pieces: ContiguousArray<Piece>, _ start: Int, _ isStrong: Bool) -> Int {
    guard start < pieces.count, !pieces[start].isOfAuthority else { return start }
    var end = start
    while end < pieces.count, end - start < 5, canBeOfPerson(pieces, end, start) { end += 1 }
    // "General Motors Company", "President Lincoln Park".
    if end < pieces.count, pieces[end].isHead { return start }
    if end == start || pieces[end - 1].isInitial { return start }
    if isStrong || pieces[start].isGivenName { return end }
    return end - start > 1 || end == pieces.count && pieces[start].isPlain ? end : start
  }

  /// A plain word, or a place of one word that stands where a name goes: "Michael Jordan".
  private func canBeOfPerson(_ pieces: ContiguousArray<Piece>, _ p: Int, _ start: Int) -> Bool {
    if pieces[p].canBeOfPerson { return true }
    guard pieces[p].kind == .place, !pieces[p].isLong, !pieces[p].isAllCapitals else {
      return false
    }
    return !pieces[p].isOfAuthority || p > start
  }

  /// A stretch of a run without titles.
  private func segment(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>,
    _ range: Range<Int>,
    _ end: Int, _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {
    guard let first = range.first, let last = range.last else { return }
    if isHeaded(tokens, sentence, pieces, range, end, &candidates, &scratch) { return }
    if isPerson(tokens, pieces, range, &candidates, &scratch) { return }
    doubt(sentence, pieces, first...last, &candidates)
  }

  // MARK: People

  /// A given name or initials and what follows: "Lise Grande", "Osama bin Laden".
  private func isPerson(
    _ tokens: Span<Token>, _ pieces: ContiguousArray<Piece>, _ range: Range<Int>,
    _ candidates: inout Candidates, _ scratch: inout Scratch
  ) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, !pieces[start].isPlain, !pieces[start].isGivenName {
      start += 1
    }
    guard start < range.upperBound, !pieces[start].isOfAuthority,
      pieces[start].isPlain || pieces[start].kind == .place && !pieces[start].isLong
    else { return false }
    let isNamed = pieces[start].isGivenName || pieces[start].isInitial
    guard isNamed || hasInnerSign(pieces, start..<range.upperBound) else { return false }
    guard pieces[start].canBeOfPerson || pieces[start].isGivenName else { return false }
    var end = start + 1
    while end < range.upperBound, end - start < 6, canBeOfPerson(pieces, end, start) { end += 1 }
    while end > start, pieces[end - 1].isInitial { end -= 1 }
    guard end - start > 1, end == range.upperBound || !pieces[end].isHead else { return false }
    // "Paris France", "Jordan Syria": two places are no person.
    if pieces[start].kind != nil, pieces[start + 1].kind != nil { return false }
    claimPerson(tokens, pieces[start].first..<pieces[end - 1].end, 0.8, &candidates, &scratch)
    return true
  }

  /// A sign inside the name, where the first word is not known: "Ban Ki-moon".
  private func hasInnerSign(_ pieces: ContiguousArray<Piece>, _ range: Range<Int>) -> Bool {
    guard range.count > 1, pieces[range.lowerBound].canBeOfPerson else { return false }
    return pieces[range.upperBound - 1].hasSmallTail
      || range.dropFirst().dropLast().contains { pieces[$0].isInitial }
  }

  private func claimPerson(
    _ tokens: Span<Token>, _ range: Range<Int32>, _ score: Float, _ candidates: inout Candidates,
    _ scratch: inout Scratch
  ) {
    let range = Int(range.lowerBound)..<Int(range.upperBound)
    guard claim(tokens, range, .person, score, &candidates) else { return }
    rememberSurname(tokens, range, &scratch)
  }

  private func rememberSurname(
    _ tokens: Span<Token>, _ range: Range<Int>, _ scratch: inout Scratch
  ) {
    guard let last = range.last(where: { !tokens[$0].classes.contains(.nameSuffix) }),
      tokens[last].kind == .word, tokens[last].letters > 2
    else { return }
    scratch.known.remember(tokens[last].hash, .person)
  }

  // MARK: Organisations, places, events by their head

  private func isHeaded(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>,
    _ range: Range<Int>,
    _ end: Int, _ candidates: inout Candidates, _ scratch: inout Scratch
  ) -> Bool {
    let first = pieces[range.lowerBound]
    var head = pieces[range.upperBound - 1]
    // "World War II"
    if head.classes.contains(.nameSuffix), range.count > 2,
      pieces[range.upperBound - 2].classes.contains(.eventHead)
    {
      head = pieces[range.upperBound - 2]
    }
    let span = Int(first.first)..<Int(pieces[range.upperBound - 1].end)
    if head.isPlain {
      let continues = !head.classes.isDisjoint(with: [.ofHead, .eventHead])
      if continues, span.upperBound == end,
        let tail = tailEnd(tokens, sentence, end, head, candidates, &scratch)
      {
        let kind: MentionKind = head.classes.contains(.ofHead) ? .organization : .event
        return claim(tokens, span.lowerBound..<tail, kind, 0.8, &candidates)
      }
      if range.count > 1, let kind = NameRules.kind(head.classes) {
        return claim(tokens, span, kind, 0.8, &candidates)
      }
    }
    // "Mount Sinjar", "Camp Speicher"
    if first.isPlain, first.classes.contains(.placeLead), (2...3).contains(range.count),
      range.dropFirst().allSatisfy({ pieces[$0].canBeOfPerson || pieces[$0].kind == .place })
    {
      return claim(tokens, span, .place, 0.8, &candidates)
    }
    // "University College London"
    if range.count > 2, head.kind == .place, pieces[range.upperBound - 2].isPlain,
      pieces[range.upperBound - 2].classes.contains(.ofHead)
    {
      return claim(tokens, span, .organization, 0.8, &candidates)
    }
    return false
  }

  private static func kind(_ classes: WordClasses) -> MentionKind? {
    if classes.contains(.organizationHead) { return .organization }
    if classes.contains(.placeHead) { return .place }
    if classes.contains(.eventHead) { return .event }
    return nil
  }

  /// The end of "of Displacement and Migration" after a head; nil where it does not go on.
  private func tailEnd(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ start: Int, _ head: Piece,
    _ candidates: borrowing Candidates, _ scratch: inout Scratch
  ) -> Int? {
    let limit = Int(sentence.end)
    guard start + 1 < limit, tokens[start].gap == .space, tokens[start].classes.contains(.of),
      !tokens[start].isCapitalized
    else { return nil }
    guard let end = tailPart(tokens, start + 1, limit, candidates, &scratch) else { return nil }
    // "… and Migration", where the head is one that takes two.
    if end + 1 < limit, tokens[end].classes.contains(.and), head.classes.contains(.jointHead),
      candidates.isFree(end + 1),
      let second = tailPart(tokens, end + 1, limit, candidates, &scratch)
    {
      return second
    }
    return end
  }

  private func tailPart(
    _ tokens: Span<Token>, _ start: Int, _ limit: Int, _ candidates: borrowing Candidates,
    _ scratch: inout Scratch
  ) -> Int? {
    var start = start
    if tokens[start].classes.contains(.determiner), !tokens[start].isCapitalized { start += 1 }
    guard start < limit, tokens[start].gap == .space,
      !candidates.isFree(start) || CapitalRun.isNameWord(tokens[start]),
      tokens[start].classes.isDisjoint(with: [.title, .function])
    else { return nil }
    scratch.tail.removeAll(keepingCapacity: true)
    let end = runs.read(tokens, from: start, to: limit, candidates, into: &scratch.tail)
    return scratch.tail.count <= 5 && !scratch.tail.contains(where: \.isOfPerson) ? end : nil
  }

  // MARK: Doubt

  /// A place of the gazetteer beside a capital that nothing explains is likely part of a longer
  /// name ("Paris Hilton", "Manchester Arena Group"): better none than half a name.
  private func doubt(
    _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>, _ range: ClosedRange<Int>,
    _ candidates: inout Candidates
  ) {
    for p in range where pieces[p].kind == .place && !pieces[p].isOfAuthority {
      let before = p > range.lowerBound ? pieces[p - 1] : nil
      let after = p < range.upperBound ? pieces[p + 1] : nil
      let isBoundBefore = before.map { isUnexplained($0) && $0.first > sentence.first } ?? false
      let isBoundAfter = after.map { isUnexplained($0) } ?? false
      if isBoundBefore || isBoundAfter { candidates.release(Int(pieces[p].first)) }
    }
  }

  private func isUnexplained(_ piece: Piece) -> Bool {
    piece.isPlain && !piece.isAllCapitals
      && piece.classes.isDisjoint(with: [.direction, .title, .weakTitle, .titleModifier, .function])
  }

  // MARK: The text's own explanations

  /// "Full Name (FN)": the brackets explain the acronym, and the acronym the name.
  private func explain(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ text: Span<UInt8>,
    _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {
    for i in sentence.range.dropFirst().dropLast(2) where tokens[i].kind == .opening {
      let acronym = tokens[i + 1]
      guard tokens[i + 2].kind == .closing, acronym.isAllCapitals,
        (2...8).contains(acronym.letters),
        !acronym.classes.contains(.commonAcronym),
        candidates.isFree(i + 1) || candidates[i + 1]?.isOfAuthority == false
      else { continue }
      var kind = candidates[i - 1]?.kind
      if kind == nil, let start = expansion(tokens, sentence, text, i, acronym, candidates),
        claim(tokens, start..<i, .organization, 0.8, &candidates)
      {
        kind = .organization
      }
      guard let kind, kind != .demonym, kind != .person else { continue }
      scratch.known.remember(acronym.hash, kind)
      if candidates.isFree(i + 1) { _ = claim(tokens, i + 1..<i + 2, kind, 0.8, &candidates) }
    }
  }

  /// Where the words begin whose initials are those of the acronym.
  private func expansion(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ text: Span<UInt8>, _ bracket: Int,
    _ acronym: Token, _ candidates: borrowing Candidates
  ) -> Int? {
    var letter = Int(acronym.end) - 1
    var k = bracket - 1
    while k >= Int(sentence.first), bracket - k <= 12 {
      let token = tokens[k]
      if token.isCapitalized {
        guard text[Int(token.start)] == text[letter] else { return nil }
        if letter == Int(acronym.start) { return bracket - k > 1 ? k : nil }
        letter -= 1
      } else if token.kind != .hyphen, token.classes.isDisjoint(with: [.of, .and, .determiner]) {
        return nil
      }
      k -= 1
    }
    return nil
  }

  /// Later mentions of people by surname and of organisations by acronym.
  private func recall(
    _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>, _ candidates: inout Candidates,
    _ known: borrowing WordMemory
  ) {
    guard known.count > 0 else { return }
    for s in sentences.indices {
      let sentence = sentences[s]
      if sentence.isAllCapitals || sentence.isTitleCase { continue }
      for i in sentence.range where tokens[i].isCapitalized && candidates.isFree(i) {
        guard let kind = known[tokens[i].hash], !tokens[i].shape.contains(.glued),
          kind == .person || tokens[i].isAllCapitals
        else { continue }
        var start = i
        // "al-Abadi" after "Haider al-Abadi".
        if kind == .person, i - 2 >= Int(sentence.first), tokens[i - 1].kind == .hyphen,
          tokens[i].gap == .none, tokens[i - 1].gap == .none,
          tokens[i - 2].classes.contains(.particle), candidates.isFree(i - 2)
        {
          start = i - 2
        }
        if kind == .person, isInsideName(tokens, sentence, start..<i + 1, candidates) { continue }
        _ = claim(tokens, start..<i + 1, kind, 0.7, &candidates)
      }
    }
  }

  /// Whether capitals that no list has stand beside a surname: then it is someone else's name.
  private func isInsideName(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ range: Range<Int>,
    _ candidates: borrowing Candidates
  ) -> Bool {
    let before = range.lowerBound - 1
    if before >= Int(sentence.first), tokens[range.lowerBound].gap != .none,
      candidates.isFree(before),
      CapitalRun.isNameWord(tokens[before]), !sentence.isAtStart(before, in: tokens),
      tokens[before].classes.isDisjoint(with: [.title, .weakTitle, .titleModifier, .function])
    {
      return true
    }
    let after = range.upperBound
    guard after < Int(sentence.end), candidates.isFree(after) else { return false }
    if tokens[after].gap == .none { return tokens[after].kind == .hyphen }
    return CapitalRun.isNameWord(tokens[after])
  }

  // MARK: Claims

  private func claim(
    _ tokens: Span<Token>, _ range: Range<Int>, _ kind: MentionKind, _ score: Float,
    _ candidates: inout Candidates
  ) -> Bool {
    let bytes = tokens[range.upperBound - 1].end - tokens[range.lowerBound].start
    guard range.count <= NameRules.maximumWords * 2, bytes <= NameRules.maximumBytes else {
      return false
    }
    candidates.claim(
      Candidate(
        first: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, score: score,
        evidence: .text))
    return true
  }
}

extension Piece {
  fileprivate var isOfPerson: Bool { kind == .person }
  fileprivate var isTitlePart: Bool {
    !classes.isDisjoint(with: [.title, .weakTitle, .titleModifier])
  }
}
