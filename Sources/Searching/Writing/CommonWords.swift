import ArchiveModel

/// The commonest words of a segment, and where they stand.
///
/// Half of a text are words such as "the". Their places would be most of an index and tell a reader
/// who loads them next to nothing, so phrases find them otherwise: beside each other word stand
/// the *runs* of common words before and after it, and of two common words that follow each other
/// the places of the *pair* are written down.
///
/// It never changes once it is made, though it stands behind pointers: so all cores may read it.
final class CommonWords: @unchecked Sendable {
  /// A stretch of common words is written with seven bits a word.
  static let most = 127

  /// Sixty-four places.
  private struct Block: BitwiseCopyable {
    /// A bit for each: whether a common word is there.
    var isCommon: UInt64 = 0
    /// How many common words of the document stand before them.
    var before = 0
  }

  /// The numbers of the words in the segment, the commonest first.
  let words: [Int]
  /// For each word of the segment its rank from 1, 0 for those that are not common.
  private let ranks: Pile<UInt8>
  /// The ranks of the words at each place of each document; 0 is another word, or none.
  private let places: Pile<UInt8>
  /// The same places.
  private let blocks: Pile<Block>
  /// Where the places of each document begin, and where those of the last end: a multiple of 64,
  /// with a 0 before it.
  private let starts: Pile<Int>
  /// The number of the first document of each chunk, and how many there are in all.
  private let firstDocuments: [Int]

  /// Finds the commonest `most` of those that stand in one document of sixteen; O(places).
  static func of(
    _ segment: SegmentWords, documents: Int, most: Int, jobs: Int
  ) async -> CommonWords {
    let common = CommonWords(segment, documents: documents, most: most)
    guard !common.words.isEmpty else { return common }
    // No two chunks have a block in common.
    let parts = common.parts(in: segment)
    _ = await Array(parts.indices).concurrentChunks(jobs: jobs, chunk: 1) { numbers in
      numbers.map { common.place(parts[$0], of: segment, chunk: $0) }
    }
    return common
  }

  private init(_ segment: SegmentWords, documents: Int, most: Int) {
    let candidates =
      most == 0
      ? [] : segment.indices.filter { Int(segment.words[$0].documentCount) * 16 >= documents }
    let commonestFirst = candidates.sorted {
      let (a, b) = (segment.words[$0].roughCount, segment.words[$1].roughCount)
      return a != b ? a > b : $0 < $1
    }
    words = Array(commonestFirst.prefix(min(most, CommonWords.most)))
    var ranks = Pile<UInt8>(repeating: 0, count: segment.words.count)
    for (rank, word) in words.enumerated() { ranks[word] = UInt8(rank + 1) }
    self.ranks = ranks
    var end = 64
    var starts = Pile<Int>(capacity: documents + 1)
    var firstDocuments = [0]
    for chunk in words.isEmpty ? [] : segment.chunks {
      for i in 0..<chunk.lengths.count {
        starts.append(end)
        end += (Int(chunk.lengths[i]) / 64 + 1) * 64
      }
      firstDocuments.append(starts.count)
    }
    starts.append(end)
    self.starts = starts
    self.firstDocuments = firstDocuments
    // Eight bytes at once may be read from any place of a document.
    places = Pile(repeating: 0, count: end + 8)
    blocks = Pile(repeating: Block(), count: end / 64)
  }

  /// What each chunk has of each common word.
  private func parts(in segment: SegmentWords) -> [[(rank: UInt8, part: Int)]] {
    var parts = [[(rank: UInt8, part: Int)]](repeating: [], count: segment.chunks.count)
    for (rank, word) in words.enumerated() {
      for part in segment.words[word].parts {
        parts[Int(segment.parts[part].chunk)].append((UInt8(rank + 1), part))
      }
    }
    return parts
  }

