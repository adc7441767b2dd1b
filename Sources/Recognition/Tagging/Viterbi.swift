/// The transitions between tags, laid out as decoding reads them.
///
/// Any tag may be followed by "outside" and by the first token of a name; a further token follows
/// only its own kind.
struct TransitionTable: Sendable {
  /// By tag before: the scores of "outside" and of the first tags of the four kinds; the rest is
  /// not used.
  let starts: ContiguousArray<SIMD8<Int32>>
  /// By kind: from a first token to a further one, and from a further one to a further one.
  let firstToFurther: SIMD4<Int32>
  let furtherToFurther: SIMD4<Int32>

  /// From the 81 transitions, row by row.
  init(_ all: ContiguousArray<Int32>) {
    var starts = ContiguousArray<SIMD8<Int32>>()
    for from in 0..<9 {
      var row = SIMD8<Int32>(repeating: TaggerModel.forbidden)
      row[0] = all[from * 9]
      for kind in 0..<4 { row[kind + 1] = all[from * 9 + 1 + 2 * kind] }
      starts.append(row)
    }
    self.starts = starts
    var first = SIMD4<Int32>.zero
    var further = SIMD4<Int32>.zero
    for kind in 0..<4 {
      first[kind] = all[(1 + 2 * kind) * 9 + 2 + 2 * kind]
      further[kind] = all[(2 + 2 * kind) * 9 + 2 + 2 * kind]
    }
    firstToFurther = first
    furtherToFurther = further
  }
}

/// Finds the best tags of a stretch (Viterbi, 1967), and by how much they are better than others.
struct Viterbi: ~Copyable {
  /// A score for each tag, in the first nine lanes.
  ///
  /// Not an `InlineArray`: with those, release builds (Swift 6.3.1) read stack that nobody had
  /// written, and the tags depended on it.
  private typealias Row = SIMD16<Int32>

  private var forward = ContiguousArray<Row>()
  private var backward = ContiguousArray<Row>()
  /// By spot and tag: the tag before, on the best way.
  private var origins = ContiguousArray<SIMD16<UInt8>>()

  init() {}

  /// Sets `tags[range]` to the best sequence, which begins and ends outside of names.
  ///
  /// O(spots); of equal sequences the one with lower tags wins.
  mutating func decode(
    _ scores: Span<TagScores>, _ range: Range<Int>, _ table: TransitionTable,
    _ tags: inout ContiguousArray<NameTag>
  ) {
    forward.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var row = Row(repeating: TaggerModel.forbidden)
    row[0] = 0
    for s in range {
      var best = SIMD8<Int32>(repeating: row[0]) &+ table.starts[0]
      var from = SIMD8<Int32>.zero
      for tag in 1..<9 {
        let way = SIMD8<Int32>(repeating: row[tag]) &+ table.starts[tag]
        let isBetter = way .> best
        best.replace(with: way, where: isBetter)
        from.replace(with: Int32(truncatingIfNeeded: tag), where: isBetter)
      }
      let score = scores[s]
      var next = Row(repeating: best[0])
      var origin = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: from[0]))
      for kind in 0..<4 {
        let first = 1 &+ 2 &* kind
        next[first] = best[kind &+ 1] &+ Int32(score[first &- 1])
        origin[first] = UInt8(truncatingIfNeeded: from[kind &+ 1])
        let afterFirst = row[first] &+ table.firstToFurther[kind]
        let afterFurther = row[first &+ 1] &+ table.furtherToFurther[kind]
        let isFurther = afterFurther > afterFirst
        next[first &+ 1] =
          (isFurther ? afterFurther : afterFirst) &+ Int32(score[first])
        origin[first &+ 1] = UInt8(truncatingIfNeeded: isFurther ? first &+ 1 : first)
      }
      forward.append(next)
      origins.append(origin)
      row = next
    }
    var tag = 0
    var best = row[0] &+ table.starts[0][0]
    for k in 1..<9 where row[k] &+ table.starts[k][0] > best {
      best = row[k] &+ table.starts[k][0]
      tag = k
    }
    var s = range.upperBound
    while s > range.lowerBound {
      s -= 1
      tags[s] = NameTag(rawValue: UInt8(truncatingIfNeeded: tag))
      tag = Int(origins[s - range.lowerBound][tag])
    }
  }

  /// Prepares `margin` for the stretch that was decoded last: the best score of what follows each
  /// spot, by its tag.
  mutating func lookBack(_ scores: Span<TagScores>, _ range: Range<Int>, _ table: TransitionTable) {
    backward.removeAll(keepingCapacity: true)
    backward.append(contentsOf: repeatElement(Row(repeating: 0), count: range.count))
    var k = range.count - 1
    for tag in 0..<9 { backward[k][tag] = table.starts[tag][0] }
    while k > 0 {
      let score = scores[range.lowerBound + k]
      let after = backward[k]
      var ahead = SIMD8<Int32>(repeating: TaggerModel.forbidden)
      ahead[0] = after[0]
      for kind in 0..<4 {
        ahead[kind + 1] = after[1 + 2 * kind] &+ Int32(score[2 * kind])
      }
      for from in 0..<9 { backward[k - 1][from] = (table.starts[from] &+ ahead).max() }
      for kind in 0..<4 {
        let further = after[2 + 2 * kind] &+ Int32(score[1 + 2 * kind])
        backward[k - 1][1 + 2 * kind] = max(
          backward[k - 1][1 + 2 * kind], further &+ table.firstToFurther[kind])
        backward[k - 1][2 + 2 * kind] = max(
          backward[k - 1][2 + 2 * kind], further &+ table.furtherToFurther[kind])
      }
      k -= 1
    }
  }

  /// By how much the best sequence is better than the best that has another tag at one of a
  /// mention's spots, or goes on after it.
  func margin(
    of mention: Range<Int>, in range: Range<Int>, _ tags: ContiguousArray<NameTag>
  ) -> Int32 {
    var margin = Int32.max
    for s in mention.lowerBound..<min(mention.upperBound + 1, range.upperBound) {
      let k = s - range.lowerBound
      let own = Int(tags[s].rawValue)
      let best = forward[k][own] &+ backward[k][own]
      var other = Int32.min
      if s == mention.upperBound {
        // Only that the name goes on is another reading of it.
        let further = Int(tags[mention.lowerBound].rawValue) + 1
        other = forward[k][further] &+ backward[k][further]
      } else {
        for tag in 0..<9 where tag != own {
          other = max(other, forward[k][tag] &+ backward[k][tag])
        }
      }
      margin = min(margin, best &- other)
    }
    return margin
  }
}
