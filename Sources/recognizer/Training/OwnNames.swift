import ArchiveModel

/// Names of people of many tongues.
struct OwnNames {
  private var given: [[String]] = []
  private var surnames: [[String]] = []

  /// The locales whose given and family names the tables have.
  private static let locales = [
    "en_GB", "en_US", "en_IE", "en_NZ", "en_KE", "en_IN", "en_PK", "en_NG", "fr_FR", "fr_DZ",
    "fr_BE", "de_DE", "de_AT", "de_CH", "nl_NL", "it_IT", "es_ES", "es_MX", "es_CL", "es_CO",
    "es_AR", "pt_BR", "pt_PT", "sv_SE", "no_NO", "da_DK", "fi_FI", "et_EE", "lv_LV", "lt_LT",
    "cs_CZ", "sk_SK", "sl_SI", "hr_HR", "hu_HU", "ro_RO", "tr_TR", "az_AZ", "uz_UZ", "zu_ZA",
    "yo_NG", "ha_NG", "ig_NG", "tw_GH", "id_ID", "ja_JP", "ga_IE", "zh_CN", "en_TH",
  ]
  private static let latin = ["es_ES", "es_MX", "es_CL", "es_CO", "es_AR", "pt_BR", "pt_PT"]

  private static let likePlaces = [
    "Georgia", "Paris", "Jordan", "Chad", "Florence", "Charlotte", "Victoria", "Lincoln", "Denzel",
    "Madison", "Austin", "Sydney", "Dakota", "Israel", "Kenya", "India", "Brooklyn", "Savannah",
    "Virginia", "Carolina", "Chester", "Lourdes", "Asia", "Cheyenne", "Houston", "Dallas",
  ]

  init(_ lexicons: String) throws(EnvironmentFault) {
    given = OwnNames.column(
      try Table(lexicons + "/given-names.tsv").values("name", "faker_locales"))
    surnames = OwnNames.column(
      try Table(lexicons + "/surnames.tsv").values("name", "faker_locales"))
  }

  /// By locale: its names.
  private static func column(_ rows: [[String]]) -> [[String]] {
    let places = Dictionary(uniqueKeysWithValues: zip(locales, 0...))
    var names = [[String]](repeating: [], count: locales.count)
    for row in rows where row[0].utf8.count > 2 {
      for locale in row[1].split(separator: ",") {
        if let place = places[String(locale)] { names[place].append(row[0]) }
      }
    }
    return names
  }

  /// A person, by their full name; `short` is what a second sentence calls them.
  func person(_ random: inout SplitMix64) -> OwnSentences.Filler {
    if random.unit() < 0.5 { return OwnNames.composed(&random) }
    // English names are the rule in the corpora, so that every locale weighs as much.
    let locale = Int(random.next() % UInt64(OwnNames.locales.count))
    guard !given[locale].isEmpty, !surnames[locale].isEmpty else {
      return OwnNames.composed(&random)
    }
    return western(locale, &random)
  }

  private func western(_ locale: Int, _ random: inout SplitMix64) -> OwnSentences.Filler {
    // A name that is as well a place's: its neighbours must decide.
    let isPlaceToo = OwnNames.locales[locale].hasPrefix("en") && random.unit() < 0.3
    let first = (isPlaceToo ? OwnNames.likePlaces : given[locale]).any(&random)
    var last = surnames[locale].any(&random)
    let isLatin = OwnNames.latin.contains(OwnNames.locales[locale])
    if isLatin, random.unit() < 0.35 { last += " " + surnames[locale].any(&random) }
    let initial = "ABCDEFGHJKLMNPRSTVW".map(String.init).any(&random)
    let initials = String(first.prefix(1)) + "."
    let draw = random.unit()
    let name =
      switch draw {
      case ..<0.05: "\(initials) \(initial). \(last)"
      case ..<0.08: "\(initials)\(initial). \(last)"
      case ..<0.12: "\(initials) \(last)"
      case ..<0.19: "\(first) \(initial). \(last)"
      case ..<0.22: "\(first) \(last) Jr."
      case ..<0.24: "\(first) \(last) III"
      case ..<0.29: "\(first) \(given[locale].any(&random)) \(last)"
      case ..<0.33: "\(first) \(last)-\(surnames[locale].any(&random))"
      case ..<0.35: "\(first)-\(given[locale].any(&random)) \(last)"
      case ..<0.40: "\(first) \(["de", "van", "von", "van der", "da", "dos"].any(&random)) \(last)"
      default: "\(first) \(last)"
      }
    let isDouble = draw >= 0.29 && draw < 0.33
    let isParticled = draw >= 0.35 && draw < 0.40
    let words = name.split(separator: " ")
    var short = isDouble ? String(words[words.count - 1]) : last
    if isParticled { short = words.dropFirst().joined(separator: " ") }
    return OwnSentences.Filler(name: name, kind: .person, short: short)
  }

  /// A name from our own lists: given name and surname, in the order of its tongue.
  private static func composed(_ random: inout SplitMix64) -> OwnSentences.Filler {
    let tongue = tongues.any(&random)
    let first = tongue.given.any(&random)
    let last = tongue.family.any(&random)
    var name = "\(first) \(last)"
    var short = last
    switch tongue.order {
    case .plain:
      if random.unit() < 0.06 { name = "\(first.prefix(1)). \(last)" }
    case .familyFirst:
      let second = tongue.second.any(&random)
      name = "\(last) \(first)\(second)"
    case .patronymic:
      // The given name is what one is called by.
      short = first
      if random.unit() < 0.2 { name += " " + tongue.family.any(&random) }
    case .arabic:
      let second = tongue.second.any(&random)
      switch random.unit() {
      case ..<0.35: break
      case ..<0.50: name = "\(first) \(second) \(last)"
      case ..<0.58: name = "\(first) bin \(second)"
      case ..<0.63: name = "\(first) ibn \(second) \(last)"
      case ..<0.70: name = "\(first) Abu \(second)"
      case ..<0.76: name = "Abu \(first) \(last)"
      case ..<0.80: name = "Abd \(last) \(second)"
      default: name = "\(second) \(last)"
      }
      if !name.hasSuffix(last) {
        let words = name.split(separator: " ")
        short = words.dropFirst().joined(separator: " ")
      }
    case .double:
      if random.unit() < 0.5 {
        let second = tongue.family.any(&random)
        name += " " + second
        short = "\(last) \(second)"
      }
    }
    return OwnSentences.Filler(name: name, kind: .person, short: short)
  }
}
