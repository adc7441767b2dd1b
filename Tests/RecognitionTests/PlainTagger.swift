import CResources

@testable import Recognition

/// The tagger written in the most obvious way, to hold the fast one to.
///
/// It collects the features of a spot one by one, looks up each one's weights, adds them up, and
/// tries every step from tag to tag. It keeps nothing from spot to spot or from text to text.
struct PlainTagger: ~Copyable {
  private let model: TaggerModel
  private var reading: TaggerReading
  /// From tag (row) to tag (column), as they stand in the file.
  private let steps: [Scores]

  /// A tagger with the model that the program carries.
  init() throws {
    let gazetteer = try Gazetteer.embedded
    model = try .embedded
    steps = (0..<9).map { from in (0..<9).map { PlainTagger.step(from, $0) } }
    reading = TaggerReading(gazetteer: gazetteer, lexicon: model.lexicon)
  }

  /// Scores of the nine tags; outside is 0.
  typealias Scores = [Int]

  /// What each pass says, by spot, and the names of the second.
  struct Result {
    var firstTags: [NameTag]
    var tags: [NameTag]
    var names: [TaggerRun.Name]
  }

  mutating func run(_ text: [UInt8]) -> Result {
    reading.read(text)
    let spots = 0..<reading.count
    var scores = [Scores](repeating: Scores(repeating: 0, count: 9), count: spots.count)
    let model = model
    for s in spots {
      reading.features(of: s) { _, feature in
        PlainTagger.add(model.features.weights(feature), to: &scores[s])
      }
    }
    let firstTags = stretches.flatMap { best(Array(scores[$0])) }

    reading.gather(firstTags)
    for s in spots {
      reading.documentFeatures(of: s, firstTags[s]) { _, feature in
        PlainTagger.add(model.features.weights(feature), to: &scores[s])
      }
    }
    var result = Result(firstTags: firstTags, tags: [], names: [])
    for stretch in stretches {
      let tags = best(Array(scores[stretch]))
      result.tags += tags
      result.names += names(Array(scores[stretch]), tags, first: stretch.lowerBound)
    }
    return result
  }

  private static func add(_ weights: TagScores, to scores: inout Scores) {
    for tag in 1..<9 { scores[tag] += Int(weights[tag - 1]) }
  }

  /// The spots of each stretch.
  private var stretches: [Range<Int>] {
    let starts = (0..<reading.count).filter { reading.isFirst($0) }
    return zip(starts, starts.dropFirst() + [reading.count]).map { $0..<$1 }
  }

  /// The score of a step that cannot be.
  private static let impossible = -1_000_000_000

  /// What the step from tag to tag scores.
  private static func step(_ from: Int, _ to: Int) -> Int {
    guard NameTag(rawValue: UInt8(to)).canFollow(NameTag(rawValue: UInt8(from))) else {
      return impossible
    }
    let place = TaggerModel.transitionsOffset + (from * 9 + to) * 2
    let bytes = UnsafeRawBufferPointer(start: dateline_model.bytes, count: dateline_model.count)
    return Int(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8))
  }

  /// By place and tag: the best score of a way that leads there, with that tag's own.
  ///
  /// A stretch begins after a token outside, and ends before one.
  private func waysTo(_ scores: [Scores]) -> [Scores] {
    var ways: [Scores] = []
    // Before the first spot, only outside is possible.
    var last = Scores(repeating: PlainTagger.impossible, count: 9)
    last[0] = 0
    for row in scores {
      var next = Scores(repeating: Int.min, count: 9)
      for to in 0..<9 {
        for from in 0..<9 { next[to] = max(next[to], last[from] + steps[from][to]) }
        next[to] += row[to]
      }
      ways.append(next)
      last = next
    }
    return ways
  }

  /// By place and tag: the best score of a way from there to the end, without that tag's own.
  private func waysFrom(_ scores: [Scores]) -> [Scores] {
    var ways = [steps.map { $0[0] }]
    for row in scores.dropFirst().reversed() {
      let next = ways[ways.count - 1]
      var here = Scores(repeating: Int.min, count: 9)
      for from in 0..<9 {
        for to in 0..<9 { here[from] = max(here[from], steps[from][to] + row[to] + next[to]) }
      }
      ways.append(here)
    }
    return ways.reversed()
  }

  /// The best sequence; of equal ones that whose last tag is lowest, then the one before it.
  private func best(_ scores: [Scores]) -> [NameTag] {
    var tags: [NameTag] = []
    var next = 0
    for row in waysTo(scores).reversed() {
      var tag = 0
      for other in 1..<9 where row[other] + steps[other][next] > row[tag] + steps[tag][next] {
        tag = other
      }
      tags.append(NameTag(rawValue: UInt8(tag)))
      next = tag
    }
    return tags.reversed()
  }

  /// The names of a stretch, each with its margin: how much is lost if one of its tags is another,
  /// or if it goes on.
  private func names(_ scores: [Scores], _ tags: [NameTag], first: Int) -> [TaggerRun.Name] {
    let through = zip(waysTo(scores), waysFrom(scores)).map { to, from in
      (0..<9).map { to[$0] + from[$0] }
    }
    var names: [TaggerRun.Name] = []
    for start in tags.indices where tags[start].isFirst {
      guard let kind = tags[start].kind else { continue }
      let inside = NameTag(kind: kind, isFirst: false)
      var end = start + 1
      while end < tags.count, tags[end] == inside { end += 1 }
      var others = (start..<end).flatMap { s in
        (0..<9).filter { $0 != Int(tags[s].rawValue) }.map { through[s][$0] }
      }
      if end < tags.count { others.append(through[end][Int(inside.rawValue)]) }
      names.append(
        TaggerRun.Name(
          range: reading.range(first + start)
            .lowerBound..<reading.range(first + end - 1).upperBound,
          kind: UInt8(kind), margin: Int32((through[start].max() ?? 0) - (others.max() ?? 0))))
    }
    return names
  }
}
