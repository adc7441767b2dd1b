import ArchiveModel

/// What news does with the names of places, by hand for this project: cities that stand for their
/// governments, and names that several well-known places share.
enum PlaceNames {
  /// Another bearer of a name, besides the one that the gazetteer has.
  struct Bearer {
    /// The ISO 3166 code of its country.
    let country: String
    /// The name as displayed, which tells it apart.
    let name: String
  }

  /// By the folded name: who else bears it, so large that news may leave the country out.
  static let others: [String: [Bearer]] = [
    "tripoli": [Bearer(country: "LB", name: "Tripoli, Lebanon")],
    "hyderabad": [Bearer(country: "PK", name: "Hyderabad, Pakistan")],
    "birmingham": [Bearer(country: "US", name: "Birmingham, Alabama")],
    "alexandria": [Bearer(country: "US", name: "Alexandria, Virginia")],
    "newcastle": [Bearer(country: "AU", name: "Newcastle, Australia")],
    "valencia": [Bearer(country: "VE", name: "Valencia, Venezuela")],
    "cordoba": [Bearer(country: "AR", name: "Córdoba, Argentina")],
    "merida": [Bearer(country: "VE", name: "Mérida, Venezuela")],
    "cartagena": [Bearer(country: "ES", name: "Cartagena, Spain")],
    "granada": [Bearer(country: "NI", name: "Granada, Nicaragua")],
    "cambridge": [Bearer(country: "US", name: "Cambridge, Massachusetts")],
    "santa cruz": [Bearer(country: "BO", name: "Santa Cruz, Bolivia")],
  ]

  /// Names of which no bearer is the usual one: two, and what speaks for each.
  static let undecided: [String: [Bearer]] = [
    "georgia": [
      Bearer(country: "GE", name: "Georgia"), Bearer(country: "US", name: "Georgia, United States"),
    ]
  ]

  /// What news may mean by a name.
  struct Form {
    let others: [Bearer]?
    let undecided: [Bearer]?
    let isSeatOfGovernment: Bool

    init(_ key: NameKey) {
      others = PlaceNames.others[key.text]
      undecided = PlaceNames.undecided[key.text]
      isSeatOfGovernment = seatsOfGovernment.contains(key.text)
    }

    /// Whether several well-known places have it.
    var isShared: Bool { others != nil || undecided != nil }
  }

  /// For a bearer of an undecided name: countries that stand with it in news.
  static let neighbours: [String: Set<String>] = ["GE": ["GE", "RU", "AM", "AZ"]]

  /// Folded names of cities that stand for their governments.
  static let seatsOfGovernment: Set<String> = Set(
    """
    washington,moscow,beijing,baghdad,tehran,ankara,damascus,riyadh,jerusalem,tel aviv,london,paris,
    berlin,brussels,tokyo,seoul,pyongyang,new delhi,delhi,islamabad,kabul,cairo,kyiv,kiev,warsaw,
    rome,madrid,athens,vienna,ottawa,canberra,brasilia,havana,caracas,bogota,mexico city,kampala,
    nairobi,khartoum,juba,addis ababa,asmara,mogadishu,pretoria,abuja,harare,kigali,kinshasa,luanda,
    tripoli,tunis,algiers,rabat,amman,beirut,doha,abu dhabi,sanaa,muscat,hanoi,manila,jakarta,
    bangkok,kuala lumpur,naypyidaw,dhaka,colombo,kathmandu,taipei,belgrade,zagreb,sofia,bucharest,
    budapest,prague,bratislava,tbilisi,yerevan,baku,minsk,chisinau,erbil,nicosia,lisbon,dublin,
    stockholm,oslo,copenhagen,helsinki,tallinn,riga,vilnius,dakar,accra,lima,santiago,quito,
    la paz,buenos aires,montevideo,managua,san salvador,tegucigalpa,port-au-prince
    """.split { $0 == "," || $0 == "\n" }.map(String.init))

  /// What governments do when a city is said to do it, in small letters.
  static let deedsOfGovernments: Set<String> = Set(
    """
    said says say told tells warned warns denied denies rejected rejects accused accuses urged urges
    wants wanted agreed agrees insisted insists announced announces condemned condemns hopes hoped
    fears feared believes believed threatened threatens vowed vows responded responds replied refused
    refuses argues argued claims claimed demanded demands expects expected considers considered
    blames blamed pledged pledges backs backed supports supported opposes opposed recognized
    recognised recognizes recognises imposed imposes seeks sought
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words between a city and its deed.
  static let auxiliaries: Set<String> = [
    "has", "had", "have", "also", "later", "since", "will", "would", "repeatedly", "itself",
  ]

  /// Words before a city that make it a place and nothing else.
  static let prepositions: Set<String> = [
    "in", "from", "to", "at", "near", "of", "outside", "into", "through", "around", "over",
    "across",
    "left", "leaving", "reached", "towards", "toward", "downtown", "central", "western", "eastern",
    "northern", "southern", "west", "east", "north", "south", "for",
  ]
}
