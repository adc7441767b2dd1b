/// The words of some consecutive documents, a chunk of a segment, each with where it stands.
///
/// Compact: a byte or two for each place of a word. What tells which documents have a word and what
/// tells where it stands in them are apart, since a file of the index needs one of the two.
///
/// It never changes once it is made, though it stands behind pointers: so all cores may read it.
final class Occurrences: @unchecked Sendable {
  /// A word, and where what tells of it begins; it ends where that of the next one begins.
  struct Entry: BitwiseCopyable {
    /// That of `WordReader`.
    var hash: UInt64
    var letters: UInt32
    /// In `postings`: for each document its distance from the one before, the strength, the first
    /// paragraph and how often the word stands there.
    var postings: UInt32
    /// In `positions`: the distance of each place from the one before in the same document.
    var positions: UInt32
    var documentCount: UInt32
    var count: UInt32
  }

  /// The words in the order in which they first occur, and one that ends the last.
  let entries: Pile<Entry>
  let letters: Pile<UInt8>
  let postings: Pile<UInt8>
  let positions: Pile<UInt8>
  /// How many places each document has.
  let lengths: Pile<UInt32>

  init(
    entries: consuming Pile<Entry>, letters: consuming Pile<UInt8>,
    postings: consuming Pile<UInt8>, positions: consuming Pile<UInt8>,
    lengths: consuming Pile<UInt32>
  ) {
    self.entries = entries
    self.letters = letters
    self.postings = postings
    self.positions = positions
    self.lengths = lengths
  }

  /// How many words there are.
  var wordCount: Int { entries.count - 1 }

  /// The letters of a word, which are good as long as this is.
  @inline(__always)
  func word(_ entry: Int) -> Word {
    let start = entries[entry].letters
    return Word(start: letters.start + Int(start), count: Int(entries[entry + 1].letters - start))
  }

  /// The letters of a word, folded, in UTF-8.
  struct Word {
    var start: UnsafeMutablePointer<UInt8>
    var count: Int

    /// The first eight bytes as a number, for sorting.
    var key: UInt64 {
      var key: UInt64 = 0
      for i in 0..<8 { key = key << 8 | (i < count ? UInt64(start[i]) : 0) }
      return key
    }

    /// Whether a file of the index may begin with it: one word of sixteen, always the same ones.
    var mayBeginFile: Bool { ((key ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> 60 == 0 }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Whether it comes first, in the order of bytes.
    func isBefore(_ other: Word) -> Bool {
      for i in 0..<min(count, other.count) where start[i] != other.start[i] {
        return start[i] < other.start[i]
      }
      return count < other.count
    }

    static func == (a: Word, b: Word) -> Bool {
      guard a.count == b.count else { return false }
      for i in 0..<a.count where a.start[i] != b.start[i] { return false }
      return true
    }
  }
}
