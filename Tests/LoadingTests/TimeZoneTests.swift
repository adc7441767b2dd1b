import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Times without a zone` {
  @Test func `They take the archive's, and say so`() throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      time_zone: +03:00
      -- Content/articles/talks.md --
      ---
      date: 2017-03-26 10:00
      updated: 2017-03-27T09:00:00Z
      embargo: 2017-03-26T12:00:00
      ---
      Text.
      """)
    let article = Source.read("articles/talks.md", in: try folder.open()).article

    #expect(article.date.description == "2017-03-26T10:00:00+03:00")
    #expect(article.updated.description == "2017-03-27T09:00:00Z")
    #expect(article.embargo.description == "2017-03-26T12:00:00+03:00")
    #expect(article.inferred.contains(.timeZone))
  }

  @Test func `A date without a time never gets either`() {
    let source = Source(
      Array("---\ndate: 2017-03-26\n---\nText.\n".utf8), path: "articles/a.md", shownAs: "a.md",
      timeZone: TimeZone(fixedOffset: "+03:00"))

    #expect(source.article.date.description == "2017-03-26")
    #expect(!source.article.inferred.contains(.timeZone))
  }

  @Test(arguments: [
    ("+03:00", 10_800), ("-0430", -16_200), ("+2", 7200), ("+02", 7200), ("Z", 0),
    ("-00:30", -1800),
  ])
  func `An offset needs no database`(_ text: String, _ seconds: Int) {
    #expect(TimeZone(fixedOffset: text)?.firstOffset == seconds)
  }

  @Test(arguments: ["", "+", "3", "+24:00", "+03:60", "+3:00", "+030", "+03:0", "+0:300", "03:00"])
  func `What is no offset is none`(_ text: String) { #expect(TimeZone(fixedOffset: text) == nil) }
}

@Suite struct `Time zones` {
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-03-26T01:59:59", 60),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-03-26T02:30:00", 60),  // Jumped over.
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-03-26T03:00:00", 120),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-10-29T02:59:59", 120),  // Came twice: the first.
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2017-10-29T03:00:00", 60),
    ("EST5EDT,M3.2.0,M11.1.0", "2017-03-12T03:00:00", -240),
    ("EST5EDT,M3.2.0,M11.1.0", "2017-12-31T23:59:59", -300),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2017-01-01T00:00:00", 660),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2017-07-01T00:00:00", 600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2017-01-15T12:00:00", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2017-07-15T12:00:00", 60),
    ("<+0330>-3:30<+0430>,J79/24,J263/24", "2017-03-21T01:00:00", 270),
    ("<+0330>-3:30<+0430>,J79/24,J263/24", "2016-03-20T23:00:00", 210),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-30T23:59:00", -120),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:00:00", -60),
    ("<+03>-3", "2017-07-01T00:00:00", 180),
    ("X<a", "2017-07-01T00:00:00", nil),
  ])
  func `A rule of POSIX tells the offset of each hour`(_ rule: String, _ text: String, _ want: Int?)
    throws
  {
    let rule = ZoneRule(posix: rule.utf8)
    #expect((rule == nil) == (want == nil))
    guard let rule else { return }
    let zone = TimeZone(name: "X", firstOffset: 0, rule: rule)

    #expect(try settled(text, in: zone) == want)
  }

  @Test(arguments: [
    "", "A", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1x",
    "<CET-1", "CET-99",
  ])
  func `What is no rule is none`(_ text: String) { #expect(ZoneRule(posix: text.utf8) == nil) }

  @Test func `A file's changes hold until its rule does`() throws {
    let file = zoneFile(
      offsets: [2 * 3600 + 900, 7200, 10_800], changes: [(0, 1), (1_000_000_000, 2)],
      rule: "<+04>-4")
    let zone = try #require(ZoneFile(file).zone(named: "X"))

    #expect(try settled("1969-12-31T23:00:00", in: zone) == 135)
    #expect(try settled("1970-01-01T03:00:00", in: zone) == 120)
    #expect(try settled("2001-09-09T03:46:39", in: zone) == 120)
    // 1,000,000,000 is 01:46:40 UTC on 9 September 2001, when clocks jump to 04:46:40.
    #expect(try settled("2001-09-09T04:46:39", in: zone) == 120)
    #expect(try settled("2001-09-09T04:46:40", in: zone) == 240)
  }

  @Test func `No bytes make the reader of zones crash`() {
    var file = zoneFile(
      offsets: [0, 3600], changes: [(5, 1), (9, 0)], rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    for end in file.indices { _ = ZoneFile(Array(file[..<end])).zone(named: "X") }
    for index in file.indices {
      let byte = file[index]
      for change in [0x00, 0x7F, 0x80, 0xFF] as [UInt8] {
        file[index] = change
        let zone = ZoneFile(file).zone(named: "X")
        _ = zone?.offsetSeconds(at: 1_500_000_000)
        _ = zone?.offsetSeconds(at: .min / 2)
      }
      file[index] = byte
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/localtime", "localtime", "Asia", "", "right/UTC", "a b",
  ])
  func `A name cannot leave the database`(_ name: String) throws {
    let database = try TemporaryArchive("-- zone.tab --\nIQ\t+3321\tAsia/Baghdad\n")
    #expect(throws: TimeZone.Failure.self) { try TimeZone.named(name, in: database.root) }
  }

  @Test func `An unknown zone is an error with the nearest name, where there is a database`() throws
  {
    do throws(TimeZone.Failure) {
      _ = try TimeZone.named("Asia/Bagdad")
      Issue.record("Asia/Bagdad is no zone")
    } catch {
      guard case .unknown(let nearest) = error else { return }
      #expect(nearest == "Asia/Baghdad")
    }
  }

  private func settled(_ text: String, in zone: TimeZone) throws -> Int? {
    let date = try #require(zone.settled(try ArchiveDate(parsing: text)))
    guard case .moment(_, let time) = date else { return nil }
    return time.offsetMinutes
  }

  /// A file of version 2; its first part is empty but for a type.
  private func zoneFile(offsets: [Int], changes: [(Int, UInt8)], rule: String) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    func part(_ offsets: [Int], _ changes: [(Int, UInt8)]) -> [UInt8] {
      var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, 0, changes.count, offsets.count, 4] { bytes += number(count, 4) }
      for change in changes { bytes += number(change.0, 8) }
      bytes += changes.map(\.1)
      for offset in offsets { bytes += number(offset, 4) + [0, 0] }
      return bytes + Array("ABC\0".utf8)
    }
    return part([0], []) + part(offsets, changes) + Array("\n\(rule)\n".utf8)
  }
}
