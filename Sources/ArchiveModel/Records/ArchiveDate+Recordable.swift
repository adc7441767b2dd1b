extension ArchiveDate: Recordable {
  /// A day, or a day and a time, in numbers; what is less exact, and rarer, as EDTF.
  package func write(to record: inout RecordWriter) {
    switch self {
    case .undated: record.write(0 as UInt64)
    case .date(let date) where date == .day(date.earliest):
      record.write(1 as UInt64)
      record.write(date.earliest.ordinal)
    case .moment(let day, let time):
      record.write(2 as UInt64)
      record.write(day.ordinal)
      record.write(time.seconds)
      record.write(time.offsetMinutes)
    case .date, .interval:
      record.write(3 as UInt64)
      record.write(description)
    }
  }

  package init(from record: inout RecordReader) {
    let form = record.number()
    var date: ArchiveDate?
    switch form {
    case 0: date = .undated
    case 1: date = CalendarDay(ordinal: record.read()).map { .day($0) }
    case 2:
      let day = CalendarDay(ordinal: record.read())
      let (seconds, offset) = (record.read(Int.self), record.read(Int?.self))
      let time = TimeOfDay(
        hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60,
        offsetMinutes: offset)
      if let day, let time { date = .moment(day, time) }
    case 3: date = try? ArchiveDate(parsing: record.read(String.self))
    default: break
    }
    if date == nil { record.fail() }
    self = date ?? .undated
  }
}
