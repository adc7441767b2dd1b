/// A hash of 64 bits that tells whether something is still what it was: the same in every run and on
/// every machine, and fast.
///
/// Sixteen bytes are multiplied to 128 bits, and their halves folded (after Wang Yi's wyhash). It
/// finds accidents, not malice: whoever may write the bytes can make two that have one fingerprint.
package struct Fingerprint: Sendable {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// That of nothing yet.
  package init() {}

  /// That of bytes alone.
  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  /// The same of bytes that somebody else holds.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var print = Fingerprint()
    print.add(bytes)
    return print.value
  }

  /// That of a text alone.
  package static func of(_ text: String) -> UInt64 {
    var print = Fingerprint()
    print.add(text)
    return print.value
  }

  /// Of all that was added, in its order.
  package var value: UInt64 {
    Fingerprint.fold(state ^ 0xD6E8_FEB8_6659_FD93, 0xA5A3_5849_6C8F_27AF)
  }

  /// Adds a number.
  package mutating func add(_ number: UInt64) {
    state = Fingerprint.fold(state ^ number, 0xE703_7ED1_A0B4_28DB)
  }

  /// Adds a number.
  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Adds two numbers at once: what one takes.
  @inline(__always)
  package mutating func add(_ a: UInt64, _ b: UInt64) {
    state = Fingerprint.fold(state ^ a, b ^ 0x8EBC_6AF0_9C88_C6E3)
  }

  /// Adds two numbers at once: what one takes.
  @inline(__always)
  package mutating func add(_ a: Int, _ b: Int) {
    add(UInt64(bitPattern: Int64(a)), UInt64(bitPattern: Int64(b)))
  }

  /// Adds a text; O(bytes).
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds what a record of a value would hold; O(its size).
  package mutating func add(_ value: some Recordable) {
    var record = RecordWriter()
    record.write(value)
    record.bytes.withUnsafeBytes { add($0) }
  }

  /// Adds bytes and their count; O(bytes).
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(bytes.count)
    var place = 0
    while bytes.count - place >= 16 {
      let low = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let high = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      add(UInt64(littleEndian: low), UInt64(littleEndian: high))
      place += 16
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count {
      rest |= UInt64(bytes[place]) << shift
      shift += 8
      place += 1
      if shift == 64 {
        add(rest)
        (rest, shift) = (0, 0)
      }
    }
    if shift > 0 { add(rest) }
  }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
