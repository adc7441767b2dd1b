/// The distinct words of some documents, found by hash in one flat table.
///
/// A word's first eight bytes stand in the table itself: most words are no longer.
struct WordTable: ~Copyable {
  /// What is known of a word.
  struct Word {
    var hash: UInt64
    /// Where its bytes begin in `letters`; they end where those of the next word begin.
    var letters: Int
    /// How often it occurs.
    var places = 0
  }

  private struct Slot {
    /// The first eight bytes, or the word and zeros.
    var lane: UInt64
    /// The number of the word and one, or 0.
    var number: UInt32
    /// How many bytes the word has.
    var count: UInt32
  }

  private(set) var letters = Pile<UInt8>(capacity: 1 << 16)
  /// The words by their numbers, in the order in which they first occurred.
  private(set) var words = Pile<Word>(capacity: 1 << 13)
  private var slots: UnsafeMutablePointer<Slot>
  private var bits = 15

  init() { slots = WordTable.empty(bits) }

  deinit { slots.deallocate() }

  /// The number of the reader's word, which is new if it was not there; counts it.
  @inline(always)
  mutating func number(of reader: borrowing WordReader) -> UInt32 {
    let (lane, hash) = (reader.lanes[0], reader.hash)
    let count = UInt32(truncatingIfNeeded: reader.count)
    var place = Int(truncatingIfNeeded: hash >> UInt64(truncatingIfNeeded: 64 &- bits))
    while true {
      let slot = slots[place]
      if slot.number == 0 { return add(reader, at: place) }
      if slot.lane == lane, slot.count == count, count <= 8 || isRest(of: reader, slot.number - 1) {
        words[Int(slot.number) - 1].places += 1
        return slot.number - 1
      }
      place = (place &+ 1) & (1 << bits &- 1)
    }
  }

  /// Whether a word, which has the same length and beginning, is the reader's.
  private func isRest(of reader: borrowing WordReader, _ number: UInt32) -> Bool {
    let word = letters.start + words[Int(number)].letters
    let own = UnsafeRawPointer(reader.lanes).assumingMemoryBound(to: UInt8.self)
    for i in 8..<reader.count where word[i] != own[i] { return false }
    return true
  }

  @inline(never)
  private mutating func add(_ reader: borrowing WordReader, at place: Int) -> UInt32 {
    let number = UInt32(words.count)
    slots[place] = Slot(
      lane: reader.lanes[0], number: number + 1, count: UInt32(truncatingIfNeeded: reader.count))
    words.append(Word(hash: reader.hash, letters: letters.count, places: 1))
    letters.append(
      UnsafeRawPointer(reader.lanes).assumingMemoryBound(to: UInt8.self), reader.count)
    if words.count * 2 > 1 << bits { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    let count = 1 << bits
    bits += 1
    slots = WordTable.empty(bits)
    for i in 0..<count where old[i].number > 0 {
      let hash = words[Int(old[i].number) - 1].hash
      var place = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
      while slots[place].number != 0 { place = (place + 1) & (1 << bits - 1) }
      slots[place] = old[i]
    }
    old.deallocate()
  }

  private static func empty(_ bits: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(lane: 0, number: 0, count: 0), count: 1 << bits)
    return slots
  }
}
