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
  ])
  func `A date that no calendar has names the nearest real one`(
    _ text: String, _ rule: String, _ suggestion: String
  ) {
    let failure = failure(of: text)

    #expect(failure?.isImpossible == true)
    #expect(failure?.rule == rule)
    #expect(failure?.suggestion == suggestion)
  }

  @Test(arguments: [
    ("03/04/2017", "write 2017-03-04 or 2017-04-03"), ("26/03/2017", "write 2017-03-26"),
    ("26.03.2017", "write 2017-03-26"), ("yesterday", "write a date as 2017-03-26"),
    ("1490486400", "write a date as 2017-03-26"), ("", "write a date as 2017-03-26"),
    ("0000-01-01", "write a date as 2017-03-26"), ("99999-01-01", "write a date as 2017-03-26"),
    ("2017-03-26 in the morning", "write a date as 2017-03-26"),
    ("-1", "write a date as 2017-03-26"),
  ])
  func `What is no date is refused with a remedy`(_ text: String, _ suggestion: String) {
    let failure = failure(of: text)

    #expect(failure?.isImpossible == false)
    #expect(failure?.suggestion == suggestion)
  }

  @Test func `No text crashes the reader`() {
    let pieces = [
      "2017", "-", "/", "03", "26", "T", " ", "March", ":", "+", "99", ",", ".", "é", "Sun",
    ]
    var seed: UInt64 = 7
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<6 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      if let date = try? ArchiveDate(parsing: text) {
        #expect((1...9999).contains(date.year ?? 0), "\(text)")
      }
    }
  }

  private func failure(of text: String) -> ArchiveDate.ParsingFailure? {
    do throws(ArchiveDate.ParsingFailure) {
      _ = try ArchiveDate(parsing: text)
      return nil
    } catch {
      return error
    }
  }
}
