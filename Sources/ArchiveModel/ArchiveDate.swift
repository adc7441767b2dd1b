/// A date as exactly as it is known: the levels of EDTF that articles need.
///
/// A date without a time never gets one. Dates sort by what is known: an undated article stands
/// before all others, a year before its months, a month before its days, a day before its times.
public enum ArchiveDate: Sendable, Hashable {
  case undated
  case year(Int)
  case month(year: Int, month: Int)
  case day(CalendarDay)
  case moment(CalendarDay, TimeOfDay)

  /// The year, where there is one.
  public var year: Int? {
    switch self {
    case .undated: nil
    case .year(let year): year
    case .month(let year, _): year
    case .day(let day), .moment(let day, _): day.year
    }
  }

  /// The month from 1 to 12, where it is known.
  public var month: Int? {
    switch self {
    case .undated, .year: nil
    case .month(_, let month): month
    case .day(let day), .moment(let day, _): day.month
    }
  }

  /// The day, where it is known.
  public var day: CalendarDay? {
    switch self {
    case .undated, .year, .month: nil
    case .day(let day), .moment(let day, _): day
    }
  }

  /// A moment in UTC, as `SOURCE_DATE_EPOCH` gives it; nil beyond the years 1 to 9999.
  public init?(secondsSince1970 seconds: Int) {
    let ofDay = ((seconds % 86_400) + 86_400) % 86_400
    let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    // 1 January 1970 has the ordinal 719,468.
    guard let day = CalendarDay(ordinal: days + 719_468),
      let time = TimeOfDay(
        hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60, offsetMinutes: 0)
    else { return nil }
    self = .moment(day, time)
  }

  /// The date without its time.
  public var withoutTime: ArchiveDate {
    if case .moment(let day, _) = self { .day(day) } else { self }
  }
}

/// A day of the proleptic Gregorian calendar.
public struct CalendarDay: Sendable, Hashable, Comparable {
  // An article has several dates, and an archive many articles: four bytes each.
  private let storedYear: Int16
  private let storedMonth: Int8
  private let storedDay: Int8

  /// From 1 to 9999.
  public var year: Int { Int(storedYear) }
  /// From 1 to 12.
  public var month: Int { Int(storedMonth) }
  /// From 1 to 31.
  public var day: Int { Int(storedDay) }

  /// A day that exists, else nil.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDay.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    storedYear = Int16(year)
    storedMonth = Int8(month)
    storedDay = Int8(day)
  }

  /// How many days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1 March of year 0 (Howard Hinnant, "chrono-compatible low-level date algorithms").
  public var ordinal: Int {
    let shifted = month > 2 ? month - 3 : month + 9
    let year = month > 2 ? self.year : self.year - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day - 1
  }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  public var weekday: Int { (ordinal + 2) % 7 }

  /// The day with this ordinal: the inverse of `ordinal` (Hinnant, as above).
  ///
  /// Nil beyond the years 1 to 9999.
  public init?(ordinal: Int) {
    // 400 years, an era, have 146,097 days; 25 eras have all years of four digits.
    guard (0..<25 * 146_097).contains(ordinal) else { return nil }
    let era = ordinal / 146_097
    let dayOfEra = ordinal - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Earlier days first.
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// A time of day, with its offset from UTC where that is known.
public struct TimeOfDay: Sendable, Hashable {
  private let storedSeconds: Int32
  private let storedOffset: Int16?

  /// Seconds since midnight, from 0 to 86,399 (a leap second is read as 59).
  public var seconds: Int { Int(storedSeconds) }
  /// Minutes east of UTC.
  public var offsetMinutes: Int? { storedOffset.map { Int($0) } }

  /// A time of day that exists, else nil.
  public init?(hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      offsetMinutes.map({ (-1439...1439).contains($0) }) ?? true
    else { return nil }
    storedSeconds = Int32(hour * 3600 + minute * 60 + min(second, 59))
    storedOffset = offsetMinutes.map { Int16($0) }
  }
}

extension ArchiveDate: Comparable {
  /// What is compared: the local day and time as printed, the less exact first.
  private var sortKey: (year: Int, month: Int, day: Int, seconds: Int) {
    switch self {
    case .undated: (0, 0, 0, -1)
    case .year(let year): (year, 0, 0, -1)
    case .month(let year, let month): (year, month, 0, -1)
    case .day(let day): (day.year, day.month, day.day, -1)
    case .moment(let day, let time): (day.year, day.month, day.day, time.seconds)
    }
  }

  /// By the local day as printed, then by the time of that day.
  public static func < (a: ArchiveDate, b: ArchiveDate) -> Bool { a.sortKey < b.sortKey }
}

extension ArchiveDate {
  /// Whether its time has come at `now`, on UTC's clock.
  ///
  /// What is less exact begins with its first second, and what states no zone is in UTC.
  public func isReached(at now: ArchiveDate) -> Bool { beginning <= now.beginning }

  /// Seconds from 1 March of year 0 to its beginning, in UTC; no time at all if undated.
  private var beginning: Int {
    let key = sortKey
    guard
      let day = CalendarDay(year: key.year, month: max(key.month, 1), day: max(key.day, 1))
    else { return Int.min }
    let offset = if case .moment(_, let time) = self { time.offsetMinutes ?? 0 } else { 0 }
    return day.ordinal * 86_400 + max(key.seconds, 0) - offset * 60
  }
}

extension ArchiveDate: CustomStringConvertible {
  /// EDTF level 0, which is also ISO 8601 and HTML's `datetime`: `2017-03-26`; empty if undated.
  public var description: String {
    switch self {
    case .undated: ""
    case .year(let year): padded(year, 4)
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .day(let day): day.description
    case .moment(let day, let time): "\(day)T\(time)"
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601: `2017-03-26`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension TimeOfDay: CustomStringConvertible {
  /// ISO 8601: `09:00:00Z`, `09:00:00+02:00`, or `09:00:00` where the zone is not known.
  public var description: String {
    let clock =
      "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    guard let offsetMinutes else { return clock }
    guard offsetMinutes != 0 else { return clock + "Z" }
    let minutes = abs(offsetMinutes)
    return clock + (offsetMinutes < 0 ? "-" : "+")
      + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }
}

/// Decimal digits with leading zeros.
private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}
