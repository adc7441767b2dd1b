/// Where two common words follow each other.
///
/// It never changes once all places are there, though it stands behind a pointer: so all cores may
/// read it.
final class CommonPairs: @unchecked Sendable {
  /// How many numbers of pairs there are.
  static let count = 1 << 14

  /// The place of the first of a pair.
  struct Place: BitwiseCopyable {
    var document: Int32 = 0
    var position: Int32 = 0
  }

  /// The places by pair: by document, then by position.
  let places: Pile<Place>
  /// Where the places of each pair begin.
  let starts: [Int]

  /// No pairs.
  convenience init() { self.init(counts: []) }

  /// Room for so many of each pair, as they are counted in stretches of documents.
  init(counts: [[UInt32]]) {
    var starts = [0]
    for pair in 0..<CommonPairs.count {
      starts.append(starts[pair] + counts.reduce(0) { $0 + Int($1[pair]) })
    }
    self.starts = starts
    places = Pile(repeating: Place(), count: starts[CommonPairs.count])
  }

  /// Where the first place of each pair goes, for each stretch of documents.
  func begins(of counts: [[UInt32]]) -> [[Int]] {
    var next = starts
    return counts.map { counts in
      let begins = next
      for pair in 0..<CommonPairs.count { next[pair] += Int(counts[pair]) }
      return begins
    }
  }

  /// Notes a place where one is due; no other task may do so at the same place.
  @inline(__always)
  func place(_ document: Int, _ position: Int, at place: Int) {
    assert(place >= 0 && place < places.count)
    places.start[place] = Place(document: Int32(document), position: Int32(position))
  }

  /// The pairs, divided among files of about so many bytes, and at most so many files.
  func shards(bytes: Int, files: Int) -> [Range<Int>] {
    guard places.count > 0 else { return [] }
    let bits = (0..<CommonPairs.count).map { (starts[$0 + 1] - starts[$0]) * 14 }
    let begins = (0..<CommonPairs.count).map { $0 % 16 == 0 }
    return SegmentShards.packed(bits, begins, bytes: bytes, files: files)
  }
}
