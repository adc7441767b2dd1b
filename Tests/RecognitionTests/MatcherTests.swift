import ArchiveModel
import Recognition
import Testing

@Suite struct `Names of lists in a text` {
  private static let records = [
    AuthorityRecord(
      "islamic-state", .organization, "Islamic State", names: ["IS", "ISIS", "Daesh"]),
    AuthorityRecord("pmf", .organization, "Popular Forces", names: ["Hashd al-Sha'abi"]),
    AuthorityRecord("sao", .place, "São Tomé"),
    AuthorityRecord("guinea", .place, "Guinea-Bissau"),
    AuthorityRecord("att", .organization, "AT&T"),
    AuthorityRecord("us", .place, "United States", names: ["US", "U.S."]),
  ]

  private func bearers(_ text: String) throws -> [String] {
    // As in another language, where the tagger adds no names of its own.
    try Reading(text, records: Self.records, as: .foreign, gazetteer: .empty).bearers
  }

  @Test(arguments: [
    "Hashd al-Sha'abi", "Hashd al-Sha’abi", "Hashd al-Sha‘abi", "Hashd al-Shaʻabi",
    "Hashd al-Shaʼabi", "Hashd al-Sha`abi", "Hashd al‑Sha'abi", "Hashd al–Sha'abi",
    "Hashd\u{A0}al-Sha'abi", "Hashd\n al-Sha'abi", "Hashd  al-Sha'abi", "Ha\u{AD}shd al-Sha'abi",
    "Hashd al-Sha\u{200B}'abi", "Hashd Al-Sha'abi", "HASHD AL-SHA'ABI", "Hâshd al-Shā'abī",
    "Hashd al-Sha\u{301}'abi",
  ])
  func `Apostrophes, hyphens, blanks and marks make no difference`(_ surface: String) throws {
    let found = try bearers("The \(surface) fighters left.")

    #expect(found == ["\(surface) = pmf"])
  }

  @Test(arguments: [
    "The Hashd al-Sha\n\n'abi left.", "The Hashd\n\nal-Sha'abi left.", "The hashd al-sha'abi left.",
    "The Hashd alSha'abi left.", "The Hashd al-Sha'abis left.",
  ])
  func `A blank line, other letters or small letters make a difference`(_ text: String) throws {
    #expect(try bearers(text) == [])
  }

  @Test func `A homoglyph is not the letter it looks like`() throws {
    #expect(try bearers("The D\u{430}esh group left.") == [])
  }

  @Test(arguments: [
    ("Daesh's men, Daesh’s arms, “Daesh”, (Daesh), Daesh-held: Daesh", 6),
    ("Daeshed xDaesh Daesh1 1Daesh Daesh\u{301}s DaeshÉ ÉDaesh", 0),
    ("daesh.Daesh@example.com Daesh.org #Daesh Daesh_x", 0),
  ])
  func `A name is a whole word`(_ text: String, _ count: Int) throws {
    #expect(try bearers("He saw " + text).count == count)
  }

  @Test(arguments: [
    ("It is said that IS is weak.", ["IS = islamic-state"]),
    ("It told us that US troops came.", ["US = us"]),
    ("Is it so? This is it.", []),
    ("THIS IS THE LAST OF US", []),
    ("“THIS IS ENOUGH,” said the man to us.", []),
    ("U.S. and US and u.s. and us", ["U.S. = us", "US = us"]),
    ("ISLAMIC STATE fighters left.", ["ISLAMIC STATE = islamic-state"]),
    ("ISLAMIC State fighters left the islamic state, Islamic state.", []),
  ])
  func `Casing tells names from words`(_ text: String, _ expected: [String]) throws {
    #expect(try bearers(text) == expected)
  }

  @Test func `A case-sensitive record matches only as it is written`() throws {
    let records = [
      AuthorityRecord("may", .person, "Theresa May", names: ["Maybot"], isCaseSensitive: true)
    ]

    let reading = try Reading(
      "THERESA MAY, Theresa May, MAYBOT and Maybot.", records: records, as: .foreign,
      gazetteer: .empty)

    #expect(reading.bearers == ["Theresa May = may", "Maybot = may"])
  }

  @Test func `The longest name wins`() throws {
    let records = [
      AuthorityRecord("iraq", .place, "Iraq"),
      AuthorityRecord("ibc", .organization, "Iraq Body Count"),
    ]

    let reading = try Reading(
      "In Iraq the group Iraq Body Count counts; Iraq Body does not.", records: records,
      as: .foreign, gazetteer: .empty)

    #expect(reading.bearers == ["Iraq = iraq", "Iraq Body Count = ibc", "Iraq = iraq"])
  }

  @Test func `A longer name of the gazetteer wins over a shorter one of a record`() throws {
    let records = [AuthorityRecord("york", .place, "York")]

    let reading = try Reading("From York to New York.", records: records)

    #expect(reading.bearers == ["York = york", "New York = new-york"])
  }

  @Test func `A record wins over the gazetteer`() throws {
    let records = [AuthorityRecord("my-mosul", .place, "Mosul")]

    #expect(try Reading("In Mosul.", records: records).bearers == ["Mosul = my-mosul"])
  }

  @Test(arguments: ["", " ", "-", "...", "a", "(a+)+$", "1999", "\u{200B}"])
  func `What is no name matches nothing`(_ name: String) throws {
    let records = [AuthorityRecord("x", .organization, "Xyzzy", names: [name])]

    let reading = try Reading(
      "A man, a plan - a canal ... (a+)+$ in 1999.", records: records, gazetteer: .empty)

    #expect(reading.bearers == [])
  }

  @Test func `A name may hold digits and signs`() throws {
    #expect(
      try bearers("Then AT&T paid Guinea-Bissau and Sao Tome.") == [
        "AT&T = att", "Guinea-Bissau = guinea", "Sao Tome = sao",
      ])
  }
}
