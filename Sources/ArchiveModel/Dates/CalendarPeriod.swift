/// What the archive has a page for: a year, a month, a day, and what has no year.
public enum CalendarPeriod: Sendable, Hashable {
  case undated
  case year(Int)
  case month(year: Int, month: Int)
  case day(CalendarDay)

  /// The year, where there is one.
  public var year: Int? {
    switch self {
    case .undated: nil
    case .year(let year), .month(let year, _): year
    case .day(let day): day.year
    }
  }

  /// The month from 1 to 12, where there is one.
  public var month: Int? {
    switch self {
    case .undated, .year: nil
    case .month(_, let month): month
    case .day(let day): day.month
    }
  }

  /// The day, where it is one.
  public var day: CalendarDay? {
    if case .day(let day) = self { day } else { nil }
  }

  /// The year that it is or lies in.
  public var ofYear: CalendarPeriod? { year.map { .year($0) } }

  /// The month that it is or lies in.
  public var ofMonth: CalendarPeriod? {
    guard let year, let month else { return nil }
    return .month(year: year, month: month)
  }

  /// The day that it is.
  public var ofDay: CalendarPeriod? { day.map { .day($0) } }
}

extension CalendarPeriod: Comparable {
  /// By their beginning, the longer first; what has no year before all.
  public static func < (a: CalendarPeriod, b: CalendarPeriod) -> Bool {
    (a.year ?? 0, a.month ?? 0, a.day?.day ?? 0) < (b.year ?? 0, b.month ?? 0, b.day?.day ?? 0)
  }
}
