import Testing

@testable import ArchiveModel

@Suite struct `Slugs` {
  @Test(arguments: [
    ("Talks resume", "talks-resume"), ("  Talks -- resume!  ", "talks-resume"),
    ("Hashd al-Sha'abi", "hashd-al-shaabi"), ("O’Neill’s day", "oneills-day"),
    ("Żółć & Größe", "zolc-grosse"), ("Москва", "moskva"), ("Горбачёв", "gorbachev"),
    ("Αθήνα, Δήμος", "athina-dimos"), ("Београд", "beograd"), ("São Paulo, 1999", "sao-paulo-1999"),
    ("U.S.", "u-s"), ("a_b/c\\d", "a-b-c-d"), ("../../etc", "etc"),
  ])
  func `A slug is what is left of a headline in ASCII`(_ text: String, _ slug: String) {
    #expect(Slug(text).description == slug)
  }

  @Test(arguments: [
    "", " ", "-", "…", "🙂🙂", "الموصل", "日本", "\u{0}", "\u{301}", "con", "CON", "nul", "aux", "prn",
    "com1", "LPT9", "com¹", String(repeating: "word ", count: 1_000),
    String(repeating: "x", count: 5_000), String(repeating: "-", count: 200),
    String(repeating: "é", count: 2_500), String(repeating: "a", count: 79) + " b",
    String(repeating: "a", count: 80) + " b", "ъ", "'",
  ])
  func `Every text has a slug that is one`(_ text: String) {
    let slug = Slug(text)

    #expect(Slug(exactly: slug.description) == slug, "\(text.prefix(40)): \(slug)")
  }

  @Test func `Every random text has a slug that is one, and always the same`() {
    var random = SplitMix64(state: 4)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0xA0...0x24F, 0x300...0x36F, 0x370...0x4FF,
      0x600...0x6FF, 0x1E00...0x1EFF, 0x2000...0x206F, 0x1F600...0x1F64F,
    ]
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
        text.unicodeScalars.append(scalar ?? " ")
      }
      let slug = Slug(text)
      #expect(Slug(exactly: slug.description) == slug, "\(text.debugDescription): \(slug)")
      #expect(Slug(text) == slug)
    }
  }

  @Test(arguments: [
    ("Caf\u{E9} M\u{FC}ller", "Cafe\u{301} Mu\u{308}ller"),
    ("Vi\u{1EC7}t Nam", "Vie\u{323}\u{302}t Nam"), ("\u{C5}ngstr\u{F6}m", "A\u{30A}ngstro\u{308}m"),
    ("\u{439}\u{451}", "\u{438}\u{306}\u{435}\u{308}"), ("\u{3AC}", "\u{3B1}\u{301}"),
    ("\u{1E3F}\u{1F04}", "m\u{301}\u{3B1}\u{313}\u{301}"),
  ])
  func `A letter with its accent apart gives the same slug as one that has it`(
    _ composed: String, _ decomposed: String
  ) {
    #expect(Slug(composed) == Slug(decomposed))
  }

  @Test func `A long headline is cut between words`() {
    let slug = Slug(String(repeating: "harbour ", count: 20))

    #expect(slug.description.utf8.count <= Slug.maximumBytes)
    #expect(slug.description.split(separator: "-").allSatisfy { $0 == "harbour" })
  }

  @Test(arguments: [2, 10, 999, 1_000_000])
  func `A numbered slug is one as well, however long it was`(_ number: Int) {
    for text in ["talks", String(repeating: "x", count: 80), String(repeating: "abc ", count: 40)] {
      let numbered = Slug(text).numbered(number)

      #expect(Slug(exactly: numbered.description) == numbered, "\(numbered)")
      #expect(numbered.description.hasSuffix("-\(number)"))
    }
  }

  @Test(arguments: [
    "", "Talks", "talks-", "-talks", "tal ks", "talks/", "..", "café", "con", "lpt1", "a_b",
    String(repeating: "x", count: 81),
  ])
  func `What is no slug is not taken for one`(_ text: String) {
    #expect(Slug(exactly: text) == nil)
  }
}
