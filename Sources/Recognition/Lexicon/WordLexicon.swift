/// The classes of words: the lists of `WordLists`, made once for a recogniser.
struct WordLexicon: Sendable {
  private var table = ClassTable<WordClasses>(capacity: 4096)

  /// About 1,500 words.
  init() {
    for (list, words) in WordLists.all {
      var hash = WordHash()
      var isEmpty = true
      words.withUTF8Buffer { bytes in
        for byte in bytes {
          if byte == 0x20 || byte == 0x0A {
            if !isEmpty { table.insert(hash.value, list) }
            hash = WordHash()
            isEmpty = true
          } else {
            hash.combine(lowercased: byte)
            isEmpty = false
          }
        }
      }
      if !isEmpty { table.insert(hash.value, list) }
    }
  }

  /// The classes of the word with this hash; empty for a word that no list has.
  subscript(hash: UInt64) -> WordClasses { table[hash] }
}
