import ArchiveModel

/// What holds after the last change that a zone's file names: the POSIX TZ string in its last line,
/// such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX.1-2017, chapter 8; RFC 8536, section 3.3).
struct ZoneRule: Sendable, Hashable {
  /// When clocks change, each year.
  struct Change: Sendable, Hashable {
    /// The day of the year.
    enum Day: Sendable, Hashable {
      /// The nth of a weekday (0 is Sunday) in a month, 5 for the last: `M10.5.0`.
      case weekday(month: Int, week: Int, weekday: Int)
      /// From 1 to 365, 29 February never counted: `J60`.
      case julian(Int)
      /// From 0 to 365: `59`.
      case zeroBased(Int)
    }

    let day: Day
    /// On the clock before the change, from midnight; may be negative or beyond the day.
    let seconds: Int

    /// On the clock before the change, as if it were UTC's, since 1970; nil beyond the calendar.
    func clockSecond(in year: Int) -> Int? {
      guard let start = CalendarDay(year: year, month: 1, day: 1)?.secondsSince1970 else {
        return nil
      }
      switch day {
      case .zeroBased(let day): return start + day * 86_400 + seconds
      case .julian(let day):
        let isLeap = CalendarDay.length(ofMonth: 2, year: year) == 29
        return start + (isLeap && day >= 60 ? day : day - 1) * 86_400 + seconds
      case .weekday(let month, let week, let weekday):
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
        // Ours count from Monday.
        let ahead = (weekday + 6 - first.weekday) % 7
        let length = CalendarDay.length(ofMonth: month, year: year)
        var offset = ahead + (week - 1) * 7
        if offset >= length { offset -= 7 }
        return first.secondsSince1970 + offset * 86_400 + seconds
      }
    }
  }

  /// Summer time, which in the law of some countries is that of winter.
  struct Summer: Sendable, Hashable {
    /// Seconds east of UTC.
    let offset: Int
    let start: Change
    let end: Change
  }

  /// Seconds east of UTC for the rest of the year, or always.
  let standard: Int
  /// Summer time; nil where there is none.
  let summer: Summer?

  /// Seconds east of UTC at a time of the clock, as `TimeZone.offsetSeconds(at:)` has it; O(1).
  func offsetSeconds(at clockSecond: Int) -> Int {
    guard let summer else { return standard }
    // Roughly: the years before and after it are looked at as well.
    let year = 1970 + Int((Double(clockSecond) / (365.2425 * 86_400)).rounded(.down))
    var changes: [TimeZone.Transition] = []
    for year in (year - 1)...(year + 1) {
      if let start = summer.start.clockSecond(in: year) {
        changes.append(.init(at: start - standard, from: standard, to: summer.offset))
      }
      if let end = summer.end.clockSecond(in: year) {
        changes.append(.init(at: end - summer.offset, from: summer.offset, to: standard))
      }
    }
    changes.sort { $0.firstClockSecond < $1.firstClockSecond }
    return changes.last { $0.firstClockSecond <= clockSecond }?.offset ?? standard
  }
}

extension ZoneRule {
  /// Reads a TZ string; nil for what is none, and for summer time without rules.
  init?(posix text: some Collection<UInt8>) {
    var reader = ZoneRuleReader(bytes: Array(text))
    guard reader.skipName(), let west = reader.time(limit: 24) else { return nil }
    standard = -west
    if reader.isAtEnd {
      summer = nil
      return
    }
    guard reader.skipName() else { return nil }
    // Without an offset summer time is an hour ahead.
    let summerWest = reader.peek == UInt8(ascii: ",") ? west - 3600 : reader.time(limit: 24)
    guard let summerWest, let start = reader.change(), let end = reader.change(), reader.isAtEnd
    else { return nil }
    summer = Summer(offset: -summerWest, start: start, end: end)
  }
}

/// Reads a TZ string from left to right.
private struct ZoneRuleReader {
  let bytes: [UInt8]
  var position = 0

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }
  var isAtEnd: Bool { position == bytes.count }

  /// Three letters or more, or anything between `<` and `>`.
  mutating func skipName() -> Bool {
    let start = position
    if take(UInt8(ascii: "<")) {
      while let byte = peek, byte != UInt8(ascii: ">") { position += 1 }
      return take(UInt8(ascii: ">"))
    }
    while let byte = peek, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) {
      position += 1
    }
    return position - start >= 3
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time(limit hours: Int) -> Int? {
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative || peek == UInt8(ascii: "+") { position += 1 }
    guard let hour = number(), hour <= hours else { return nil }
    var seconds = hour * 3600
    for unit in [60, 1] where take(UInt8(ascii: ":")) {
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `,M3.5.0/2`, `,J60`, `,59`; at two o'clock where no time is written.
  mutating func change() -> ZoneRule.Change? {
    guard take(UInt8(ascii: ",")) else { return nil }
    let day: ZoneRule.Change.Day
    if take(UInt8(ascii: "M")) {
      guard let month = number(), (1...12).contains(month), take(UInt8(ascii: ".")),
        let week = number(), (1...5).contains(week), take(UInt8(ascii: ".")),
        let weekday = number(), weekday <= 6
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if take(UInt8(ascii: "J")) {
      guard let number = number(), (1...365).contains(number) else { return nil }
      day = .julian(number)
    } else {
      guard let number = number(), number <= 365 else { return nil }
      day = .zeroBased(number)
    }
    guard take(UInt8(ascii: "/")) else { return ZoneRule.Change(day: day, seconds: 7200) }
    // From version 3 of the file's format on a week before and after.
    return time(limit: 167).map { ZoneRule.Change(day: day, seconds: $0) }
  }

  /// At most three digits.
  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
      position - start < 3
    {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? value : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }
}
