import ArchiveModel
import Cataloguing

/// The time of an archive in equal steps, the same for all of its charts, so that they compare.
///
/// Months where the archive is of three years at most, else years.
struct TimeAxis: Sendable {
  /// The first step: a month counted from the year 0, or a year.
  private let first: Int
  private let isMonthly: Bool
  /// How many steps there are; 0 where no article has a year.
  let count: Int

  /// O(1) in articles.
  init(_ chronology: Chronology) {
    let years = chronology.years.compactMap(\.date.year)
    guard let start = years.first, let end = years.last else {
      (first, isMonthly, count) = (0, false, 0)
      return
    }
    let months = chronology.months.compactMap { TimeAxis.month(of: $0.date) }
    // A year without a month has no place among months.
    let areExact =
      chronology.months.reduce(0) { $0 + $1.articles.count }
      == chronology.years.reduce(0) { $0 + $1.articles.count }
    if areExact, end - start < 3, let start = months.first, let end = months.last {
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
