import Testing

@testable import ArchiveModel

@Suite struct `Dates that are not exact` {
  /// The examples of the specification (Library of Congress, "Extended Date/Time Format
  /// Specification", 2019), levels 0 and 1, as far as its years have four digits.
  @Test(arguments: [
    "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30-04:00", "1985-04-12T23:20:30+04:00", "1964/2008", "2004-06/2006-08",
    "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02", "2001-21",
    "2001-24", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX", "1985-04-XX",
    "1985-XX-XX", "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "../1985-04",
    "../1985", "1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985", "1984~/2004",
    "1984/2004?", "19XX~", "1985/20XX", "198X/199X",
  ])
  func `An example of the specification is read and written as it is`(_ text: String) throws {
    #expect(try ArchiveDate(parsing: text).description == text)
  }

  @Test(arguments: [
    ("circa 1923", "1923~"), ("c. 1923", "1923~"), ("c1923", "1923~"),
    ("ca. March 1923", "1923-03~"),
    ("About 26 March 1923", "1923-03-26~"), ("perhaps 1923", "1923?"), ("March 1923?", "1923-03?"),
    ("circa 1923?", "1923%"), ("1984?~", "1984%"), ("perhaps about 1984", "1984%"),
    ("spring 1923", "1923-21"), ("Summer of 1923", "1923-22"), ("Fall, 1923", "1923-23"),
    ("WINTER 1923", "1923-24"), ("about spring 1923", "1923-21~"),
    ("1920s", "192X"), ("the 1920s", "192X"), ("1920's", "192X"), ("the 1920’s", "192X"),
    ("201x", "201X"), ("circa the 1920s", "192X~"),
    ("1923-1925", "1923/1925"), ("1923–1925", "1923/1925"), ("1923 - 1925", "1923/1925"),
    ("1923 to 1925", "1923/1925"), ("between 1923 and 1925", "1923/1925"),
    ("from 1923 to March 1925", "1923/1925-03"), ("circa 1923–1925", "1923~/1925"),
    ("17-22 March 2017", "2017-03-17/2017-03-22"), ("17 to 22 March 2017", "2017-03-17/2017-03-22"),
    ("March 17–22, 2017", "2017-03-17/2017-03-22"), ("March 17-22, 2017", "2017-03-17/2017-03-22"),
    ("30 March to 2 April 2017", "2017-03-30/2017-04-02"), ("March-May 2017", "2017-03/2017-05"),
    ("March 2017 – May 2017", "2017-03/2017-05"),
    ("2017-03-17 to 2017-03-22", "2017-03-17/2017-03-22"),
    ("since 1985", "1985/.."), ("from 12 April 1985", "1985-04-12/.."), ("until 2004", "../2004"),
  ])
  func `What people write of an inexact date is read as EDTF`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try ArchiveDate(parsing: text).description == expected)
  }

  @Test(arguments: [
    ("2XXX", "write 192X for the 1920s, or 19XX for a year from 1900 to 1999"),
    ("2017-1X", "write a date as 2017-03-26"), ("1985-XX-12", "write 1985-XX-XX"),
    ("2004?-06-11", "write 2004-06? or 2004-06-11~"), ("Y170000002", "write a date as 2017-03-26"),
    ("Y-170000002", "write a date as 2017-03-26"), ("-1985", "write a date as 2017-03-26"),
    ("1923-25", "write 1923/1925 if years are meant"), ("2017/03", "write 2017-03"),
    ("1900s", "write 190X for ten years, or 19XX for a hundred"),
    ("1923s", "write a date as 2017-03-26"),
    ("2017-03-22/2017-03-17", "write 2017-03-17/2017-03-22"),
    ("../..", "write a date as 2017-03-26"),
    ("/", "write a date as 2017-03-26"), ("1985/1986/1987", "write a date as 2017-03-26"),
    ("2017-03-26T10:00/2017-03-27", "write 2017-03-17/2017-03-22"),
    ("2001-25", "write 2001/2025 if years are meant"),
    ("between 1985", "write a date as 2017-03-26"),
    ("spring", "write a date as 2017-03-26"), ("17 to 22 March", "write a date as 2017-03-26"),
    ("about 2017-03-26 10:00", "write a date alone, as 2017-03-26~"),
  ])
  func `What is not read is refused with a remedy`(_ text: String, _ suggestion: String) {
    #expect(parsingFailure(of: text)?.suggestion == suggestion)
  }

  @Test(arguments: [
    ("2017-03-26", "2017-03-26", "2017-03-26"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("1985", "1985-01-01", "1985-12-31"), ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"), ("192X", "1920-01-01", "1929-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"), ("2001-24", "2001-01-01", "2001-12-31"),
    ("1923~", "1923-01-01", "1923-12-31"), ("1985/1987-06", "1985-01-01", "1987-06-30"),
    ("1985/..", "1985-01-01", ""), ("/1985", "", "1985-12-31"),
    ("2017-03-26T23:00-11:00", "2017-03-26", "2017-03-26"), ("00XX", "0001-01-01", "0099-12-31"),
  ])
  func `A date has a first and a last day that it may be`(
    _ text: String, _ earliest: String, _ latest: String
  ) throws {
    let date = try ArchiveDate(parsing: text)

    #expect((date.earliest?.description ?? "") == earliest)
    #expect((date.latest?.description ?? "") == latest)
  }

  @Test(arguments: [
    ("2017-03-26?", "2017-03-26"), ("2017-03-26T10:00", "2017-03-26"), ("2017-03~", "2017-03"),
    ("2017-03-XX", "2017-03"), ("2017-21", "2017"), ("2017-XX", "2017"), ("201X", ""), ("20XX", ""),
    ("2017-03-26/2018", "2017-03-26"), ("2017-21/..", "2017"), ("201X/2015", ""), ("../2017", ""),
    ("/2017", ""),
  ])
  func `A date stands on the page of what is known of its start`(
    _ text: String, _ period: String
  ) throws {
    #expect(ArchiveDate(try ArchiveDate(parsing: text).period).description == period)
  }

  @Test func `Inexact dates stand before what they may contain`() throws {
    let order = [
      "../1984", "19XX", "198X", "1985/..", "1985/1987", "1985", "1985-21", "1985-24", "1985-XX",
      "1985~", "1985-01", "1985-01-01", "1985-04-12/1985-04-14", "1985-04-12",
      "1985-04-12T00:00:00", "1985-04-12T10:00:00", "1985-04-13", "199X",
    ]
    let dates = [.undated] + (try order.map { try ArchiveDate(parsing: $0) })

    #expect(dates.reversed().sorted() == dates)
  }

  @Test(arguments: [
    ("2017-03-26", "2017-03-26", true), ("2017-03-26", "2017-03-25", false),
    ("2017-03-26T10:00Z", "2017-03-26", false),
    ("2017-03-26T10:00+03:00", "2017-03-26T07:00Z", true),
    ("2027", "2027-12-30", false), ("2027", "2027-12-31", true), ("2027-03", "2027-03-30", false),
    ("2027-03~", "2027-03-31", true), ("202X", "2029", false), ("202X", "2030", true),
    ("2027/2028", "2028-12-31", true), ("2027/..", "9999", false), ("../2027", "2028", true),
    ("2017-03", "2017", false),
  ])
  func `What is inexact has come when its last day has`(
    _ date: String, _ now: String, _ isReached: Bool
  ) throws {
    #expect(try ArchiveDate(parsing: date).isReached(at: ArchiveDate(parsing: now)) == isReached)
  }

  @Test func `What has no date never comes`() throws {
    #expect(!ArchiveDate.undated.isReached(at: try ArchiveDate(parsing: "9999")))
    #expect(!(try ArchiveDate(parsing: "2017").isReached(at: .undated)))
  }

  @Test func `A date takes sixteen bytes`() {
    #expect(MemoryLayout<ArchiveDate>.stride == 16)
  }
}

/// Why a text is no date; nil if it is one.
func parsingFailure(of text: String) -> ArchiveDate.ParsingFailure? {
  do throws(ArchiveDate.ParsingFailure) {
    _ = try ArchiveDate(parsing: text)
    return nil
  } catch {
    return error
  }
}
