import Testing

@testable import Publishing

@Suite struct `Letters of the A to Z` {
  /// An archive of names that have pages.
  private func archive(_ names: [String], language: String) async throws -> BuiltSite {
    let records = names.enumerated().map { number, name in
      "n\(number): {type: person, name: \"\(name)\", page: always}"
    }
    return try await built(
      """
      -- archive.yml --
      title: The Example Times
      base_url: https://example.org/
      language: \(language)
      -- authorities/names.yml --
      \(records.joined(separator: "\n"))
      -- articles/talks.md --
      ---
      title: Talks
      date: 2017-03-26
      ---
      Text.
      """)
  }

  @Test(
    arguments: [
      ("بغداد", "ب", "arabic-ba"), ("البصرة", "ب", "arabic-ba"),
      ("أحمد الجبوري", "ا", "arabic-alif"),
      ("آل سعود", "ا", "arabic-alif"), ("ال", "ا", "arabic-alif"), ("علي", "ع", "arabic-ayn"),
      ("ألمانيا", "ا", "arabic-alif"), ("إلهام", "ا", "arabic-alif"),
      ("كردستان", "ك", "arabic-kaf"), ("گرگان", "گ", "arabic-gaf"), ("Жуков", "Ж", "cyrillic-zhe"),
      ("Ёлкин", "Е", "cyrillic-ie"), ("Їжакевич", "Ї", "cyrillic-yi"), ("Άρης", "Α", "greek-alpha"),
      ("Ωνάσης", "Ω", "greek-omega"), ("שלום", "ש", "hebrew-shin"),
    ])
  func `A name in another script stands below its own letter`(
    _ name: String, _ letter: String, _ path: String
  ) throws {
    let place = try #require(Alphabet.place(of: name))

    #expect(place.letter.name == letter)
    #expect(place.letter.path == path)
  }

  @Test(arguments: ["Grande", "Élysée", "17 March", "", "東京"])
  func `A name in Latin letters, or in none of these scripts, is left to others`(_ name: String) {
    #expect(Alphabet.place(of: name)?.letter.path == nil)
  }

  @Test func `Letters have addresses, the script of the archive first, and names in its order`()
    async throws
  {
    let names = ["تكريت", "البصرة", "بابل", "Grande", "Жуков", "東京", "الباب"]
    let site = try await archive(names, language: "ar")

    let overview = try #require(site.page("names/")).html
    let folders = ["arabic-ba", "arabic-ta", "g", "cyrillic-zhe", "other"]
    let places = folders.map { overview.firstRange(of: "names/\($0)/\"")?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    let page = try #require(site.page("names/arabic-ba/")).main
    let order = ["الباب", "بابل", "البصرة"].map { page.firstRange(of: ">\($0)<")?.lowerBound }
    #expect(order.allSatisfy { $0 != nil })
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
  }
}

@Suite struct `The guide to views` {
  @Test func `Every name that a template may use is told with what it means`() async throws {
    let guide = try await ThemeGuide.read(nil, options: Build.Options(jobs: 1))

    #expect(guide.entries.count > 10)
    for entry in guide.entries {
      for line in entry.outline.lines {
        #expect(line.meaning.count > 3, "\(entry.name).\(line.name)")
        #expect(!line.meaning.hasSuffix("."), "\(entry.name).\(line.name)")
      }
    }
  }
}
