/// How likely bits are in so many situations, learnt as they come.
///
/// Behind a pointer of its own: an array would be made sure to be unshared, and each place to be
/// in it, a hundred million times. Whoever names a situation answers for its number, which is one
/// of constants and of parts that are masked or clamped; a build for debugging makes sure.
struct Chances: ~Copyable {
  /// Of each situation the chance of a 1 in 65,536ths, and below it how many bits were seen, up to
  /// the limit: one table, since each bit of an index reads and writes it.
  ///
  /// Before the first stand the rates by count, so that one pointer leads to all.
  private let states: UnsafeMutablePointer<UInt32>
  private let count: Int

  init(_ count: Int) {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Chances.counts + count)
    for seen in 0..<Chances.counts {
      // 16,384 divided by the count and a half; above it the count that comes next.
      table[seen] = UInt32(min(seen + 1, Chances.counts - 1)) << 16 | UInt32(32768 / (2 * seen + 3))
    }
    states = table + Chances.counts
    self.count = count
    states.update(repeating: Chances.unknown, count: count)
  }

  deinit { (states - Chances.counts).deallocate() }

  /// Forgets all, and knows what others of the same count have learnt.
  mutating func become(_ other: borrowing Chances) {
    precondition(other.count == count, "chances of one count are not those of another")
    states.update(from: other.states, count: count)
  }

  /// A situation of which nothing is known.
  static let unknown: UInt32 = 32768 << 16
  private static let counts = 128

  /// The chance of a 1 of 4096, from 1 to 4095.
  @inline(always)
  subscript(i: Int) -> UInt32 {
    assert(i >= 0 && i < count)
    return states[i] >> 20
  }

  /// Learns what bit came; what its chance was before, of 4096.
  @inline(always)
  mutating func learn(_ i: Int, _ bit: Bit) -> UInt32 {
    assert(i >= 0 && i < count)
    let state = states[i]
    states[i] = Chances.moved(state, by: states - Chances.counts, bit)
    return state >> 20
  }

  /// A state after a bit.
  ///
  /// A chance never comes nearer to 1 than the number of bits that can be counted lets it, so that
  /// only its least is minded: 32,767 / 255 remain of what was missing (a test goes through all).
  @inline(always)
  private static func moved(
    _ state: UInt32, by rates: UnsafePointer<UInt32>, _ bit: Bit
  ) -> UInt32 {
    let rate = rates[Int(state & 0x7F)]
    let chance = Int32(truncatingIfNeeded: state >> 16)
    let target = Int32(truncatingIfNeeded: bit.of(65535))
    let step = ((target &- chance) &* Int32(truncatingIfNeeded: rate & 0xFFFF)) >> 14
    return UInt32(truncatingIfNeeded: max(chance &+ step, 32)) << 16 | rate >> 16
  }
}

extension BitWriter {
  /// Writes a bit in a situation.
  @inline(always)
  mutating func write(_ bit: Bit, _ chances: inout Chances, _ i: Int) {
    write(bit, chance: chances.learn(i, bit))
  }

  /// Writes a number from 0 to `2^bits - 1`, each of its bits after those before it.
  @inline(always)
  mutating func write(_ number: Int, bits: Int, _ chances: inout Chances, _ base: Int) {
    var node = 1
    var shift = bits
    while shift > 0 {
      shift &-= 1
      write(Bit(number, at: shift), &chances, base &+ node)
      node = node << 1 | (number >> shift & 1)
    }
  }

  /// Writes a number from 0 on, in `NumberChances.size` situations.
  ///
  /// Its length in bits comes first, then the bits below the highest; those below the third of them
  /// are taken to be as likely as not.
  @inline(always)
  mutating func write(number: Int, _ chances: inout Chances, _ base: Int) {
    let value = number &+ 1
    let length = Int.bitWidth &- 1 &- value.leadingZeroBitCount
    var i = base
    while i < base &+ length {
      write(.one, &chances, i)
      i &+= 1
    }
    write(.zero, &chances, i)
    let nodes = base &+ NumberChances.lengths &+ length &* 8
    var node = 1
    var shift = length
    while shift > 0, node < 8 {
      shift &-= 1
      write(Bit(value, at: shift), &chances, nodes &+ node)
      node = node << 1 | (value >> shift & 1)
    }
    while shift > 0 {
      shift &-= 1
      write(Bit(value, at: shift), chance: 2048)
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
