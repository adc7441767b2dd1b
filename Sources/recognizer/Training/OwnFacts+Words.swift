import ArchiveModel

extension OwnFacts {
  static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  static let articled: Set<String> = [
    "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Vatican", "Comoros",
    "Ivory Coast", "Seychelles",
  ]

  static let landmarks: [OwnSentences.Filler] =
    words(
      """
      Gaza Strip, West Bank, Golan Heights, Sinai Peninsula, Middle East, Horn of Africa, Persian \
      Gulf, Red Sea, South China Sea, Balkans, Caucasus, Sahel, Himalayas, Amazon, Rio Grande, \
      Baltic Sea, Black Sea, Korean Peninsula, Niger Delta, Strait of Hormuz, Suez Canal, Donbas, \
      Gulf of Mexico, Mediterranean, Danube, Mekong, Yangtze, Green Zone, Swat Valley, Far East
      """
    ).map { OwnSentences.Filler(name: $0, kind: .place, hasArticle: true) }
    + words(
      """
      The Hague, Latin America, East Africa, Southeast Asia, Western Europe, North Africa, Crimea, \
      Kashmir, Kurdistan, Chechnya, Darfur, Northern Ireland, Scotland, Catalonia, East Jerusalem, \
      Central Asia, Eastern Europe, West Africa, Africa, Asia, Europe, South America, Tibet, Punjab, \
      Downtown Los Angeles, South Sudan, Upper Egypt, Helmand, Anbar, Transnistria, Abkhazia
      """
    ).map { OwnSentences.Filler(name: $0, kind: .place) }

  static let stems = words(
    """
    Ardal, Beshir, Calder, Dorun, Elmira, Farrow, Galtee, Harun, Ivra, Jalan, Kesh, Lomar, Marrick, \
    Nador, Oskal, Perun, Qasr, Rowan, Selma, Tarn, Uskar, Vardo, Wexley, Xanti, Yarmuk, Zelen, \
    Ashby, Brack, Corrin, Dunmar, Eshkal, Fallon, Gorsk, Hallam, Ilmen, Jurmal, Kilda, Langa, \
    Mbeya, Nkoro, Ozark, Pelham, Quill, Rashad, Sarov, Tumba, Ulan, Velik, Winter, Yola, Zabar, \
    Akwa, Bora, Chama, Dera, Embu, Gusa, Hira, Isiro, Jaro, Kango, Liwa, Matana, Nuba, Okra, Padma, \
    Rewa, Saba, Thana, Unity, Freedom, Azadi, Horizon, Liberty, Victory, Crescent, Phoenix, Falcon
    """)
  static let townHeads = words("San, Santa, Al, El, Deir, Tel, Kafr, Beit, Saint, Las, Sidi, Umm")
  static let townEndings = words(
    """
    ville, ton, abad, pur, grad, stan, burg, ford, field, ovo, iya, ka, ana, kent, town, dorf, \
    ham, wick, mouth, hausen, ovsk, nagar, shahr, ba, ma, do, eng, ette, eira, ino
    """)
  static let coinedHeads = words(
    """
    Nova, Veri, Trans, Omni, Petro, Agro, Bio, Cyber, Data, Medi, Sol, Terra, Hydro, Lumi, Quanta, \
    Astra, Inter, Euro, Pan, Air, Blue, Red, North, Silver, Green, Iron, Black, Bright, Clear
    """)
  static let coinedTails = words(
    """
    tech, link, gen, corp, star, soft, works, gas, net, pharm, tel, bank, wave, core, mart, nex, \
    ton, zon, va, ix, stone, river, bridge, field, light
    """)
  static let trades = words(
    """
    Energy, Petroleum, Mining, Airlines, Motors, Pharmaceuticals, Foods, Media, Capital, Insurance, \
    Steel, Technologies, Systems, Shipping, Logistics, Telecom, Textiles, Records, Pictures, Bank, \
    Railways, Electric, Oil, Breweries, Construction, Security, Software, Entertainment, Cement
    """)
  static let forms = words(
    """
    Inc., Inc, Corp., Ltd, Ltd., plc, PLC, GmbH, AG, S.A., SA, NV, AB, Oyj, SpA, LLC, Co., Limited, \
    Holdings, Group, Pty Ltd, Berhad, K.K., SE, ASA, A/S, Corporation, Company, International
    """)
  static let ventures = words("Corporation, Company, Authority, Board, Trust, Fund, Agency, Group")
  static let nations = words(
    """
    National, International, European, African, Asian, Federal, Central, American, British, Iraqi, \
    Israeli, Kenyan, Indian, Syrian, Palestinian, Royal, Islamic, Arab, Democratic, Regional, \
    World, Global, State, Turkish, Nigerian, Mexican, Russian, Canadian, Pan-African, United
    """)
  static let fields = words(
    """
    Health, Education, Defence, Justice, Finance, Interior, Trade, Industry, Labour, Transport, \
    Energy, Agriculture, Foreign Affairs, Culture, Tourism, Women, Youth, Sport, Home Affairs, \
    Water, Environment, Information, Human Rights, Planning, Housing, Science, Technology, Refugees, \
    Religious Affairs, Public Works, Security, Peace, Development, Communications, Fisheries, Art
    """)
  static let groups = words(
    """
    Council, Commission, Association, Federation, Union, Committee, Agency, Foundation, Network, \
    Society, League, Alliance, Forum, Authority, Board, Service, Coalition, Confederation, Centre
    """)
  static let members = words(
    """
    Journalists, Teachers, Doctors, Nurses, Workers, Farmers, Students, Writers, Engineers, Lawyers, \
    Women, Miners, Physicians, Scientists, Mothers, Veterans, Employers, Local Authorities
    """)
  static let arms = words(
    "Special, Naval, Air, Logistics, Cyber, Strategic, Border, Rapid Support, Defence, Armed")
  static let partyWords = words(
    """
    Democratic, Liberal, Conservative, Socialist, Communist, People's, Green, Labour, Republican, \
    Christian Democratic, Progressive, Justice and Development, Patriotic, Social Democratic, \
    National, Workers', Freedom, Reform, Popular, Islamic, New, Revolutionary
    """)
  static let heralds = words(
    "Universal, Comercio, Nacional, Prensa, Tiempo, Heraldo, Vanguardia, Mundo, Courrier, Soir, Nación"
  )
  static let mascots = words(
    "Lions, Tigers, Bears, Hawks, Sharks, Eagles, Raiders, Warriors, Kings, Bulls, Giants, Jets")

