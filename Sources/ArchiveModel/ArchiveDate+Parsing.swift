extension ArchiveDate {
  /// Why a text is no date, in words for its author.
  public struct ParsingFailure: Error, Sendable, Hashable {
    /// Whether the form is right and the calendar says no: 30 February.
    public var isImpossible: Bool
    /// The rule that was broken: "February 2017 has 28 days".
    public var rule: String
    /// What to write instead.
    public var suggestion: String
  }

  /// Reads EDTF level 0 and the forms that people write.
  ///
  /// EDTF: `2017`, `2017-03`, `2017-03-26`, with a time after `T` or a blank, seconds optional,
  /// fractions of them dropped, the zone `Z`, `+02:00`, `+0200`, `UTC` or none. People's:
  /// `26 March 2017`, `March 26, 2017`, `Sun, 26 Mar 2017 10:00:00 +0300`, `2017/3/26`,
  /// `20170326`. Forms that read differently here and there (`03/04/2017`) are refused.
  public init(parsing text: String) throws(ParsingFailure) {
    var reader = DateReader(bytes: Array(text.utf8.prefix(DateReader.maximumBytes + 1)))
    self = try reader.date()
  }

  /// The English name of a month from 1 to 12.
  public static func monthName(_ month: Int) -> String { DateReader.monthNames[month - 1] }
}

