import ArchiveModel

/// Finds the names of the authority records and of the gazetteer: one pass, the longest name first.
struct Matcher: Sendable {
  let authorities: AuthorityNames
  let gazetteer: Gazetteer

  /// A name that ends somewhere on the way from one token.
  struct Hit {
    var end: Int
    var name: NameTable.Name
    var casing: Casing
  }

  /// A stretch that must not map to a record.
  struct Never {
    var end: Int
    var record: Int32
  }

  /// What the matcher keeps from text to text.
  struct Scratch: ~Copyable {
    var hits = ContiguousArray<Hit>()
    var nevers = ContiguousArray<Never>()
    var folded = ContiguousArray<UInt8>()
    /// Entries of the gazetteer that the text shows to be meant.
    var shown = ContiguousArray<Int32>()
  }

  /// Claims the names of a whole text.
  func match(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ candidates: inout Candidates, _ scratch: inout Scratch
  ) {
    let records = authorities.bytes.span.bytes
    let places = RawSpan(_unsafeBytes: gazetteer.bytes)
    scratch.shown.removeAll(keepingCapacity: true)
    for s in sentences.indices {
      scratch.nevers.removeAll(keepingCapacity: true)
      let sentence = sentences[s]
      var i = Int(sentence.first)
      while i < Int(sentence.end) {
        let token = tokens[i]
        guard token.kind == .word || token.kind == .number, token.shape.isDisjoint(with: .nameless)
        else {
          i += 1
          continue
        }
        var end = i
        var found: Candidate?
        if let table = authorities.table {
          walk(table, records, text, tokens, sentence, i, &scratch)
          (found, end) = authority(tokens, sentence, i, &scratch)
        }
        if let table = gazetteer.table,
          token.shape.contains(.capital)
            || token.classes.contains(.particle) || token.kind == .number
        {
          walk(table, places, text, tokens, sentence, i, &scratch)
          if let candidate = entry(
            tokens, sentence, i, places, after: end, &scratch)
          {
            found = candidate
            end = Int(candidate.end)
          }
        }
        if let found { candidates.claim(found) }
        i = max(end, i + 1)
      }
    }
    settle(&candidates, scratch.shown.span)
  }

  /// Collects every name that begins at token `i` into `scratch.hits`, the shortest first.
  private func walk(
    _ table: NameTable, _ bytes: RawSpan, _ text: Span<UInt8>, _ tokens: Span<Token>,
    _ sentence: SentenceTokens, _ i: Int,
    _ scratch: inout Scratch
  ) {
    scratch.hits.removeAll(keepingCapacity: true)
    var state = NameTable.start
    var k = i
    while k < Int(sentence.end) {
      let token = tokens[k]
      state = NameTable.advance(state, token.hash)
      k += 1
      guard let (name, goesOn) = table.find(state, in: bytes) else { return }
      if var index = name {
        while true {
          let name = table.name(index, in: bytes)
          if let casing = table.compare(name, in: bytes, with: text, tokens, i..<k, &scratch.folded)
          {
            scratch.hits.append(Hit(end: k, name: name, casing: casing))
          }
          guard name.flags.contains(.more) else { break }
          index += 1
        }
      }
      guard goesOn else { return }
    }
  }

  /// The longest name of a record among the hits, and its end; `i` where there is none.
  ///
  /// A name of several kinds is no mention, but takes its tokens.
  private func authority(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ i: Int, _ scratch: inout Scratch
  ) -> (Candidate?, Int) {
    for h in scratch.hits.indices {
      let hit = scratch.hits[h]
      let meaning = authorities.meanings[Int(hit.name.payload)]
      if meaning.neverRecord >= 0 {
        scratch.nevers.append(Never(end: hit.end, record: meaning.neverRecord))
      }
    }
    for hit in scratch.hits.reversed() {
      let meaning = authorities.meanings[Int(hit.name.payload)]
      guard meaning.neverRecord < 0,
        sentence.allows(hit.name.flags, hit.casing, i..<hit.end, in: tokens)
      else {
        continue
      }
      guard let kind = meaning.kind else { return (nil, hit.end) }
      let score: Float
      switch meaning.evidence {
      case .authority(let record):
        if isNever(record, until: hit.end, scratch.nevers.span) { continue }
        score = 1
      case .weakAuthority(let record):
        if isNever(record, until: hit.end, scratch.nevers.span) { continue }
        score = 0.6
      case .text, .gazetteer: score = 0.7
      }
      var candidate = Candidate(
        first: Int32(i), end: Int32(hit.end), kind: kind, score: score, evidence: meaning.evidence)
      if kind == .place, sentence.isAdjective(i..<hit.end, in: tokens) { candidate.kind = .demonym }
      return (candidate, hit.end)
    }
    return (nil, i)
  }

  private func isNever(_ record: Int32, until end: Int, _ nevers: Span<Never>) -> Bool {
    nevers.indices.contains { nevers[$0].record == record && nevers[$0].end >= end }
  }

  /// The longest name of the gazetteer among the hits, if it ends after what a record has.
  private func entry(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ i: Int, _ bytes: RawSpan,
    after end: Int,
    _ scratch: inout Scratch
  ) -> Candidate? {
    for hit in scratch.hits.reversed() {
      if hit.end <= end { return nil }
      let flags = hit.name.flags
      guard sentence.allows(flags, hit.casing, i..<hit.end, in: tokens) else { continue }
      let index = hit.name.payload
      let isRuledOut = scratch.nevers.contains {
        $0.end >= hit.end && gazetteer.hasID(index, authorities.ids[Int($0.record)], bytes)
      }
      if isRuledOut { continue }
      var candidate = Candidate(
        first: Int32(i), end: Int32(hit.end), kind: MentionKind(gazetteer.kind(index, bytes)),
        score: 0.9, evidence: .gazetteer(index))
      if flags.contains(.clash) {
        candidate.evidence = .text
        candidate.score = 0.7
      }
      if flags.contains(.demonym)
        || flags.contains(.country) && sentence.isAdjective(i..<hit.end, in: tokens)
      {
        candidate.kind = .demonym
      }
      if flags.contains(.needsCue) {
        candidate.score = 0.7
        candidate.isPending = !sentence.showsPlace(i..<hit.end, in: tokens)
        if candidate.isPending, sentence.isAtStart(i, in: tokens) { continue }
        if !candidate.isPending, !scratch.shown.contains(index) { scratch.shown.append(index) }
      }
      return candidate
    }
    return nil
  }

  /// Gives up the pending places that no other sentence shows to be meant.
  private func settle(_ candidates: inout Candidates, _ shown: Span<Int32>) {
    for index in candidates.all.indices {
      let candidate = candidates.all[index]
      guard candidate.isPending, case .gazetteer(let entry) = candidate.evidence else { continue }
      if !shown.indices.contains(where: { shown[$0] == entry }) {
        candidates.release(Int(candidate.first))
      }
    }
  }
}
