/// A text in 300 bytes, by which texts that are nearly the same are found among many.
///
/// The share of equal values in two sketches estimates their texts' resemblance, the share of
/// runs of words that they have in common (A. Z. Broder 1997). Here one hash of each run both
/// chooses a place and competes for it (P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing",
/// NIPS 2012), and a place that no run chose takes over the next one's value (A. Shrivastava,
/// P. Li, "Densifying One Permutation Hashing via Rotation", ICML 2014). So a text of 450 words
/// costs 450 hashes, not 450 times 72.
struct TextSketch: Sendable {
  /// How many values a sketch has.
  static let size = 72
  /// Texts with fewer words are too short to be alike for a reason.
  static let minimumWords = 20

  /// Empty where the text is too short.
  let values: [UInt32]
  /// How many words the text has, as `WordShingles` counts them.
  let wordCount: Int
  /// Equal where all words are.
  let textHash: UInt64

  /// That of a text that was not read.
  init() { (values, wordCount, textHash) = ([], 0, 0) }

  /// The sketch of a reading text: O(bytes).
  init(of text: Span<UInt8>) {
    var smallest = InlineArray<72, UInt32>(repeating: .max)
    let words = WordShingles.read(text) { shingle in
      // The upper half chooses the place, the lower one competes for it.
      let place = Int(((shingle >> 32) &* UInt64(TextSketch.size)) >> 32)
      let value = UInt32(truncatingIfNeeded: shingle)
      if value < smallest[place] { smallest[place] = value }
    }
    wordCount = words.wordCount
    textHash = words.textHash
    values = words.wordCount < TextSketch.minimumWords ? [] : TextSketch.densified(smallest)
  }

  /// Fills the empty places from the right, round the end.
  private static func densified(_ smallest: InlineArray<72, UInt32>) -> [UInt32] {
    var values = [UInt32](repeating: 0, count: size)
    var (value, distance) = (UInt32.max, UInt32(0))
    // Twice round: the first time finds what the last places borrow.
    for step in 0..<2 * size {
      let place = size - 1 - step % size
      if smallest[place] < .max { (value, distance) = (smallest[place], 0) }
      values[place] = value &+ distance &* 0x9e37_79b9
      distance += 1
    }
    return values
  }
}
