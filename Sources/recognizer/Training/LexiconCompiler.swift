import ArchiveModel
import Recognition

/// Compiles the tagger's lexicon from the tables of open facts, and from how the words of the
/// training texts are cased.
///
/// Tables under LGPL or GFDL are left out; see the model card.
struct LexiconCompiler {
  private var builder = TaggerLexiconBuilder()

  /// Reads the tables of a folder.
  mutating func read(_ folder: String) throws(EnvironmentFault) {
    for row in try Table(folder + "/given-names.tsv").values(
      "name", "us1990_male_pct", "us1990_female_pct", "faker_locales")
    {
      let share = max(Double(row[1]) ?? 0, Double(row[2]) ?? 0)
      let locales = row[3].split(whereSeparator: { ",|".contains($0) }).count
      builder.add(row[0], share >= 0.05 || locales >= 4 ? [.given, .givenCommon] : .given)
    }
    for row in try Table(folder + "/surnames.tsv").values("name", "us1990_pct") {
      builder.add(row[0], (Double(row[1]) ?? 0) >= 0.01 ? [.surname, .surnameCommon] : .surname)
    }
    for row in try Table(folder + "/countries.tsv").values("name", "alternate_names", "capital") {
      builder.add(row[0], .country, .country)
      for name in row[1].split(separator: "|") where name.utf8.count > 3 {
        builder.add(String(name), .country, .country)
      }
      builder.add(row[2], [.city, .cityLarge], .city)
    }
    for row in try Table(folder + "/cities15000.tsv.gz").values("name", "population") {
      let isLarge = (Int(row[1]) ?? 0) >= 200_000
      builder.add(row[0], isLarge ? [.city, .cityLarge] : .city, .city)
    }
    for row in try Table(folder + "/us-states.tsv").values("name") {
      builder.add(row[0], .region, .region)
    }
    for row in try Table(folder + "/us-counties.tsv").values("name") {
      builder.add(row[0], .region, .region)
    }
    for row in try Table(folder + "/demonyms.tsv").values("demonym") {
      builder.add(row[0], .demonym)
    }
    try readOrganizations(folder)
  }

  private mutating func readOrganizations(_ folder: String) throws(EnvironmentFault) {
    var inNames: [UInt64: Int] = [:]
    func count(_ words: [UInt64]) {
      for word in Set(words) { inNames[word, default: 0] += 1 }
    }
    for row in try Table(folder + "/companies.tsv").values("name") {
      builder.add(row[0], .organization, .company)
      count(builder.words(of: row[0]))
    }
    for row in try Table(folder + "/universities.tsv").values("name") {
      builder.add(row[0], .organization, .university)
      count(builder.words(of: row[0]))
    }
    for row in try Table(folder + "/organisations-hand.tsv").values("name", "aliases") {
      builder.add(row[0], .organization, .organization)
      for alias in row[1].split(separator: "|") {
        builder.add(String(alias), .organization, .organization)
      }
    }
    for row in try Table(folder + "/media-publishers.tsv").values("name") {
      builder.add(row[0], .media, .organization)
    }
    for row in try Table(folder + "/legal-forms.tsv").values("term") {
      builder.add(row[0], .legalForm)
    }
    for (word, count) in inNames where count >= 4 { builder.add(word: word, .organizationWord) }
    for row in try Table(folder + "/airports.tsv").values("name") {
      builder.add(row[0], [], .facility)
    }
    addOwnOrganizations()
  }

  private mutating func addOwnOrganizations() {
    for (city, teams) in OwnOrganizations.teams {
      for team in teams {
        builder.add(team, .organization, .organization)
        builder.add("\(city) \(team)", [], .organization)
      }
    }
    for name in OwnOrganizations.clubs + OwnOrganizations.bodies {
      builder.add(name, .organization, .organization)
    }
    for name in OwnOrganizations.companies { builder.add(name, .organization, .company) }
    for name in OwnOrganizations.media + OwnOrganizations.bands {
      builder.add(name, .media, .organization)
      if name.hasPrefix("The ") { builder.add(String(name.dropFirst(4)), .media, .organization) }
    }
  }

  /// Learns how often words stand in small letters; a sentence's first word says nothing.
  mutating func learn(small: [UInt64: Int], capital: [UInt64: Int]) {
    for word in Set(small.keys).union(capital.keys) {
      let lower = small[word] ?? 0
      let all = lower + (capital[word] ?? 0)
      guard all >= 4 else { continue }
      let share = Double(lower) / Double(all)
      let frequency: UInt32 =
        share < 0.02 ? 1 : share < 0.15 ? 2 : share < 0.5 ? 3 : share < 0.9 ? 4 : 5
      builder.set(frequency: frequency, of: word)
    }
  }

  /// The bytes.
  func build() -> [UInt8] { builder.build() }
}
