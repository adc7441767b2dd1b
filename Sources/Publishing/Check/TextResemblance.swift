/// How much two texts have in common, exactly: by all their runs of words.
struct TextResemblance: Sendable {
  /// The share of the runs of either that both have, from 0 to 1 (the Jaccard index).
  var resemblance: Double
  /// The share of the shorter text's runs that the other has too.
  var containment: Double

  /// Compares two sets of runs, each sorted and without doubles: O(runs).
  init(_ a: [UInt64], _ b: [UInt64]) {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { common += 1 }
      let (left, right) = (a[i], b[j])
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    let all = a.count + b.count - common
    let fewer = min(a.count, b.count)
    resemblance = all == 0 ? 0 : Double(common) / Double(all)
    containment = fewer == 0 ? 0 : Double(common) / Double(fewer)
  }

  /// The set of a text's runs of words.
  static func runs(of text: Span<UInt8>) -> [UInt64] {
    var runs: [UInt64] = []
    _ = WordShingles.read(text) { runs.append($0) }
    runs.sort()
    var kept = 0
    for run in runs where kept == 0 || runs[kept - 1] != run {
      runs[kept] = run
      kept += 1
    }
    runs.removeSubrange(kept...)
    return runs
  }
}
