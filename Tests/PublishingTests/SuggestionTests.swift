import ArchiveModel
import Testing

@testable import Publishing

@Suite struct `Suggestions of who may be one` {
  @Test(arguments: [
    ("Haider al-Abadi", "Haider Abadi", EntityKind.person, "article"),
    ("Nouri el-Maliki", "Nouri al-Maliki", .person, "article"),
    ("J. Smith", "John Smith", .person, "initials"),
    ("John B. Smith", "John Bert Smith", .person, "initials"),
    ("J. Smith", "John B. Smith", .person, "initials"),
    ("John Smith", "John B. Smith", .person, "middle-names"),
    ("Haider al-Abadi", "Haydar al-Abadi", .person, "transliteration"),
    ("Mohammed Hussein", "Muhammad Husayn", .person, "transliteration"),
    ("Omar Youssef", "Umar Yusuf", .person, "transliteration"),
    ("Abdul-Wahab al-Saadi", "Abdel-Wahab al-Saadi", .person, "transliteration"),
    ("Qasim Shaaban", "Kassim Chaaban", .person, "transliteration"),
    ("Deir ez-Zor", "Dayr al-Zour", .place, "transliteration"),
    ("Ministry of Defence", "Ministry of Defense", .organization, "transliteration"),
    ("Matt Isler", "Matthew Isler", .person, "given-name"),
    ("Jon Smith", "John Smith", .person, "given-name"),
    ("Islamic State group", "Islamic State", .organization, "generic-word"),
  ])
  func `Names that are like each other`(
    _ a: String, _ b: String, _ kind: EntityKind, _ reason: String
  ) {
    for (a, b) in [(a, b), (b, a)] {
      #expect(SuggestionSearch.reason(NameShape(a), NameShape(b), kind)?.name == reason)
    }
  }

  @Test(arguments: [
    ("Iran", "Iraq", EntityKind.place), ("Mali", "Mila", .place), ("Oman", "Amman", .place),
    ("John Smith", "Jane Smith", .person), ("John Smith", "John Smyth Jones", .person),
    ("Ahmed al-Asadi", "Abdul Ghani al-Asadi", .person), ("Ali Karim", "Omar Karim", .person),
    ("George W. Bush", "George H. Bush", .person),
    ("United Nations", "United States", .organization),
    ("Islamic State", "Islamic Jihad", .organization), ("Group", "The Network", .organization),
  ])
  func `Names of two`(_ a: String, _ b: String, _ kind: EntityKind) {
    #expect(SuggestionSearch.reason(NameShape(a), NameShape(b), kind) == nil)
    #expect(SuggestionSearch.reason(NameShape(b), NameShape(a), kind) == nil)
  }
}