  /// Notes the places of the common words of a chunk.
  private func place(
    _ parts: [(rank: UInt8, part: Int)], of segment: SegmentWords, chunk: Int
  ) {
    for (rank, part) in parts {
      var documents = segment.documents(ofPart: part)
      while documents.next() {
        var place = starts[documents.document]
        for _ in 0..<documents.count {
          place += documents.positions.readNumber()
          places.start[place] = rank
        }
      }
    }
    for document in firstDocuments[chunk]..<firstDocuments[chunk + 1] {
      var count = 0
      for block in starts[document] / 64..<starts[document + 1] / 64 {
        var bits: UInt64 = 0
        for i in 0..<64 where places[block * 64 + i] != 0 { bits |= 1 << UInt64(i) }
        blocks.start[block] = Block(isCommon: bits, before: count)
        count += bits.nonzeroBitCount
      }
    }
  }

  /// Whether a word of the segment is one of them.
  func contains(_ word: Int) -> Bool { ranks[word] != 0 }

  // MARK: Beside a place

  /// Where a place of a document is in all of them.
  @inline(__always)
  func start(of document: Int) -> Int { starts[document] }

  /// How many common words of its document stand before a place of all.
  @inline(__always)
  func count(before place: Int) -> Int {
    let block = blocks[place / 64]
    let earlier = block.isCommon & (1 << UInt64(place % 64) - 1)
    return block.before + earlier.nonzeroBitCount
  }

  /// The ranks at the eight places after one, the next lowest.
  @inline(__always)
  func eight(after place: Int) -> UInt64 { eight(from: place + 1) }

  /// The ranks at the eight places before one, the next highest.
  @inline(__always)
  func eight(before place: Int) -> UInt64 { eight(from: place - 8) }

  @inline(__always)
  private func eight(from place: Int) -> UInt64 {
    assert(place >= 0 && place + 8 <= places.count)
    return UInt64(
      littleEndian: UnsafeRawPointer(places.start + place).loadUnaligned(as: UInt64.self))
  }

  // MARK: Pairs

  /// All pairs of common words that follow each other; O(places).
  func pairs(jobs: Int) async -> CommonPairs {
    guard !words.isEmpty else { return CommonPairs() }
    // A few stretches of chunks each, since each takes a table of all pairs.
    let chunks = firstDocuments.count - 1
    let step = max(1, (chunks + jobs * 4 - 1) / (jobs * 4))
    let stretches = (0..<chunks).pieces(of: step).map {
      firstDocuments[$0.lowerBound]..<firstDocuments[$0.upperBound]
    }
    let counts = await stretches.concurrentChunks(jobs: jobs, chunk: 1) { stretches in
      stretches.map { documents in
        var counts = [UInt32](repeating: 0, count: CommonPairs.count)
        self.forEachPair(in: documents) { pair, _, _ in counts[pair] += 1 }
        return counts
      }
    }
    let pairs = CommonPairs(counts: counts)
    let begins = pairs.begins(of: counts)
    _ = await Array(stretches.indices).concurrentChunks(jobs: jobs, chunk: 1) { numbers in
      numbers.map { number in
        var next = begins[number]
        self.forEachPair(in: stretches[number]) { pair, document, position in
          pairs.place(document, position, at: Int(next[pair]))
          next[pair] += 1
        }
      }
    }
    return pairs
  }

  /// The pairs of some documents, in order.
  ///
  /// The number of a pair is 128 times the first rank, and the second.
  @inline(__always)
  private func forEachPair(
    in documents: Range<Int>, _ body: (_ pair: Int, _ document: Int, _ position: Int) -> Void
  ) {
    for document in documents {
      let start = starts[document]
      // Before the first place of a document stands nothing.
      var isBeforeCommon: UInt64 = 0
      for block in start / 64..<starts[document + 1] / 64 {
        let isCommon = blocks[block].isCommon
        var seconds = isCommon & (isCommon << 1 | isBeforeCommon)
        isBeforeCommon = isCommon >> 63
        while seconds != 0 {
          let place = block * 64 + seconds.trailingZeroBitCount
          seconds &= seconds - 1
          body(Int(places[place - 1]) << 7 + Int(places[place]), document, place - 1 - start)
        }
      }
    }
  }
}
