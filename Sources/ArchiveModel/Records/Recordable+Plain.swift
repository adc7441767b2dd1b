extension UInt64: Recordable {
  package func write(to record: inout RecordWriter) { record.write(self) }
  package init(from record: inout RecordReader) { self = record.number() }
}

extension Int: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(UInt64(bitPattern: Int64(self << 1 ^ self >> (Int.bitWidth - 1))))
  }
  package init(from record: inout RecordReader) {
    let folded = record.number()
    self = Int(truncatingIfNeeded: folded >> 1) ^ -Int(truncatingIfNeeded: folded & 1)
  }
}

extension Bool: Recordable {
  package func write(to record: inout RecordWriter) { record.write(self ? 1 : 0 as UInt64) }
  package init(from record: inout RecordReader) {
    let number = record.number()
    if number > 1 { record.fail() }
    self = number == 1
  }
}

extension UInt8: Recordable {
  package func write(to record: inout RecordWriter) { record.write(UInt64(self)) }
  package init(from record: inout RecordReader) {
    let number = record.number()
    if number > 0xFF { record.fail() }
    self = UInt8(truncatingIfNeeded: number)
  }
}

extension String: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(UInt64(utf8.count))
    record.write(raw: utf8)
  }
  package init(from record: inout RecordReader) {
    let count = record.count()
    self.init(decoding: record.raw(count), as: UTF8.self)
  }
}

extension Optional: Recordable where Wrapped: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(self != nil)
    if let self { record.write(self) }
  }
  package init(from record: inout RecordReader) {
    self = record.read(Bool.self) ? .some(record.read()) : nil
  }
}

extension Array: Recordable where Element: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(UInt64(count))
    for element in self { record.write(element) }
  }
  package init(from record: inout RecordReader) {
    let count = record.count()
    self.init()
    reserveCapacity(count)
    for _ in 0..<count where record.isSound { append(record.read()) }
  }
}

/// An enumeration that is kept by its number in the order of declaration.
package protocol RecordableCases: Recordable, CaseIterable, Equatable
where AllCases == [Self] {}

extension RecordableCases {
  package func write(to record: inout RecordWriter) {
    record.write(UInt64(Self.allCases.firstIndex(of: self) ?? 0))
  }
  package init(from record: inout RecordReader) {
    let number = record.number()
    if number >= UInt64(Self.allCases.count) {
      record.fail()
      self = Self.allCases[0]
    } else {
      self = Self.allCases[Int(number)]
    }
  }
}
