/// FNV-1a (Fowler, Noll, Vo), 64 bits, over the folded, lower-cased bytes of a word.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes a byte as it is.
  mutating func combine(_ byte: UInt8) {
    // The multiplication of a hash may overflow.
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Takes a byte, an ASCII capital as its small letter.
  mutating func combine(lowercased byte: UInt8) {
    combine(byte &- 0x41 < 26 ? byte | 0x20 : byte)
  }

  /// Of a word that is folded and in small letters already.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.combine(lowercased: byte) }
    return hash.value
  }
}
