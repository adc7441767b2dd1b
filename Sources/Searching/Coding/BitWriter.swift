/// Writes bits by how likely they are: adaptive binary arithmetic coding, of seven bits to a
/// character of ASCII, so that a browser reads it from a string of a script.
///
/// A carry-less coder with 28 bits of state (after M. Mahoney, "Data Compression Explained", 3.2).
/// `search-engine.js` and the tests have its reverse.
struct BitWriter: ~Copyable {
  /// What was written so far, a symbol of seven bits a byte.
  private(set) var symbols: [UInt8] = []
  private var low: UInt32 = 0
  private var high: UInt32 = 0xFFF_FFFF

  init(capacity: Int = 0) { symbols.reserveCapacity(capacity) }

  /// Writes a bit whose chance to be 1 is `chance` of 4096, from 1 to 4095.
  @inline(__always)
  mutating func write(_ bit: Bool, chance: UInt32) {
    let range = high &- low
    let middle = low &+ (range >> 12) &* chance &+ ((range & 4095) &* chance) >> 12
    if bit { high = middle } else { low = middle &+ 1 }
    while (low ^ high) >> 21 == 0 {
      symbols.append(UInt8(truncatingIfNeeded: high >> 21))
      low = (low << 7) & 0xFFF_FFFF
      high = (high << 7) & 0xFFF_FFFF | 0x7F
    }
  }

  /// Ends the text: two symbols tell the rest, since a reader takes zeros beyond the end.
  mutating func finish() {
    // Any value from low to high will do: the one with most zeros at its end.
    var kept: UInt32 = 21
    while kept > 0, (high >> kept) << kept < low { kept -= 7 }
    var shift: UInt32 = 21
    let value = (high >> kept) << kept
    while true {
      symbols.append(UInt8(truncatingIfNeeded: (value >> shift) & 0x7F))
      if shift <= kept { break }
      shift -= 7
    }
  }
}

/// How likely bits are in so many situations, learnt as they come.
struct Chances: Sendable {
  /// The chance of a 1 in 65,536ths, and below it how many bits were seen, up to the limit: one
  /// table, since each bit of an index reads and writes it.
  private var states: [UInt32]
  /// Of its own, so that it is not made sure each time that the table is there.
  private let rates = Chances.rates

  init(_ count: Int) { states = [UInt32](repeating: 32768 << 16, count: count) }

  /// The chance of a 1 of 4096, from 1 to 4095.
  @inline(__always)
  subscript(i: Int) -> UInt32 { states[i] >> 20 }

  /// Learns what bit came.
  @inline(__always)
  mutating func learn(_ i: Int, _ bit: Bool) {
    let state = states[i]
    let chance = Int32(truncatingIfNeeded: state >> 16)
    let count = state & 0xFFFF
    let target: Int32 = bit ? 65535 : 0
    let moved = chance &+ ((target &- chance) &* rates[Int(count)]) >> 14
    states[i] =
      UInt32(truncatingIfNeeded: min(max(moved, 32), 65503)) << 16
      | (count < Chances.limit ? count &+ 1 : count)
  }

  private static let limit: UInt32 = 127
  /// 16,384 divided by the count and a half.
  private static let rates: [Int32] = (0..<128).map { 32768 / (2 * $0 + 3) }
}

extension BitWriter {
  /// Writes a bit in a situation.
  @inline(__always)
  mutating func write(_ bit: Bool, _ chances: inout Chances, _ i: Int) {
    write(bit, chance: chances[i])
    chances.learn(i, bit)
  }

  /// Writes a number from 0 to `2^bits - 1`, each of its bits after those before it.
  @inline(__always)
  mutating func write(_ number: Int, bits: Int, _ chances: inout Chances, _ base: Int) {
    var node = 1
    var shift = bits
    while shift > 0 {
      shift -= 1
      let bit = number >> shift & 1
      write(bit == 1, &chances, base + node)
      node = node << 1 | bit
    }
  }

  /// Writes a number from 0 on, in `NumberChances.size` situations.
  ///
  /// Its length in bits comes first, then the bits below the highest; those below the third of them
  /// are taken to be as likely as not.
  @inline(__always)
  mutating func write(number: Int, _ chances: inout Chances, _ base: Int) {
    let value = number + 1
    let length = Int.bitWidth - 1 - value.leadingZeroBitCount
    for i in 0..<length { write(true, &chances, base + i) }
    write(false, &chances, base + length)
    let nodes = base + NumberChances.lengths + length * 8
    var node = 1
    var shift = length
    while shift > 0 {
      shift -= 1
      let bit = value >> shift & 1
      if node < 8 {
        write(bit == 1, &chances, nodes + node)
        node = node << 1 | bit
      } else {
        write(bit == 1, chance: 2048)
      }
    }
  }
}

/// The situations of one kind of number.
enum NumberChances {
  /// The most bits that a number has.
  static let lengths = 24
  /// How many situations there are.
  static let size = lengths * 9
}
