import ArchiveModel

/// The years, months and days that have articles.
///
/// Articles are numbered chronologically, so each period is a range of numbers.
public struct Chronology: Sendable {
  /// A stretch of time with its articles.
  public struct Period: Sendable {
    /// A year, a month or a day.
    public var date: CalendarPeriod
    /// The numbers of its articles.
    public var articles: Range<Int>
  }

  /// The numbers of the articles that have no year, in order.
  ///
  /// Those without any date come first of all articles; one of a decade stands before its years.
  public let undated: [Int]
  /// In order.
  public let years: [Period]
  /// In order.
  public let months: [Period]
  /// In order.
  public let days: [Period]

  /// Groups articles that are in chronological order; O(articles).
  init(_ articles: [Article]) {
    // A closure, since a key path through an article's own subscript is looked up each time.
    let periods = articles.map { $0.date.period }
    undated = periods.indices.filter { periods[$0] == .undated }
    years = Chronology.grouped(periods.map(\.ofYear))
    months = Chronology.grouped(periods.map(\.ofMonth))
    days = Chronology.grouped(periods.map(\.ofDay))
  }

  /// The numbers of a period's articles, in order; O(log periods).
  public func articles(of period: CalendarPeriod) -> ArticleNumbers {
    switch period {
    case .undated: ArticleNumbers(undated)
    case .year: Chronology.articles(of: period, in: years)
    case .month: Chronology.articles(of: period, in: months)
    case .day: Chronology.articles(of: period, in: days)
    }
  }

  /// The months of a year, or the days of a month.
  public func parts(of period: CalendarPeriod) -> ArraySlice<Period> {
    switch period {
    case .year(let year):
      Chronology.slice(months) { ($0.year ?? 0) - year }
    case .month(let year, let month):
      Chronology.slice(days) { (($0.year ?? 0) - year) * 12 + ($0.month ?? 0) - month }
    case .undated, .day: []
    }
  }

  private static func articles(
    of period: CalendarPeriod, in periods: [Period]
  ) -> ArticleNumbers {
    let index = first(in: periods) { $0 >= period }
    let isThere = index < periods.count && periods[index].date == period
    return ArticleNumbers(isThere ? periods[index].articles : 0..<0)
  }

  /// The numbers of a period's articles, in order.
  public struct ArticleNumbers: RandomAccessCollection, Sendable {
    private let range: Range<Int>
    /// Where they follow no range.
    private let listed: [Int]?

    init(_ range: Range<Int>) { (self.range, listed) = (range, nil) }

    init(_ listed: [Int]) { (range, self.listed) = (listed.indices, listed) }

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { range.count }

    /// The number of an article by its place among those of the period.
    public subscript(place: Int) -> Int {
      precondition(place >= 0 && place < range.count, "there are fewer articles")
      return listed?[place] ?? range.lowerBound + place
    }
  }

  private static func slice(
    _ periods: [Period], _ distance: (CalendarPeriod) -> Int
  ) -> ArraySlice<Period> {
    periods[first(in: periods) { distance($0) >= 0 }..<first(in: periods) { distance($0) >= 1 }]
  }

  /// The first period that has come so far, by halving: a long archive has many pages.
  private static func first(
    in periods: [Period], where hasCome: (CalendarPeriod) -> Bool
  ) -> Int {
    var (low, high) = (0, periods.count)
    while low < high {
      let middle = (low + high) / 2
      if hasCome(periods[middle].date) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func grouped(_ dates: [CalendarPeriod?]) -> [Period] {
    var periods: [Period] = []
    for (number, date) in dates.enumerated() {
      guard let date else { continue }
      if let last = periods.indices.last, periods[last].date == date {
        periods[last].articles = periods[last].articles.lowerBound..<number + 1
      } else {
        periods.append(Period(date: date, articles: number..<number + 1))
      }
    }
    return periods
  }
}
