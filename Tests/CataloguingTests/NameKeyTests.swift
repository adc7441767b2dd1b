import Cataloguing
import Testing

@Suite struct `Folded names` {
  @Test(arguments: [
    ("Lise Grande", "lise grande"),
    ("LISE  GRANDE", "lise grande"),
    ("Hashd al-Sha’abi", "hashd al shaabi"),
    ("Hashd al-Sha'abi", "hashd al shaabi"),
    ("José Ángel Gurría", "jose angel gurria"),
    ("Łódź", "lodz"),
    ("U.S.", "us"),
    ("Lise\u{A0}Grande", "lise grande"),
    ("–", ""),
    ("بغداد", "بغداد"),
  ])
  func `Case, diacritics, apostrophes, hyphens and blanks do not distinguish names`(
    _ name: String, _ folded: String
  ) {
    #expect(NameKey(name).text == folded)
  }

  @Test func `A surname is the end of a full name, and never the middle of a word`() {
    #expect(NameKey("Grande").isProperSuffix(of: NameKey("Lise Grande")))
    #expect(NameKey("al-Habbo").isProperSuffix(of: NameKey("Abdul Sattar al-Habbo")))
    #expect(!NameKey("rande").isProperSuffix(of: NameKey("Lise Grande")))
    #expect(!NameKey("Lise Grande").isProperSuffix(of: NameKey("Lise Grande")))
    #expect(!NameKey("").isProperSuffix(of: NameKey("Lise Grande")))
  }

  @Test func `Initials leave out the small words`() {
    #expect(NameKey("Joint Special Operations Command").initials == "jsoc")
    #expect(
      NameKey("Office for the Coordination of Humanitarian Affairs").initials == "ocha")
  }
}
