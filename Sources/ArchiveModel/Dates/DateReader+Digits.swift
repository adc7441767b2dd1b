extension DateReader {
  /// A date that begins with digits: a year, or the day of the month.
  mutating func pointStartingWithNumber() throws(ArchiveDate.ParsingFailure) -> Point {
    if let rounded = try roundedYear() { return .date(try qualified(rounded)) }
    guard let first = number() else { throw unrecognized }
    switch first.digits {
    case 4: return try pointStarting(withYear: first.value)
    case 8:
      let day = try calendarDay(
        first.value / 10000, first.value / 100 % 100, first.value % 100)
      return try moment(of: day)
    case 1, 2: return try pointStarting(withDay: first.value)
    case 9...13 where position == bytes.count: throw secondsSince1970(first.value)
    default:
      throw failure("a year has four digits, from 0001 to 9999", "write a date as 2017-03-26")
    }
  }

  // MARK: Less than a year is known

  /// `192X`, `19XX`; "1920s".
  private mutating func roundedYear() throws(ArchiveDate.ParsingFailure) -> PartialDate? {
    let known = digits(at: position)
    let unknown = unknowns(at: position + known)
    if unknown > 0 {
      guard known + unknown == 4, unknown <= 2, let first = number() else {
        throw failure(
          "of a year's four digits the last one or two may be X",
          "write 192X for the 1920s, or 19XX for a year from 1900 to 1999")
      }
      position += unknown
      return unknown == 1 ? .decade(first.value * 10) : .century(first.value * 100)
    }
    let start = position
    guard known == 4, let year = number() else { return nil }
    _ = take("'") || take("\u{2019}")
    guard word() == "s" else {
      position = start
      return nil
    }
    guard year.value % 100 != 0 else {
      let digits = CalendarDay.padded(year.value / 100, 2)
      throw failure(
        "the \(year.value)s may be ten years or a hundred",
        "write \(digits)0X for ten years, or \(digits)XX for a hundred")
    }
    guard year.value % 10 == 0 else { throw unrecognized }
    return .decade(year.value)
  }

  /// How many `X` follow from a position on.
  private func unknowns(at start: Int) -> Int {
    bytes[min(start, bytes.count)...].prefix { $0 | 0x20 == UInt8(ascii: "x") }.count
  }

  /// A date with the `?`, `~` or `%` behind it.
  mutating func qualified(
    _ date: PartialDate
  ) throws(ArchiveDate.ParsingFailure) -> PartialDate {
    var qualifier = date.qualifier
    scan: while let byte = peek {
      switch byte {
      case UInt8(ascii: "?"): qualifier = qualifier.and(.uncertain)
      case UInt8(ascii: "~"): qualifier = qualifier.and(.approximate)
      case UInt8(ascii: "%"): qualifier = .uncertainAndApproximate
      default: break scan
      }
      position += 1
    }
    guard qualifier != date.qualifier else { return date }
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "-"),
      bytes[position + 1] | 0x20 == UInt8(ascii: "x") || digits(at: position + 1) < 4
    {
      throw failure("?, ~ and % stand behind the whole date", "write 2004-06? or 2004-06-11~")
    }
    return date.qualified(qualifier)
  }

  // MARK: The year first

  /// `2017`, `2017-03`, `2017-XX`, `2017-21`, `2017-03-26`, `2017/03/26`; "2017 March 26".
  private mutating func pointStarting(
    withYear year: Int
  ) throws(ArchiveDate.ParsingFailure) -> Point {
    if let separator = peek, "-/.".utf8.contains(separator) {
      let isHyphen = separator == UInt8(ascii: "-")
      if isHyphen, unknowns(at: position + 1) > 0 { return .date(try unspecified(year: year)) }
      let known = digits(at: position + 1)
      // `1985/20XX` has another year behind the slash.
      let isYear = known + unknowns(at: position + 1 + known) == 4
      switch isYear ? 4 : known {
      case 1, 2:
        position += 1
        guard let month = shortNumber() else { throw unrecognized }
        if peek == separator, digits(at: position + 1) > 0 || isHyphen {
          return try pointInOrder(year: year, month: month)
        }
        guard isHyphen else {
          try check(year: year, month: month)
          throw failure(
            "a month is written with a hyphen",
            "write \(PartialDate.month(year: year, month: month))")
        }
        return .date(try qualified(try monthOrSeason(year: year, month)))
      case 3 where isHyphen:
        throw failure("a day is told by its month", "write a date as 2017-03-26")
      default: break
      }
    }
    let end = position
    skipBlanks()
    let month = word()
    if !month.isEmpty, let month = DateReader.month(named: month) {
      skipPeriod()
      skipBlanks()
      guard let day = shortNumber() else {
        try check(year: year, month: month)
        return .date(try qualified(.month(year: year, month: month)))
      }
      return try moment(of: calendarDay(year, month, day))
    }
    position = end
    try check(year: year)
    return .date(try qualified(.year(year)))
  }

  /// `2017-03-26`, `2017-03-XX`, `2017/3/26`: behind the month.
  private mutating func pointInOrder(
    year: Int, month: Int
  ) throws(ArchiveDate.ParsingFailure) -> Point {
    position += 1
    if unknowns(at: position) > 0 {
      try check(year: year, month: month)
      try takeUnknown()
      return .date(try qualified(.month(year: year, month: month, unspecifiedParts: 1)))
    }
    guard let day = shortNumber() else { throw unrecognized }
    return try moment(of: calendarDay(year, month, day))
  }

  /// `2017-XX`, `2017-XX-XX`: behind the year.
  private mutating func unspecified(
    year: Int
  ) throws(ArchiveDate.ParsingFailure) -> PartialDate {
    try check(year: year)
    position += 1
    try takeUnknown()
    guard peek == UInt8(ascii: "-") else {
      return try qualified(.year(year, unspecifiedParts: 1))
    }
    position += 1
    guard unknowns(at: position) > 0 else {
      throw failure(
        "where the month is not known the day is not either",
        "write \(CalendarDay.padded(year, 4))-XX-XX")
    }
    try takeUnknown()
    return try qualified(.year(year, unspecifiedParts: 2))
  }

  private mutating func takeUnknown() throws(ArchiveDate.ParsingFailure) {
    guard unknowns(at: position) == 2 else {
      throw failure("a month or day that is not known is XX", "write 2004-XX or 1985-04-XX")
    }
    position += 2
  }

  private func monthOrSeason(
    year: Int, _ number: Int
  ) throws(ArchiveDate.ParsingFailure) -> PartialDate {
    if let season = PartialDate.Season(rawValue: Int8(number)) {
      try check(year: year)
      return .season(season, year)
    }
    if number > 24, number > year % 100 {
      let last = PartialDate.year(max(year / 100 * 100 + number, 1))
      throw failure(
        "there is no month \(number)",
        "write \(CalendarDay.padded(year, 4))/\(last) if years are meant")
    }
    try check(year: year, month: number)
    return .month(year: year, month: number)
  }

  // MARK: The day first

  /// `26 March 2017`, `26-Mar-2017`, "17" of "17 to 22 March 2017"; all in digits is refused.
  private mutating func pointStarting(
    withDay day: Int
  ) throws(ArchiveDate.ParsingFailure) -> Point {
    if let separator = peek, "-/.".utf8.contains(separator) {
      var ahead = self
      ahead.position += 1
      if let month = ahead.shortNumber(), ahead.peek == separator {
        ahead.position += 1
        if let year = ahead.number(), year.digits == 4 || year.digits == 2 {
          throw ambiguous(day, month, year)
        }
      }
    }
    return try pointInWords(day: day)
  }

  private func ambiguous(
    _ first: Int, _ second: Int, _ year: (value: Int, digits: Int)
  ) -> ArchiveDate.ParsingFailure {
    guard year.digits == 4 else {
      return failure("a year has four digits, and stands first", "write a date as 2017-03-26")
    }
    let readings = [
      CalendarDay(year: year.value, month: first, day: second),
      CalendarDay(year: year.value, month: second, day: first),
    ].compactMap { $0?.description }
    guard readings.count == 2, readings[0] != readings[1] else {
      return failure(
        "a date in digits begins with its year",
        readings.first.map { "write \($0)" } ?? "write a date as 2017-03-26")
    }
    return failure(
      "a date in digits begins with its year: this one could be two days",
      "write \(readings[0]) or \(readings[1])")
  }

  private func secondsSince1970(_ count: Int) -> ArchiveDate.ParsingFailure {
    // Thirteen digits are milliseconds.
    let seconds = count >= 1_000_000_000_000 ? count / 1000 : count
    let moment = ArchiveDate(secondsSince1970: seconds)?.description ?? "a date as 2017-03-26"
    return failure("a date cannot be a count of seconds since 1970", "write \(moment)")
  }
}
