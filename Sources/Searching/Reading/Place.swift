/// A place of a word in a document of a chunk, in eight bytes.
struct Place: BitwiseCopyable {
  enum Kind: UInt64 { case body, name, head, title }

  /// How many documents a chunk has at most.
  static let documents = 1 << 12
  private static let paragraphs = 1 << 18

  private var bits: UInt64

  @inline(__always)
  init(document: Int, position: Int, paragraph: Int, kind: Kind) {
    bits =
      UInt64(truncatingIfNeeded: position) << 32 | UInt64(truncatingIfNeeded: document) << 20
      | UInt64(truncatingIfNeeded: min(paragraph, Place.paragraphs - 1)) << 2 | kind.rawValue
  }

  @inline(__always) var position: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  /// Within the chunk.
  @inline(__always) var document: UInt32 { UInt32(truncatingIfNeeded: bits) >> 20 }
  @inline(__always) var paragraph: UInt32 { UInt32(truncatingIfNeeded: bits) >> 2 & 0x3FFFF }
  @inline(__always) var kind: Kind { Kind(rawValue: bits & 3).unsafelyUnwrapped }
}

/// How much a word says of a document, from 0 to 6: its part in the sum of BM25, which the browser
/// multiplies by how rare the word is.
///
/// With the weights of fields before saturation (BM25F: Robertson, Zaragoza and Taylor, 2004),
/// and against a length that is the same for all archives, so that no document changes another's.
struct Strength {
  /// From this one on the word stands in the headline.
  static let inTitle = 3

  private var weight = 0
  private var isInTitle = false

  init() {}

  /// Takes a place of the word.
  @inline(__always)
  mutating func add(_ kind: Place.Kind) {
    switch kind {
    case .body: weight += 8
    case .name: weight += 11
    case .head: weight += 14
    case .title:
      weight += 24
      isInTitle = true
    }
  }

  /// Of all places of a word in a document of so many.
  func value(length: Int, _ prominence: Int) -> Int {
    // Few steps, so that many articles are alike: of these the newest come first.
    if isInTitle { return Strength.inTitle + prominence }
    // k1 is 1.2 and b 0.6, in eighths: 8 × 1.2 × (0.4 + 0.6 × length / 500).
    let norm = 4 + length * 58 / 5000
    // The share of the weight in weight and norm: below a half, below three quarters.
    return weight < norm ? 0 : weight < 3 * norm ? 1 : 2
  }
}
