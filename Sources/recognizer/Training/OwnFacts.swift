import ArchiveModel

/// What fills the holes that are not people: names of the tables, and names made by patterns.
struct OwnFacts {
  private var countries: [String] = []
  private var capitals: [String] = []
  private var cities: [String] = []
  private var regions: [String] = []
  private var demonyms: [String] = []
  private var companies: [String] = []
  private var universities: [String] = []
  private var bodies: [String] = []

  init(_ lexicons: String) throws(EnvironmentFault) {
    for row in try Table(lexicons + "/countries.tsv").values("name", "capital") {
      countries.append(row[0])
      if !row[1].isEmpty { capitals.append(row[1]) }
    }
    for row in try Table(lexicons + "/cities15000.tsv.gz").values("name") {
      cities.append(row[0])
    }
    for row in try Table(lexicons + "/us-states.tsv").values("name") { regions.append(row[0]) }
    for row in try Table(lexicons + "/us-counties.tsv").values("name") where row[0].count % 3 == 0 {
      regions.append(row[0])
    }
    for row in try Table(lexicons + "/demonyms.tsv").values("demonym", "source")
    where !row[1].contains("plural") {
      demonyms.append(row[0])
    }
    for row in try Table(lexicons + "/companies.tsv").values("name") { companies.append(row[0]) }
    for row in try Table(lexicons + "/universities.tsv").values("name")
    where !row[0].contains(where: { ",\"(/".contains($0) }) {
      universities.append(row[0])
    }
    for row in try Table(lexicons + "/organisations-hand.tsv").values("name") {
      bodies.append(row[0])
    }
  }

  func country(_ random: inout SplitMix64) -> OwnSentences.Filler {
    let name = countries.any(&random)
    let isThe =
      name.hasPrefix("United ") || name.hasSuffix(" Islands") || name.contains("Republic")
      || OwnFacts.articled.contains(name)
    let plain = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    return OwnSentences.Filler(
      name: plain, kind: .place, hasArticle: isThe || plain != name)
  }

  func capital(_ random: inout SplitMix64) -> OwnSentences.Filler {
    OwnSentences.Filler(name: capitals.any(&random), kind: .place)
  }

  /// A town, of the tables or of a name that no table has.
  func city(_ random: inout SplitMix64) -> OwnSentences.Filler {
    if random.unit() < 0.6 { return OwnSentences.Filler(name: cities.any(&random), kind: .place) }
    let stem = OwnFacts.stems.any(&random)
    let name =
      switch random.unit() {
      case ..<0.5: stem + OwnFacts.townEndings.any(&random)
      case ..<0.6: "Port \(stem)"
      case ..<0.7: "New \(stem)"
      case ..<0.8: "\(OwnFacts.townHeads.any(&random)) \(stem)"
      case ..<0.9: "\(["North", "East", "Upper", "Old", "Lower"].any(&random)) \(stem)"
      default: "\(stem)-\(OwnFacts.stems.any(&random))"
      }
    return OwnSentences.Filler(name: name, kind: .place)
  }

  /// A region, river, mountain, district, street.
  func region(_ random: inout SplitMix64) -> OwnSentences.Filler {
    let stem = random.unit() < 0.5 ? cities.any(&random) : OwnFacts.stems.any(&random)
    func the(_ name: String) -> OwnSentences.Filler {
      OwnSentences.Filler(name: name, kind: .place, hasArticle: true)
    }
    func plain(_ name: String) -> OwnSentences.Filler {
      OwnSentences.Filler(name: name, kind: .place)
    }
    switch random.unit() {
    case ..<0.2: return plain(regions.any(&random))
    case ..<0.35: return plain("\(stem) \(["Province", "District", "County"].any(&random))")
    case ..<0.45: return the("\(stem) \(["Valley", "River", "Peninsula", "Delta"].any(&random))")
    case ..<0.52: return plain("\(["Mount", "Lake", "Cape"].any(&random)) \(stem)")
    case ..<0.60: return plain("\(stem) \(["Street", "Square", "Road", "Airport"].any(&random))")
    case ..<0.64:
      let side = ["Northern", "Southern", "Eastern", "Western", "Central"].any(&random)
      return plain("\(side) \(["Darfur", "Equatoria", "Kivu", "Kordofan", stem].any(&random))")
    default: return OwnFacts.landmarks.any(&random)
    }
  }

  func demonym(_ random: inout SplitMix64) -> OwnSentences.Filler {
    OwnSentences.Filler(name: demonyms.any(&random), kind: .miscellany)
  }

