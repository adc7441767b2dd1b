extension DateReader {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = ArchiveDate.monthNames.map { $0.lowercased() }
  private static let seasons: [String: PartialDate.Season] = [
    "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
  ]
  private static let doubts: [String: PartialDate.Qualifier] = [
    "circa": .approximate, "c": .approximate, "ca": .approximate, "about": .approximate,
    "around": .approximate, "approximately": .approximate, "approx": .approximate,
    "perhaps": .uncertain, "possibly": .uncertain, "probably": .uncertain,
  ]

  /// One date with the doubts in front of and behind it: "circa March 1923", "March 1923?".
  mutating func point() throws(ArchiveDate.ParsingFailure) -> Point {
    var qualifier = PartialDate.Qualifier.certain
    while let doubt = takeDoubt() { qualifier = qualifier.and(doubt) }
    _ = takeWord(["the"])
    let point = if let moment = try momentStartingWithTime() { moment } else { try plainPoint() }
    guard qualifier != .certain else { return point }
    guard case .date(let date) = point else {
      throw failure("a time of day cannot be about right", "write a date alone, as 2017-03-26~")
    }
    return .date(date.qualified(date.qualifier.and(qualifier)))
  }

  /// One date without doubts in front of it, that does not begin with its time.
  mutating func plainPoint() throws(ArchiveDate.ParsingFailure) -> Point {
    isDigitAhead ? try pointStartingWithNumber() : try pointStartingWithWord()
  }

  /// Whether a weekday or a month stands here.
  var isDateWordAhead: Bool {
    var ahead = self
    let word = ahead.word()
    return DateReader.month(named: word) != nil || DateReader.isWeekday(word) || word == "the"
  }

  private static func isWeekday(_ word: String) -> Bool {
    word.utf8.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  private mutating func takeDoubt() -> PartialDate.Qualifier? {
    guard !isDigitAhead else { return nil }
    let start = position
    guard let doubt = DateReader.doubts[word()] else {
      position = start
      return nil
    }
    skipPeriod()
    skipBlanks()
    return doubt
  }

  // MARK: The forms

  /// A weekday, then any form; a season; `March 26, 2017`, `March 2017`.
  private mutating func pointStartingWithWord() throws(ArchiveDate.ParsingFailure) -> Point {
    let start = position
    let word = word()
    if DateReader.isWeekday(word) {
      skipPeriod()
      skipComma()
      _ = takeWord(["the"])
      return isDigitAhead ? try pointStartingWithNumber() : try pointInWords(day: nil)
    }
    if let season = DateReader.seasons[word] {
      skipComma()
      _ = takeWord(["of"])
      guard let year = year() else { throw unrecognized }
      try check(year: year)
      return .date(try qualified(.season(season, year)))
    }
    position = start
    return try pointInWords(day: nil)
  }

  /// `March 26, 2017`, `March 2017`; behind a day `March 2017`; or parts whose year comes later.
  mutating func pointInWords(day: Int?) throws(ArchiveDate.ParsingFailure) -> Point {
    var parts = Parts(day: day)
    if day != nil {
      skipOrdinalSuffix()
      if isRangeAhead { return .parts(parts) }
      skipBlanks()
      _ = takeWord(["of"])
      if peek == UInt8(ascii: "-") { position += 1 }
    }
    parts.month = try month()
    if parts.day == nil {
      skipBlanks()
      parts.day = shortNumber()
      if parts.day != nil { skipOrdinalSuffix() }
    }
    if isRangeAhead { return .parts(parts) }
    if let moment = try momentBeforeYear(parts) { return moment }
    if peek == UInt8(ascii: "-") { position += 1 }
    skipComma()
    _ = takeWord(["of"])
    guard let year = year(), let month = parts.month else { throw unrecognized }
    try check(year: year, month: month)
    guard let day = parts.day else { return .date(try qualified(.month(year: year, month: month))) }
    return try moment(of: calendarDay(year, month, day))
  }

  /// "Mar 26 10:00:00 +0000 2017", as Unix and some interfaces write it.
  private mutating func momentBeforeYear(
    _ parts: Parts
  ) throws(ArchiveDate.ParsingFailure) -> Point? {
    guard let month = parts.month, let day = parts.day else { return nil }
    var ahead = self
    ahead.skipBlanks()
    guard ahead.shortNumber() != nil, ahead.peek == UInt8(ascii: ":") else { return nil }
    skipBlanks()
    var clock = try clock()
    skipBlanks()
    if digits(at: position) != 4 { clock.offsetMinutes = try zone() }
    skipBlanks()
    guard let year = year() else { throw unrecognized }
    let calendarDay = try calendarDay(year, month, day)
    return .moment(calendarDay, try time(clock, of: calendarDay))
  }

  /// "28, 2017" behind "March 26-".
  mutating func dayAndYear(
    after parts: Parts
  ) throws(ArchiveDate.ParsingFailure) -> PartialDate? {
    guard let month = parts.month, parts.day != nil else { return nil }
    var ahead = self
    guard let day = ahead.shortNumber() else { return nil }
    ahead.skipOrdinalSuffix()
    ahead.skipComma()
    guard let year = ahead.year() else { return nil }
    self = ahead
    return .day(try calendarDay(year, month, day))
  }

  /// Whether this is the first part of "17-22 March 2017", "March to May 2017".
  private var isRangeAhead: Bool {
    var ahead = self
    ahead.skipBlanks()
    let isTight = ahead.position == position
    if ahead.takeWord(["to", "until", "till", "and"]) != nil
      || ahead.take("\u{2013}") || ahead.take("\u{2014}")
    {
      return true
    }
    guard ahead.take("-") else { return false }
    // `26-Mar-2017` and `Mar-26` are one date.
    if !isTight { return true }
    let digits = ahead.digits(at: ahead.position)
    if digits > 0 { return digits <= 2 && bytes.count > ahead.position + digits }
    let word = ahead.word()
    return DateReader.month(named: word) != nil && ahead.peek != UInt8(ascii: "-")
      && ahead.peek != UInt8(ascii: ".")
  }

  // MARK: Words

  /// Four digits.
  private mutating func year() -> Int? {
    guard let year = number(), year.digits == 4 else { return nil }
    return year.value
  }

  /// The name of a month, with its period.
  private mutating func month() throws(ArchiveDate.ParsingFailure) -> Int {
    let word = word()
    guard let month = DateReader.month(named: word) else { throw notAMonth(word) }
    skipPeriod()
    return month
  }

  /// A month by its English name, or the first three letters of it or more.
  static func month(named word: String) -> Int? {
    if word == "sept" { return 9 }
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// What a word in the place of a month is: a slip, or another language's.
  private func notAMonth(_ word: String) -> ArchiveDate.ParsingFailure {
    guard word.utf8.count > 2, bytes.indices.contains(where: { digits(at: $0) == 4 }) else {
      return unrecognized
    }
    let suggestion =
      Spelling.nearest(to: word, in: DateReader.months)
      .flatMap { DateReader.month(named: $0) }.map { "write \(ArchiveDate.monthName($0))" }
    return failure(
      "“\(word)” is not the English name of a month",
      suggestion ?? "write a date as 2017-03-26, its month as a number")
  }

  mutating func skipPeriod() {
    if peek == UInt8(ascii: ".") { position += 1 }
  }

  /// A comma with the blanks around it.
  mutating func skipComma() {
    skipBlanks()
    if peek == UInt8(ascii: ",") { position += 1 }
    skipBlanks()
  }

  /// The "st" of 1st.
  private mutating func skipOrdinalSuffix() {
    let start = position
    switch word() {
    case "st", "nd", "rd", "th": break
    default: position = start
    }
  }
}
