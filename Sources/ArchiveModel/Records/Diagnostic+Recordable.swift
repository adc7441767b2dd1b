extension Diagnostic: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(code)
    record.write(message)
    record.write(place)
    record.write(other)
    record.write(note)
    record.write(suggestion)
  }
  package init(from record: inout RecordReader) {
    self.init(
      record.read(), record.read(), at: record.read(), other: record.read(), note: record.read(),
      suggestion: record.read())
  }
}

extension Diagnostic.Code: RecordableCases {}

extension SourceRange: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(offsets.lowerBound)
    record.write(offsets.count)
  }
  package init(from record: inout RecordReader) {
    let path = record.read(String.self)
    let (start, count) = (record.read(Int.self), record.read(Int.self))
    let (end, isBeyond) = start.addingReportingOverflow(count)
    if count < 0 || isBeyond { record.fail() }
    self.init(path: path, offsets: count < 0 || isBeyond ? 0..<0 : start..<end)
  }
}

extension Slug: Recordable {
  package func write(to record: inout RecordWriter) { record.write(description) }
  package init(from record: inout RecordReader) {
    let text = record.read(String.self)
    let slug = Slug(exactly: text)
    if slug == nil { record.fail() }
    self = slug ?? Slug(text)
  }
}
