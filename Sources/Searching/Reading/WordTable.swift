/// The distinct words of some documents, found by hash in one flat table.
struct WordTable: ~Copyable {
  private(set) var letters: [UInt8] = []
  private var hashes: [UInt64] = []
  private var ends: [Int32] = [0]
  /// The number of a word and one, or 0.
  private var slots: [Int32]

  init() { slots = [Int32](repeating: 0, count: 1 << 12) }

  var count: Int { hashes.count }

  /// The number of the reader's word, which is new if it was not there.
  mutating func number(of reader: WordReader) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: reader.hash ^ reader.hash >> 29) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == reader.hash, isWord(number, reader.word) { return number }
      slot = (slot + 1) & mask
    }
    let number = hashes.count
    slots[slot] = Int32(number + 1)
    hashes.append(reader.hash)
    letters.append(contentsOf: reader.word)
    ends.append(Int32(letters.count))
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  /// Where a word stands in `letters`.
  func range(_ number: Int) -> Range<Int32> { ends[number]..<ends[number + 1] }

  /// The word's first eight bytes as a number.
  func key(_ number: Int) -> UInt64 {
    var key: UInt64 = 0
    let (start, end) = (Int(ends[number]), Int(ends[number + 1]))
    for i in 0..<8 { key = key << 8 | (start + i < end ? UInt64(letters[start + i]) : 0) }
    return key
  }

  /// The numbers of the words in the order of their bytes.
  func sorted() -> [Int] {
    var order = (0..<count).map { (key: key($0), number: $0) }
    order.sort { a, b in
      a.key != b.key ? a.key < b.key : isBefore(a.number, b.number)
    }
    return order.map(\.number)
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    letters[Int(ends[a])..<Int(ends[a + 1])]
      .lexicographicallyPrecedes(letters[Int(ends[b])..<Int(ends[b + 1])])
  }

  private func isWord(_ number: Int, _ word: [UInt8]) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    for i in word.indices where letters[start + i] != word[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }
}
