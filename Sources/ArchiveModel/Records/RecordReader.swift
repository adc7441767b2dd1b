/// Reads back what a `RecordWriter` wrote.
///
/// Bytes may be damaged: reading never goes beyond them, and what cannot be is empty or zero and
/// makes the reader unsound, which is asked once at the end. Valid only as long as its bytes are.
package struct RecordReader {
  private let bytes: UnsafeRawBufferPointer
  /// How far it has read.
  package private(set) var position = 0
  /// Whether all that was read could have been written.
  package private(set) var isSound = true

  /// A reader of bytes that stay where they are while it reads.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read, and could have been written.
  package var isAtEnd: Bool { isSound && position == bytes.count }

  /// Says that what was read cannot be.
  package mutating func fail() { isSound = false }

  /// The next number.
  package mutating func number() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    fail()
    return 0
  }

  /// The next number of eight bytes.
  package mutating func fixed() -> UInt64 {
    let next = raw(8)
    guard next.count == 8 else { return 0 }
    return UInt64(littleEndian: next.loadUnaligned(as: UInt64.self))
  }

  /// The next count of things that take at least a byte each.
  package mutating func count() -> Int {
    let number = number()
    guard number <= UInt64(bytes.count - position) else {
      fail()
      return 0
    }
    return Int(number)
  }

  /// The next bytes; none where there are fewer.
  package mutating func raw(_ count: Int) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - position else {
      fail()
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// The next value.
  package mutating func read<Value: Recordable>(_: Value.Type = Value.self) -> Value {
    Value(from: &self)
  }

  /// Reads values that may be missing: `next` gives each in the order in which it was written.
  package mutating func readSparse(_ read: (inout SparseFields) -> Void) {
    var fields = SparseFields(bits: fixed(), record: self)
    read(&fields)
    self = fields.record
  }

  /// Values after a bit for each that says whether it is there.
  package struct SparseFields {
    fileprivate var bits: UInt64
    fileprivate var record: RecordReader

    /// The next value, if it is there.
    package mutating func next<Value: Recordable>(_ value: inout Value) {
      if bits & 1 != 0 { value = Value(from: &record) }
      bits >>= 1
    }

    /// The next value, nil if it is not there.
    package mutating func next<Value: Recordable>(_ value: inout Value?) {
      if bits & 1 != 0 { value = Value(from: &record) }
      bits >>= 1
    }
  }
}
