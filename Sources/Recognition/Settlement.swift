import ArchiveModel

/// Brings together what the lists have and what the tagger says.
///
/// The editor's word wins; the gazetteer says who is meant where the tagger sees the same name; the
/// tagger decides the rest.
struct Settlement {
  let model: TaggerModel
  /// By record: the hash of the first word of its name.
  let firstWords: [UInt64]

  /// Replaces what the rules and the gazetteer supposed by what the tagger says of it.
  func settle(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ names: Span<TaggedName>, _ candidates: inout Candidates
  ) {
    for n in names.indices {
      let name = names[n]
      guard let kind = MentionKind(tagged: name.kind) else { continue }
      let range = Int(name.tokens.lowerBound)..<Int(name.tokens.upperBound)
      guard isFree(range, for: kind, candidates) else { continue }
      candidates.claim(
        Candidate(
          first: name.tokens.lowerBound, end: name.tokens.upperBound, kind: kind,
          score: model.score(margin: name.margin), evidence: .text))
    }
  }

  /// Whether a name that the tagger found may take the place of the candidates in its way.
  private func isFree(
    _ range: Range<Int>, for kind: MentionKind, _ candidates: borrowing Candidates
  ) -> Bool {
    for token in range {
      guard let other = candidates[token] else { continue }
      let contains = range.lowerBound <= other.range.lowerBound
        && other.range.upperBound <= range.upperBound
      let isLonger = contains && range.count > other.range.count
      if other.isOfAuthority {
        // "Trump" of a record in "Trump Tower" or "Melania Trump".
        if !isLonger || other.range.count > 1 && other.kind == kind { return false }
      } else if other.kind == .demonym || other.kind == .event {
        if !isLonger { return false }
      } else if range == other.range {
        if other.kind == kind || other.kind == .organization { return false }
      } else if !isLonger, other.kind == kind {
        return false
      }
    }
    return true
  }
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
