import ArchiveModel

/// A mention in the making, as a range of tokens.
struct Candidate {
  var first: Int32
  /// After its last token.
  var end: Int32
  var kind: MentionKind
  var score: Float
  var evidence: Mention.Evidence
  /// Holds only if the same entry has a sure mention in the text.
  var isPending = false

  var range: Range<Int> { Int(first)..<Int(end) }

  /// The record by one of whose names it was found.
  var record: Int32? {
    switch evidence {
    case .authority(let record), .weakAuthority(let record): record
    case .gazetteer, .text: nil
    }
  }

  /// By an editor's word, not by ours.
  var isOfAuthority: Bool { record != nil }
}

/// The candidates of a text, and which of them holds each token.
struct Candidates: ~Copyable {
  private(set) var all = ContiguousArray<Candidate>()
  /// By token: 1 + the index of its candidate, or 0.
  private var owners = ContiguousArray<Int32>()

  /// Forgets all, for a text of so many tokens.
  mutating func reset(tokens: Int) {
    all.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    owners.append(contentsOf: repeatElement(0, count: tokens))
  }

  /// The candidate that holds a token.
  subscript(token: Int) -> Candidate? {
    let owner = Int(owners[token])
    return owner == 0 ? nil : all[owner - 1]
  }

  func isFree(_ token: Int) -> Bool { owners[token] == 0 }

  /// Adds a candidate; those that held one of its tokens are given up, wholly.
  mutating func claim(_ candidate: Candidate) {
    for token in candidate.range { release(token) }
    all.append(candidate)
    let owner = Int32(truncatingIfNeeded: all.count)
    for token in candidate.range { owners[token] = owner }
  }

  /// Gives up the candidate that holds a token, if one does.
  mutating func release(_ token: Int) {
    let owner = owners[token]
    guard owner != 0 else { return }
    for other in all[Int(owner) - 1].range where owners[other] == owner { owners[other] = 0 }
  }

  /// Those that hold tokens, in order.
  func mentions(_ tokens: Span<Token>) -> [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(all.count)
    var last: Int32 = 0
    for owner in owners {
      if owner != last, owner != 0 {
        let candidate = all[Int(owner) - 1]
        mentions.append(
          Mention(
            start: tokens[Int(candidate.first)].start, end: tokens[Int(candidate.end) - 1].end,
            kind: candidate.kind, score: candidate.score, evidence: candidate.evidence))
      }
      last = owner
    }
    return mentions
  }
}
