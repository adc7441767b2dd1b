import ArchiveModel

/// A word of a run of capitals, with what hangs on it: "Jean-Claude", "al-Habbo", a whole match.
struct Piece {
  var first: Int32
  /// After its last token.
  var end: Int32
  /// Of its main word.
  var classes: WordClasses
  /// Of the candidate that it is, if it is one.
  var kind: MentionKind?
  var isOfAuthority = false
  var isGivenName = false
  /// Of more than one word.
  var isLong = false
  /// In capitals throughout: an acronym, or emphasis.
  var isAllCapitals = false
  /// A letter or two with their full stops.
  var isInitial = false
  /// Ends in small letters: "Jong-un".
  var hasSmallTail = false

  /// No list has it.
  var isPlain: Bool { kind == nil }

  /// A word that can be part of a person's name, by what it is not.
  var canBeOfPerson: Bool {
    isPlain
      && classes.isDisjoint(with: [
        .organizationHead, .placeHead, .eventHead, .title, .function, .commonAcronym, .direction,
      ]) && (!isAllCapitals || isInitial || classes.contains(.nameSuffix))
  }

  var isHead: Bool {
    isPlain && !classes.isDisjoint(with: [.organizationHead, .ofHead, .placeHead, .eventHead])
  }
}

/// Reads runs of words with capitals: "Iraqi Prime Minister Haider al-Abadi".
struct CapitalRun {
  let gazetteer: Gazetteer

  /// Appends the pieces of the run at token `start` and returns where it ends: O(its tokens).
  func read(
    _ tokens: Span<Token>, from start: Int, to limit: Int, _ candidates: borrowing Candidates,
    into pieces: inout ContiguousArray<Piece>
  ) -> Int {
    var k = start
    while k < limit {
      let token = tokens[k]
      if k > start, token.gap == .none { break }
      if let candidate = candidates[k] {
        pieces.append(piece(candidate, tokens))
        k = Int(candidate.end)
        continue
      }
      // "Theresa May", but "Theresa on May 5".
      let isSurname =
        k > start && pieces[pieces.count - 1].isPlain && pieces[pieces.count - 1].isGivenName
        && token.isCapitalized && token.classes.contains(.month)
        && (k + 1 >= limit || tokens[k + 1].kind != .number)
      if isSurname {
        pieces.append(piece(tokens, k..<k + 1))
        k += 1
        continue
      }
      // "World War I"
      if k > start, token.letters == 1, token.isCapitalized, token.classes.contains(.nameSuffix),
        pieces[pieces.count - 1].classes.contains(.eventHead)
      {
        pieces.append(piece(tokens, k..<k + 1))
        k += 1
        continue
      }
      guard let end = end(tokens, k, limit, candidates, isFirst: k == start) else { break }
      pieces.append(piece(tokens, k..<end))
      k = end
    }
    return k
  }

  /// Whether a word may be part of a name: a capital, and neither a day nor a month.
  static func isNameWord(_ token: Token) -> Bool {
    guard token.isCapitalized, token.shape.isDisjoint(with: .nameless) else { return false }
    if token.letters == 1, token.shape.isDisjoint(with: .abbreviated) { return false }
    return token.classes.isDisjoint(with: [.weekday, .month, .commonAcronym])
  }

  /// The end of the piece at `k`, with its particles and hyphens; nil where no name goes on.
  private func end(
    _ tokens: Span<Token>, _ k: Int, _ limit: Int, _ candidates: borrowing Candidates, isFirst: Bool
  ) -> Int? {
    var k = k
    // "al-Habbo", "bin Laden", "van der Bellen": small letters, then a capital.
    if !tokens[k].isCapitalized {
      guard !isFirst else { return nil }
      var particles = 0
      while k < limit, particles < 2, tokens[k].classes.contains(.particle),
        !tokens[k].isCapitalized, candidates.isFree(k)
      {
        particles += 1
        k += 1
        if k < limit, tokens[k].kind == .hyphen, tokens[k].gap == .none { k += 1 }
      }
      guard particles > 0, k < limit, candidates.isFree(k) else { return nil }
    }
    guard CapitalRun.isNameWord(tokens[k]) else { return nil }
    var end = k + 1
    while end + 1 < limit, tokens[end].kind == .hyphen, tokens[end].gap == .none,
      tokens[end + 1].gap == .none, tokens[end + 1].kind == .word
    {
      let next = tokens[end + 1]
      if next.isCapitalized {
        guard candidates.isFree(end + 1) else { break }
      } else if next.letters > 5 || next.classes.contains(.compoundTail) {
        // "Taliban-linked": an adjective, no name.
        return nil
      }
      end += 2
    }
    return end
  }

  private func piece(_ candidate: Candidate, _ tokens: Span<Token>) -> Piece {
    let token = tokens[Int(candidate.first)]
    return Piece(
      first: candidate.first, end: candidate.end, classes: token.classes, kind: candidate.kind,
      isOfAuthority: candidate.isOfAuthority, isGivenName: token.classes.contains(.givenName),
      isLong: candidate.range.count > 1, isAllCapitals: token.isAllCapitals)
  }

  private func piece(_ tokens: Span<Token>, _ range: Range<Int>) -> Piece {
    var main = range.lowerBound
    while main < range.upperBound - 1, !tokens[main].isCapitalized { main += 1 }
    let token = tokens[main]
    let isInitial =
      !token.shape.isDisjoint(with: [.dotted, .abbreviated]) && token.letters < 3
      && token.isAllCapitals
    let names = RawSpan(_unsafeBytes: gazetteer.bytes)
    return Piece(
      first: Int32(range.lowerBound), end: Int32(range.upperBound), classes: token.classes,
      isGivenName: token.classes.contains(.givenName) || gazetteer.isGivenName(token.hash, names),
      isLong: range.count > 1, isAllCapitals: token.isAllCapitals && token.letters > 1,
      isInitial: isInitial,
      hasSmallTail: range.count > 1 && !tokens[range.upperBound - 1].isCapitalized)
  }
}
