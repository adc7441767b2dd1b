import ArchiveModel
import Recognition
import Testing

@Suite struct `The text that the project started from` {
  private static let records = [
    AuthorityRecord(
      "islamic-state", .organization, "Islamic State", names: ["ISIS", "ISIL", "Daesh", "IS"]),
    AuthorityRecord("us", .place, "United States", names: ["US", "U.S.", "USA"]),
    AuthorityRecord("centcom", .organization, "US Central Command", names: ["CENTCOM"]),
    AuthorityRecord("trump", .person, "Donald Trump", names: ["Trump"]),
    AuthorityRecord("obama", .person, "Barack Obama", names: ["Obama"]),
    AuthorityRecord("grande", .person, "Lise Grande", names: ["Grande"]),
    AuthorityRecord(
      "pmf", .organization, "Popular Mobilization Forces", names: ["Hashd al-Sha'abi"]),
  ]

  /// Kind and surface of each name of `gold.json`, in reading order.
  private static let gold = [
    "organization Daesh", "place Mosul", "place United States", "place Mosul", "place Raqqa",
    "place USA", "organization ISIS", "person Abdul Sattar al-Habbo", "place Mosul",
    "organization Reuters", "person Safaa Saadi Jawad",
    "organization Joint Special Operations Command", "place Iraq", "place Mosul",
    "organization Islamic State", "place Mosul", "organization ISIS", "place U.S.",
    "organization US Central Command", "organization IS", "person Trump", "person Obama",
    "place U.S.", "organization Iraqi Ministry of Displacement and Migration",
    "organization Hashd al-Sha’abi", "place Mosul", "organization Daesh", "person Grande",
    "place Mosul",
  ]
  private static let optional = [
    "demonym Iraqi", "demonym IRAQI", "demonym US", "place US", "place USA",
  ]

  @Test func `Has all of its 29 names found, and no others`() throws {
    guard let folder = SharedData.folder("corpora/seed") else { return }
    let file = try #require(SharedData.files(folder, ".txt").first)

    let reading = try Reading(String(decoding: file.bytes, as: UTF8.self), records: Self.records)

    var wanted = Self.gold[...]
    var others: [String] = []
    for name in reading.names {
      if name == wanted.first { wanted.removeFirst() } else { others.append(name) }
    }
    #expect(wanted.isEmpty)
    #expect(others.filter { !Self.optional.contains($0) } == [])
  }
}
