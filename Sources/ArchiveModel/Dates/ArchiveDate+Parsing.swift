extension ArchiveDate {
  /// Why a text is no date, in words for its author.
  public struct ParsingFailure: Error, Sendable, Hashable {
    /// Whether the form is right and the calendar says no: 30 February.
    public var isImpossible: Bool
    /// The rule that was broken: "February 2017 has 28 days".
    public var rule: String
    /// What to write instead.
    public var suggestion: String
  }

  /// Reads a date in EDTF, or as people write it.
  ///
  /// - EDTF level 0: `2017`, `2017-03`, `2017-03-26`, `2004-06/2006-08`; with a time after `T` or a
  ///   blank, seconds optional, fractions of them dropped, the zone `Z`, `+02:00` or none.
  /// - Level 1: `201X`, `19XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX`, the seasons `2001-21` to
  ///   `2001-24`, `?`, `~` or `%` behind a date, `1985/..`, `1985/`, `../2004`, `/2004`.
  /// - People's: `26 March 2017`, `March 26th, 2017`, `Sunday, 26 March 2017 at 10:05 a.m. EST`,
  ///   `22:55 GMT, 26 March 2017`, `circa March 1923`, `spring 1923`, `the 1920s`,
  ///   `17 to 22 March 2017`, `1923-1925`, `since 1985`, `2017/3/26`, `20170326`.
  ///
  /// Forms that read differently here and there (`03/04/2017`) are refused, and the failure names
  /// the readings. No allocation for `2017-03-26`; at most 80 bytes are read.
  public init(parsing text: String) throws(ParsingFailure) {
    if let day = ArchiveDate.plainDay(text.utf8.span) {
      self = .day(day)
      return
    }
    var reader = DateReader(bytes: Array(text.utf8.prefix(DateReader.maximumBytes + 1)))
    self = try reader.date()
  }

  /// Exactly `2017-03-26`, as nearly every article has it; nil for all else.
  private static func plainDay(_ text: Span<UInt8>) -> CalendarDay? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for i in range {
        let digit = text[i] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)
  }
}
