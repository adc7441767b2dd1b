/// Finds what someone may have meant to write.
public enum Spelling {
  /// The nearest of some names, if it is near enough to be a slip.
  ///
  /// That is one edit in a short word, two in a longer one; of equally near names the first.
  /// O(names × length²).
  public static func nearest(to word: String, in names: [String]) -> String? {
    let length = word.unicodeScalars.count
    let limit = limit(length)
    var best: (name: String, distance: Int)?
    let letters = letters(of: word)
    for name in names where name != word {
      // An edit takes one letter and brings another: most names end here.
      guard (letters ^ self.letters(of: name)).nonzeroBitCount <= 2 * limit else { continue }
      let distance = distance(word, name, limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// How many edits a word of so many scalars may be off.
  static func limit(_ length: Int) -> Int { length < 3 ? 0 : length < 7 ? 1 : 2 }

  /// A bit for each letter that occurs, as far as 64 bits go.
  static func letters(of word: String) -> UInt64 {
    var letters: UInt64 = 0
    for byte in word.utf8 where byte < 0x80 { letters |= 1 << UInt64(byte & 63) }
    return letters
  }

  /// Edits between two words: insertions, deletions, substitutions, and swaps of neighbours
  /// (optimal string alignment, the restricted Damerau–Levenshtein distance).
  ///
  /// Above the limit any number above the limit is returned.
  package static func distance(_ a: String, _ b: String, limit: Int) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var previous = [Int](repeating: 0, count: b.count + 1)
    var current = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      next.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(current[j] + (a[i] == b[j] ? 0 : 1), current[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      previous = current
      current = next
    }
    return current[b.count]
  }
}
