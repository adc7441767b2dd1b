import ArchiveModel

/// Reads the words of a text one by one, folded; allocates nothing once it is made.
///
/// Words of ASCII are read and folded eight bytes at a time: 14 ns a word where byte by byte took
/// 60. What ends at or holds another scalar, and the last bytes of a text, are read byte by byte.
struct WordReader: ~Copyable {
  /// Longer words are cut: nobody looks for the rest.
  static let maximumBytes = 40

  /// The word, folded, in UTF-8, and zeros up to the next multiple of eight bytes.
  let lanes: UnsafeMutablePointer<UInt64>
  /// How many bytes the word has, of at most forty.
  private(set) var count = 0
  /// A hash of the word: of its bytes alone, however they were written.
  private(set) var hash: UInt64 = 0
  /// Where the word begins in the text.
  private(set) var start = 0
  /// Where what stands after the word begins.
  private(set) var end = 0

  init() {
    lanes = .allocate(capacity: WordReader.maximumBytes / 8)
    lanes.update(repeating: 0, count: WordReader.maximumBytes / 8)
  }

  deinit { lanes.deallocate() }

  /// The bytes of the word.
  var word: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: lanes, count: count) }

  /// Begins another text.
  mutating func begin() { (start, end) = (0, 0) }

  /// Reads on to the next word, O(bytes); false at the end.
  @inline(always)
  mutating func advance(in text: Span<UInt8>) -> Bool {
    var next = end
    while next < text.count, ByteLane.isSeparator(text[next]) { next += 1 }
    start = next
    count = 0
    hash = 0
    while next + 8 <= text.count, count < WordReader.maximumBytes {
      let lane = ByteLane(
        text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self))
      let own = lane.wordBytes
      // A scalar beyond ASCII may be a letter, a mark or neither.
      if own < 8, lane.byte(own) >= 0x80 { break }
      if own > 0 { take(lane.folded(own), own) }
      next += own
      if own < 8 {
        end = next
        return true
      }
    }
    return readByBytes(text)
  }

  /// Takes the next eight bytes of the word, or its last ones and zeros.
  @inline(always)
  private mutating func take(_ lane: UInt64, _ bytes: Int) {
    lanes[count >> 3] = lane
    count += bytes
    hash = WordReader.hash(hash, lane)
  }

  private static func hash(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    let product = (hash ^ lane) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  // MARK: Byte by byte

  /// Reads the word that begins at `start` or after it; false where there is none.
  @inline(never)
  private mutating func readByBytes(_ text: Span<UInt8>) -> Bool {
    count = 0
    end = start
    let isWord = findWord(text)
    hash = 0
    for lane in 0..<(count + 7) / 8 { hash = WordReader.hash(hash, lanes[lane]) }
    return isWord
  }

  private mutating func findWord(_ text: Span<UInt8>) -> Bool {
    while end < text.count {
      let byte = text[end]
      if byte < 0x80 {
        if ByteLane.isSeparator(byte) {
          if count > 0 { return true }
        } else {
          if count == 0 { start = end }
          // Digits have the bit that tells small letters from large ones.
          append(byte | 0x20)
        }
        end += 1
      } else if appendScalar(in: text) {
        return true
      }
    }
    return count > 0
  }

  /// Takes a scalar beyond ASCII; true where a word ends with or before it.
  private mutating func appendScalar(in text: Span<UInt8>) -> Bool {
    let (scalar, length) = WordReader.scalar(in: text, at: end)
    switch WordFolding.part(of: scalar) {
    case .separator:
      if count > 0 { return true }
      end += length
    case .ignored: end += length
    case .letters(let letters):
      if count == 0 { start = end }
      for letter in letters { append(letter) }
      end += length
    case .word(let letters):
      guard count == 0 else { return true }
      start = end
      for letter in letters { append(letter) }
      end += length
      return true
    }
    return false
  }

  private mutating func append(_ byte: UInt8) {
    guard count < WordReader.maximumBytes else { return }
    let own = UInt64(byte) << UInt64(count & 7 * 8)
    lanes[count >> 3] = count & 7 == 0 ? own : lanes[count >> 3] | own
    count += 1
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
}

/// Eight bytes of a text at once, the first of them lowest.
struct ByteLane {
  private let bytes: UInt64

  init(_ bytes: UInt64) { self.bytes = UInt64(littleEndian: bytes) }

  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// How many bytes of the beginning are letters or digits of ASCII.
  @inline(always)
  var wordBytes: Int {
    // Seven bits and what lacks to 128 from a bound give the eighth where the bound is reached.
    let low = bytes & ~ByteLane.highs
    let small = low | ByteLane.ones &* 0x20
    let letters = (small &+ ByteLane.ones &* 0x1F) & ~(small &+ ByteLane.ones &* 0x05)
    let digits = (low &+ ByteLane.ones &* 0x50) & ~(low &+ ByteLane.ones &* 0x46)
    let others = ~((letters | digits) & ~bytes) & ByteLane.highs
    return others.trailingZeroBitCount >> 3
  }

  /// One of the eight.
  @inline(always)
  func byte(_ i: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(i * 8)) }

  /// The first ones, of which there is at least one, in lower case, and zeros.
  ///
  /// Digits have the bit that tells small letters from large ones.
  @inline(always)
  func folded(_ count: Int) -> UInt64 {
    (bytes | ByteLane.ones &* 0x20) & .max >> UInt64(64 - count * 8)
  }

  /// Whether a byte is of ASCII and neither letter nor digit.
  @inline(always)
  static func isSeparator(_ byte: UInt8) -> Bool {
    let letter = (byte | 0x20) &- 0x61
    return byte < 0x80 && letter > 25 && byte &- 0x30 > 9
  }
}