  static let events: [OwnSentences.Filler] =
    words(
      """
      World Cup, Olympic Games, Asian Games, Super Bowl, Second World War, Cold War, Arab Spring, \
      Africa Cup of Nations, Champions League, Tour de France, Grand Prix, Commonwealth Games, \
      Battle of Kesh, Velvet Revolution, Spring Festival, Jazz Festival, Boxing Day Test
      """
    ).map { OwnSentences.Filler(name: $0, kind: .miscellany, hasArticle: true) }
    + words(
      """
      Ramadan, Christmas, Easter, Eid al-Fitr, Diwali, Passover, Wimbledon, Hurricane Alma, Cyclone \
      Tamba, Typhoon Koran, Operation Iron Gate, World War I
      """
    ).map { OwnSentences.Filler(name: $0, kind: .miscellany) }

  static let works = words(
    """
    The Long Harvest, A House of Salt, Winter Letters, The River Between Us, Silent Streets, Quran, \
    Bible, Lost in the Delta, The Glass Orchard, Songs for Nobody, Night Train, My Mother's Garden
    """)
  static let laws = words(
    """
    Freedom of Information Act, Terrorism Act, Public Order Act, Anti-Corruption Act, Geneva \
    Conventions, Clean Water Act, Treaty of Lisbon, Dayton Accords, Oslo Accords, Official Secrets \
    Act, Voting Rights Act, Paris Agreement, Rome Statute, Mental Health Act
    """)

  static let creeds = words(
    """
    Shiite, Shia, Sunni, Salafi, Salafist, Wahhabi, Takfiri, Islamist, Jihadist, Alawite, Druze, \
    Marxist, Maoist, Leninist, Trotskyist, Zionist, Kurdish, Yazidi, Christian, Hindu, Buddhist
    """)

