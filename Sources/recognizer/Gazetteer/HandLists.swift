/// What no table of facts tells: English usage, written by hand for this project.
enum HandLists {
  /// By ISO code: the usual name first, then variants.
  static let countryNames: [String: [String]] = [
    "AE": ["United Arab Emirates", "UAE", "U.A.E.", "Emirates"],
    "BA": ["Bosnia and Herzegovina", "Bosnia", "Bosnia-Herzegovina"],
    "CD": [
      "Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC",
      "Zaire",
    ],
    "CF": ["Central African Republic"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville", "Republic of Congo"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "CN": ["China", "People's Republic of China", "PRC", "Mainland China"],
    "CV": ["Cape Verde", "Cabo Verde"],
    "CZ": ["Czech Republic", "Czechia"],
    "FM": ["Micronesia"],
    "GB": ["United Kingdom", "UK", "U.K.", "Britain", "Great Britain"],
    "GW": ["Guinea-Bissau"],
    "IR": ["Iran", "Islamic Republic of Iran"],
    "KP": ["North Korea", "DPRK", "Democratic People's Republic of Korea"],
    "KR": ["South Korea", "Republic of Korea"],
    "LA": ["Laos"],
    "MK": ["North Macedonia", "Macedonia"],
    "MM": ["Myanmar", "Burma"],
    "MO": ["Macau", "Macao"],
    "NL": ["Netherlands", "Holland"],
    "PS": [
      "Palestine", "Palestinian Territories", "Palestinian territories", "State of Palestine",
    ],
    "RU": ["Russia", "Russian Federation"],
    "RE": ["Réunion"],
    "SA": ["Saudi Arabia", "Kingdom of Saudi Arabia"],
    "SY": ["Syria", "Syrian Arab Republic"],
    "SZ": ["Eswatini", "Swaziland"],
    "TL": ["East Timor", "Timor-Leste", "Timor Leste"],
    "TR": ["Turkey", "Türkiye"],
    "TT": ["Trinidad and Tobago", "Trinidad"],
    "TW": ["Taiwan"],
    "US": [
      "United States", "United States of America", "US", "U.S.", "USA", "U.S.A.", "America",
    ],
    "VA": ["Vatican City", "Vatican", "Holy See"],
    "VC": ["Saint Vincent and the Grenadines", "St. Vincent and the Grenadines"],
    "KN": ["Saint Kitts and Nevis", "St. Kitts and Nevis"],
    "LC": ["Saint Lucia", "St. Lucia"],
    "VN": ["Vietnam", "Viet Nam"],
  ]

  /// Not countries in any sense of news.
  static let notCountries: Set<String> = ["UM", "TF", "HM", "AN", "CS", "BV", "PN"]

  /// Of several well-known bearers, or of a different one by country: the kind is sure.
  static let clashes: Set<String> = [
    "Georgia", "Congress", "Senate", "House of Representatives", "Supreme Court",
    "House of Commons", "House of Lords", "Democratic Party", "Republican Party", "Labour Party",
    "Conservative Party", "Liberal Democrats", "Red Cross", "Red Crescent", "Federal Reserve",
    "Department of Defense", "Department of Justice", "Department of State", "State Department",
    "Metropolitan Police", "National Health Service", "Press Association", "Georgian", "Georgians",
  ]

  /// Also words or people's names: a place only where the text shows one.
  static let needsCue: Set<String> = [
    "Hue", "Paradise", "Pest", "Saga", "Springs", "Centennial", "Barking", "Riverside", "Reading",
    "Nice", "Mobile", "Split", "Bath", "Orange", "Victoria", "Jersey", "Tours", "Male",
    "Enterprise", "Independence", "Commonwealth", "Delta", "Erode", "Hub", "Metro", "Samba",
    "Surprise", "Lander", "Oral", "Réunion", "Reunion", "Java", "Normal", "Corona", "Aurora",
    "Phoenix", "Darwin", "Lincoln", "Mali", "Salem", "Cork", "Essen", "Halle", "Linden", "Mesa",
    "Olympia", "Pearl", "Sale", "Santa", "Temple", "Union", "Progress", "Concord", "Troy", "Bend",
    "Buffalo", "Butler", "Champaign", "Green", "Grove", "Hope", "Imperial", "Newport", "Plant",
    "Sparks", "Spring", "Sun City", "Sandy", "Rugby", "Crawley", "Stanley", "Nelson", "Wellington",
    "Kingston", "Hamilton", "Georgetown", "Basildon", "Bolton", "Derby", "Poole", "Worthing",
    "Central", "Northern", "Southern", "Western", "Eastern", "Colón", "Colon", "Formosa", "Batman",
    "Van", "Bari", "Brest", "Cali", "Pasto", "Pune", "Surat", "Vale", "Vigo", "Gay", "Granada",
    "Guadalupe", "Cuba City", "Alexandria", "Brunei Town", "Canton", "Kota", "Sirte Town",
  ]

  /// At the start of a sentence they may be words.
  static let careAtStart: Set<String> = [
    "Turkey", "Chad", "China", "Guinea", "Polish", "Jordan", "Holland", "Georgia", "Niger", "Nice",
    "Reading", "Mobile", "Split", "Orange", "Thai", "Turks", "Swiss", "Emirates", "Danish",
    "Congress",
    "Greece", "Chile", "Gambia", "Oman", "Peru",
  ]

  /// Places whose name is far more often something else.
  static let notCities: Set<String> = [
    "Bush", "Man", "Mary", "Most", "Police", "Same", "Best", "Hamm", "Bo", "Ho", "Of", "Date",
    "Central",
    "Northern", "Southern", "Mission", "Federal", "Commonwealth", "Metro", "Centro", "North",
    "South",
    "East", "West", "New", "Old", "Center", "Centre", "Downtown", "Downtown Austin", "University",
    "Simmering", "Shaping", "Sector", "Market", "Garden", "Gardens", "Industrial", "Republic",
    "Ecatepec", "The Hammocks", "The Villages", "Khash", "Islamic", "Kennedy", "Washington Heights",
  ]

  /// Cities that share their name with people, but of which news means the city.
  static let sureCities: Set<String> = [
    "Berlin", "Madrid", "Paris", "London", "Boston", "Atlanta", "Dallas", "Denver", "Houston",
    "Geneva", "Basel", "Bergen", "Erbil", "Aden", "Odessa", "Glasgow", "Stockton", "Zaragoza",
    "Valencia", "Samara", "Harbin", "Kobe", "Orlando", "Cleveland", "Brooklyn", "Lyon", "Oran",
    "Kerman", "Adelaide", "Washington", "Milan", "Salvador", "Lima", "Asunción", "Durham",
    "Rosario",
    "Verona", "Sheffield", "Raleigh", "Rome", "Vienna", "Medina", "Cologne", "Sydney", "Santiago",
    "Lisbon", "Dublin", "Hama", "Najaf", "Homs", "Kabul", "Tripoli", "Moscow", "Sanaa",
  ]

  static let stateDemonyms: [String: String] = [
    "California": "Californian", "Texas": "Texan", "Virginia": "Virginian", "Florida": "Floridian",
    "Alaska": "Alaskan", "Hawaii": "Hawaiian", "Ohio": "Ohioan", "Iowa": "Iowan",
  ]

  /// By country: what the table lacks or has wrong.
  static let demonyms: [String: [String]] = [
    "US": ["American", "Americans"],
    "IN": ["Indian", "Indians"],
    "GB": ["British", "Briton", "Britons", "English", "Englishman", "Englishmen"],
    "SA": ["Saudi", "Saudis"], "CD": ["Congolese"], "PS": ["Palestinian", "Palestinians"],
    "FR": ["French", "Frenchman", "Frenchmen", "Frenchwoman"], "NL": ["Dutch", "Dutchman"],
    "IE": ["Irish", "Irishman", "Irishmen"], "ZA": ["South African", "South Africans"],
    "AF": ["Afghan", "Afghans", "Afghani"], "HK": ["Hongkonger", "Hongkongers"],
    "KG": ["Kyrgyz"], "LK": ["Sri Lankan", "Sri Lankans"], "MM": ["Burmese"], "TW": ["Taiwanese"],
    "BD": ["Bangladeshi", "Bangladeshis"], "CU": ["Cuban", "Cubans"],
    "NO": ["Norwegian", "Norwegians"],
    "ET": ["Ethiopian", "Ethiopians"], "CZ": ["Czech", "Czechs"], "SK": ["Slovak", "Slovaks"],
    "GR": ["Greek", "Greeks"], "IL": ["Israeli", "Israelis"], "PT": ["Portuguese"],
  ]

  /// Shared by several countries, or names and words of other kinds.
  static let notDemonyms: Set<String> = [
    "American", "Indian", "Indians", "Dominican", "Dominicans", "Korean", "Koreans", "Dane", "Finn",
    "Pole", "Poles", "Swede", "Scot", "Frenchmans", "Englishmans", "Mosotho", "Motswana", "Samoan",
    "Samoans", "Guinean", "Guineans", "Manx", "Turkmen", "Kirghiz", "Tadzhik", "Central African",
    "Central Africans", "Barbudan", "Swazi",
  ]

  static let notOrganizations: Set<String> = ["CARE International", "Indian National Congress"]

  /// Short forms that stand for too much else.
  static let notAliases: Set<String> = [
    "PA", "Fed", "AP", "DW", "AU", "CIS", "BIS", "EAC", "SCO", "SAD", "SADC", "IDB", "IFC", "IRC",
    "FIA", "RSF", "dpa", "PTI", "AAP", "IMO", "ITU", "Congress", "Senate", "SEC", "Tass", "IEA",
    "WEF", "CPJ", "NRC", "ESA", "EMA",
  ]

  /// By the table's name: further variants.
  static let organizationNames: [String: [String]] = [
    "United Nations Security Council": [
      "UN Security Council", "U.N. Security Council", "Security Council",
    ],
    "United Nations General Assembly": ["UN General Assembly", "U.N. General Assembly"],
    "United Nations Children's Fund": ["Unicef"],
    "United Nations Educational, Scientific and Cultural Organization": ["Unesco"],
    "United Nations High Commissioner for Refugees": ["UN refugee agency", "U.N. refugee agency"],
    "World Health Organization": ["World Health Organisation"],
    "World Trade Organization": ["World Trade Organisation"],
    "World Food Programme": ["World Food Program"],
    "International Labour Organization": ["International Labor Organization"],
    "Organization of the Petroleum Exporting Countries": ["Opec"],
    "National Aeronautics and Space Administration": ["Nasa"],
    "Al-Qaeda": [
      "al-Qaeda", "Al-Qaida", "al-Qaida", "Al Qaeda", "al Qaeda", "Al Qaida", "al Qaida",
      "Al-Qaïda",
    ],
    "Islamic State": [
      "Islamic State of Iraq and Syria", "Islamic State of Iraq and the Levant",
      "Islamic State in Iraq and Syria", "Islamic State in Iraq and the Levant",
      "Islamic State of Iraq and al-Sham", "Da'esh",
    ],
    "Al-Shabaab": ["al-Shabaab", "al-Shabab", "Al Shabaab", "al Shabaab", "Al Shabab"],
    "Hezbollah": ["Hizbollah", "Hizbullah", "Hezbullah"],
    "International Criminal Police Organization": ["Interpol"],
    "Médecins Sans Frontières": ["Doctors without Borders"],
    "Bharatiya Janata Party": ["BJP"],
    "Department of Defense": departmentNames("Defense"),
    "Department of Justice": departmentNames("Justice"),
    "Department of State": departmentNames("State"),
    "Department of Homeland Security": departmentNames("Homeland Security"),
    "Centers for Disease Control and Prevention": [
      "Centers for Disease Control", "Center for Disease Control",
      "US Centers for Disease Control and Prevention", "US Centers for Disease Control",
    ],
    "Office for the Coordination of Humanitarian Affairs": [
      "United Nations Office for the Coordination of Humanitarian Affairs",
      "UN Office for the Coordination of Humanitarian Affairs",
    ],
    "Central Intelligence Agency": ["C.I.A."],
    "Federal Bureau of Investigation": ["F.B.I."],
    "European Commission": ["EU Commission"],
  ]

  /// What a department of the government of the United States is called, beside its plain name.
  private static func departmentNames(_ matter: String) -> [String] {
    ["US", "U.S.", "United States"].map { "\($0) Department of \(matter)" }
      + ["\(matter) Department", "US \(matter) Department", "U.S. \(matter) Department"]
  }

  static let organizations: [[String]] = [
    ["United States Department of Agriculture", "US Department of Agriculture", "USDA"],
    [
      "United States Department of Health and Human Services",
      "Department of Health and Human Services", "HHS",
    ],
    ["The New York Times", "New York Times"], ["The Washington Post", "Washington Post"],
    ["The Wall Street Journal", "Wall Street Journal"], ["Financial Times"], ["Los Angeles Times"],
    ["Paris Match"], ["Le Monde"], ["Der Spiegel"], ["Al Arabiya", "Al-Arabiya"], ["Fox News"],
    ["NBC News"],
    ["CBS News"], ["ABC News"], ["Sky News"], ["RIA Novosti"], ["Press TV"], ["Al-Jazeera"],
    ["Human Rights Council"], ["Iraq Body Count"], ["Airwars"],
    [
      "Popular Mobilization Forces",
      "Popular Mobilisation Forces", "Popular Mobilization Units", "Hashd al-Shaabi",
      "Hashd al-Sha'abi", "al-Hashd al-Shaabi", "Hashd Shaabi",
    ],
    ["Peshmerga"], ["Kurdistan Regional Government", "KRG"],
    ["Kurdistan Workers' Party", "Kurdistan Workers Party", "PKK"],
    ["Syrian Democratic Forces", "SDF"], ["Free Syrian Army", "FSA"],
    ["People's Protection Units", "YPG"], ["Jabhat al-Nusra", "Nusra Front", "al-Nusra Front"],
    [
      "United States Central Command", "US Central Command", "U.S. Central Command",
      "Central Command", "CENTCOM", "Centcom",
    ],
    ["Joint Special Operations Command", "JSOC"],
    [
      "Islamic Revolutionary Guard Corps", "Revolutionary Guards", "Revolutionary Guard Corps",
      "IRGC",
    ],
    ["Muslim Brotherhood"], ["Irish Republican Army", "IRA"], ["Sinn Fein", "Sinn Féin"],
    ["Google"], ["Microsoft"], ["Facebook"], ["Twitter"], ["YouTube"], ["Wikipedia"],
    ["Wikileaks", "WikiLeaks"],
    ["Boeing"], ["Airbus"], ["Toyota"], ["General Motors"], ["Goldman Sachs"], ["Lehman Brothers"],
    ["Bellingcat"], ["Médecins du Monde"], ["Islamic Relief"], ["Premier League"],
    ["European Court of Auditors"],
  ]
}
