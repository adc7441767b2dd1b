/// Names in which many slips are looked for, each at a bounded cost.
public struct SpellingIndex: Sendable {
  /// So many names are looked at for a slip, those around its place in their order: all of them in
  /// most archives.
  private static let maximumNames = 16_384
  /// So many of these, the nearest in that order first, are compared letter by letter.
  private static let maximumComparisons = 32

  /// Sorted by their bytes.
  private let names: [String]
  /// Of each its letters, and its length in scalars.
  private let letters: [UInt64]
  private let lengths: [Int32]

  /// O(bytes of the names · log).
  public init(_ names: Set<String>) {
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    letters = self.names.map(Spelling.letters)
    lengths = self.names.map { Int32(truncatingIfNeeded: $0.unicodeScalars.count) }
  }

  /// The nearest name, by the rule of `Spelling.nearest`.
  ///
  /// A glance at 16,384 names at most, and 32 comparisons of two words.
  public func nearest(to word: String) -> String? {
    let length = word.unicodeScalars.count
    let limit = Spelling.limit(length)
    let wanted = Spelling.letters(of: word)
    var best: (name: Int, distance: Int)?
    var comparisons = 0
    // Outwards from the word's place, since most slips leave the beginning as it is.
    var (before, after) = (place(of: word) - 1, place(of: word))
    for step in 0..<SpellingIndex.maximumNames {
      let isBefore = step % 2 == 0 ? before >= 0 : after >= names.count
      let i = isBefore ? before : after
      guard names.indices.contains(i) else { break }
      if isBefore { before -= 1 } else { after += 1 }
      guard abs(Int(lengths[i]) - length) <= limit,
        (wanted ^ letters[i]).nonzeroBitCount <= 2 * limit, names[i] != word
      else { continue }
      let distance = Spelling.distance(word, names[i], limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (i, distance) }
      comparisons += 1
      if distance == 1 || comparisons == SpellingIndex.maximumComparisons { break }
    }
    return best.map { names[$0.name] }
  }

  /// How many names stand before a word.
  private func place(of word: String) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].utf8.lexicographicallyPrecedes(word.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
