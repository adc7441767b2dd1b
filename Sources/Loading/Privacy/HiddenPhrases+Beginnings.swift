extension HiddenPhrases {
  /// The three bytes that a phrase may begin with: a bit for each three that letters and digits make,
  /// so that most words are passed by without a look at the trie.
  ///
  /// Of two bytes only, in a table of 64 KB, twice as many words had to be looked at: 2 % of reading.
  struct Beginnings {
    /// Of a letter or digit as it is folded its number from 1 on; 0 for all other bytes, behind which
    /// anything may begin.
    private static let codes: ContiguousArray<UInt16> = {
      var codes = ContiguousArray<UInt16>(repeating: 0, count: 256)
      for (number, byte) in "0123456789abcdefghijklmnopqrstuvwxyz".utf8.enumerated() {
        codes[Int(byte)] = UInt16(number + 1)
      }
      return codes
    }()
    private static let base = 37

    private var bits = ContiguousArray<UInt64>(
      repeating: 0, count: (base * base * base + 63) / 64)
    /// A static table would be asked for at each word whether it is there.
    private let codes = Beginnings.codes

    /// Adds what the folded letters and joints of a phrase begin with.
    mutating func add(_ edges: [UInt8]) {
      let first = codes[Int(edges[0])]
      // A joint may be nothing, and behind it stands any letter.
      let second = edges.count > 1 && edges[1] >= 0x20 ? codes[Int(edges[1])] : nil
      let third = second != nil && edges.count > 2 && edges[2] >= 0x20 ? codes[Int(edges[2])] : nil
      let all = 0..<UInt16(Beginnings.base)
      for b in all where second == nil || b == second || b == 0 {
        for c in all where b == 0 || third == nil || c == third || c == 0 { set(first, b, c) }
      }
    }

    private mutating func set(_ a: UInt16, _ b: UInt16, _ c: UInt16) {
      let bit = (Int(a) * Beginnings.base + Int(b)) * Beginnings.base + Int(c)
      bits[bit / 64] |= 1 << UInt64(bit % 64)
    }

    /// Whether a phrase may begin at an offset of a text, with a letter or digit that is folded.
    func mayBegin(with letter: UInt8, at i: Int, of text: Span<UInt8>, _ plain: Span<UInt8>) -> Bool
    {
      let second = i + 1 < text.count ? Int(codes[Int(plain[Int(text[i + 1])])]) : 0
      let third = i + 2 < text.count ? Int(codes[Int(plain[Int(text[i + 2])])]) : 0
      let bit = (Int(codes[Int(letter)]) * Beginnings.base + second) * Beginnings.base + third
      return bits[bit / 64] >> UInt64(bit % 64) & 1 == 1
    }
  }
}
