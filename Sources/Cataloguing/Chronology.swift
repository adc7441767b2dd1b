import ArchiveModel

/// The years, months and days that have articles.
///
/// Articles are numbered chronologically, so each period is a range of numbers.
public struct Chronology: Sendable {
  /// A stretch of time with its articles.
  public struct Period: Sendable {
    /// Its date: a year, a month or a day.
    public var date: ArchiveDate
    /// The numbers of its articles.
    public var articles: Range<Int>
  }

  /// The undated articles.
  public let undated: Range<Int>
  /// In order.
  public let years: [Period]
  /// In order.
  public let months: [Period]
  /// In order.
  public let days: [Period]

  /// Groups articles that are in chronological order; O(articles).
  init(_ articles: [Article]) {
    undated = 0..<(articles.firstIndex { $0.date != .undated } ?? articles.count)
    years = Chronology.periods(articles) { $0.year.map { .year($0) } }
    months = Chronology.periods(articles) { date in
      guard let year = date.year, let month = date.month else { return nil }
      return .month(year: year, month: month)
    }
    days = Chronology.periods(articles) { $0.day.map { .day($0) } }
  }

  /// The months of a year, or the days of a month.
  public func parts(of date: ArchiveDate) -> ArraySlice<Period> {
    switch date {
    case .year(let year):
      Chronology.slice(months) { ($0.year ?? 0) - year }
    case .month(let year, let month):
      Chronology.slice(days) { (($0.year ?? 0) - year) * 12 + ($0.month ?? 0) - month }
    case .undated, .day, .moment: []
    }
  }

  private static func slice(
    _ periods: [Period], _ distance: (ArchiveDate) -> Int
  ) -> ArraySlice<Period> {
    // Both ends by halving: a long archive has a page for each of its months.
    func first(at least: Int) -> Int {
      var (low, high) = (0, periods.count)
      while low < high {
        let middle = (low + high) / 2
        if distance(periods[middle].date) < least { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return periods[first(at: 0)..<first(at: 1)]
  }

  private static func periods(
    _ articles: [Article], _ date: (ArchiveDate) -> ArchiveDate?
  ) -> [Period] {
    var periods: [Period] = []
    for (number, article) in articles.enumerated() {
      guard let date = date(article.date) else { continue }
      if let last = periods.indices.last, periods[last].date == date {
        periods[last].articles = periods[last].articles.lowerBound..<number + 1
      } else {
        periods.append(Period(date: date, articles: number..<number + 1))
      }
    }
    return periods
  }
}
