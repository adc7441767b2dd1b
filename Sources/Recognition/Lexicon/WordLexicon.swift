/// The classes of words, found by hash: one flat table, made once for a recogniser.
struct WordLexicon: Sendable {
  private var keys: ContiguousArray<UInt64>
  private var classes: ContiguousArray<UInt32>
  private let mask: Int

  /// Made of the lists of `WordLists`: about 1,500 words.
  init() {
    let capacity = 4096
    keys = ContiguousArray(repeating: 0, count: capacity)
    classes = ContiguousArray(repeating: 0, count: capacity)
    mask = capacity - 1
    for (list, words) in WordLists.all {
      var hash = WordHash()
      var isEmpty = true
      words.withUTF8Buffer { bytes in
        for byte in bytes {
          if byte == 0x20 || byte == 0x0A {
            if !isEmpty { insert(hash.value, list) }
            hash = WordHash()
            isEmpty = true
          } else {
            hash.combine(lowercased: byte)
            isEmpty = false
          }
        }
      }
      if !isEmpty { insert(hash.value, list) }
    }
  }

  private mutating func insert(_ hash: UInt64, _ list: WordClasses) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    keys[slot] = hash
    classes[slot] |= list.rawValue
  }

  /// The classes of the word with this hash; empty for a word that no list has.
  subscript(hash: UInt64) -> WordClasses {
    let keys = keys.span
    var slot = Int(truncatingIfNeeded: hash) & mask
    // The table is never more than half full, so a free slot ends each search.
    while keys[slot] != hash {
      if keys[slot] == 0 { return [] }
      slot = (slot &+ 1) & mask
    }
    return WordClasses(rawValue: classes[slot])
  }
}