  /// A company; `short` is its name without its form.
  func company(_ names: OwnNames, _ random: inout SplitMix64) -> OwnSentences.Filler {
    let stem = coined(names, &random)
    let trade = OwnFacts.trades.any(&random)
    switch random.unit() {
    case ..<0.15: return organization(OwnOrganizations.companies.any(&random))
    case ..<0.3:
      return known(companies, &random)
    case ..<0.4: return organization(stem)
    case ..<0.55: return organization("\(stem) \(trade)", short: stem)
    case ..<0.62:
      return organization("\(stem) \(trade) \(OwnFacts.forms.any(&random))", short: stem)
    case ..<0.75: return organization("\(stem) \(OwnFacts.forms.any(&random))", short: stem)
    case ..<0.8: return organization("\(stem) & \(["Sons", "Co.", "Partners"].any(&random))")
    case ..<0.85: return organization("\(stem) & \(names.person(&random).short)", short: stem)
    case ..<0.9: return organization("\(stem) \(["Group", "Holdings", "Industries"].any(&random))")
    default:
      let name = "\(OwnFacts.nations.any(&random)) \(trade) \(OwnFacts.ventures.any(&random))"
      return organization(name, short: initials(name), isThe: random.unit() < 0.4)
    }
  }

  private func coined(_ names: OwnNames, _ random: inout SplitMix64) -> String {
    switch random.unit() {
    case ..<0.35: names.person(&random).short
    case ..<0.75: OwnFacts.coinedHeads.any(&random) + OwnFacts.coinedTails.any(&random)
    default: OwnFacts.stems.any(&random)
    }
  }

  func university(_ random: inout SplitMix64) -> OwnSentences.Filler {
    let place = cities.any(&random)
    switch random.unit() {
    case ..<0.4:
      let name = universities.any(&random)
      return organization(name, isThe: name.hasPrefix("University of"))
    case ..<0.6: return organization("University of \(place)", isThe: true)
    case ..<0.8:
      return organization("\(place) \(["University", "College", "High School"].any(&random))")
    default:
      let name = "\(place) \(["Institute of Technology", "School of Medicine"].any(&random))"
      return organization(name, short: initials(name), isThe: true)
    }
  }

  /// A body that has an acronym.
  func body(_ random: inout SplitMix64) -> OwnSentences.Filler {
    let field = OwnFacts.fields.any(&random)
    let group = OwnFacts.groups.any(&random)
    let nation = OwnFacts.nations.any(&random)
    let name =
      switch random.unit() {
      case ..<0.12: bodies.any(&random)
      case ..<0.2: "\(field) for \(["London", "Wales", cities.any(&random)].any(&random))"
      case ..<0.4: "\(nation) \(field) \(group)"
      case ..<0.55: "\(group) for \(field) and \(OwnFacts.fields.any(&random))"
      case ..<0.7: "\(nation) \(group) of \(OwnFacts.members.any(&random))"
      case ..<0.85: "\(nation) \(["Centre", "Institute", "Office"].any(&random)) for \(field)"
      default: "\(OwnFacts.members.any(&random)) for \(field)"
      }
    return organization(name, short: initials(name), isThe: !name.contains("s for "))
  }

