extension DateReader {
  /// A time as its digits say, before anyone asks whether there is one.
  struct Clock {
    var hour = 0
    var minute = 0
    var second = 0
    var offsetMinutes: Int?
  }

  /// The zones of RFC 5322, Central Europe's and their neighbours', in hours east of UTC.
  ///
  /// Others have names that mean different zones (IST, BST), or change with the season (ET).
  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
  ]

  /// A day with the qualifier or the time behind it.
  mutating func moment(of day: CalendarDay) throws(ArchiveDate.ParsingFailure) -> Point {
    let end = position
    if let byte = peek, byte | 0x20 == UInt8(ascii: "t"), digits(at: position + 1) > 0 {
      position += 1
    } else {
      skipComma()
      if !(take("-") || take("|") || take("@")) { _ = takeWord(["at"]) }
      skipBlanks()
    }
    guard position > end, isClockAhead else {
      position = end
      return .date(try qualified(.day(day)))
    }
    var clock = try clock()
    skipBlanks()
    clock.offsetMinutes = try zone()
    return .moment(day, try time(clock, of: day))
  }

  /// A time and the day behind it, "22:55 GMT, 26 March 2017"; nil where no time begins.
  mutating func momentStartingWithTime() throws(ArchiveDate.ParsingFailure) -> Point? {
    guard isClockAhead else { return nil }
    var clock = try clock()
    skipComma()
    _ = takeWord(["on"])
    if !isDigitAhead, !isDateWordAhead {
      clock.offsetMinutes = try zone()
    }
    skipComma()
    _ = takeWord(["on"])
    guard case .date(let date) = try plainPoint(), let day = date.period.day, date.isExact else {
      throw unrecognized
    }
    return .moment(day, try time(clock, of: day))
  }

  /// Whether one or two digits begin a time here: `10:00`, `3 pm`.
  private var isClockAhead: Bool {
    var ahead = self
    guard ahead.shortNumber() != nil else { return false }
    return ahead.peek == UInt8(ascii: ":") || ahead.takeHalfOfDay() != nil
  }

  /// What a clock shows: `10:00`, `10:00:30.125`, `3 pm`.
  mutating func clock() throws(ArchiveDate.ParsingFailure) -> Clock {
    var clock = Clock()
    guard let hour = shortNumber() else { throw unrecognized }
    clock.hour = hour
    let minute = numberAfterColon()
    clock.minute = minute ?? 0
    let second = numberAfterColon()
    clock.second = second ?? 0
    if second != nil, let byte = peek, ".,".utf8.contains(byte), digits(at: position + 1) > 0 {
      position += 1
      _ = number()
    }
    guard let isAfternoon = takeHalfOfDay() else {
      guard minute != nil else { throw unrecognized }
      return clock
    }
    guard (1...12).contains(hour) else {
      throw impossible(
        "a.m. and p.m. have hours from 1 to 12", "write the hour from 00 to 23 without them")
    }
    clock.hour = hour % 12 + (isAfternoon ? 12 : 0)
    return clock
  }

  /// Whether "p.m." stands here and not "a.m."; nil for neither.
  private mutating func takeHalfOfDay() -> Bool? {
    let start = position
    skipBlanks()
    let first = word()
    if first == "a" || first == "p", take("."), word() == "m" {
      skipPeriod()
      return first == "p"
    }
    if first == "am" || first == "pm" { return first == "pm" }
    position = start
    return nil
  }

  private mutating func numberAfterColon() -> Int? {
    guard peek == UInt8(ascii: ":"), digits(at: position + 1) == 2 else { return nil }
    position += 1
    return shortNumber()
  }

  /// Minutes east of UTC; nil where no zone is written.
  mutating func zone() throws(ArchiveDate.ParsingFailure) -> Int? {
    defer { skipComment() }
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { return try offset() }
    let start = position
    let word = word()
    guard !word.isEmpty else { return nil }
    guard let hours = DateReader.zones[word] else {
      guard (2...5).contains(word.utf8.count), word.utf8.allSatisfy({ $0 < 0x80 }) else {
        throw unrecognized
      }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      throw failure(
        "the zone “\(name)” has no offset that everybody agrees on",
        "write the offset from UTC, as in 2017-03-26T10:00+03:00")
    }
    // GMT+0300, UTC+3.
    if hours == 0, let byte = peek, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      return try offset()
    }
    return hours * 60
  }

  /// `+03:00`, `+0300`, `-5`, and the minus sign of typographers.
  private mutating func offset() throws(ArchiveDate.ParsingFailure) -> Int {
    let sign = peek == UInt8(ascii: "-") ? -1 : 1
    position += 1
    guard let number = number() else { throw unrecognized }
    switch number.digits {
    case 4: return sign * (number.value / 100 * 60 + number.value % 100)
    case 1, 2: return sign * (number.value * 60 + (numberAfterColon() ?? 0))
    default: throw unrecognized
    }
  }

  /// The zone's name in brackets behind its offset: "+0300 (Arabia Standard Time)".
  private mutating func skipComment() {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.peek == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") else { return }
    position = bytes.count
  }

  /// The time, if the day has it.
  func time(
    _ clock: Clock, of day: CalendarDay
  ) throws(ArchiveDate.ParsingFailure) -> TimeOfDay {
    if clock.hour == 24, clock.minute == 0, clock.second == 0,
      let next = CalendarDay(ordinal: day.ordinal + 1)
    {
      throw impossible(
        "there is no hour 24", "write \(next)T00:00:00, or \(day) if the time is not known")
    }
    guard clock.hour < 24 else {
      throw impossible("there is no hour \(clock.hour)", "write an hour from 00 to 23")
    }
    guard clock.minute < 60 else {
      throw impossible("there is no minute \(clock.minute)", "write a minute from 00 to 59")
    }
    let offset = clock.offsetMinutes ?? 0
    // Leap seconds are added at the end of a day of UTC alone.
    let minuteOfDay = (clock.hour * 60 + clock.minute - offset) % 1440
    let isLeap = clock.second == 60 && (minuteOfDay + 1440) % 1440 == 1439
    guard clock.second < 60 || isLeap else {
      throw impossible("there is no second \(clock.second)", "write a second from 00 to 59")
    }
    guard
      let time = TimeOfDay(
        hour: clock.hour, minute: clock.minute, second: clock.second,
        offsetMinutes: clock.offsetMinutes)
    else {
      throw impossible(
        "no zone is a day or more from UTC", "write the offset from UTC, as in +03:00")
    }
    return time
  }
}
