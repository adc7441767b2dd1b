extension SegmentEncoding {
  /// Positions of words in their documents, counted in words that are not common, each with the
  /// common words after and before it.
  func positionShard(_ number: Int) -> [UInt8] {
    let stretches = words.stretches(of: shards.positions[number])
      .filter { !common.contains($0.word) }
    var places = FetchedPlaces(stretches, in: words, beside: common)
    var bits = BitWriter(capacity: 1 << 18)
    var numbers = Chances(NumberChances.size)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var after = RunChances()
    var before = RunChances()
    let hasRuns = !common.words.isEmpty
    var rarity = 0
    var density = 0
    var last = 0
    while places.fetch() {
      for place in places.places {
        if place.wordDocuments > 0 {
          bits.write(number: place.wordDocuments - 1, &numbers, 0)
          rarity = SegmentEncoding.rarity(of: place.wordDocuments, among: documentCount)
        }
        if place.count > 0 {
          bits.write(number: place.count - 1, &counts, NumberChances.size * rarity)
          density = SegmentEncoding.density(of: place.count)
          last = 0
        }
        bits.write(
          number: place.position - last, &gaps, NumberChances.size * (rarity * 8 + density))
        last = place.position
        guard hasRuns else { continue }
        after.begin()
        var ranks = place.after
        var next = place.place
        while ranks & 0xFF != 0 {
          after.write(Int(ranks & 0xFF), to: &bits)
          ranks >>= 8
          next += 1
          if ranks == 0 { ranks = common.eight(after: next) }
        }
        after.end(&bits)
        before.begin()
        ranks = place.before
        next = place.place
        while ranks >> 56 != 0 {
          before.write(Int(ranks >> 56), to: &bits)
          ranks <<= 8
          next -= 1
          if ranks == 0 { ranks = common.eight(before: next) }
        }
        before.end(&bits)
      }
    }
    return bits.finished()
  }

  /// Positions of pairs of common words, counted in all words.
  func pairShard(_ number: Int) -> [UInt8] {
    let own = pairShards[number].filter { pairs.starts[$0] < pairs.starts[$0 + 1] }
    var bits = BitWriter(capacity: 1 << 16)
    var numbers = Chances(NumberChances.size * 2)
    var documents = Chances(NumberChances.size * 18)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var last = pairShards[number].lowerBound
    bits.write(number: own.count, &numbers, 0)
    for pair in own {
      bits.write(number: pair - last, &numbers, 0)
      last = pair
      let places = pairs.places.start
      let range = pairs.starts[pair]..<pairs.starts[pair + 1]
      var count = 0
      var previous: Int32 = -1
      for i in range {
        if places[i].document != previous { count += 1 }
        previous = places[i].document
      }
      bits.write(number: count - 1, &numbers, NumberChances.size)
      let rarity = SegmentEncoding.rarity(of: count, among: documentCount)
      previous = -1
      var start = range.lowerBound
      while start < range.upperBound {
        let document = places[start].document
        var end = start + 1
        while end < range.upperBound, places[end].document == document { end += 1 }
        bits.write(
          number: Int(document - previous) - 1, &documents, NumberChances.size * rarity)
        previous = document
        bits.write(number: end - start - 1, &counts, NumberChances.size * rarity)
        let density = SegmentEncoding.density(of: end - start)
        var position: Int32 = 0
        for i in start..<end {
          bits.write(
            number: Int(places[i].position - position), &gaps,
            NumberChances.size * (rarity * 8 + density))
          position = places[i].position
        }
        start = end
      }
    }
    return bits.finished()
  }
}

/// How likely common words are after or before another word.
private struct RunChances: ~Copyable {
  /// Whether another one follows, by the last.
  private var more = Chances(CommonWords.most + 1)
  private var ranks = Chances((CommonWords.most + 1) << 7)
  private var last = 0

  init() {}

  /// Begins a run.
  @inline(always)
  mutating func begin() { last = 0 }

  /// Writes the rank of the next common word.
  @inline(always)
  mutating func write(_ rank: Int, to bits: inout BitWriter) {
    bits.write(.one, &more, last)
    bits.write(rank, bits: 7, &ranks, last << 7)
    last = rank
  }

  /// Ends the run.
  @inline(always)
  mutating func end(_ bits: inout BitWriter) { bits.write(.zero, &more, last) }
}
