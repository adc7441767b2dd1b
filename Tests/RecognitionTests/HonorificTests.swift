import ArchiveModel
import Recognition
import Testing

@Suite struct `Titles beside a name` {
  private static let records = [
    "Barack Obama", "Omar Haddad", "Amos Green", "Haider al-Abadi", "Abdul Sattar al-Habbo",
    "Jane Doe", "John Kerry", "Jimmy Carter", "Lise Grande", "Michael Jordan",
  ].map { AuthorityRecord(Slug($0).description, .person, $0) }

  @Test(arguments: [
    ("Then President Barack Obama spoke.", ["President"]),
    ("Lt. Col. Omar Haddad and the Rev. Amos Green met.", ["Lt. Col.", "Rev."]),
    ("Iraqi Prime Minister Haider al-Abadi spoke.", ["Prime Minister"]),
    ("Mosul Mayor Abdul Sattar al-Habbo spoke.", ["Mayor"]),
    ("Then Vice-President Jane Doe spoke.", ["Vice-President"]),
    ("Then Secretary of State John Kerry spoke.", ["Secretary of State"]),
    ("Then former president Jimmy Carter spoke.", ["former president"]),
    ("Then party leader Jane Doe spoke.", ["party leader"]),
    ("Mr. Omar Haddad met Lise Grande.", ["Mr.", "-"]),
    ("In general Michael Jordan plays well.", ["-"]),
    ("He saw the President. Barack Obama spoke.", ["-"]),
    ("The President\n\nBarack Obama spoke.", ["-"]),
    ("Chief\nExecutive Jane Doe spoke.", ["Chief\nExecutive"]),
  ])
  func `Are found, and are no part of it`(_ text: String, _ expected: [String]) throws {
    let bytes = Array(text.utf8)

    let persons = try Reading(text, records: Self.records).annotation.mentions.filter {
      $0.kind == .person
    }

    let honorifics = persons.map { mention in
      mention.honorific.map {
        String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
      } ?? "-"
    }
    #expect(honorifics == expected)
  }

  @Test func `Are not said of a name that has them in it`() throws {
    let record = AuthorityRecord("pope", .person, "Pope Francis")

    let reading = try Reading("Then Pope Francis spoke.", records: [record])

    #expect(reading.annotation.mentions.map(\.honorific) == [nil])
  }
}
