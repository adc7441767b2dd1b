import Testing

@testable import ArchiveModel

@Suite struct `Dates as people write them` {
  @Test(arguments: [
    ("2017", "2017"), ("2017-03", "2017-03"), ("2017-03-26", "2017-03-26"),
    ("2017-3-5", "2017-03-05"), ("20170326", "2017-03-26"), ("2017/03/26", "2017-03-26"),
    (" 2017-03-26 ", "2017-03-26"), ("0079-10-24", "0079-10-24"), ("2016-02-29", "2016-02-29"),
    ("2017-03-26T09:00", "2017-03-26T09:00:00"), ("2017-03-26 09:00:30", "2017-03-26T09:00:30"),
    ("2017-03-26t09:00:00z", "2017-03-26T09:00:00Z"),
    ("2017-03-26T09:00:00.125Z", "2017-03-26T09:00:00Z"),
    ("2017-03-26T09:00:00+02:00", "2017-03-26T09:00:00+02:00"),
    ("2017-03-26 09:00:00 -0430", "2017-03-26T09:00:00-04:30"),
    ("2017-03-26 09:00 UTC", "2017-03-26T09:00:00Z"),
    ("26 March 2017", "2017-03-26"), ("26-Mar-2017", "2017-03-26"), ("1st May 2017", "2017-05-01"),
    ("March 26, 2017", "2017-03-26"), ("Mar. 26, 2017", "2017-03-26"),
    ("Sept. 9, 2014", "2014-09-09"), ("March 2017", "2017-03"),
    ("Sunday, March 26, 2017", "2017-03-26"),
    ("Sun, 26 Mar 2017 10:00:00 +0300", "2017-03-26T10:00:00+03:00"),
    ("MARCH 26, 2017", "2017-03-26"), ("26th of March, 2017", "2017-03-26"),
    ("Sunday, the 26th of March 2017", "2017-03-26"), ("March, 2017", "2017-03"),
    ("2017 March 26", "2017-03-26"), ("2017.3.26", "2017-03-26"), ("1 Sept. 2017", "2017-09-01"),
    ("2017-03-26 10:00 EST", "2017-03-26T10:00:00-05:00"),
    ("2017-03-26 10:00 GMT", "2017-03-26T10:00:00Z"),
    ("2017-03-26 10:00 +03:00", "2017-03-26T10:00:00+03:00"),
    ("2017-03-26 10:00 UTC+3", "2017-03-26T10:00:00+03:00"),
    ("March 26, 2017 at 10:00 a.m.", "2017-03-26T10:00:00"),
    ("March 26, 2017 3:05pm", "2017-03-26T15:05:00"),
    ("March 26, 2017, 3 PM", "2017-03-26T15:00:00"),
    ("2017-03-26 12:30 am", "2017-03-26T00:30:00"),
    ("2017-03-26 12:30 p.m.", "2017-03-26T12:30:00"),
    ("26 March 2017, 10:05 p.m. EDT", "2017-03-26T22:05:00-04:00"),
    ("10:05 p.m. EDT, 26 March 2017", "2017-03-26T22:05:00-04:00"),
    ("10:05 on Sunday, March 26, 2017", "2017-03-26T10:05:00"),
    ("March 26, 2017 | 3:05 pm", "2017-03-26T15:05:00"),
    ("26 March 2017 - 15:05", "2017-03-26T15:05:00"),
    ("Sun Mar 26 10:00:00 2017", "2017-03-26T10:00:00"),
    ("Sun Mar 26 10:00:00 +0000 2017", "2017-03-26T10:00:00Z"),
    ("Sun Mar 26 10:00:00 UTC 2017", "2017-03-26T10:00:00Z"),
    ("Sun Mar 26 2017 10:00:00 GMT+0300 (Arabia Standard Time)", "2017-03-26T10:00:00+03:00"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ("2016-12-31T18:59:60-05:00", "2016-12-31T18:59:59-05:00"),
  ])
  func `A date is read as exactly as it is written`(_ text: String, _ expected: String) throws {
    #expect(try ArchiveDate(parsing: text).description == expected)
  }

  @Test(arguments: [
    (
      "2017-02-30", "February 2017 has 28 days",
      "write 2017-02-28, or 2017-02 if the day is not known"
    ),
    (
      "31 April 2017", "April 2017 has 30 days",
      "write 2017-04-30, or 2017-04 if the day is not known"
    ),
    ("2017-13-01", "there is no month 13", "write a month from 01 to 12"),
    ("2017-03-26T25:00:00Z", "there is no hour 25", "write an hour from 00 to 23"),
    ("2017-03-00", "there is no day 0", "write 2017-03 if the day is not known"),
    (
      "29 February 1900", "February 1900 has 28 days",
      "write 1900-02-28, or 1900-02 if the day is not known"
    ),
    (
      "2016-12-31 24:00", "there is no hour 24",
      "write 2017-01-01T00:00:00, or 2016-12-31 if the time is not known"
    ),
    ("2017-03-26T10:60", "there is no minute 60", "write a minute from 00 to 59"),
    ("2017-03-26T10:00:60Z", "there is no second 60", "write a second from 00 to 59"),
    (
      "2017-03-26 13:00 p.m.", "a.m. and p.m. have hours from 1 to 12",
      "write the hour from 00 to 23 without them"
    ),
    (
      "30-31 April 2017", "April 2017 has 30 days",
      "write 2017-04-30, or 2017-04 if the day is not known"
    ),
  ])
  func `A date that no calendar has names the nearest real one`(
    _ text: String, _ rule: String, _ suggestion: String
  ) {
    let failure = parsingFailure(of: text)

    #expect(failure?.isImpossible == true)
    #expect(failure?.rule == rule)
    #expect(failure?.suggestion == suggestion)
  }

  @Test(arguments: [
    ("03/04/2017", "write 2017-03-04 or 2017-04-03"), ("26/03/2017", "write 2017-03-26"),
    ("26.03.2017", "write 2017-03-26"), ("yesterday", "write a date as 2017-03-26"),
    ("1490486400", "write 2017-03-26T00:00:00Z"), ("1490486400000", "write 2017-03-26T00:00:00Z"),
    ("3/26/2017 10:00", "write 2017-03-26"), ("03/26/17", "write a date as 2017-03-26"),
    ("26 mars 2017", "write a date as 2017-03-26, its month as a number"),
    ("26 août 2017", "write a date as 2017-03-26, its month as a number"),
    ("26 Marhc 2017", "write March"), ("2017-085", "write a date as 2017-03-26"),
    ("10:00 10:00 2017-03-26", "write a date as 2017-03-26"),
    ("2017-W12-7", "write a date as 2017-03-26"), ("2017-03-26T", "write a date as 2017-03-26"),
    ("2017-03-26 10:00 IST", "write the offset from UTC, as in 2017-03-26T10:00+03:00"),
    ("", "write a date as 2017-03-26"),
    ("0000-01-01", "write a date as 2017-03-26"), ("99999-01-01", "write a date as 2017-03-26"),
    ("2017-03-26 in the morning", "write a date as 2017-03-26"),
    ("-1", "write a date as 2017-03-26"),
  ])
  func `What is no date is refused with a remedy`(_ text: String, _ suggestion: String) {
    let failure = parsingFailure(of: text)

    #expect(failure?.isImpossible == false)
    #expect(failure?.suggestion == suggestion)
  }

  @Test func `Whatever is read of any text is read again from EDTF`() throws {
    let pieces = [
      "2017", "-", "/", "03", "26", "T", " ", "March", ":", "+", "99", ",", ".", "é", "Sun", "X",
      "XX", "?", "~", "%", "..", "1920s", "to", "circa", "–", "spring", "since", "201", "pm", "'",
    ]
    var seed: UInt64 = 7
    for _ in 0..<100_000 {
      var text = ""
      for _ in 0..<Int(seed >> 40 % 7) + 1 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      if let date = try? ArchiveDate(parsing: text) {
        #expect(try ArchiveDate(parsing: date.description) == date, "\(text)")
      }
    }
  }

  @Test func `A day is read if, and only if, the calendar has it`() {
    for year in 1...9999 {
      for month in 1...12 {
        for day in 29...31 {
          let isReal = CalendarDay(year: year, month: month, day: day) != nil
          let text = "\(String(year + 10_000).dropFirst())-\(month < 10 ? "0" : "")\(month)-\(day)"
          if ((try? ArchiveDate(parsing: text)) != nil) != isReal { Issue.record("\(text)") }
        }
      }
    }
  }

  @Test func `No bytes crash the reader`() {
    var random = SplitMix64(state: 11)
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if let date = try? ArchiveDate(parsing: String(decoding: bytes, as: UTF8.self)) {
        #expect(date != .undated)
      }
    }
  }
}
