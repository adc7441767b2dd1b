/// A date without a time, as far as it is known: a day, a month, a season, a year, a decade or a
/// century, and whether somebody doubts it.
public struct PartialDate: Sendable, Hashable {
  /// How much is known.
  public enum Precision: UInt8, Sendable {
    case century, decade, year, season, month, day
  }

  /// How sure it is, for the whole of the date.
  public enum Qualifier: UInt8, Sendable, CaseIterable {
    case certain
    /// `?`: its source is doubted.
    case uncertain
    /// `~`: it is about then.
    case approximate
    /// `%`.
    case uncertainAndApproximate
  }

  /// The seasons of level 1, whose hemisphere nobody states, with their numbers in EDTF.
  public enum Season: Int8, Sendable, CaseIterable {
    case spring = 21
    case summer, autumn, winter
  }

  // Seven bytes, so that an interval, two of these, makes no date larger.
  private let storedYear: Int16
  private let storedMonth: Int8
  private let storedDay: Int8
  private let storedUnspecified: Int8

  /// How much is known.
  public let precision: Precision
  /// How sure it is.
  public private(set) var qualifier: Qualifier = .certain

  /// The year, or the first one of a century or decade, from 0 to 9999.
  public var firstYear: Int { Int(storedYear) }
  /// The season, where that is all that is known of the year.
  public var season: Season? { precision == .season ? Season(rawValue: storedMonth) : nil }
  /// How many parts are written as not known: 1 in `2004-XX`, 2 in `1985-XX-XX`.
  ///
  /// Such a date is of a day or month that nobody knows, where `2004` is of the year.
  public var unspecifiedParts: Int { Int(storedUnspecified) }

  private init(
    _ precision: Precision, year: Int, month: Int = 0, day: Int = 0, unspecified: Int = 0
  ) {
    self.precision = precision
    storedYear = Int16(year)
    storedMonth = Int8(month)
    storedDay = Int8(day)
    storedUnspecified = Int8(unspecified)
  }

  /// The hundred years `19XX` from 1900 on; from 0 to 9900.
  public static func century(_ firstYear: Int) -> PartialDate {
    precondition((0...9900).contains(firstYear) && firstYear % 100 == 0, "the years are 19XX")
    return PartialDate(.century, year: firstYear)
  }

  /// The ten years `192X` from 1920 on; from 0 to 9990.
  public static func decade(_ firstYear: Int) -> PartialDate {
    precondition((0...9990).contains(firstYear) && firstYear % 10 == 0, "the years are 192X")
    return PartialDate(.decade, year: firstYear)
  }

  /// A year from 1 to 9999, with or without saying that its month, or month and day, is not known.
  public static func year(_ year: Int, unspecifiedParts: Int = 0) -> PartialDate {
    precondition((1...9999).contains(year), "years run from 1 to 9999")
    precondition((0...2).contains(unspecifiedParts), "a year has no more than a month and a day")
    return PartialDate(.year, year: year, unspecified: unspecifiedParts)
  }

  /// A season of a year.
  public static func season(_ season: Season, _ year: Int) -> PartialDate {
    precondition((1...9999).contains(year), "years run from 1 to 9999")
    return PartialDate(.season, year: year, month: Int(season.rawValue))
  }

  /// A month from 1 to 12, with or without saying that its day is not known.
  public static func month(year: Int, month: Int, unspecifiedParts: Int = 0) -> PartialDate {
    precondition((1...9999).contains(year), "years run from 1 to 9999")
    precondition((1...12).contains(month), "months run from 1 to 12")
    precondition((0...1).contains(unspecifiedParts), "a month has no more than a day")
    return PartialDate(.month, year: year, month: month, unspecified: unspecifiedParts)
  }

  /// A day.
  public static func day(_ day: CalendarDay) -> PartialDate {
    PartialDate(.day, year: day.year, month: day.month, day: day.day)
  }

  /// The same date, as sure as that.
  public func qualified(_ qualifier: Qualifier) -> PartialDate {
    var qualified = self
    qualified.qualifier = qualifier
    return qualified
  }

  /// The year, month or day in it that the archive has a page for.
  public var period: CalendarPeriod {
    switch precision {
    case .century, .decade: .undated
    case .year, .season: .year(firstYear)
    case .month: .month(year: firstYear, month: Int(storedMonth))
    case .day: .day(earliest)
    }
  }

  /// Whether it is a year, a month or a day, and nothing about it is in doubt.
  public var isExact: Bool {
    switch precision {
    case .century, .decade, .season: false
    case .year, .month, .day: qualifier == .certain && storedUnspecified == 0
    }
  }

  /// The first day that it may be, doubt aside.
  ///
  /// For a season that of its year, since where it lies depends on the hemisphere.
  public var earliest: CalendarDay {
    CalendarDay(
      existingYear: max(firstYear, 1), month: precision < .month ? 1 : Int(storedMonth),
      day: precision < .day ? 1 : Int(storedDay))
  }

  /// The last day that it may be, doubt aside; as for a season above.
  public var latest: CalendarDay {
    switch precision {
    case .century: CalendarDay(existingYear: firstYear + 99, month: 12, day: 31)
    case .decade: CalendarDay(existingYear: firstYear + 9, month: 12, day: 31)
    case .year, .season: CalendarDay(existingYear: firstYear, month: 12, day: 31)
    case .month:
      CalendarDay(
        existingYear: firstYear, month: Int(storedMonth),
        day: CalendarDay.length(ofMonth: Int(storedMonth), year: firstYear))
    case .day: earliest
    }
  }
}

extension PartialDate.Precision: Comparable {
  /// The less exact first.
  public static func < (a: PartialDate.Precision, b: PartialDate.Precision) -> Bool {
    a.rawValue < b.rawValue
  }
}

extension PartialDate.Qualifier {
  /// What EDTF writes behind the date.
  var symbol: String {
    switch self {
    case .certain: ""
    case .uncertain: "?"
    case .approximate: "~"
    case .uncertainAndApproximate: "%"
    }
  }

  /// With both doubts.
  func and(_ other: PartialDate.Qualifier) -> PartialDate.Qualifier {
    // The two lower bits are one doubt each.
    PartialDate.Qualifier(rawValue: rawValue | other.rawValue) ?? .uncertainAndApproximate
  }
}

extension PartialDate: CustomStringConvertible {
  /// EDTF level 1: `19XX`, `192X`, `1923`, `1923-21`, `1923-03`, `1923-XX`, with `?`, `~` or `%`.
  public var description: String {
    // Most are a day of which nothing is in doubt.
    if precision == .day, qualifier == .certain, unspecifiedParts == 0 {
      return earliest.description
    }
    let year = CalendarDay.padded(firstYear, 4)
    let date =
      switch precision {
      case .century: "\(year.prefix(2))XX"
      case .decade: "\(year.prefix(3))X"
      case .year: year
      case .season, .month: "\(year)-\(CalendarDay.padded(Int(storedMonth), 2))"
      case .day: earliest.description
      }
    return date + String(repeating: "-XX", count: unspecifiedParts) + qualifier.symbol
  }
}
