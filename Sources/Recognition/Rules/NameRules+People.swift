import ArchiveModel

/// People: a title before a name, or a given name in front of it.
extension NameRules {
  /// The piece after the titles that begin at `p`, and whether they are titles beyond doubt.
  func afterTitle(_ pieces: ContiguousArray<Piece>, _ p: Int) -> (
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
  func personEnd(_ pieces: ContiguousArray<Piece>, _ start: Int, _ isStrong: Bool) -> Int {
    guard start < pieces.count, !pieces[start].isOfAuthority else { return start }
    var end = start
    while end < pieces.count, end - start < 5, canBeOfPerson(pieces, end, start) { end += 1 }
    // "General Motors Company", "President Lincoln Park".
    if end < pieces.count, pieces[end].isHead || pieces[end].kind == .person { return start }
    if end == start || pieces[end - 1].isInitial { return start }
    return isStrong || pieces[start].isGivenName || pieces[start].isInitial ? end : start
  }

  /// A plain word, or a place of one word that stands where a name goes: "Michael Jordan".
  func canBeOfPerson(_ pieces: ContiguousArray<Piece>, _ p: Int, _ start: Int) -> Bool {
    if pieces[p].canBeOfPerson { return true }
    // "Edward Said", "Theresa May"
    if p > start, pieces[p].isPlain, !pieces[p].isAllCapitals,
      pieces[p].classes.contains(.function),
      pieces[p].classes.isDisjoint(with: [.determiner, .pronoun, .locative, .of])
    {
      return true
    }
    guard pieces[p].kind == .place, !pieces[p].isLong, !pieces[p].isAllCapitals else {
      return false
    }
    return !pieces[p].isOfAuthority || p > start
  }

  /// A given name or initials and what follows: "Lise Grande", "Osama bin Laden".
  func isPerson(
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
    guard pieces[start].canBeOfPerson || pieces[start].isGivenName && !pieces[start].isAllCapitals
    else { return false }
    var end = start + 1
    while end < range.upperBound, end - start < 6, canBeOfPerson(pieces, end, start) { end += 1 }
    while end > start, pieces[end - 1].isInitial { end -= 1 }
    guard end - start > 1, end == range.upperBound || !pieces[end].isHead else { return false }
    // "Paris France", "Jordan Syria": two places are no person.
    if pieces[start].kind != nil, pieces[start + 1].kind != nil { return false }
    claimPerson(tokens, pieces[start].first..<pieces[end - 1].end, 0.8, &candidates, &scratch)
    return true
  }

  /// A surname of a record with a given name that is not the record's, or with "Jr." after it.
  ///
  /// "Melania Trump" is not Donald Trump; "Donald J. Trump" is.
  func isNamesake(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>,
    _ range: Range<Int>, _ candidates: inout Candidates, _ scratch: inout Scratch
  ) -> Bool {
    guard let p = range.first(where: { pieces[$0].kind == .person && pieces[$0].isOfAuthority })
    else { return false }
    var first = p
    if !pieces[p].isLong {
      while first > range.lowerBound, pieces[first - 1].canBeOfPerson,
        !pieces[first - 1].isTitlePart
      {
        first -= 1
      }
      // The first word of a sentence has its capital anyway.
      if first < p, pieces[first].first == sentence.first, !pieces[first].isGivenName { first += 1 }
    }
    let next = p + 1
    let isJunior = next < range.upperBound && pieces[next].classes.contains(.nameSuffix)
    guard first < p || isJunior, let match = candidates[Int(pieces[p].first)] else { return false }
    let span = pieces[first].first..<pieces[isJunior ? next : p].end
    if !isJunior, let record = match.record,
      firstWords[Int(record)] == tokens[Int(pieces[first].first)].hash
    {
      candidates.claim(
        Candidate(
          first: span.lowerBound, end: span.upperBound, kind: .person, score: 0.9,
          evidence: .authority(record)))
    } else if isJunior
      || (first..<p).contains(where: { pieces[$0].isGivenName || pieces[$0].isInitial })
    {
      claimPerson(tokens, span, 0.7, &candidates, &scratch)
    } else {
      candidates.release(Int(pieces[p].first))
    }
    return true
  }

  /// A sign inside the name, where the first word is not known: "Ban Ki-moon".
  func hasInnerSign(_ pieces: ContiguousArray<Piece>, _ range: Range<Int>) -> Bool {
    guard range.count > 1, pieces[range.lowerBound].canBeOfPerson else { return false }
    return pieces[range.upperBound - 1].hasSmallTail
      || range.dropFirst().dropLast().contains { pieces[$0].isInitial }
  }

  func claimPerson(
    _ tokens: Span<Token>, _ range: Range<Int32>, _ score: Float, _ candidates: inout Candidates,
    _ scratch: inout Scratch
  ) {
    let range = Int(range.lowerBound)..<Int(range.upperBound)
    guard claim(tokens, range, .person, score, &candidates) else { return }
    rememberSurname(tokens, range, &scratch)
  }

  func rememberSurname(
    _ tokens: Span<Token>, _ range: Range<Int>, _ scratch: inout Scratch
  ) {
    guard let last = range.last(where: { !tokens[$0].classes.contains(.nameSuffix) }),
      tokens[last].kind == .word, tokens[last].letters > 2
    else { return }
    scratch.known.remember(tokens[last].hash, .person)
  }
}

extension Piece {
  var isTitlePart: Bool {
    !classes.isDisjoint(with: [.title, .weakTitle, .titleModifier])
  }
}