/// Reads one date from left to right.
private struct DateReader {
  /// The longest form, a weekday and a moment, with room to spare.
  static let maximumBytes = 64

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func date() throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    guard bytes.count <= DateReader.maximumBytes else { throw unrecognized }
    skipBlanks()
    let date: ArchiveDate
    if let number = number() {
      date = try dateStarting(with: number)
    } else {
      date = try dateStarting(with: word())
    }
    skipBlanks()
    guard position == bytes.count else { throw unrecognized }
    return date
  }

  // MARK: The forms

  private mutating func dateStarting(
    with first: (value: Int, digits: Int)
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    switch first.digits {
    case 4:
      return try dateInOrder(year: first.value)
    case 8:
      return try day(first.value / 10000, first.value / 100 % 100, first.value % 100)
    case 1, 2:
      return try dateStartingWithDay(first.value)
    case 9...12 where position == bytes.count:
      throw failure(
        "a date cannot be a count of seconds since 1970", "write a date as 2017-03-26")
    default:
      throw failure("a year has four digits, from 0001 to 9999", "write a date as 2017-03-26")
    }
  }

  /// Year first: `2017`, `2017-03`, `2017-03-26`, `2017/03/26`, with or without a time.
  private mutating func dateInOrder(year: Int) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    guard let separator = peek, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
    else { return .year(try checked(year: year)) }
    position += 1
    guard let month = number(), month.digits <= 2 else { throw unrecognized }
    guard peek == separator else {
      guard separator == UInt8(ascii: "-") else { throw unrecognized }
      try check(year: year, month: month.value)
      return .month(year: year, month: month.value)
    }
    position += 1
    guard let day = number(), day.digits <= 2 else { throw unrecognized }
    return try withTime(try calendarDay(year, month.value, day.value))
  }

  /// Day first: `26 March 2017`, `26-Mar-2017`; all in digits is refused, since it is ambiguous.
  private mutating func dateStartingWithDay(
    _ day: Int
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    if let separator = peek, "/.".utf8.contains(separator) || separator == UInt8(ascii: "-") {
      let start = position
      position += 1
      if let month = number(), peek == separator {
        position += 1
        if let year = number(), year.digits == 4 {
          throw ambiguous(day, month.value, year.value)
        }
      }
      position = start
    }
    skipOrdinalSuffix()
    skipBlanks()
    if peek == UInt8(ascii: "-") { position += 1 }
    let month = try month(word())
    skipPeriod()
    skipBlanks()
    if peek == UInt8(ascii: "-") || peek == UInt8(ascii: ",") { position += 1 }
    skipBlanks()
    guard let year = number(), year.digits == 4 else { throw unrecognized }
    return try withTime(try calendarDay(year.value, month, day))
  }

  /// A word first: a weekday, then any form; or `March 26, 2017`, `March 2017`.
  private mutating func dateStarting(
    with word: String
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    if word.utf8.count >= 3, DateReader.weekdays.contains(where: { $0.hasPrefix(word) }) {
      skipPeriod()
      if peek == UInt8(ascii: ",") { position += 1 }
      skipBlanks()
      if let number = number() { return try dateStarting(with: number) }
      return try dateStartingWithMonth(self.word())
    }
    return try dateStartingWithMonth(word)
  }

  private mutating func dateStartingWithMonth(
    _ word: String
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    let month = try month(word)
    skipPeriod()
    skipBlanks()
    guard let first = number() else { throw unrecognized }
    if first.digits == 4 {
      try check(year: first.value, month: month)
      return .month(year: first.value, month: month)
    }
    skipOrdinalSuffix()
    if peek == UInt8(ascii: ",") { position += 1 }
    skipBlanks()
    guard first.digits <= 2, let year = number(), year.digits == 4 else { throw unrecognized }
    return try withTime(try calendarDay(year.value, month, first.value))
  }

  // MARK: The time of day

  private mutating func withTime(
    _ day: CalendarDay
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    if peek == UInt8(ascii: ",") { position += 1 }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "t") {
      position += 1
    } else {
      skipBlanks()
    }
    guard position < bytes.count else { return .day(day) }
    guard let hour = number(), hour.digits <= 2, let minute = numberAfterColon() else {
      throw unrecognized
    }
    let second = numberAfterColon()
    if let byte = peek, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), second != nil {
      position += 1
      guard number() != nil else { throw unrecognized }
    }
    skipBlanks()
    let offset = try zone()
    guard hour.value < 24 else {
      throw impossible("there is no hour \(hour.value)", "write an hour from 00 to 23")
    }
    guard minute < 60 else {
      throw impossible("there is no minute \(minute)", "write a minute from 00 to 59")
    }
    guard
      let time = TimeOfDay(
        hour: hour.value, minute: minute, second: second ?? 0, offsetMinutes: offset)
    else { throw impossible("there is no such time", "write a time as 09:30:00+02:00") }
    return .moment(day, time)
  }

  private mutating func numberAfterColon() -> Int? {
    guard peek == UInt8(ascii: ":") else { return nil }
    position += 1
    guard let number = number(), number.digits == 2 else { return nil }
    return number.value
  }

  /// Minutes east of UTC; nil where no zone is written.
  private mutating func zone() throws(ArchiveDate.ParsingFailure) -> Int? {
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      position += 1
      guard let hours = number() else { throw unrecognized }
      let sign = byte == UInt8(ascii: "-") ? -1 : 1
      if hours.digits == 4 { return sign * (hours.value / 100 * 60 + hours.value % 100) }
      guard hours.digits <= 2 else { throw unrecognized }
      return sign * (hours.value * 60 + (numberAfterColon() ?? 0))
    }
    switch word() {
    case "z", "utc", "gmt": return 0
    default: throw unrecognized
    }
  }

  // MARK: The calendar

  private func day(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    .day(try calendarDay(year, month, day))
  }

  private func checked(year: Int) throws(ArchiveDate.ParsingFailure) -> Int {
    guard year > 0 else {
      throw failure("there is no year 0: years run from 0001 to 9999", "write a date as 2017-03-26")
    }
    return year
  }

  private func check(year: Int, month: Int) throws(ArchiveDate.ParsingFailure) {
    _ = try checked(year: year)
    guard (1...12).contains(month) else {
      throw impossible("there is no month \(month)", "write a month from 01 to 12")
    }
  }

  private func calendarDay(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(ArchiveDate.ParsingFailure) -> CalendarDay {
    try check(year: year, month: month)
    if let day = CalendarDay(year: year, month: month, day: day) { return day }
    let last = CalendarDay.length(ofMonth: month, year: year)
    let known = ArchiveDate.month(year: year, month: month).description
    guard day > 0 else {
      throw impossible("there is no day 0", "write \(known) if the day is not known")
    }
    throw impossible(
      "\(ArchiveDate.monthName(month)) \(year) has \(last) days",
      "write \(known)-\(last), or \(known) if the day is not known")
  }

  private func month(_ word: String) throws(ArchiveDate.ParsingFailure) -> Int {
    if word.utf8.count >= 3,
      let index = DateReader.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(word) })
    {
      return index + 1
    }
    if word == "sept" { return 9 }
    throw unrecognized
  }

  // MARK: Failures

  private var unrecognized: ArchiveDate.ParsingFailure {
    failure("this is not a date that can be read", "write a date as 2017-03-26")
  }

  private func failure(_ rule: String, _ suggestion: String) -> ArchiveDate.ParsingFailure {
    ArchiveDate.ParsingFailure(isImpossible: false, rule: rule, suggestion: suggestion)
  }

  private func impossible(_ rule: String, _ suggestion: String) -> ArchiveDate.ParsingFailure {
    ArchiveDate.ParsingFailure(isImpossible: true, rule: rule, suggestion: suggestion)
  }

  private func ambiguous(_ first: Int, _ second: Int, _ year: Int) -> ArchiveDate.ParsingFailure {
    let readings = [
      CalendarDay(year: year, month: first, day: second),
      CalendarDay(year: year, month: second, day: first),
    ].compactMap { $0?.description }
    guard readings.count == 2, readings[0] != readings[1] else {
      return failure(
        "a date in digits begins with its year", "write \(readings.first ?? "2017-03-26")")
    }
    return failure(
      "a date in digits begins with its year: this one could be two days",
      "write \(readings[0]) or \(readings[1])")
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  private mutating func skipPeriod() {
    if peek == UInt8(ascii: ".") { position += 1 }
  }

  /// The "st" of 1st.
  private mutating func skipOrdinalSuffix() {
    let start = position
    switch word() {
    case "st", "nd", "rd", "th": break
    default: position = start
    }
  }

  /// A run of at most 12 digits.
  private mutating func number() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
      position - start < 12
    {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// A run of ASCII letters, in lower case; empty where there is none.
  private mutating func word() -> String {
    let start = position
    while let byte = peek, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
      position += 1
    }
    return String(decoding: bytes[start..<position].map { $0 | 0x20 }, as: UTF8.self)
  }
}
