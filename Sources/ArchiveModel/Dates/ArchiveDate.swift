/// A date as exactly as it is known: EDTF (Extended Date/Time Format, Library of Congress, 2019;
/// ISO 8601-2), level 0 and what of level 1 lies in the years 1 to 9999.
///
/// A date without a time never gets one. Whatever is not known stays unknown: `description` is
/// what was read, in EDTF.
///
/// - **Order** (`<`): by the beginning, day and time as printed where they are, the less exact
///   first; `ArchiveDate+Order.swift` has the rules.
/// - **Addresses** (`period`): the year, month and day that are known for sure or with doubt; an
///   interval has those of its start. What has no year, such as a decade, is `undated` there.
public enum ArchiveDate: Sendable, Hashable {
  case undated
  /// A day, or what is less exact, with or without doubt.
  case date(PartialDate)
  /// A day and a time of it.
  case moment(CalendarDay, TimeOfDay)
  /// From one date to another.
  case interval(DateInterval)

  /// A year from 1 to 9999.
  public static func year(_ year: Int) -> ArchiveDate { .date(.year(year)) }

  /// A month from 1 to 12 of a year from 1 to 9999.
  public static func month(year: Int, month: Int) -> ArchiveDate {
    .date(.month(year: year, month: month))
  }

  /// A day.
  public static func day(_ day: CalendarDay) -> ArchiveDate { .date(.day(day)) }

  /// The date that is all of a period.
  public init(_ period: CalendarPeriod) {
    switch period {
    case .undated: self = .undated
    case .year(let year): self = .year(year)
    case .month(let year, let month): self = .month(year: year, month: month)
    case .day(let day): self = .day(day)
    }
  }

  /// The year, month or day whose page it stands on, and whose numbers are in its address.
  ///
  /// That of an interval is its start's. Doubt changes nothing. Undated is what has no year:
  /// nothing at all, a decade, a century, an interval without a start.
  public var period: CalendarPeriod {
    switch self {
    case .undated: .undated
    case .date(let date): date.period
    case .moment(let day, _): .day(day)
    case .interval(let interval): interval.start.date?.period ?? .undated
    }
  }

  /// The year of its period, where there is one.
  public var year: Int? { period.year }

  /// The month of its period from 1 to 12, where it is known.
  public var month: Int? { period.month }

  /// The day of its period, where it is known.
  public var day: CalendarDay? { period.day }

  /// Whether it is a year, a month, a day or a moment, and nothing about it is in doubt.
  ///
  /// Then its description is also a date in ISO 8601, and a valid `datetime` in HTML.
  public var isExact: Bool {
    switch self {
    case .undated, .interval: false
    case .date(let date): date.isExact
    case .moment: true
    }
  }

  /// The date without its time.
  public var withoutTime: ArchiveDate {
    if case .moment(let day, _) = self { .day(day) } else { self }
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

  /// The English name of a month from 1 to 12.
  public static func monthName(_ month: Int) -> String { monthNames[month - 1] }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension ArchiveDate: CustomStringConvertible {
  /// EDTF: `2017-03-26`, `192X`, `1923-21`, `1923-03~`, `1985/1987`; empty if undated.
  ///
  /// One text for one date: it is read back as the same.
  public var description: String {
    switch self {
    case .undated: ""
    case .date(let date): date.description
    case .moment(let day, let time): "\(day)T\(time)"
    case .interval(let interval): interval.description
    }
  }
}