  /// Words of titles, before a name.
  static let titles = words(
    """
    President, Prime Minister, Lord Justice, Lord, Lady, Dame, Sir, Sheikh, Judge, Mr Justice, Mr, \
    Mrs, Ms, Dr, Dr., Mr., Prof., Professor, General, Gen., Colonel, Lt Col, Maj. Gen., Captain, \
    Sgt., Brigadier General, Senator, Sen., Rep., Governor, Mayor, Bishop, Archbishop, Cardinal, \
    Pope, Rabbi, Imam, Ayatollah, Mullah, King, Queen, Prince, Princess, Chief, Justice, Ambassador, \
    Foreign Minister, Finance Minister, Interior Minister, Defence Secretary, Attorney General, \
    Police Chief, Vice President, First Lady, Chancellor, Councillor, Detective Inspector, Father, \
    Sister, Emir, Sultan, Crown Prince, Field Marshal, Admiral, Rear Admiral, Deputy Prime Minister
    """)
  static let callings = words(
    """
    spokesman, spokeswoman, actor, actress, singer, director, author, novelist, striker, captain, \
    goalkeeper, coach, defence lawyer, attorney, opposition leader, former minister, journalist, \
    photographer, human rights activist, witness, analyst, economist, historian, poet, chairman, \
    chief executive, army chief, cleric, blogger, student, taxi driver, chief prosecutor, composer
    """)
  static let roles = words(
    """
    teacher, farmer, nurse, engineer, shopkeeper, student, lawyer, doctor, carpenter, retired judge, \
    mother of four, taxi driver, economist, activist, former soldier, pharmacist, bus driver, \
    imam, accountant, analyst, unemployed electrician, aid worker, political scientist, historian
    """)
  static let offices = words(
    """
    prime minister, president, mayor, governor, interior minister, chief justice, chairman, \
    police chief, opposition leader, ambassador, chief executive, health minister, spokesman
    """)
  static let acronyms = words(
    """
    NGO, SMS, VAT, GPS, CEO, GDP, HIV, AIDS, DNA, TV, PhD, MBA, IT, PR, CCTV, ID, SUV, IED, RPG, \
    DVD, MP, MPs, NGOs, IPO, HR, FAQ, PM, CV, ATM, PC, USB, FM, AK-47, UAV, ICU, CFO, R&D, AI, LGBT
    """)
  static let months = words(
    "January, February, March, April, May, June, July, August, September, October, November, December"
  )
  static let weekdays = words("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
  static let amounts = words(
    """
    US$3.2 million, $40 million, €12bn, £500k, US$1.5bn, 2.4 million euros, $75, Rs 3 crore, \
    C$9m, A$600m, 45 billion dollars, US$250, KSh 20 million, RM12m, HK$88m
    """)
  static let numbers = words(
    "two, three, seven, 12, 15, 24, 30, dozens of, about 40, at least 17, 200")
  static let years = words("1948, 1967, 1979, 1984, 1991, 1996, 2001, 2003, 2007, 2011, 2014, 2019")
}

extension OwnSentences {
  /// What fills a hole of a kind.
  func draw(_ kind: String, _ random: inout SplitMix64) -> Filler {
    func other(_ list: [String]) -> Filler { Filler(name: list.any(&random), kind: .miscellany) }
    func word(_ list: [String]) -> Filler { Filler(name: list.any(&random)) }
    switch kind {
    case "person": return names.person(&random)
    case "country": return facts.country(&random)
    case "capital": return facts.capital(&random)
    case "city": return facts.city(&random)
    case "region": return facts.region(&random)
    case "place":
      let draw = random.unit()
      if draw < 0.45 { return facts.city(&random) }
      if draw < 0.65 { return facts.country(&random) }
      return draw < 0.75 ? facts.capital(&random) : facts.region(&random)
    case "demonym": return facts.demonym(&random)
    case "company": return facts.company(names, &random)
    case "university": return facts.university(&random)
    case "body": return facts.body(&random)
    case "org":
      let kinds = [
        "company", "company", "body", "body", "university", "ministry", "party", "court", "unit",
        "paper", "club", "place-of-work",
      ]
      return draw(kinds.any(&random), &random)
    case "event": return OwnFacts.events.any(&random)
    case "work": return other(OwnFacts.works)
    case "law": return other(OwnFacts.laws)
    case "creed": return other(OwnFacts.creeds)
    case "title": return word(OwnFacts.titles)
    case "calling": return word(OwnFacts.callings)
    case "role": return word(OwnFacts.roles)
    case "office": return word(OwnFacts.offices)
    case "acronym": return word(OwnFacts.acronyms)
    case "month": return word(OwnFacts.months)
    case "weekday": return word(OwnFacts.weekdays)
    case "amount": return word(OwnFacts.amounts)
    case "number": return word(OwnFacts.numbers)
    case "year": return word(OwnFacts.years)
    default:
      guard let filler = facts.institution(kind, names, &random) else {
        preconditionFailure("no names of the kind \(kind)")
      }
      return filler
    }
  }
}
