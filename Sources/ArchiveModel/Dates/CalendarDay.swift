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
    self.init(existingYear: year, month: month, day: day)
  }

  /// A day that is known to exist.
  init(existingYear year: Int, month: Int, day: Int) {
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

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601: `2017-03-26`.
  public var description: String {
    "\(CalendarDay.padded(year, 4))-\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))"
  }

  /// Decimal digits with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }
}
