extension ArchiveDate {
  /// The first day that it may be, as printed; nil where it has no beginning.
  ///
  /// Of a decade 1 January of its first year; of a season that of its year, since where it lies
  /// depends on the hemisphere. That a date is uncertain or approximate does not widen it: nobody
  /// says by how much.
  public var earliest: CalendarDay? {
    switch self {
    case .undated: nil
    case .date(let date): date.earliest
    case .moment(let day, _): day
    case .interval(let interval): interval.start.date?.earliest
    }
  }

  /// The last day that it may be, likewise; nil where it has no end.
  public var latest: CalendarDay? {
    switch self {
    case .undated: nil
    case .date(let date): date.latest
    case .moment(let day, _): day
    case .interval(let interval): interval.end.date?.latest
    }
  }

  /// Whether the last day that it may be is before the first that the other may be.
  public func isSurelyBefore(_ other: ArchiveDate) -> Bool {
    guard let latest, let earliest = other.earliest else { return false }
    return latest < earliest
  }

  /// Whether its time has surely come at `now`, on UTC's clock.
  ///
  /// A moment comes at its second, a day as it begins, what is less exact as the last day begins
  /// that it may be: `2027` on 31 December. What has no end never comes. What states no zone is
  /// in UTC, and `now` is the first moment that it may be.
  public func isReached(at now: ArchiveDate) -> Bool {
    guard let latest, let current = now.earliest else { return false }
    return seconds(of: latest) <= now.seconds(of: current)
  }

  /// Seconds from 1 March of year 0 to the beginning of its first or last day, or to its moment.
  private func seconds(of day: CalendarDay) -> Int {
    guard case .moment(_, let time) = self else { return day.ordinal * 86_400 }
    return day.ordinal * 86_400 + time.seconds - (time.offsetMinutes ?? 0) * 60
  }
}

extension ArchiveDate: Comparable {
  /// By their beginning; a total order.
  ///
  /// 1. What is undated stands before all else, then intervals without a start.
  /// 2. Then the earlier day as printed, and the earlier time of it.
  /// 3. Of what begins with the same day the less exact is first: a century, a decade, a year or
  ///    season, a month, a day, a moment; an interval counts as its start.
  /// 4. Then what ends later, so that an interval stands before its start; then the text in EDTF.
  ///
  /// So one that is surely before another always sorts before it, and all dates of a period
  /// (`ArchiveDate.period`) follow each other.
  public static func < (a: ArchiveDate, b: ArchiveDate) -> Bool {
    let (first, second) = (a.beginning, b.beginning)
    guard first == second else { return first < second }
    guard a != b else { return false }
    let (end, otherEnd) = (a.latest?.ordinal ?? .max, b.latest?.ordinal ?? .max)
    return end == otherEnd ? a.description < b.description : end > otherEnd
  }

  /// A date to sort by, with its beginning at hand: that alone tells of nearly all.
  package struct SortKey: Comparable {
    private let beginning: Int
    private let date: ArchiveDate

    package init(_ date: ArchiveDate) {
      self.date = date
      beginning = date.beginning
    }

    package static func < (a: SortKey, b: SortKey) -> Bool {
      a.beginning == b.beginning ? a.date < b.date : a.beginning < b.beginning
    }
  }

  /// The beginning as one number: day, exactness and second.
  private var beginning: Int {
    switch self {
    case .undated: 0
    case .date(let date): ArchiveDate.beginning(date.earliest, date.precision)
    case .moment(let day, let time):
      ArchiveDate.beginning(day, .day) + 1 + time.seconds
    case .interval(let interval):
      interval.start.date.map { ArchiveDate.beginning($0.earliest, $0.precision) } ?? 1
    }
  }

  private static func beginning(_ day: CalendarDay, _ precision: PartialDate.Precision) -> Int {
    // A season has the bounds of its year, and stands among what is of the year alone.
    let precision = precision == .season ? .year : precision
    // 86,400 seconds of a day, and the five that are less exact.
    return day.ordinal * 86_410 + Int(precision.rawValue)
  }
}
