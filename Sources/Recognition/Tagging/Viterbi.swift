/// Finds the best tags of a stretch, and by how much they are better than others.
struct Viterbi: ~Copyable {
  private typealias Row = InlineArray<9, Int32>

  private var forward = ContiguousArray<Row>()
  private var backward = ContiguousArray<Row>()
  private var origins = ContiguousArray<InlineArray<9, UInt8>>()

  init() {}

  /// Sets `tags[range]` to the best sequence, which begins and ends outside of names.
  ///
  /// O(81 a spot); of equal sequences the one with lower tags wins.
  mutating func decode(
    _ scores: Span<TagScores>, _ range: Range<Int>, _ transitions: Span<Int32>,
    _ tags: inout ContiguousArray<NameTag>
  ) {
    forward.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var row = Row(repeating: TaggerModel.forbidden)
    row[0] = 0
    for s in range {
      var next = Row(repeating: 0)
      var origin = InlineArray<9, UInt8>(repeating: 0)
      for to in 0..<9 {
        var best = row[0] &+ transitions[to]
        var from: UInt8 = 0
        for k in 1..<9 {
          let value = row[k] &+ transitions[k &* 9 &+ to]
          if value > best {
            best = value
            from = UInt8(truncatingIfNeeded: k)
          }
        }
        next[to] = best &+ (to == 0 ? 0 : Int32(scores[s][to &- 1]))
        origin[to] = from
      }
      forward.append(next)
      origins.append(origin)
      row = next
    }
    var tag = 0
    var best = row[0] &+ transitions[0]
    for k in 1..<9 where row[k] &+ transitions[k &* 9] > best {
      best = row[k] &+ transitions[k &* 9]
      tag = k
    }
    var s = range.upperBound
    while s > range.lowerBound {
      s -= 1
      tags[s] = NameTag(rawValue: UInt8(truncatingIfNeeded: tag))
      tag = Int(origins[s - range.lowerBound][tag])
    }
  }

  /// Prepares `margin` for a stretch.
  mutating func look(
    back range: Range<Int>, _ scores: Span<TagScores>, _ transitions: Span<Int32>,
    _ tags: inout ContiguousArray<NameTag>
  ) {
    decode(scores, range, transitions, &tags)
    backward.removeAll(keepingCapacity: true)
    backward.append(contentsOf: repeatElement(Row(repeating: 0), count: range.count))
    var k = range.count - 1
    for tag in 0..<9 { backward[k][tag] = transitions[tag &* 9] }
    while k > 0 {
      let s = range.lowerBound + k
      for from in 0..<9 {
        var best = Int32.min
        for to in 0..<9 {
          let score = to == 0 ? 0 : Int32(scores[s][to &- 1])
          best = max(best, transitions[from &* 9 &+ to] &+ score &+ backward[k][to])
        }
        backward[k - 1][from] = best
      }
      k -= 1
    }
  }

  /// By how much the best sequence is better than the best that has another tag at one of a
  /// mention's spots, or goes on after it.
  func margin(of mention: Range<Int>, in range: Range<Int>, _ tags: ContiguousArray<NameTag>) -> Int32 {
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
        for tag in 0..<9 where tag != own { other = max(other, forward[k][tag] &+ backward[k][tag]) }
      }
      margin = min(margin, best &- other)
    }
    return margin
  }
}
