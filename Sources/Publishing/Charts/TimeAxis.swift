import ArchiveModel

/// Time in equal steps, from the first to the last of some dates.
///
/// Months where they are of three years at most, else years. Small charts that are to be compared
/// share the axis of the archive; the page of a name has its own, so that an article on other
/// matters leaves it as it is.
struct TimeAxis: Sendable {
  /// The first step: a month counted from the year 0, or a year.
  private let first: Int
  private let isMonthly: Bool
  /// How many steps there are; 0 where no article has a year.
  let count: Int

  /// The axis of some dates; O(dates).
  ///
  /// Those without a year have no place on it.
  init(_ dates: some Sequence<ArchiveDate>) {
    let periods = dates.map(\.period).filter { $0.year != nil }
    let years = periods.compactMap(\.year)
    guard let start = years.min(), let end = years.max() else {
      (first, isMonthly, count) = (0, false, 0)
      return
    }
    let months = periods.compactMap { TimeAxis.month(of: $0) }
    // A year without a month has no place among months.
    if end - start < 3, months.count == periods.count, let start = months.min(),
      let end = months.max()
    {
      (first, isMonthly, count) = (start, true, end - start + 1)
    } else {
      (first, isMonthly, count) = (start, false, end - start + 1)
    }
  }

  /// The step of an article's date; nil where it has no year.
  func step(of date: ArchiveDate) -> Int? {
    let period = date.period
    guard let number = isMonthly ? TimeAxis.month(of: period) : period.year else { return nil }
    return (0..<count).contains(number - first) ? number - first : nil
  }

  /// The year or month of a step.
  func period(of step: Int) -> CalendarPeriod {
    let number = first + step
    return isMonthly ? .month(year: number / 12, month: number % 12 + 1) : .year(number)
  }

  /// What stands below the chart, and at which steps: years, at most `limit` of them.
  func labels(limit: Int) -> [(step: Int, text: String)] {
    var years = (0..<count).compactMap { step -> (step: Int, year: Int)? in
      guard isMonthly else { return (step, first + step) }
      // The first year too, where there is room before the next.
      let isStart = step == 0 && (12 - first % 12) * 10 >= count || (first + step) % 12 == 0
      return isStart ? (step, (first + step) / 12) : nil
    }
    for round in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] where years.count > limit {
      years = years.filter { $0.year % round == 0 }
    }
    return years.map { ($0.step, String($0.year)) }
  }

  private static func month(of period: CalendarPeriod) -> Int? {
    guard let year = period.year, let month = period.month else { return nil }
    return year * 12 + month - 1
  }
}
