import Testing

@testable import ArchiveModel

@Suite struct `Dates as values` {
  /// Dates of every exactness, the same in each run.
  private static func dates(
    _ count: Int, seed: UInt64, years: ClosedRange<Int> = 1...9999
  ) -> [ArchiveDate] {
    var random = SplitMix64(state: seed)
    return (0..<count).map { _ in
      let year = Int.random(in: years, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let last = CalendarDay.length(ofMonth: month, year: year)
      let day = CalendarDay(
        year: year, month: month, day: Int.random(in: 1...last, using: &random))
      let zones: [Int?] = [nil, 0, 120, -270, 345]
      let time = TimeOfDay(
        hour: Int.random(in: 0...23, using: &random),
        minute: Int.random(in: 0...59, using: &random),
        second: Int.random(in: 0...59, using: &random),
        offsetMinutes: zones.randomElement(using: &random) ?? nil)
      guard let day, let time else { return .undated }
      let season = PartialDate.Season.allCases.randomElement(using: &random) ?? .spring
      let partial: [PartialDate] = [
        .century(year / 100 * 100), .decade(year / 10 * 10), .year(year),
        .year(year, unspecifiedParts: 2), .season(season, year), .month(year: year, month: month),
        .month(year: year, month: month, unspecifiedParts: 1), .day(day),
      ]
      func end() -> DateInterval.End {
        let qualifier = PartialDate.Qualifier.allCases.randomElement(using: &random) ?? .certain
        let date = partial.randomElement(using: &random) ?? .day(day)
        return [.date(date.qualified(qualifier)), .open, .unknown].randomElement(using: &random)
          ?? .open
      }
      switch Int.random(in: 0...4, using: &random) {
      case 0: return .moment(day, time)
      case 1: return DateInterval(from: end(), to: end()).map { .interval($0) } ?? .undated
      case 2: return end().date.map { .date($0) } ?? .undated
      case 3: return .date(partial.randomElement(using: &random) ?? .day(day))
      default: return .undated
      }
    }
  }

  @Test func `A date's description is read back as the same date`() throws {
    for date in Self.dates(5_000, seed: 1) where date != .undated {
      #expect(try ArchiveDate(parsing: date.description) == date)
    }
  }

  @Test func `Any two dates have one order, and three agree`() {
    let dates = Self.dates(60, seed: 2) + [.undated]
    for a in dates {
      for b in dates {
        let relations = [a < b, b < a, a == b].count { $0 }
        #expect(relations == 1, "\(a) and \(b)")
        for c in dates where a < b && b < c { #expect(a < c, "\(a), \(b), \(c)") }
      }
    }
  }

  @Test func `What is surely before another, and what begins before it, sorts before it`() {
    let dates = Self.dates(500, seed: 3)
    for a in dates {
      for b in dates {
        if a.isSurelyBefore(b) { #expect(a < b, "\(a) and \(b)") }
        if let first = a.earliest, let second = b.earliest, first < second {
          #expect(a < b, "\(a) and \(b)")
        }
      }
    }
  }

  @Test func `The dates of a year, a month or a day follow each other`() {
    // Few years, so that many dates share one.
    let dates = Self.dates(3_000, seed: 4, years: 2016...2021).sorted()
    for period: KeyPath<CalendarPeriod, CalendarPeriod?> in [\.ofYear, \.ofMonth, \.ofDay] {
      let periods = dates.compactMap { $0.period[keyPath: period] }
      #expect(periods == periods.sorted())
    }
  }

  @Test func `The bounds of a date hold its period`() {
    for date in Self.dates(2_000, seed: 5) where date.period != .undated {
      let period = ArchiveDate(date.period)
      #expect(date.earliest == period.earliest, "\(date)")
      if let latest = date.latest, let first = period.earliest { #expect(first <= latest) }
    }
  }

  @Test func `What is less exact stands before what it contains`() throws {
    let written = ["2017", "2017-03", "2017-03-26", "2017-03-26T00:00:00", "2017-03-26T00:00:01"]
    let dates = try [.undated] + written.map { try ArchiveDate(parsing: $0) }

    #expect(dates.shuffled().sorted() == dates)
  }

  @Test func `Each day from 1583 to 2100 has the next number, and the number gives it back`() {
    var expected: Int?
    for year in 1583...2100 {
      for month in 1...12 {
        for day in 1...CalendarDay.length(ofMonth: month, year: year) {
          guard let date = CalendarDay(year: year, month: month, day: day) else {
            Issue.record("\(year)-\(month)-\(day) is a day")
            continue
          }
          if date.ordinal != expected ?? date.ordinal { Issue.record("\(date): a day is skipped") }
          if CalendarDay(ordinal: date.ordinal) != date { Issue.record("\(date): another day") }
          expected = date.ordinal + 1
        }
      }
    }
    #expect(expected != nil)
  }

  @Test func `Days beyond the years 1 to 9999 are none`() throws {
    let first = try #require(CalendarDay(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 9999, month: 12, day: 31))

    #expect(CalendarDay(ordinal: first.ordinal) == first)
    #expect(CalendarDay(ordinal: first.ordinal - 1) == nil)
    #expect(CalendarDay(ordinal: last.ordinal) == last)
    #expect(CalendarDay(ordinal: last.ordinal + 1) == nil)
    for ordinal in [-1, -400_000, .min, .max] {
      #expect(CalendarDay(ordinal: ordinal) == nil)
    }
  }

  @Test(arguments: [
    ("1582-10-15", 4), ("1776-07-04", 3), ("1900-01-01", 0), ("1969-07-20", 6),
    ("1970-01-01", 3), ("2000-02-29", 1), ("2017-03-26", 6), ("2100-12-31", 4),
  ])
  func `Weekdays of known days, with Monday as 0`(_ text: String, _ weekday: Int) throws {
    #expect(try ArchiveDate(parsing: text).day?.weekday == weekday)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (86_399, "1970-01-01T23:59:59Z"),
    (1_490_486_400, "2017-03-26T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
  ])
  func `Seconds since 1970 are a moment in UTC`(_ seconds: Int, _ expected: String) {
    #expect(ArchiveDate(secondsSince1970: seconds)?.description == expected)
  }

  @Test(arguments: [253_402_300_800, -62_135_596_801, .max, .min])
  func `Seconds beyond the years 1 to 9999 are no moment`(_ seconds: Int) {
    #expect(ArchiveDate(secondsSince1970: seconds) == nil)
  }
}
