import ArchiveModel
import Recognition
import Testing

@Suite struct `Authority records` {
  private func bearers(_ text: String, _ records: [AuthorityRecord]) throws -> [String] {
    try Reading(text, records: records, as: .foreign, gazetteer: .empty).bearers
  }

  @Test func `A weak name is marked as such`() throws {
    let grande = AuthorityRecord("lise-grande", .person, "Lise Grande", weak: ["Grande"])

    #expect(
      try bearers("Lise Grande came. Grande spoke.", [grande]) == [
        "Lise Grande = lise-grande", "Grande ~ lise-grande",
      ])
  }

  @Test func `A demonym stands for its place`() throws {
    let iraq = AuthorityRecord("iraq", .place, "Iraq", demonyms: ["Iraqi", "Iraqis"])

    let reading = try Reading("Iraqis in Iraq; IRAQI men.", records: [iraq], gazetteer: .empty)

    #expect(reading.names == ["demonym Iraqis", "place Iraq", "demonym IRAQI"])
    #expect(reading.bearers == ["Iraqis = iraq", "Iraq = iraq", "IRAQI = iraq"])
  }

  @Test func `A string that is never a record hides the record's name in it`() throws {
    let us = AuthorityRecord("us", .place, "United States", names: ["US"], never: ["US Weekly"])

    #expect(try bearers("The US reads US Weekly in the US.", [us]) == ["US = us", "US = us"])
  }

  @Test func `A string that is never one record may be another`() throws {
    let us = AuthorityRecord("us", .place, "United States", names: ["US"], never: ["US Weekly"])
    let weekly = AuthorityRecord("us-weekly", .organization, "US Weekly")

    #expect(try bearers("It reads US Weekly.", [us, weekly]) == ["US Weekly = us-weekly"])
  }

  @Test func `A name of one's own may be ruled out`() throws {
    let us = AuthorityRecord("us", .place, "United States", names: ["US"], never: ["US"])

    #expect(try bearers("The US left.", [us]) == [])
  }

  @Test func `What is never a record is not the gazetteer's entry of the same id either`() throws {
    let mosul = AuthorityRecord("mosul", .place, "Mosul City", never: ["Mosul"])

    // A place it is, by its look; but not that one.
    #expect(try Reading("He left Mosul.", records: [mosul]).bearers == ["Mosul = ?"])
  }

  @Test func `A name that two records claim belongs to neither`() throws {
    let records = [
      AuthorityRecord("doe-1", .person, "Jane Doe", names: ["Doe Jane"]),
      AuthorityRecord("doe-2", .person, "Jane Doe"),
    ]

    #expect(
      try bearers("Jane Doe is Doe Jane.", records) == ["Jane Doe = ?", "Doe Jane = doe-1"])
  }

  @Test func `A name that records of two kinds claim is neither's, nor the gazetteer's`() throws {
    let records = [
      AuthorityRecord("washington-city", .place, "Washington"),
      AuthorityRecord("washington-man", .person, "Washington"),
    ]

    #expect(try bearers("He saw Washington.", records) == [])
    #expect(try Reading("He saw Washington.", records: records).bearers == ["Washington = ?"])
  }

  @Test func `A strong name takes precedence over another record's weak one`() throws {
    let records = [
      AuthorityRecord("bush-jr", .person, "George W. Bush", weak: ["Bush"]),
      AuthorityRecord("bush", .organization, "Bush"),
    ]

    #expect(try bearers("He saw Bush.", records) == ["Bush = bush"])
  }

  @Test(arguments: [
    ("It began in May and ended on May 5.", []),
    ("Late May was cold; early March too.", []),
    ("May I speak? May the best win.", []),
    ("Theresa May spoke. Then May left.", ["Theresa May = may", "May ~ may"]),
  ])
  func `A month is no person`(_ text: String, _ expected: [String]) throws {
    let may = AuthorityRecord("may", .person, "Theresa May", weak: ["May"])

    #expect(try bearers(text, [may]) == expected)
  }

  @Test func `Ten thousand records cost a text nothing`() throws {
    let records = (0..<10_000).map { AuthorityRecord("r\($0)", .person, "Jane Number\($0)") }

    #expect(try bearers("Jane Number7777 left.", records) == ["Jane Number7777 = r7777"])
  }
}
