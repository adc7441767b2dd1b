/// Writes bits by how likely they are: adaptive binary arithmetic coding, of seven bits to a
/// character of ASCII, so that a browser reads it from a string of a script.
///
/// A carry-less coder with 28 bits of state (after M. Mahoney, "Data Compression Explained", 3.2).
/// `search-engine.js` and the tests have its reverse.
///
/// An index is 140 million bits, so a bit is all that counts: symbols are written by pointer, and
/// the function that makes room takes no `self`, so that a writer lives in registers.
struct BitWriter: ~Copyable {
  private var low: UInt32 = 0
  /// The highest value less the lowest: with it the next bit waits for a product and a difference
  /// alone, not for the bounds.
  private var range: UInt32 = 0xFFF_FFFF
  /// Where the next symbol goes; there is room for it.
  private var next: UnsafeMutablePointer<UInt8>
  private var room: Room

  /// A writer that has room for so many symbols, and makes more.
  init(capacity: Int = 1 << 10) {
    room = Room(max(capacity, 16))
    next = room.start
  }

  deinit { room.start.deallocate() }

  /// Writes a bit whose chance to be 1 is `chance` of 4096, from 1 to 4095.
  @inline(always)
  mutating func write(_ bit: Bit, chance: UInt32) {
    let isZero = bit.isZero
    // A 1 leaves the chance's part of the range rounded down, a 0 what that leaves but for one: the
    // other chance's part of one less. So the next range waits for three instructions.
    let own = (chance ^ isZero) &+ (4097 & isZero)
    let left = UInt32(
      truncatingIfNeeded: (UInt64(range) &* UInt64(own) &- UInt64(isZero & 1)) >> 12)
    low &+= (range &- left) & isZero
    range = left
    while (low ^ (low &+ range)) >> 21 == 0 {
      append(UInt8(truncatingIfNeeded: low >> 21))
      low = (low << 7) & 0xFFF_FFFF
      range = range << 7 | 0x7F
    }
  }

  /// Ends the text, and gives what was written, a symbol of seven bits a byte.
  ///
  /// Two symbols tell the rest, since a reader takes zeros beyond the end.
  consuming func finished() -> [UInt8] {
    // Any value from low to high will do: the one with most zeros at its end.
    let high = low &+ range
    var kept: UInt32 = 21
    while kept > 0, (high >> kept) << kept < low { kept -= 7 }
    var shift: UInt32 = 21
    let value = (high >> kept) << kept
    while true {
      append(UInt8(truncatingIfNeeded: (value >> shift) & 0x7F))
      if shift <= kept { break }
      shift -= 7
    }
    return Array(UnsafeBufferPointer(start: room.start, count: next - room.start))
  }

  @inline(always)
  private mutating func append(_ symbol: UInt8) {
    next.pointee = symbol
    next += 1
    if next == room.end {
      let count = next - room.start
      room = BitWriter.grown(room)
      next = room.start + count
    }
  }

  /// Where symbols stand.
  private struct Room {
    var start: UnsafeMutablePointer<UInt8>
    var end: UnsafeMutablePointer<UInt8>

    init(_ count: Int) {
      start = .allocate(capacity: count)
      end = start + count
    }
  }

  /// The symbols of a full room in one twice as large.
  @inline(never)
  private static func grown(_ full: Room) -> Room {
    let count = full.end - full.start
    let room = Room(count * 2)
    room.start.update(from: full.start, count: count)
    full.start.deallocate()
    return room
  }
}

/// A bit as a mask: to choose by it takes no branch, which would be foretold wrongly, since a bit that
/// could be foretold would hardly be written.
struct Bit: BitwiseCopyable {
  /// All bits for a 0.
  let isZero: UInt32

  static var one: Bit { Bit(true) }
  static var zero: Bit { Bit(false) }

  @inline(always)
  init(_ isOne: Bool) { isZero = isOne ? 0 : .max }

  /// A bit of a number.
  @inline(always)
  init(_ number: Int, at place: Int) {
    isZero = UInt32(truncatingIfNeeded: (number >> place) & 1) &- 1
  }

  /// A number for 1, and 0 for 0.
  @inline(always)
  func of(_ one: UInt32) -> UInt32 { one & ~isZero }
}
