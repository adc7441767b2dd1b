/// What lists say of words, found by hash: one flat table.
struct ClassTable<Classes: OptionSet & Sendable>: Sendable where Classes.RawValue == UInt32 {
  private var keys: ContiguousArray<UInt64>
  private var classes: ContiguousArray<UInt32>
  private let mask: Int
  private var count = 0

  /// Without words, for fewer than half of `capacity`, a power of two.
  init(capacity: Int) {
    keys = ContiguousArray(repeating: 0, count: capacity)
    classes = ContiguousArray(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// Adds a word to a list.
  mutating func insert(_ key: UInt64, _ list: Classes) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      count += 1
      precondition(count * 2 <= keys.count, "the lists have outgrown their table")
    }
    keys[slot] = key
    classes[slot] |= list.rawValue
  }

  /// The classes of the word with this hash; empty for a word that no list has.
  subscript(key: UInt64) -> Classes {
    let keys = keys.span
    var slot = Int(truncatingIfNeeded: key) & mask
    // The table is never more than half full, so a free slot ends each search.
    while keys[slot] != key {
      if keys[slot] == 0 { return [] }
      slot = (slot &+ 1) & mask
    }
    return Classes(rawValue: classes[slot])
  }
}
