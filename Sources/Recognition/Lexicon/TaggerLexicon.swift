/// What lists say of single words, and names of several words that lists have: features of the
/// tagger, never rules.
///
/// Part of the model's bytes, used where it stands. Layout, little-endian: slots of the words
/// (a power of two), slots of the sequences (likewise); the words (tag and entry, 32 bits each);
/// the tags of the sequences (32 bits each), their values (8 bits each).
package struct TaggerLexicon: @unchecked Sendable {
  /// What a list says of a single word; bits of an entry, above the three of its frequency.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let givenCommon = Flags(rawValue: 1 << 0)
    package static let given = Flags(rawValue: 1 << 1)
    package static let surnameCommon = Flags(rawValue: 1 << 2)
    package static let surname = Flags(rawValue: 1 << 3)
    package static let country = Flags(rawValue: 1 << 4)
    package static let cityLarge = Flags(rawValue: 1 << 5)
    package static let city = Flags(rawValue: 1 << 6)
    package static let region = Flags(rawValue: 1 << 8)
    package static let demonym = Flags(rawValue: 1 << 9)
    package static let organization = Flags(rawValue: 1 << 10)
    package static let organizationWord = Flags(rawValue: 1 << 11)
    package static let legalForm = Flags(rawValue: 1 << 12)
    package static let placeWord = Flags(rawValue: 1 << 13)
    package static let media = Flags(rawValue: 1 << 14)
  }

  /// What a sequence of words is in the lists; bits of a value above the lowest, which says that a
  /// longer one may follow.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let country = Kinds(rawValue: 1)
    package static let city = Kinds(rawValue: 2)
    package static let region = Kinds(rawValue: 4)
    package static let company = Kinds(rawValue: 8)
    package static let university = Kinds(rawValue: 16)
    package static let organization = Kinds(rawValue: 32)
    package static let facility = Kinds(rawValue: 64)
  }

  private let bytes: UnsafeRawBufferPointer
  private let wordMask: UInt64
  private let sequenceMask: UInt64
  private let sequencesOffset: Int
  private let valuesOffset: Int
  /// All of it.
  let byteCount: Int

  // Unchecked, because of the pointer: the bytes are never written to.

  /// Reads the header at the bytes' start; nil where the tables do not fit.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8 else { return nil }
    let span = RawSpan(_unsafeBytes: bytes)
    let words = Int(span.word(0))
    let sequences = Int(span.word(4))
    guard words > 0, words & (words - 1) == 0, sequences > 0, sequences & (sequences - 1) == 0,
      words < 1 << 26, sequences < 1 << 26
    else { return nil }
    self.bytes = bytes
    wordMask = UInt64(words - 1)
    sequenceMask = UInt64(sequences - 1)
    sequencesOffset = 8 + words * 8
    valuesOffset = sequencesOffset + sequences * 4
    byteCount = valuesOffset + sequences
    guard byteCount <= bytes.count else { return nil }
  }

  /// The entry of a word: its frequency in the lowest three bits, its flags above; 0 for none.
  func word(_ hash: UInt64) -> UInt32 {
    let span = RawSpan(_unsafeBytes: bytes)
    let tag = TaggerLexicon.tag(hash)
    var slot = hash & wordMask
    while true {
      let found = span.word(8 + Int(slot) * 8)
      if found == tag { return span.word(12 + Int(slot) * 8) }
      if found == 0 { return 0 }
      slot = (slot + 1) & wordMask
    }
  }

  /// What the lists have for a state (`NameTable.advance`): the kinds of names that end in it, and
  /// whether a longer one may follow; nil where neither.
  func sequence(_ state: UInt64) -> (kinds: Kinds, goesOn: Bool)? {
    let span = RawSpan(_unsafeBytes: bytes)
    let tag = TaggerLexicon.tag(state)
    var slot = state & sequenceMask
    while true {
      let found = span.word(sequencesOffset + Int(slot) * 4)
      if found == tag {
        let value = span.byte(valuesOffset + Int(slot))
        return (Kinds(rawValue: value >> 1), value & 1 == 1)
      }
      if found == 0 { return nil }
      slot = (slot + 1) & sequenceMask
    }
  }

  static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }
}
