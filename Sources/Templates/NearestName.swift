/// The one name among those that exist that a misspelt one must have meant.
enum NearestName {
  /// The nearest of `names`, if it is near enough to be meant: a third of its letters may differ.
  ///
  /// Ties go to the first in the alphabet.
  static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    return Set(names).sorted()
      .map { (name: $0, distance: distance(wanted, Array($0.unicodeScalars))) }
      .filter { $0.distance <= max(1, max(wanted.count, $0.name.unicodeScalars.count) / 3) }
      .min { $0.distance < $1.distance }?.name
  }

  /// Letters to insert, delete, replace, or swap with the next (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
