/// The words of a segment of the archive, in the order of their bytes, each with where it stands.
///
/// It never changes once it is made, though it points into its chunks: so all cores may read it.
final class SegmentWords: @unchecked Sendable {
  /// What a chunk has of a word.
  struct Part: BitwiseCopyable {
    var chunk: UInt32
    var documentCount: UInt32
    /// Where the chunk tells of the word.
    var postings: UInt32
    var positions: UInt32
  }

  /// A word, and its parts: one a chunk, in order.
  struct Word: BitwiseCopyable {
    var letters: Occurrences.Word
    fileprivate var firstPart: UInt32
    fileprivate var partCount: UInt32
    var documentCount: UInt32
    var count: UInt32

    /// Its count to three binary digits, so that few edits change which of two words is commoner: all
    /// positions are written by the order of the common words.
    var roughCount: UInt32 {
      let rest = UInt32(max(0, 29 - count.leadingZeroBitCount))
      return (count >> rest) << rest
    }

    /// Where its parts stand.
    var parts: Range<Int> { Int(firstPart)..<Int(firstPart + partCount) }
  }

  /// A word, or what some chunks have of it.
  struct Stretch {
    var word: Int
    var parts: Range<Int>
    /// How many documents have it there.
    var documentCount: Int
  }

  /// What is read of a chunk.
  struct Chunk: BitwiseCopyable {
    var firstDocument: Int
    var postings: UnsafeMutablePointer<UInt8>
    var positions: UnsafeMutablePointer<UInt8>
  }

  let chunks: [Occurrences]
  private let starts: Pile<Chunk>
  let parts: Pile<Part>
  let words: Pile<Word>

  /// The numbers of the words.
  var indices: Range<Int> { 0..<words.count }

  /// Brings chunks together: O(words of all chunks), and O(n log n) in different words.
  init(_ chunks: [Occurrences]) {
    self.chunks = chunks
    var starts = Pile<Chunk>()
    var firstDocument = 0
    for chunk in chunks {
      starts.append(
        Chunk(
          firstDocument: firstDocument, postings: chunk.postings.start,
          positions: chunk.positions.start))
      firstDocument += chunk.lengths.count
    }
    self.starts = starts
    let total = chunks.reduce(0) { $0 + $1.wordCount }
    var table = WordUnion(atMost: total)
    // The number of each chunk's each word.
    var numbers = Pile<UInt32>(capacity: total)
    for chunk in chunks {
      for entry in 0..<chunk.wordCount { numbers.append(table.number(of: entry, in: chunk)) }
    }
    var ranks: [UInt32] = []
    let words = table.sorted(ranks: &ranks)
    var next = Pile<UInt32>(capacity: words.count)
    for i in 0..<words.count { next.append(words[i].firstPart) }
    var parts = Pile<Part>(capacity: total)
    parts.extend(to: parts.start + total)
    var first = 0
    for (number, chunk) in chunks.enumerated() {
      for i in 0..<chunk.wordCount {
        let entry = chunk.entries[i]
        let rank = Int(ranks[Int(numbers[first + i])])
        parts[Int(next[rank])] = Part(
          chunk: UInt32(number), documentCount: entry.documentCount, postings: entry.postings,
          positions: entry.positions)
        next[rank] += 1
      }
      first += chunk.wordCount
    }
    self.words = words
    self.parts = parts
  }

  /// The documents that have a word.
  @inline(always)
  func documents(of word: Word) -> WordDocuments {
    WordDocuments(
      parts.start + word.parts.lowerBound, parts.start + word.parts.upperBound, of: starts.start)
  }

  /// The words with these numbers, each whole.
  func stretches(of range: Range<Int>) -> [Stretch] {
    range.map { index in
      let word = words[index]
      return Stretch(word: index, parts: word.parts, documentCount: Int(word.documentCount))
    }
  }

  /// The documents that have a word, or those of some chunks.
  func documents(of stretch: Stretch) -> WordDocuments {
    WordDocuments(
      parts.start + stretch.parts.lowerBound, parts.start + stretch.parts.upperBound,
      of: starts.start)
  }

  /// Those of no word.
  var noDocuments: WordDocuments { WordDocuments(parts.start, parts.start, of: starts.start) }

  /// The documents of one chunk that have a word.
  func documents(ofPart part: Int) -> WordDocuments {
    WordDocuments(parts.start + part, parts.start + part + 1, of: starts.start)
  }
}

