import ArchiveModel

/// Organisations, places and events by their head word.
extension NameRules {
  /// Claims a stretch that a head word explains; `end` is the token after its run.
  func isHeaded(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ pieces: ContiguousArray<Piece>,
    _ range: Range<Int>, _ end: Int, _ candidates: inout Candidates, _ scratch: inout Scratch
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
        // "Todd Park said", but "in Hyde Park", "the Todd Park".
        if range.count == 2, first.isPlain, first.isGivenName, head.classes.contains(.surnameHead),
          !isAfterArticle(tokens, sentence, span.lowerBound)
        {
          claimPerson(
            tokens, first.first..<Int32(span.upperBound), 0.6, &candidates, &scratch)
          return true
        }
        let start = kind == .organization ? ordinal(tokens, sentence, span.lowerBound) : nil
        return claim(tokens, (start ?? span.lowerBound)..<span.upperBound, kind, 0.8, &candidates)
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

  private func isAfterArticle(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ i: Int
  ) -> Bool {
    i > Int(sentence.first)
      && !tokens[i - 1].classes.isDisjoint(with: [.determiner, .locative, .of])
  }

  /// The token of "9th" before "Armoured Division".
  private func ordinal(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ start: Int
  ) -> Int? {
    guard start > Int(sentence.first), tokens[start].gap == .space else { return nil }
    let token = tokens[start - 1]
    let isOrdinal =
      token.kind == .word && token.shape.contains(.digit) && token.shape.contains(.lower)
    return isOrdinal && token.letters < 6 ? start - 1 : nil
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
    // "Ministry of … and …", "Office of … for …": some heads take two parts.
    guard head.classes.contains(.jointHead), scratch.tail.allSatisfy(\.isPlain), end + 1 < limit,
      candidates.isFree(end + 1), tokens[end].gap == .space, !tokens[end].isCapitalized,
      !tokens[end].classes.isDisjoint(with: [.and, .of]),
      let second = tailPart(tokens, end + 1, limit, candidates, &scratch)
    else { return end }
    return second
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
    return scratch.tail.count <= 5 && !scratch.tail.contains { $0.kind == .person } ? end : nil
  }
}
