extension Span<UInt8> {
  /// Where the next byte stands that is special, or the end: O(bytes), eight at a time.
  ///
  /// The last that are fewer are looked at with some before them, which are shifted out.
  ///
  /// - Parameter specials: the highest bit of the first byte of a word that is special, and maybe of
  ///   some after it; 0 where none is. The word's lowest byte is the first.
  @inlinable @inline(__always)
  package func firstSpecial(from start: Int, _ specials: (UInt64) -> UInt64) -> Int {
    let last = count - 8
    var at = start
    while at <= last {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      let found = specials(UInt64(littleEndian: word))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    guard at < count else { return count }
    var rest: UInt64 = 0
    if last >= 0 {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: last, as: UInt64.self)
      rest = UInt64(littleEndian: word) >> UInt64(8 * (at - last))
    } else {
      for place in at..<count { rest |= UInt64(self[place]) << UInt64(8 * (place - at)) }
    }
    // The zeros behind the end may be special too.
    return Swift.min(count, at + specials(rest).trailingZeroBitCount / 8)
  }
}

/// Eight bytes, of which some are looked for (Warren, Hacker's Delight, 6-1).
extension UInt64 {
  /// A byte, eight times.
  @inlinable @inline(__always)
  package static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is this one, and maybe of some after the first; other bits mean
  /// nothing.
  @inlinable @inline(__always)
  package func marks(of byte: UInt8) -> UInt64 {
    let rest = self ^ .eight(byte)
    return (rest &- .eight(1)) & ~rest
  }
}
