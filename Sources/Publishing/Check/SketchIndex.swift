import ArchiveModel

/// Finds the pairs of texts that may be alike, among many, without comparing each with each.
///
/// Values of a sketch are taken three by three; two texts that agree in one such band become a
/// pair (locality-sensitive hashing: P. Indyk, R. Motwani 1998). Of texts that share half of their
/// runs 96 in 100 are found, of those that share three quarters all but one in 500,000.
/// Where many agree in a band, each is paired with the few before it, so that the work stays
/// linear in the number of texts: O(texts × log texts) a band.
struct SketchIndex: Sendable {
  /// Two texts, by their numbers: the lower first.
  struct Pair: Sendable, Hashable, Comparable {
    var first: Int32
    var second: Int32

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  private static let rows = 3
  /// With how many texts before it in a band a text is paired.
  private static let neighbors = 4
  /// Texts whose sketches agree in less are no pair; an estimate, so below what is asked exactly.
  private static let minimumEstimate = 0.3

  private let sketches: [TextSketch]
  /// The numbers of the texts that are long enough.
  private let texts: [Int32]
  /// What stands in so many texts that it says nothing of a pair: an archive's boilerplate.
  private let commonValues: Set<UInt64>

  /// Looks over all sketches; O(texts).
  init(_ sketches: [TextSketch]) {
    self.sketches = sketches
    texts = sketches.indices.filter { !sketches[$0].values.isEmpty }.map { Int32($0) }
    commonValues = SketchIndex.common(in: sketches)
  }

  /// The pairs, sorted.
  func pairs(jobs: Int) async -> [Pair] {
    let bands = Array(0..<TextSketch.size / SketchIndex.rows)
    let found = await bands.concurrentChunks(jobs: jobs, chunk: 1) { bands in
      bands.map { pairs(inBand: $0) }
    }
    var all = Set<Pair>()
    for pairs in found { all.formUnion(pairs) }
    return all.sorted()
  }

  private func pairs(inBand band: Int) -> [Pair] {
    var keyed = texts.map { text in
      (key: key(of: sketches[Int(text)], band), text: text)
    }
    keyed.sort { ($0.key, $0.text) < ($1.key, $1.text) }
    var pairs: [Pair] = []
    for later in keyed.indices {
      var earlier = later - 1
      while earlier >= 0, later - earlier <= SketchIndex.neighbors,
        keyed[earlier].key == keyed[later].key
      {
        let pair = Pair(first: keyed[earlier].text, second: keyed[later].text)
        if estimate(pair) >= SketchIndex.minimumEstimate { pairs.append(pair) }
        earlier -= 1
      }
    }
    return pairs
  }

  private func key(of sketch: TextSketch, _ band: Int) -> UInt64 {
    var key: UInt64 = 0
    for row in 0..<SketchIndex.rows {
      let value = sketch.values[band * SketchIndex.rows + row]
      key = (key ^ UInt64(value)) &* 0x9e37_79b9_7f4a_7c15
      key ^= key >> 29
    }
    return key
  }

  /// The share of what two sketches have in common, boilerplate left aside.
  private func estimate(_ pair: Pair) -> Double {
    let (a, b) = (sketches[Int(pair.first)].values, sketches[Int(pair.second)].values)
    var (equal, counted) = (0, 0)
    for place in a.indices {
      if a[place] == b[place] {
        guard !commonValues.contains(SketchIndex.value(a[place], at: place)) else { continue }
        equal += 1
      }
      counted += 1
    }
    return counted == 0 ? 0 : Double(equal) / Double(counted)
  }

  // MARK: Boilerplate

  /// Values in more texts than these are boilerplate, or in more than a hundredth of all.
  private static let commonCount = 50

  private static func common(in sketches: [TextSketch]) -> Set<UInt64> {
    let limit = max(commonCount, sketches.count / 100)
    var common: Set<UInt64> = []
    var column: [UInt32] = []
    for place in 0..<TextSketch.size {
      column.removeAll(keepingCapacity: true)
      for sketch in sketches where !sketch.values.isEmpty { column.append(sketch.values[place]) }
      column.sort()
      var start = 0
      for end in 1...max(1, column.count)
      where end >= column.count || column[end] != column[start] {
        if end - start > limit { common.insert(value(column[start], at: place)) }
        start = end
      }
    }
    return common
  }

  private static func value(_ value: UInt32, at place: Int) -> UInt64 {
    UInt64(place) << 32 | UInt64(value)
  }
}
