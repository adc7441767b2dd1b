import ArchiveModel

/// Dates as a reader reads them.
extension Labels {
  /// "26 March 2017", "spring 1923", "about March 1923", "the 1920s", "17 to 22 March 2017"; empty
  /// if undated.
  static func date(_ date: ArchiveDate) -> String {
    switch date {
    case .undated: ""
    case .date(let date): words(date)
    case .moment(let day, let time): "\(self.date(.day(day))), \(clock(time))"
    case .interval(let interval): self.interval(interval)
    }
  }

  /// The same, and "Undated".
  static func known(_ date: ArchiveDate) -> String {
    date == .undated ? "Undated" : self.date(date)
  }

  /// "26 March" on the page of a year, "March" for a month.
  static func shortDate(_ period: CalendarPeriod) -> String {
    switch period {
    case .undated: "Undated"
    case .year(let year): String(year)
    case .month(_, let month): ArchiveDate.monthName(month)
    case .day(let day): "\(day.day) \(ArchiveDate.monthName(day.month))"
    }
  }

  /// "Sunday, 26 March 2017".
  static func longDate(_ day: CalendarDay) -> String {
    "\(weekdays[day.weekday]), \(date(.day(day)))"
  }

  /// For the `datetime` of HTML; empty where it has no form for what is known.
  static func machineDate(_ date: ArchiveDate) -> String { date.isExact ? date.description : "" }

  // MARK: Parts

  private static func words(_ date: PartialDate) -> String {
    switch date.qualifier {
    case .certain: plain(date)
    case .uncertain: "perhaps \(plain(date))"
    case .approximate: "about \(plain(date))"
    case .uncertainAndApproximate: "perhaps about \(plain(date))"
    }
  }

  private static func plain(_ date: PartialDate) -> String {
    switch (date.precision, date.period) {
    case (.century, _): "some time from \(date.earliest.year) to \(date.latest.year)"
    case (.decade, _) where date.firstYear % 100 == 0:
      // "The 1900s" could be a hundred years.
      "some time from \(date.earliest.year) to \(date.latest.year)"
    case (.decade, _): "the \(date.firstYear)s"
    case (.season, _): "\(date.season.map(season) ?? "") \(date.firstYear)"
    case (_, .month(let year, let month)): "\(ArchiveDate.monthName(month)) \(year)"
    case (_, .day(let day)): "\(day.day) \(ArchiveDate.monthName(day.month)) \(day.year)"
    case (_, .year(let year)): String(year)
    case (_, .undated): ""
    }
  }

  /// "1985 to 1987", "17 to 22 March 2017", "from 1985", "until about 1987".
  private static func interval(_ interval: DateInterval) -> String {
    switch (interval.start.date, interval.end.date) {
    case (let start?, let end?): "\(beginning(start, of: end)) to \(words(end))"
    case (let start?, nil): "from \(words(start))"
    case (nil, let end?): "until \(words(end))"
    case (nil, nil): ""
    }
  }

  /// A date in front of a later one, without what that says again: "17", "30 March".
  private static func beginning(_ start: PartialDate, of end: PartialDate) -> String {
    let isShared = start.period.year == end.period.year
    guard isShared, start.isExact, end.isExact, start.precision == end.precision,
      start.precision != .year, start != end
    else { return words(start) }
    guard let day = start.period.day, day.month == end.period.month else {
      return shortDate(start.period)
    }
    return String(day.day)
  }

  private static func season(_ season: PartialDate.Season) -> String {
    switch season {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    }
  }

  private static func clock(_ time: TimeOfDay) -> String {
    let minutes = time.seconds / 60 % 60
    let clock = "\(time.seconds / 3600):\(minutes < 10 ? "0" : "")\(minutes)"
    guard let offset = time.offsetMinutes else { return clock }
    guard offset != 0 else { return clock + " UTC" }
    let (hours, rest) = (abs(offset) / 60, abs(offset) % 60)
    return clock + " UTC\(offset < 0 ? "−" : "+")\(hours)"
      + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
