/// Reads the words of a text one by one, folded; allocates nothing once it is warm.
struct WordReader {
  /// Longer words are cut: nobody looks for the rest.
  static let maximumBytes = 40

  /// The word, folded, in UTF-8.
  private(set) var word: [UInt8] = []
  /// Its FNV-1a hash.
  private(set) var hash: UInt64 = 0
  /// Where the word begins in the text.
  private(set) var start = 0
  /// Of its own, so that it is not made sure for each byte that the table is there.
  private let ascii = WordReader.ascii
  /// Where reading goes on.
  private var next = 0

  /// Begins another text.
  mutating func begin() { next = 0 }

  /// Reads on to the next word, O(bytes); false at the end.
  mutating func advance(in text: Span<UInt8>) -> Bool {
    word.removeAll(keepingCapacity: true)
    hash = 0xcbf2_9ce4_8422_2325
    while next < text.count {
      let byte = text[next]
      if byte < 0x80 {
        let folded = ascii[Int(byte)]
        if folded != 0 {
          if word.isEmpty { start = next }
          append(folded)
        } else if !word.isEmpty {
          next += 1
          return true
        }
        next += 1
      } else if appendScalar(in: text) {
        return true
      }
    }
    return !word.isEmpty
  }

  /// Takes a scalar beyond ASCII; true where a word ends with or before it.
  private mutating func appendScalar(in text: Span<UInt8>) -> Bool {
    let (scalar, length) = WordReader.scalar(in: text, at: next)
    switch WordFolding.part(of: scalar) {
    case .separator:
      next += length
      return !word.isEmpty
    case .ignored: next += length
    case .letters(let letters):
      if word.isEmpty { start = next }
      for letter in letters { append(letter) }
      next += length
    case .word(let letters):
      guard word.isEmpty else { return true }
      start = next
      for letter in letters { append(letter) }
      next += length
      return true
    }
    return false
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    guard word.count < WordReader.maximumBytes else { return }
    word.append(byte)
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The scalar at a place of valid UTF-8; what is not valid is U+FFFD, byte by byte.
  ///
  /// Recognition's `Folding.scalar` is not the same: its texts may be anything, and each byte of a
  /// sequence is looked at. These are reading texts, which are valid: only the end is minded.
  private static func scalar(in text: Span<UInt8>, at i: Int) -> (Unicode.Scalar, Int) {
    let lead = text[i]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, i + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for k in 1..<length { value = value << 6 | UInt32(text[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Digits and letters in lower case; 0 for what parts words.
  private static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }
}