  /// Any other kind of organisation, by its name in the templates; nil where there is none such.
  func institution(
    _ kind: String, _ names: OwnNames, _ random: inout SplitMix64
  ) -> OwnSentences.Filler? {
    let city = self.city(&random).name
    let stem = OwnFacts.stems.any(&random)
    let nation = OwnFacts.nations.any(&random)
    let field = OwnFacts.fields.any(&random)
    let other = OwnFacts.fields.any(&random)
    let number = ["1st", "2nd", "3rd", "4th", "5th", "7th", "12th", "21st", "47th", "101st"]
    func pick(_ patterns: String...) -> String { patterns.any(&random) }
    switch kind {
    case "ministry":
      return organization(
        pick(
          "Ministry of \(field)", "Ministry of \(field) and \(other)", "\(field) Ministry",
          "Department of \(field)", "Ministry of \(field), \(other) and \(nation) Affairs",
          "Department for \(field) and \(other)", "\(city) Department of \(field)",
          "Department for \(field), \(other) and \(OwnFacts.fields.any(&random))",
          "Office of the \(nation) Commissioner for \(field)"), isThe: true)
    case "party":
      let adjective = OwnFacts.partyWords.any(&random)
      let name = pick(
        "\(adjective) Party", "\(adjective) \(nation) Party", "\(nation) \(adjective) Union",
        "Movement for \(adjective) Change", "\(adjective) Front", "Party of \(adjective) Unity",
        "\(adjective) Alliance for \(nation)", "\(adjective) \(nation) Congress")
      return organization(name, short: initials(name), isThe: true)
    case "court":
      return organization(
        pick(
          "\(city) High Court", "\(city) Crown Court", "\(city) Magistrates' Court",
          "Supreme Court",
          "\(nation) Court of Appeal", "Court of \(field) Appeals", "High Court of \(stem)",
          "\(city) District Court", "Constitutional Court", "Special Tribunal for \(stem)"),
        isThe: random.unit() < 0.8)
    case "unit":
      return organization(
        pick(
          "\(number.any(&random)) Armoured Brigade", "\(number.any(&random)) Infantry Division",
          "Joint \(nation) Command", "Joint \(OwnFacts.arms.any(&random)) Command",
          "\(stem) Brigade", "\(stem) Martyrs Brigade", "\(nation) Coast Guard",
          "\(number.any(&random)) \(stem) Regiment", "\(city) Fire Brigade",
          "\(nation) \(OwnFacts.arms.any(&random)) Forces", "\(city) Police Department",
          "Army of \(stem)", "\(stem) Liberation Front", "\(nation) Guard", "Republican Guard"),
        isThe: true)
    case "paper":
      if random.unit() < 0.35 { return known(OwnOrganizations.media, &random) }
      let isThe = random.unit() < 0.5
      let local = pick(
        "\(city) Daily News", "\(city) Tribune", "\(city) Times", "\(city) Herald",
        "\(city) Gazette", "\(city) Post", "\(nation) Observer", "\(stem) Evening Star",
        "Daily \(stem)", "\(city) Echo", "\(stem) Weekly", "Sunday \(stem)")
      let foreign = pick(
        "El \(OwnFacts.heralds.any(&random))", "La \(OwnFacts.heralds.any(&random))",
        "Al-\(stem)", "Radio \(stem)", "\(stem) TV", "\(stem) News Agency", "\(stem) FM",
        "Die \(stem)er Zeitung", "Le \(OwnFacts.heralds.any(&random))", "Novaya \(stem)")
      return random.unit() < 0.6
        ? organization(local, isThe: isThe) : organization(foreign)
    case "team":
      let (place, teams) = OwnOrganizations.teams.any(&random)
      let name = teams.any(&random)
      return organization("\(place) \(name)", short: name, isThe: true)
    case "group": return known(OwnOrganizations.bodies, &random)
    case "band": return known(OwnOrganizations.bands, &random)
    case "orchestra":
      let patterns = [
        "\(city) Philharmonic", "\(city) Symphony Orchestra", "\(city) Philharmonic Orchestra",
        "\(city) Symphony", "\(city) Chamber Orchestra", "Royal \(city) Ballet", "\(city) Opera",
        "\(city) Chamber Choir", "\(nation) Youth Orchestra", "\(city) Ballet",
      ]
      return organization(patterns.any(&random), isThe: true)
    case "local-body":
      let patterns = [
        "\(city) County Board of Supervisors", "\(city) County Commission", "\(city) City Council",
        "\(city) Board of Education", "\(city) County Sheriff's Office", "\(city) School District",
        "\(city) Planning Commission", "\(city) Housing Authority", "\(city) Borough Council",
        "\(city) Transit Authority", "\(city) County Council", "\(city) Water Board",
        "\(city) Department of Public Works", "\(city) Zoning Board of Appeals",
      ]
      return organization(patterns.any(&random), isThe: true)
    case "club":
      if random.unit() < 0.45 { return known(OwnOrganizations.clubs, &random) }
      return organization(
        pick(
          "\(city) United", "\(city) FC", "\(city) City", "Real \(city)", "Dynamo \(city)",
          "\(city) Rovers", "\(city) \(OwnFacts.mascots.any(&random))", "Sporting \(city)",
          "AC \(city)", "\(city) Wanderers", "\(stem) Athletic", "\(city) Cricket Club"))
    case "place-of-work":
      let saint = ["St. Mary's", "St Luke's", "St. Jude's", "Holy Cross"].any(&random)
      return organization(
        pick(
          "\(city) General Hospital", "\(city) Museum of \(field)", "\(saint) Hospital",
          "\(saint) Church", "\(city) Children's Hospital", "\(nation) Gallery of \(stem)",
          "\(stem) Foundation", "\(city) Chamber of Commerce", "\(city) City Council",
          "Bank of \(stem)", "\(nation) Bank of \(stem)", "\(stem) Theatre", "\(city) Zoo"),
        isThe: random.unit() < 0.4)
    default: return nil
    }
  }

  /// One of a list, in which those that take "the" have it.
  private func known(_ names: [String], _ random: inout SplitMix64) -> OwnSentences.Filler {
    let name = names.any(&random)
    let isThe = name.hasPrefix("The ")
    return organization(isThe ? String(name.dropFirst(4)) : name, isThe: isThe)
  }

  private func organization(
    _ name: String, short: String = "", isThe: Bool = false
  ) -> OwnSentences.Filler {
    OwnSentences.Filler(name: name, kind: .organization, short: short, hasArticle: isThe)
  }

  /// The capitals that the words of a name begin with; empty where they are fewer than two.
  private func initials(_ name: String) -> String {
    let capitals = name.split(whereSeparator: { " -".contains($0) }).compactMap(\.first)
      .filter(\.isUppercase)
    return capitals.count > 1 ? String(capitals) : ""
  }
}