/// Goes through the documents that have a word, in order; good as long as the segment's words are.
struct WordDocuments {
  private var part: UnsafeMutablePointer<SegmentWords.Part>
  private let end: UnsafeMutablePointer<SegmentWords.Part>
  private let chunks: UnsafeMutablePointer<SegmentWords.Chunk>
  /// How many documents of the chunk are still to come.
  private var left = 0
  private var postings: UnsafeMutablePointer<UInt8>
  /// From which as many distances of places are to be read as `count` says, or none at all.
  var positions: UnsafeMutablePointer<UInt8>

  /// The number of the document in the segment.
  private(set) var document = 0
  private(set) var strength = 0
  /// The paragraph in which the word stands first.
  private(set) var paragraph = 0
  /// How often it stands there.
  private(set) var count = 0

  @inline(always)
  fileprivate init(
    _ start: UnsafeMutablePointer<SegmentWords.Part>,
    _ end: UnsafeMutablePointer<SegmentWords.Part>,
    of chunks: UnsafeMutablePointer<SegmentWords.Chunk>
  ) {
    (part, self.end, self.chunks) = (start, end, chunks)
    (postings, positions) = (chunks.pointee.postings, chunks.pointee.positions)
  }

  /// Goes on to the next document; false if there is none.
  @inline(always)
  mutating func next() -> Bool {
    if left == 0 {
      guard part < end else { return false }
      let chunk = chunks[Int(part.pointee.chunk)]
      document = chunk.firstDocument
      postings = chunk.postings + Int(part.pointee.postings)
      positions = chunk.positions + Int(part.pointee.positions)
      left = Int(part.pointee.documentCount)
      part += 1
    }
    left -= 1
    document += postings.readNumber()
    strength = Int(postings.pointee)
    postings += 1
    paragraph = postings.readNumber()
    count = postings.readNumber()
    return true
  }
}

/// The different words of several chunks, found by hash.
private struct WordUnion: ~Copyable {
  private struct Found: BitwiseCopyable {
    var hash: UInt64
    var letters: Occurrences.Word
    var parts: UInt32 = 0
    var documentCount: UInt32 = 0
    var count: UInt32 = 0

    mutating func add(_ entry: Occurrences.Entry) {
      parts += 1
      documentCount += entry.documentCount
      count += entry.count
    }
  }

  private var found = Pile<Found>(capacity: 1 << 14)
  /// The number of a word and one, or 0.
  private var slots: [UInt32]
  private let bits: Int

  init(atMost count: Int) {
    bits = max(4, Int.bitWidth - (count * 3 / 2).leadingZeroBitCount)
    slots = [UInt32](repeating: 0, count: 1 << bits)
  }

  /// The number of a chunk's word, in the order in which they come.
  mutating func number(of entry: Int, in chunk: Occurrences) -> UInt32 {
    let new = chunk.entries[entry]
    let letters = chunk.word(entry)
    let mask = 1 << bits - 1
    var slot = Int(truncatingIfNeeded: new.hash >> UInt64(64 - bits))
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if found[number].hash == new.hash, found[number].letters == letters {
        found[number].add(new)
        return UInt32(number)
      }
      slot = (slot + 1) & mask
    }
    var word = Found(hash: new.hash, letters: letters)
    word.add(new)
    found.append(word)
    slots[slot] = UInt32(found.count)
    return UInt32(found.count - 1)
  }

  /// The words in the order of their bytes; in `ranks` which of them each number is.
  consuming func sorted(ranks: inout [UInt32]) -> Pile<SegmentWords.Word> {
    var order = (0..<found.count).map { (key: found[$0].letters.key, number: $0) }
    order.sort { a, b in
      a.key != b.key
        ? a.key < b.key : found[a.number].letters.isBefore(found[b.number].letters)
    }
    var words = Pile<SegmentWords.Word>(capacity: found.count)
    ranks = [UInt32](repeating: 0, count: found.count)
    var start: UInt32 = 0
    for (_, number) in order {
      let word = found[number]
      ranks[number] = UInt32(words.count)
      words.append(
        SegmentWords.Word(
          letters: word.letters, firstPart: start, partCount: word.parts,
          documentCount: word.documentCount, count: word.count))
      start += word.parts
    }
    return words
  }
}
