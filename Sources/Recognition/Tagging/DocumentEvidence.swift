/// What the first pass said of each word of a document, as evidence for the second.
struct DocumentEvidence: ~Copyable {
  /// Of one word, whatever its case.
  private struct Entry {
    var word: UInt64
    /// How often it is a token of a person, organisation, place, miscellany, or of no name.
    var counts: SIMD8<UInt16> = .zero
    /// The longest mention that it is in: its first spot, length, kind, place in it (0 first, 1
    /// inside, 2 last).
    var longest: Int32 = -1
    var length: UInt8 = 0
    var kind: UInt8 = 0
    var place: UInt8 = 0
    /// 1 where it stands in small letters, 2 where it has a capital inside a sentence.
    var seen: UInt8 = 0
  }

  private var entries = ContiguousArray<Entry>()
  /// Slots of 1 + an index into `entries`, or 0; a power of two.
  private var slots = ContiguousArray<Int32>()
  /// By spot: its entry.
  private var ofSpot = ContiguousArray<Int32>()
  /// By spot: the first spot of its mention, or -1.
  private var mentionOfSpot = ContiguousArray<Int32>()
  /// The initials of mentions of several words, with their kinds.
  private var acronyms = ContiguousArray<(initials: UInt64, kind: UInt8)>()
  /// A bit for each of the words, so that most others are passed by.
  private var bloom = ContiguousArray<UInt64>(repeating: 0, count: 64)

  init() {}

  /// Gathers what `tags` say: O(spots + tokens).
  mutating func gather(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    _ spots: Span<Spot>, _ tags: Span<NameTag>
  ) {
    reset(spots.count)
    for s in spots.indices {
      let token = tokens[Int(spots[s].token)]
      ofSpot.append(entry(token.hash))
      mentionOfSpot.append(-1)
    }
    var s = 0
    while s < spots.count {
      var end = s + 1
      if let kind = tags[s].kind {
        while end < spots.count, !spots[end].isFirst, tags[end].kind == kind, !tags[end].isFirst {
          end += 1
        }
        count(text, tokens, spots, s..<end, UInt8(truncatingIfNeeded: kind))
      } else {
        entries[Int(ofSpot[s])].counts[4] &+= 1
      }
      s = end
    }
    for s in spots.indices where tokens[Int(spots[s].token)].capitals != 0 {
      let sentence = sentences[Int(spots[s].sentence)]
      if !sentence.isAllCapitals, !sentence.isTitleCase,
        !sentence.isAtStart(Int(spots[s].token), in: tokens)
      {
        entries[Int(ofSpot[s])].seen |= 2
      }
    }
    for t in tokens.indices where tokens[t].kind == .word && tokens[t].capitals == 0 {
      let word = tokens[t].hash
      guard bloom[Int(word >> 6 & 63)] >> (word & 63) & 1 == 1 else { continue }
      if let index = find(word) { entries[index].seen |= 1 }
    }
  }

  private mutating func reset(_ spots: Int) {
    entries.removeAll(keepingCapacity: true)
    ofSpot.removeAll(keepingCapacity: true)
    mentionOfSpot.removeAll(keepingCapacity: true)
    acronyms.removeAll(keepingCapacity: true)
    for k in bloom.indices { bloom[k] = 0 }
    var size = 256
    while size < spots * 2 { size *= 2 }
    if slots.count < size {
      slots = ContiguousArray(repeating: 0, count: size)
    } else {
      for k in slots.indices { slots[k] = 0 }
    }
  }

  private func find(_ word: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: word) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].word == word { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func entry(_ word: UInt64) -> Int32 {
    if let index = find(word) { return Int32(truncatingIfNeeded: index) }
    entries.append(Entry(word: word))
    bloom[Int(word >> 6 & 63)] |= 1 << (word & 63)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: word) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    return Int32(truncatingIfNeeded: entries.count - 1)
  }

  private mutating func count(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ spots: Span<Spot>, _ mention: Range<Int>,
    _ kind: UInt8
  ) {
    let length = UInt8(clamping: mention.count)
    var initials = WordHash()
    var capitals = 0
    for s in mention {
      mentionOfSpot[s] = Int32(truncatingIfNeeded: mention.lowerBound)
      let index = Int(ofSpot[s])
      entries[index].counts[Int(kind)] &+= 1
      let token = tokens[Int(spots[s].token)]
      if token.kind == .word, token.shape.contains(.capital) {
        initials.combine(lowercased: text[Int(token.start)])
        capitals += 1
      }
      guard length > 1, length > entries[index].length else { continue }
      entries[index].longest = Int32(truncatingIfNeeded: mention.lowerBound)
      entries[index].length = length
      entries[index].kind = kind
      entries[index].place =
        s == mention.lowerBound ? 0 : s == mention.upperBound - 1 ? 2 : 1
    }
    if capitals > 1, acronyms.count < 256 { acronyms.append((initials.value, kind)) }
  }

  /// Gives the features of a spot; what it said itself is left out.
  func emit(
    _ s: Int, _ tag: NameTag, _ spot: Spot, _ form: WordForm, into sink: inout some FeatureSink
  ) {
    let entry = entries[Int(ofSpot[s])]
    var counts = entry.counts
    counts[tag.kind ?? 4] &-= 1
    var total: UInt64 = 0
    var most: UInt64 = 0
    var majority: UInt64 = 0
    var set: UInt64 = 0
    for kind in 0..<5 where counts[kind] > 0 {
      let count = UInt64(counts[kind])
      total += count
      set |= 1 << UInt64(kind)
      if count > most {
        most = count
        majority = UInt64(kind)
      }
    }
    let isAlone: UInt64 = spot.runEnd - spot.runFirst == 1 ? 1 : 0
    if total > 0 {
      let share: UInt64 = most * 10 >= total * 9 ? 2 : most * 10 >= total * 6 ? 1 : 0
      let value = majority << 16 | share << 8 | min(total, 3)
      sink.add(.document, Feature.of(.document, value, isAlone))
      sink.add(.document, Feature.of(.document, majority << 16 | share << 8, form.casing, 1))
      sink.add(.document, Feature.of(.document, set, form.casing, 2))
    }
    let seen = UInt64(entry.seen) << 8 | form.casing
    sink.add(.document, Feature.of(.document, seen, total > 0 ? 1 : 0, 3))
    if entry.length > 1, mentionOfSpot[s] != entry.longest {
      let longest =
        UInt64(entry.kind) << 16 | UInt64(entry.place) << 8 | UInt64(min(entry.length, 4))
      sink.add(.document, Feature.of(.document, longest, 4))
      sink.add(.document, Feature.of(.document, longest >> 8, isAlone, 5))
    }
    if form.casing == UInt64(WordForm.Casing.allCapitals.rawValue)
      || form.casing == UInt64(WordForm.Casing.dotted.rawValue)
    {
      for acronym in acronyms where acronym.initials == form.lower {
        sink.add(.acronym, Feature.of(.acronym, UInt64(acronym.kind)))
        break
      }
    }
  }
}
