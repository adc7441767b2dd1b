import ArchiveModel

/// Dates as a reader reads them.
extension Language {
  static let months: [Phrase] = [
    .january, .february, .march, .april, .may, .june, .july, .august, .september, .october,
    .november, .december,
  ]
  private static let weekdays: [Phrase] = [
    .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
  ]

  /// "26 March 2017", "spring 1923", "about March 1923", "the 1920s", "17 to 22 March 2017"; empty
  /// if undated.
  func date(_ date: ArchiveDate) -> String {
    switch date {
    case .undated: ""
    case .date(let date): words(date)
    case .moment(let day, let time):
      say(.dateWithTime, ["date": self.date(.day(day)), "time": Language.clock(time)])
    case .interval(let interval): self.interval(interval)
    }
  }

  /// The same, and "Undated".
  func known(_ date: ArchiveDate) -> String {
    date == .undated ? self[.undated] : self.date(date)
  }

  /// As a heading or an entry of a list: "26 March" on the page of a year, "March" for a month.
  func shortDate(_ period: CalendarPeriod) -> String {
    period == .undated ? self[.undated] : Language.capitalized(withoutYear(period))
  }

  /// As a heading: "March 2017".
  func heading(_ period: CalendarPeriod) -> String {
    Language.capitalized(date(ArchiveDate(period)))
  }

  /// "Sunday, 26 March 2017".
  func longDate(_ day: CalendarDay) -> String {
    let weekday = self[Language.weekdays[day.weekday]]
    return Language.capitalized(
      say(.dateWithWeekday, ["weekday": weekday, "date": date(.day(day))]))
  }

  /// "2 October 2016 to 10 December 2017".
  func span(_ from: CalendarPeriod, _ to: CalendarPeriod) -> String {
    let (start, end) = (date(ArchiveDate(from)), date(ArchiveDate(to)))
    guard start != end else { return start }
    let areDays = from.day != nil && to.day != nil
    return say(areDays ? .dateIntervalOfDays : .dateInterval, ["from": start, "to": end])
  }

  /// For the `datetime` of HTML; empty where it has no form for what is known.
  static func machineDate(_ date: ArchiveDate) -> String { date.isExact ? date.description : "" }

  // MARK: Parts

  private func words(_ date: PartialDate) -> String {
    switch date.qualifier {
    case .certain: plain(date)
    case .uncertain: say(.dateUncertain, ["date": plain(date)])
    case .approximate: say(.dateApproximate, ["date": plain(date)])
    case .uncertainAndApproximate:
      say(.dateUncertainAndApproximate, ["date": plain(date)])
    }
  }

  private func plain(_ date: PartialDate) -> String {
    switch (date.precision, date.period) {
    case (.century, _): between(date)
    // "The 1900s" could be a hundred years.
    case (.decade, _) where date.firstYear % 100 == 0: between(date)
    case (.decade, _): say(.dateDecade, ["year": String(date.firstYear)])
    case (.season, _):
      say(
        .dateSeason,
        ["season": date.season.map { self[$0.phrase] } ?? "", "year": String(date.firstYear)])
    case (_, .month(let year, let month)):
      say(.dateOfMonth, ["month": self[Language.months[month - 1]], "year": String(year)])
    case (_, .day(let day)):
      say(
        .dateOfDay,
        [
          "day": number(of: day), "month": self[Language.months[day.month - 1]],
          "year": String(day.year),
        ])
    case (_, .year(let year)): String(year)
    case (_, .undated): ""
    }
  }

  private func between(_ date: PartialDate) -> String {
    say(
      .dateBetween, ["from": String(date.earliest.year), "to": String(date.latest.year)])
  }

  private func withoutYear(_ period: CalendarPeriod) -> String {
    switch period {
    case .undated: ""
    case .year(let year): String(year)
    case .month(_, let month): self[Language.months[month - 1]]
    case .day(let day):
      say(
        .dateWithoutYear,
        ["day": number(of: day), "month": self[Language.months[day.month - 1]]])
    }
  }

  private func number(of day: CalendarDay) -> String {
    day.day == 1 ? self[.firstDay] : String(day.day)
  }

  /// "1985 to 1987", "17 to 22 March 2017", "from 1985", "until about 1987".
  private func interval(_ interval: DateInterval) -> String {
    switch (interval.start.date, interval.end.date) {
    case (let start?, let end?):
      let areDays = start.period.day != nil && end.period.day != nil && start.isExact && end.isExact
      return say(
        areDays ? .dateIntervalOfDays : .dateInterval,
        ["from": beginning(start, of: end), "to": words(end)])
    case (let start?, nil): return say(.dateFrom, ["date": words(start)])
    case (nil, let end?): return say(.dateUntil, ["date": words(end)])
    case (nil, nil): return ""
    }
  }

  /// A date in front of a later one, without what that says again: "17", "30 March".
  private func beginning(_ start: PartialDate, of end: PartialDate) -> String {
    let isShared = start.period.year == end.period.year
    guard isShared, start.isExact, end.isExact, start.precision == end.precision,
      start.precision != .year, start != end
    else { return words(start) }
    guard let day = start.period.day, day.month == end.period.month else {
      return withoutYear(start.period)
    }
    return say(.dayAlone, ["day": number(of: day)])
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

  /// With a capital at its beginning, where the script has any.
  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension PartialDate.Season {
  fileprivate var phrase: Phrase {
    switch self {
    case .spring: .spring
    case .summer: .summer
    case .autumn: .autumn
    case .winter: .winter
    }
  }
}
