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
    var years: ClosedRange<Int>?
    var months: ClosedRange<Int>?
    var haveMonths = true
    for date in dates {
      let period = date.period
      guard let year = period.year else { continue }
      years = TimeAxis.widened(years, to: year)
      if let month = TimeAxis.month(of: period) {
        months = TimeAxis.widened(months, to: month)
      } else {
        haveMonths = false
      }
    }
    guard let years else {
      (first, isMonthly, count) = (0, false, 0)
      return
    }
    // A year without a month has no place among months.
    if years.count <= 3, haveMonths, let months {
      (first, isMonthly, count) = (months.lowerBound, true, months.count)
    } else {
      (first, isMonthly, count) = (years.lowerBound, false, years.count)
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

  private static func widened(_ range: ClosedRange<Int>?, to number: Int) -> ClosedRange<Int> {
    guard let range else { return number...number }
    return Swift.min(range.lowerBound, number)...Swift.max(range.upperBound, number)
  }

  private static func month(of period: CalendarPeriod) -> Int? {
    guard let year = period.year, let month = period.month else { return nil }
    return year * 12 + month - 1
  }
}
