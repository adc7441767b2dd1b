import ArchiveModel

/// What our kinds beside person, organisation and place are worth, each against the sets' MISC.
struct MiscellanyScore {
  struct Count {
    var found = 0
    var right = 0
    /// Found spans that have a token of MISC in them.
    var overlapping = 0
  }

  /// Of each kind of mention, and of hyphenated words ("US-led") apart from these.
  private var kinds: [MentionKind: Count] = [:]
  private var adjectives = Count()

  mutating func add(_ name: ConllDocument.ProjectedMention, _ kind: MentionKind, gold: [TokenSpan])
  {
    guard name.span.kind == .miscellany else { return }
    var count = name.isAdjective ? adjectives : kinds[kind] ?? Count()
    count.found += 1
    if gold.contains(name.span) { count.right += 1 }
    if gold.overlapping(name.span).contains(where: { $0.kind == .miscellany }) {
      count.overlapping += 1
    }
    if name.isAdjective { adjectives = count } else { kinds[kind] = count }
  }

  /// Name and count, in a fixed order.
  var rows: [(name: String, count: Count)] {
    let named: [MentionKind] = [.demonym, .event, .work]
    return named.map { ($0.name, kinds[$0] ?? Count()) } + [("hyphenated", adjectives)]
  }
}
