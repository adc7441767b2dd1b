/// Writes values one after the other into bytes that `RecordReader` reads back: what a cache keeps.
///
/// Numbers are in groups of seven bits, the lowest first, signed ones folded so that small ones are
/// short (as Protocol Buffers have them); texts and lists begin with their counts. Nothing says what
/// a byte is: who reads must know what was written.
package struct RecordWriter {
  /// All that was written.
  package private(set) var bytes: [UInt8]

  /// Nothing written yet, with room for so many bytes.
  package init(reserving capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends a number; O(its bits / 7).
  package mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends bytes as they are, without their count.
  package mutating func write(raw: some Collection<UInt8>) { bytes += raw }

  /// Appends a number in eight bytes, the lowest first.
  package mutating func write(fixed number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends a value.
  package mutating func write(_ value: some Recordable) { value.write(to: &self) }

  /// Appends values of which most are missing: eight bytes with a bit for each that is there, then
  /// those; at most 64.
  package mutating func writeSparse(_ add: (inout SparseFields) -> Void) {
    let start = bytes.count
    write(fixed: 0)
    var fields = SparseFields(record: self)
    self = RecordWriter()
    add(&fields)
    self = fields.record
    precondition(fields.count <= 64, "a set of fields has a bit for each of at most 64")
    withUnsafeBytes(of: fields.bits.littleEndian) { bits in
      for (index, byte) in bits.enumerated() { bytes[start + index] = byte }
    }
  }

  /// Values after a bit for each that says whether it is there.
  package struct SparseFields {
    fileprivate var record: RecordWriter
    fileprivate var bits: UInt64 = 0
    fileprivate var count: UInt64 = 0

    /// The next value, if it is there.
    package mutating func next<Value: Recordable>(_ value: Value?) {
      if let value {
        bits |= 1 << count
        record.write(value)
      }
      count += 1
    }

    /// The next value, unless it is the one that a reader has already.
    package mutating func next<Value: Recordable & Equatable>(_ value: Value, unless usual: Value) {
      next(value == usual ? nil : value)
    }

    /// The next values, if there are any.
    package mutating func next<Value: Recordable>(_ values: [Value]) {
      next(values.isEmpty ? nil : values)
    }
  }
}

/// A value that is kept in a record.
///
/// What is read is equal to what was written, or the reader is no longer sound.
package protocol Recordable {
  /// Appends the value.
  func write(to record: inout RecordWriter)
  /// Reads a value; of bytes that nobody wrote any, and the reader says that it is not sound.
  init(from record: inout RecordReader)
}
