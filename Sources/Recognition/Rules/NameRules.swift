import ArchiveModel

/// Finds names by the look of the text, where no list has them.
///
/// Conservative: a title before it, a given name, a head word, an acronym in brackets, or the
/// surname of someone named in full before. A trained tagger will take its place.
struct NameRules: Sendable {
  let runs: CapitalRun
  /// By record: the hash of the first word of its name.
  let firstWords: [UInt64]

  init(gazetteer: Gazetteer, authorities: AuthorityNames) {
    runs = CapitalRun(gazetteer: gazetteer)
    firstWords = authorities.firstWords
  }

  /// What the rules keep from text to text.
  struct Scratch: ~Copyable {
    var pieces = ContiguousArray<Piece>()
    var tail = ContiguousArray<Piece>()
    /// Surnames of people and acronyms of organisations that the text has explained.
    var known = WordMemory()
  }

  /// A name is not longer than this.
  private static let maximumTokens = 24
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

  /// Decides what the pieces of a run are.
  private func resolve(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ end: Int, _ candidates: inout Candidates,
    _ scratch: inout Scratch
  ) {
    let pieces = scratch.pieces
    for piece in pieces where piece.kind == .person && piece.isLong {
      rememberSurname(tokens, Int(piece.first)..<Int(piece.end), &scratch)
    }
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

  /// A stretch of a run without titles.
  private func segment(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>,
    _ range: Range<Int>, _ end: Int, _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {
    guard let first = range.first, let last = range.last else { return }
    if isHeaded(tokens, sentence, pieces, range, end, &candidates, &scratch) { return }
    if isNamesake(tokens, sentence, pieces, range, &candidates, &scratch) { return }
    if isPerson(tokens, pieces, range, &candidates, &scratch) { return }
    doubt(sentence, pieces, first...last, &candidates)
  }

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

  /// Claims a range for the rules; false for one that is too long.
  func claim(
    _ tokens: Span<Token>, _ range: Range<Int>, _ kind: MentionKind, _ score: Float,
    _ candidates: inout Candidates
  ) -> Bool {
    let bytes = tokens[range.upperBound - 1].end - tokens[range.lowerBound].start
    guard range.count <= NameRules.maximumTokens, bytes <= NameRules.maximumBytes else {
      return false
    }
    candidates.claim(
      Candidate(
        first: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, score: score,
        evidence: .text))
    return true
  }
}
