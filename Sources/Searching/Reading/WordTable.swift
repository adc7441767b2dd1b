/// The distinct words of some documents, found by hash in one flat table.
///
/// What a word that is there already needs stands in sixteen bytes of the table: how often it
/// occurs, and its first eight bytes, which are most often all. One look at the memory a word.
struct WordTable: ~Copyable {
  /// What is known of a word.
  struct Word: BitwiseCopyable {
    var hash: UInt64
    /// Where its bytes begin in `letters`; they end where those of the next word begin.
    var letters: Int
    /// How often it occurs, once all are counted.
    var places = 0
  }

  private struct Slot: BitwiseCopyable {
    /// The first eight bytes, or the word and zeros.
    var lane: UInt64
    /// How many bytes the word has, and 64 times its number; 0 where there is none.
    var name: UInt32
    var places: UInt32

    var number: Int { Int(name >> 6) }
  }

  private(set) var letters = Pile<UInt8>(capacity: 1 << 16)
  /// The words by their numbers, in the order in which they first occurred.
  private(set) var words = Pile<Word>(capacity: 1 << 13)
  private var slots: UnsafeMutablePointer<Slot>
  private var bits = 15

  init() { slots = WordTable.empty(bits) }

  deinit { slots.deallocate() }

  /// The number of a word, which is new if it was not there; counts it.
  @inline(always)
  mutating func number(of word: WordReader.Word) -> UInt32 {
    let lane = word.lanes[0]
    var place = Int(truncatingIfNeeded: word.hash >> UInt64(truncatingIfNeeded: 64 &- bits))
    while true {
      let slot = slots[place]
      if slot.name == 0 { return add(word, at: place) }
      if slot.lane == lane, slot.name & 63 == UInt32(truncatingIfNeeded: word.count),
        word.count <= 8 || isRest(of: word, slot.number)
      {
        slots[place].places &+= 1
        return slot.name >> 6
      }
      place = (place &+ 1) & (1 << bits &- 1)
    }
  }

  /// Tells the words how often each occurs.
  mutating func count() {
    for i in 0..<1 << bits where slots[i].name != 0 {
      words[slots[i].number].places = Int(slots[i].places)
    }
  }

  /// Whether a word, which has the same length and beginning, is the same.
  private func isRest(of word: WordReader.Word, _ number: Int) -> Bool {
    let letters = letters.start + words[number].letters
    for i in 8..<word.count where letters[i] != word.bytes[i] { return false }
    return true
  }

  @inline(never)
  private mutating func add(_ word: WordReader.Word, at place: Int) -> UInt32 {
    let number = UInt32(words.count)
    precondition(number < 1 << 26, "a chunk has at most 67 million words")
    slots[place] = Slot(
      lane: word.lanes[0], name: number << 6 | UInt32(truncatingIfNeeded: word.count), places: 1)
    words.append(Word(hash: word.hash, letters: letters.count))
    letters.append(word.bytes)
    if words.count * 2 > 1 << bits { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    let count = 1 << bits
    bits += 1
    slots = WordTable.empty(bits)
    for i in 0..<count where old[i].name != 0 {
      let hash = words[old[i].number].hash
      var place = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
      while slots[place].name != 0 { place = (place + 1) & (1 << bits - 1) }
      slots[place] = old[i]
    }
    old.deallocate()
  }

  private static func empty(_ bits: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(lane: 0, name: 0, places: 0), count: 1 << bits)
    return slots
  }
}
