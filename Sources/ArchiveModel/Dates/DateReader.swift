/// Reads one date from left to right.
///
/// The forms are in the extensions: what begins with a year in digits in `+Digits`, what has words
/// in `+Words`, the time of day in `+Time`.
struct DateReader {
  /// The longest forms, two days in words or a weekday and a moment, with room to spare.
  static let maximumBytes = 80

  /// What was read of a date in words: "17" of "17 to 22 March 2017" has its month and year later.
  struct Parts {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  /// A date, or the parts of one whose year must follow.
  enum Point {
    case date(PartialDate)
    case moment(CalendarDay, TimeOfDay)
    case parts(Parts)
  }

  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func date() throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    guard bytes.count <= DateReader.maximumBytes else { throw unrecognized }
    skipBlanks()
    try refuseDistantYears()
    let date = try wholeDate()
    skipBlanks()
    guard position == bytes.count else { throw unrecognized }
    return date
  }

  /// Level 1 has years of more digits behind a `Y`, and negative ones: an archive has neither.
  private func refuseDistantYears() throws(ArchiveDate.ParsingFailure) {
    var digits = position
    if let byte = peek, byte | 0x20 == UInt8(ascii: "y") { digits += 1 }
    if digits < bytes.count, bytes[digits] == UInt8(ascii: "-") { digits += 1 }
    guard digits > position, digits < bytes.count, DateReader.isDigit(bytes[digits]) else { return }
    throw failure("years run from 0001 to 9999", "write a date as 2017-03-26")
  }

  /// One date, or two with something between them.
  private mutating func wholeDate() throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    if let start = missingStart() { return try interval(from: start, to: .date(ending())) }
    let preposition = takeWord(["from", "since", "between", "until", "till"])
    if preposition == "until" || preposition == "till" {
      return try interval(from: .open, to: .date(ending()))
    }
    let start = try point()
    guard try takeSeparator(isBetween: preposition == "between") else {
      switch (start, preposition) {
      case (.parts, _): throw unrecognized
      case (.date(let date), "from"), (.date(let date), "since"):
        return try interval(from: .date(date), to: .open)
      case (.date(let date), nil): return .date(date)
      case (.moment(let day, let time), nil): return .moment(day, time)
      case (.date, _), (.moment, _): throw unrecognized
      }
    }
    if preposition == nil, let end = missingEnd() {
      return try interval(from: .date(try date(of: start)), to: end)
    }
    guard case .parts(let parts) = start else {
      return try interval(from: .date(try date(of: start)), to: .date(ending()))
    }
    let end = if let day = try dayAndYear(after: parts) { day } else { try ending() }
    return try interval(from: .date(completed(parts, by: end)), to: .date(end))
  }

  // MARK: Intervals

  /// `/` or `../` in front of the only date.
  private mutating func missingStart() -> DateInterval.End? {
    if take("../") { return .open }
    return take("/") ? .unknown : nil
  }

  /// `..` or nothing behind the slash.
  private mutating func missingEnd() -> DateInterval.End? {
    guard position > 0, bytes[position - 1] == UInt8(ascii: "/") else { return nil }
    if position == bytes.count { return .unknown }
    return take("..") ? .open : nil
  }

  /// What stands between two dates: `/`, a hyphen or a dash, "to", "until", "and".
  private mutating func takeSeparator(
    isBetween: Bool
  ) throws(ArchiveDate.ParsingFailure) -> Bool {
    let start = position
    skipBlanks()
    let words = isBetween ? ["and"] : ["to", "until", "till"]
    if take("/") { return true }
    // An en dash and an em dash.
    let isTaken = take("-") || take("\u{2013}") || take("\u{2014}") || takeWord(words) != nil
    guard isTaken else {
      position = start
      return false
    }
    skipBlanks()
    return true
  }

  /// The second of two dates.
  private mutating func ending() throws(ArchiveDate.ParsingFailure) -> PartialDate {
    try date(of: try point())
  }

  private func date(of point: Point) throws(ArchiveDate.ParsingFailure) -> PartialDate {
    switch point {
    case .date(let date): return date
    case .moment:
      throw failure(
        "what runs from one date to another has no times of day", "write 2017-03-17/2017-03-22")
    case .parts: throw unrecognized
    }
  }

  /// "17" and "30 March" by "2 April 2017".
  private func completed(
    _ parts: Parts, by end: PartialDate
  ) throws(ArchiveDate.ParsingFailure) -> PartialDate {
    guard let year = end.period.year, let month = parts.month ?? end.period.month else {
      throw unrecognized
    }
    let isDay = end.period.day != nil
    guard isDay == (parts.day != nil), end.qualifier == .certain else { throw unrecognized }
    guard let day = parts.day else { return .month(year: year, month: month) }
    return .day(try calendarDay(year, month, day))
  }

  private func interval(
    from start: DateInterval.End, to end: DateInterval.End
  ) throws(ArchiveDate.ParsingFailure) -> ArchiveDate {
    if let interval = DateInterval(from: start, to: end) { return .interval(interval) }
    guard start.date != nil, end.date != nil else { throw unrecognized }
    throw impossible("this ends before it begins", "write \(end)/\(start)")
  }

  // MARK: The calendar

  func check(year: Int) throws(ArchiveDate.ParsingFailure) {
    guard year > 0 else {
      throw failure("there is no year 0: years run from 0001 to 9999", "write a date as 2017-03-26")
    }
  }

  func check(year: Int, month: Int) throws(ArchiveDate.ParsingFailure) {
    try check(year: year)
    guard (1...12).contains(month) else {
      throw impossible("there is no month \(month)", "write a month from 01 to 12")
    }
  }

  func calendarDay(
    _ year: Int, _ month: Int, _ day: Int
  ) throws(ArchiveDate.ParsingFailure) -> CalendarDay {
    try check(year: year, month: month)
    if let day = CalendarDay(year: year, month: month, day: day) { return day }
    let last = CalendarDay.length(ofMonth: month, year: year)
    let known = PartialDate.month(year: year, month: month)
    guard day > 0 else {
      throw impossible("there is no day 0", "write \(known) if the day is not known")
    }
    throw impossible(
      "\(ArchiveDate.monthName(month)) \(year) has \(last) days",
      "write \(known.latest), or \(known) if the day is not known")
  }

  // MARK: Failures

  var unrecognized: ArchiveDate.ParsingFailure {
    failure("this is not a date that can be read", "write a date as 2017-03-26")
  }

  func failure(_ rule: String, _ suggestion: String) -> ArchiveDate.ParsingFailure {
    ArchiveDate.ParsingFailure(isImpossible: false, rule: rule, suggestion: suggestion)
  }

  func impossible(_ rule: String, _ suggestion: String) -> ArchiveDate.ParsingFailure {
    ArchiveDate.ParsingFailure(isImpossible: true, rule: rule, suggestion: suggestion)
  }
}
