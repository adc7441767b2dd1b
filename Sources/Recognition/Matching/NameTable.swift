/// Names as sequences of tokens, found by hash: an automaton in one piece of bytes.
///
/// A state is a hash of the tokens so far; a slot of the table says whether a name ends there and
/// whether a longer one goes on. The bytes are used in place, so the gazetteer costs nothing to
/// load; the table of the authority records is built when a recogniser is made.
///
/// Layout, in little-endian 32-bit words: slots (a power of two), names, bytes of the texts; then
/// the slots (tag, value), the names (offset of the text, length and flags, payload), the texts.
/// A value has the top bit set where a longer name goes on; the rest is 1 + the first name with
/// these tokens, or 0.
struct NameTable {
  /// What is known of a name beyond its letters.
  struct Flags: OptionSet {
    let rawValue: UInt16

    /// The next name has the same tokens but for case.
    static let more = Flags(rawValue: 1)
    /// One word of capitals, at most five: only in exactly these, and not among other capitals.
    static let acronym = Flags(rawValue: 2)
    /// With full stops ("U.S."), so that it never matches without.
    static let dotted = Flags(rawValue: 4)
    /// Only in its own casing.
    static let exact = Flags(rawValue: 8)
    /// Stands for people or an adjective: "Iraqi".
    static let demonym = Flags(rawValue: 16)
    /// Also a word or a person's name: only where the text shows a place ("in Reading").
    static let needsCue = Flags(rawValue: 32)
    /// Also a word: at the start of a sentence it takes care ("Turkey").
    static let careAtStart = Flags(rawValue: 64)
    /// Of several bearers: the kind is sure, who it is, is not ("Georgia").
    static let clash = Flags(rawValue: 128)
    /// Not a name itself: a string that must not map to the payload.
    static let never = Flags(rawValue: 256)
    /// Has a country as its bearer.
    static let country = Flags(rawValue: 512)
  }

  struct Name {
    var textOffset: Int
    var textCount: Int
    var flags: Flags
    var payload: Int32
  }

  /// A name never has more tokens than this.
  static let maximumTokens = 24
  static let headerBytes = 12

  private let base: Int
  private let mask: UInt64
  private let namesOffset: Int
  private let textsOffset: Int
  /// How many names, with those that differ only in case.
  let count: Int
  /// All of it.
  let byteCount: Int

  /// Reads the header at `base`; nil where the table does not fit into the bytes.
  init?(_ bytes: RawSpan, at base: Int) {
    guard base >= 0, base + NameTable.headerBytes <= bytes.byteCount else { return nil }
    let slots = Int(bytes.word(base))
    count = Int(bytes.word(base + 4))
    let textBytes = Int(bytes.word(base + 8))
    guard slots > 0, slots & (slots - 1) == 0 else { return nil }
    self.base = base
    mask = UInt64(slots - 1)
    namesOffset = base + NameTable.headerBytes + slots * 8
    textsOffset = namesOffset + count * 12
    byteCount = textsOffset + textBytes - base
    guard base + byteCount <= bytes.byteCount else { return nil }
  }

  /// The state before any token.
  static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The state after one more token.
  static func advance(_ state: UInt64, _ token: UInt64) -> UInt64 {
    // The multiplication of a hash may overflow.
    let mixed = (state ^ token) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }

  /// What the table has for a state: the first name that ends in it, and whether a longer one may
  /// follow; nil where neither.
  func find(_ state: UInt64, in bytes: RawSpan) -> (name: Int?, goesOn: Bool)? {
    let tag = NameTable.tag(state)
    var slot = state & mask
    while true {
      let offset = base + NameTable.headerBytes + Int(slot) * 8
      let found = bytes.word(offset)
      if found == 0 { return nil }
      if found == tag {
        let value = bytes.word(offset + 4)
        let name = Int(value & 0x7FFF_FFFF)
        return (name > 0 ? name - 1 : nil, value >> 31 == 1)
      }
      slot = (slot + 1) & mask
    }
  }

  static func tag(_ state: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: state >> 32) | 1 }

  func name(_ index: Int, in bytes: RawSpan) -> Name {
    let offset = namesOffset + index * 12
    let lengths = bytes.word(offset + 4)
    return Name(
      textOffset: textsOffset + Int(bytes.word(offset)), textCount: Int(lengths & 0xFFFF),
      flags: Flags(rawValue: UInt16(truncatingIfNeeded: lengths >> 16)),
      payload: Int32(bitPattern: bytes.word(offset + 8)))
  }
}

extension RawSpan {
  /// The little-endian 32-bit word at an offset, aligned or not; out of bounds is a trap.
  func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The byte at an offset.
  func byte(_ offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (place, offset) in range.enumerated() { buffer[place] = byte(offset) }
      return range.count
    }
  }
}
