/// The words of a text one after another, and every run of five of them, as hashes.
///
/// Runs of words ("shingles") are what texts are compared by: A. Z. Broder, "On the resemblance
/// and containment of documents", 1997. A word is what stands between spaces, marks of ASCII and
/// typographic marks; ASCII letters count without their case.
struct WordShingles {
  /// How many words make a run.
  static let length = 5

  /// How many words were read.
  private(set) var wordCount = 0
  /// A hash of all words in their order.
  ///
  /// That two of a million texts share one by chance has a probability of 3 in 100 million.
  private(set) var textHash: UInt64 = 0

  /// The hashes of the last words, in a ring.
  private var recent: InlineArray<5, UInt64> = [0, 0, 0, 0, 0]
  private var rolling: UInt64 = 0

  /// Reads a text in UTF-8, and hands on the hash of each run of words: O(bytes), no allocation.
  static func read(_ text: Span<UInt8>, _ take: (_ shingle: UInt64) -> Void) -> WordShingles {
    var shingles = WordShingles()
    var word = fnvStart
    var isInWord = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      let length = separatorLength(byte, text, at: i)
      if length == 0 {
        let isCapital = byte &- 0x41 < 26
        word = (word ^ UInt64(isCapital ? byte | 0x20 : byte)) &* fnvPrime
        isInWord = true
        i += 1
      } else {
        if isInWord { shingles.append(word, take) }
        (word, isInWord) = (fnvStart, false)
        i += length
      }
    }
    if isInWord { shingles.append(word, take) }
    return shingles
  }

  private mutating func append(_ word: UInt64, _ take: (UInt64) -> Void) {
    let slot = wordCount % WordShingles.length
    // A polynomial over the last words (Karp, Rabin 1987): the oldest leaves, the newest joins.
    rolling = (rolling &- recent[slot] &* WordShingles.oldestFactor) &* WordShingles.factor &+ word
    recent[slot] = word
    textHash = (textHash ^ word) &* WordShingles.fnvPrime
    textHash ^= textHash >> 32
    wordCount += 1
    if wordCount >= WordShingles.length { take(WordShingles.mixed(rolling)) }
  }

  /// How many bytes of what stands between words begin here; 0 in a word.
  private static func separatorLength(_ byte: UInt8, _ text: Span<UInt8>, at i: Int) -> Int {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 0
    case 0..<0x80: 1
    // U+00A0 to U+00BF, and General Punctuation: dashes, quotation marks, ellipsis.
    case 0xC2 where i + 1 < text.count && text[i + 1] < 0xC0: 2
    case 0xE2 where i + 2 < text.count && (text[i + 1] == 0x80 || text[i + 1] == 0x81): 3
    default: 0
    }
  }

  /// Spreads a hash over all bits (the end of SplitMix64: Steele, Lea, Flood 2014).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
    return hash ^ hash >> 31
  }

  private static let fnvStart: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let fnvPrime: UInt64 = 0x100_0000_01b3
  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
  private static let oldestFactor = factor &* factor &* factor &* factor
}
