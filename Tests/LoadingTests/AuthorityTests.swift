import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Authority records` {
  private func archive(_ records: String, _ more: String = "") throws -> Archive {
    try TemporaryArchive(
      "-- Content/archive.yml --\ntitle: T\n-- Content/authorities/a.yml --\n\(records)\n\(more)"
    ).open()
  }

  @Test func `Every key is read`() throws {
    let archive = try archive(
      """
      # An armed group.
      islamic-state:
        type: organization
        name: Islamic State
        names: [ISIS, ISIL, Daesh]
        weak: [IS, the group]
        previous:
          - {name: Al-Qaeda in Iraq, from: 2004, to: 2006}
        never: [State]
        same_as: [https://www.wikidata.org/entity/Q2429253]
        not_same_as: [mosul]
        summary: An armed group.
        note: |
          First line.

          *Second* paragraph.
        page: always
        index: false
        case_sensitive: true
        former_ids: [isis]
      mosul:
        type: place
        name: Mosul
        demonyms: [Moslawi]
        geo: {lat: 36.34, lon: 43.13, country: IQ, precision: city, geonames: 99072}
        reviewed: {date: 2026-01-04, by: editor}
      """)

    #expect(archive.diagnostics == [])
    #expect(archive.authorities.map(\.id.description) == ["islamic-state", "mosul"])
    let group = try #require(archive.authorities.first)
    #expect(group.kind == .organization)
    #expect(group.name == "Islamic State")
    #expect(group.names == ["ISIS", "ISIL", "Daesh", "Al-Qaeda in Iraq"])
    #expect(group.weak == ["IS", "the group"])
    #expect(group.never == ["State"])
    #expect(group.sameAs == ["https://www.wikidata.org/entity/Q2429253"])
    #expect(group.notSameAs == ["mosul"])
    #expect(group.note == "First line.\n\n*Second* paragraph.\n")
    #expect(group.page == .always)
    #expect(!group.isIndexed)
    #expect(group.isCaseSensitive)
    #expect(group.formerIDs.map(\.description) == ["isis"])
    #expect(group.place.path == "Content/authorities/a.yml")
    let place = try #require(archive.authorities.last)
    #expect(place.coordinates == Coordinates(latitude: 36.34, longitude: 43.13))
    #expect(place.country == "IQ")
    #expect(place.demonyms == ["Moslawi"])
    let day = try ArchiveDate(parsing: "2026-01-04")
    #expect(place.reviewed == AuthorityRecord.Review(date: day, editor: "editor"))
    #expect(group.reviewed == nil)
  }

  @Test(arguments: [
    ("Bad Id: {type: person, name: A}", "write bad-id"),
    ("a: {type: wepon, name: A}", nil), ("a: {type: pesron, name: A}", "did you mean person?"),
    ("a: {name: A}", nil), ("a: {type: person}", nil), ("a: Mosul", nil),
    ("a: {type: place, name: A, geo: {lat: 123, lon: 4}}", nil),
    ("a: {type: place, name: A, geo: {lat: 12}}", nil),
  ])
  func `A broken record is left out, and the others stay`(_ record: String, _ help: String?) throws
  {
    let archive = try archive("\(record)\nmosul: {type: place, name: Mosul}")

    let failure = try #require(archive.diagnostics.first)
    #expect(failure.code == .authorityInvalid)
    if let help { #expect(failure.suggestion == help) }
    #expect(archive.authorities.map(\.id.description) == ["mosul"])
  }

  @Test func `A record that is no YAML does not stop those around it`() throws {
    let archive = try archive(
      """
      a: {type: person, name: Aziz}
      b: {type: person, name: [B}
      c:
        type: person
        name: "C"
      """)

    #expect(codes(archive.diagnostics) == ["front-matter-invalid"])
    #expect(archive.authorities.map(\.id.description) == ["a", "c"])
  }

  @Test func `Who is part of itself through others is told once, and the rest stands`() throws {
    let archive = try archive(
      """
      anbar: {type: place, name: Anbar, part_of: west}
      west: {type: place, name: Western Iraq, part_of: [iraq, anbar]}
      iraq: {type: place, name: Iraq}
      self: {type: place, name: Self, part_of: self}
      leaf: {type: place, name: Leaf, part_of: [anbar, self]}
      """)

    #expect(codes(archive.diagnostics) == ["authority-cycle", "authority-cycle"])
    #expect(archive.diagnostics[0].message.contains("“anbar” in “west” in “anbar”"))
    #expect(archive.authorities.count == 5)
  }

  @Test func `A chain of ten thousand records is no circle, and stops nobody`() throws {
    let records = (0..<10_000).map {
      "r\($0): {type: place, name: Place \($0), part_of: r\($0 + 1)}"
    }
    let archive = try archive(
      (records + ["r10000: {type: place, name: World}"]).joined(separator: "\n"))

    #expect(archive.diagnostics.isEmpty)
    #expect(archive.authorities.count == 10_001)
  }

  @Test(arguments: [
    ("the: {type: person, name: the}", ["authority-common-name"]),
    (
      "it: {type: organization, name: Information Technology, names: [IT]}",
      ["authority-common-name"]
    ),
    ("it: {type: organization, name: Inf, names: [IT], case_sensitive: true}", []),
    ("it: {type: organization, name: Information Technology, weak: [IT]}", []),
    ("a: {type: person, name: Anna, names: [\"\", \" \"]}", ["value-type", "value-type"]),
  ])
  func `A name that would match everywhere, or nothing, is a warning`(
    _ record: String, _ expected: [String]
  ) throws {
    #expect(codes(try archive(record).diagnostics) == expected)
  }

  @Test func `One id in two files is an error that names both`() throws {
    let archive = try archive(
      "mosul: {type: place, name: Mosul}",
      "-- Content/authorities/b.yml --\nmosul: {type: place, name: Mosul again}\n")

    let diagnostic = try #require(archive.diagnostics.first)
    #expect(codes(archive.diagnostics) == ["identifier-duplicate"])
    #expect(diagnostic.place.path == "Content/authorities/b.yml")
    #expect(diagnostic.other?.path == "Content/authorities/a.yml")
    #expect(archive.authorities.map(\.name) == ["Mosul"])
  }

  @Test func `A strong name of two records is told, and known as a clash`() throws {
    let archive = try archive(
      """
      bush-father: {type: person, name: George H. W. Bush, names: [George  Bush]}
      bush-son: {type: person, name: George W. Bush, names: [GEORGE BUSH]}
      """)

    #expect(codes(archive.diagnostics) == ["authority-clash"])
    #expect(archive.clashingNames == ["george bush"])
  }

  @Test func `Case tells names apart where it matters`() throws {
    let archive = try archive(
      """
      islamic-state: {type: organization, name: IS, case_sensitive: true}
      is-band: {type: organization, name: Is, case_sensitive: true}
      """)

    #expect(archive.diagnostics == [])
  }

  @Test func `An unknown key is a warning with the nearest known one`() throws {
    let archive = try archive("mosul: {type: place, name: Mosul, demonym: [Moslawi]}")

    #expect(codes(archive.diagnostics) == ["key-unknown"])
    #expect(archive.diagnostics.first?.suggestion == "did you mean demonyms?")
  }
}

@Suite struct `Ignored names` {
  @Test func `A name a line, comments and empty lines apart`() throws {
    let archive = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      -- Content/authorities/ignored.txt --
      # Never a person.
      Spring  Offensive

        May
      May
      """
    ).open()

    #expect(archive.ignoredNames == ["Spring Offensive", "May"])
    #expect(archive.diagnostics == [])
  }

  @Test(arguments: [
    (nil, "# Names that are never an entity, one a line.\nMay\n"), ("A\r\n", "A\r\nMay\r\n"),
    ("# c\nA", "# c\nA\nMay"), ("", "May\n"),
  ])
  func `A name joins the list, and all else stays`(_ before: String?, _ after: String) throws {
    let file = try IgnoredNames.adding("May", to: before.map { Array($0.utf8) }, shownPath: "i.txt")

    #expect(String(decoding: file, as: UTF8.self) == after)
  }
}
