import ArchiveModel

/// What a text explains itself: acronyms in brackets, people named in full before.
extension NameRules {
  /// "Full Name (FN)": the brackets explain the acronym, and the acronym the name.
  func explain(
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
      let start = expansion(tokens, sentence, text, i, acronym, candidates)
      // "University of California, Los Angeles (UCLA)"
      if kind == .place, start.map({ Int32($0) }) != candidates[i - 1]?.first { continue }
      if kind == nil, let start,
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
  func recall(
    _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>, _ candidates: inout Candidates,
    _ known: borrowing WordMemory
  ) {
    guard known.count > 0 else { return }
    for s in sentences.indices {
      let sentence = sentences[s]
      if sentence.isAllCapitals || sentence.isTitleCase { continue }
      for i in sentence.range where tokens[i].isCapitalized && candidates.isFree(i) {
        guard let kind = known[tokens[i].hash], !tokens[i].shape.contains(.glued),
          tokens[i].isAllCapitals != (kind == .person),
          sentence.allows([], .own, i..<i + 1, in: tokens)
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
}
