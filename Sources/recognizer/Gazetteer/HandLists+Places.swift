import ArchiveModel

/// Places by hand: a line each, the values apart by semicolons.
extension HandLists {
  struct City {
    var country: String
    /// The name in GeoNames.
    var name: String
    /// The usual name in English first.
    var names: [String]
  }

  struct Place {
    /// The usual name first.
    var names: [String]
    var country: String?
    var coordinates: Coordinates?
    var demonyms: [String]
  }

  /// Cities whose English name, or one of its variants, is not that of GeoNames; also those that
  /// are wanted though they are small, or though others share the name.
  static var cities: [City] {
    rows(cityLines).map { City(country: $0[0], name: $0[1], names: variants($0[2])) }
  }

  /// Towns that the table lacks and that news of our time names.
  static var towns: [Place] { rows(townLines).map(place) }

  /// Continents, regions, provinces, waters, and states that are no more.
  static var regions: [Place] { rows(regionLines).map(place) }

  private static func rows(_ lines: String) -> [[String]] {
    lines.split(separator: "\n").map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { value in
        String(value.drop { $0 == " " })
      }
    }
  }

  private static func variants(_ value: String) -> [String] {
    value.split(separator: "|").map(String.init)
  }

  private static func place(_ row: [String]) -> Place {
    let degrees = row[2].split(separator: " ").compactMap { Double($0) }
    return Place(
      names: variants(row[0]), country: row[1].isEmpty ? nil : row[1],
      coordinates: degrees.count == 2
        ? Coordinates(latitude: degrees[0], longitude: degrees[1]) : nil,
      demonyms: row.count > 3 ? variants(row[3]) : [])
  }

  private static let cityLines = """
    SY; Ar Raqqah; Raqqa|Raqqah|Raqa|Ar-Raqqah
    IQ; Al Fallūjah; Fallujah|Falluja
    IQ; Mosul; Mosul
    IQ; Ramadi; Ramadi
    IQ; Erbil; Erbil|Arbil|Irbil
    IQ; Bayjī; Baiji|Beiji
    IQ; Sāmarrā’; Samarra
    IQ; Baqubah; Baqubah|Baquba
    IQ; Basrah; Basra
    IQ; Dihok; Duhok|Dohuk|Dahuk
    IQ; Al Hillah; Hillah|Hilla
    IQ; Khānaqīn; Khanaqin
    IQ; Ash Sharqāt; Sharqat|Shirqat
    IQ; Abū Ghurayb; Abu Ghraib
    IQ; Sulaymaniyah; Sulaymaniyah|Sulaimaniyah|Sulaimaniya
    IQ; Nasiriyah; Nasiriyah|Nasiriya
    IQ; Karbala; Karbala|Kerbala
    IQ; Al Diwaniyah; Diwaniyah|Diwaniya
    IQ; Al-Kut; Al-Kut|Kut
    IQ; Al ‘Amārah; Amarah|Amara
    IQ; Al Qā’im; Al-Qaim|Al Qaim|Qaim
    IQ; Halabja; Halabja
    IQ; Zaxo; Zakho
    IQ; Kufa; Kufa
    SY; Homs; Homs
    SY; Ḩamāh; Hama
    SY; Ţarţūs; Tartus|Tartous
    SY; Al Ḩasakah; Hasakah|Hasaka|Al-Hasakah
    SY; Al Qāmishlī; Qamishli|Al-Qamishli
    SY; Deir ez-Zor; Deir ez-Zor|Deir al-Zor|Deir Ezzor|Deir Ez-Zor|Deir Al-Zor
    SY; Ālbū Kamāl; Abu Kamal|Albu Kamal|Al-Bukamal
    SY; Al Bāb; Al-Bab|Al Bab
    SY; Manbij; Manbij
    SY; Dar‘ā; Daraa|Deraa
    SY; Idlib; Idlib
    SY; Dūmā; Douma
    SY; Al-Tabqa; Tabqa|Al-Tabqa
    SY; Tadmur; Palmyra
    UA; Kyiv; Kyiv|Kiev
    UA; Odesa; Odesa|Odessa
    UA; Kharkiv; Kharkiv|Kharkov
    UA; Zaporizhzhya; Zaporizhzhia
    UA; Luhansk; Luhansk|Lugansk
    IN; Mumbai; Mumbai|Bombay
    IN; Kolkata; Kolkata|Calcutta
    IN; Chennai; Chennai|Madras
    IN; Bengaluru; Bengaluru|Bangalore
    IN; Hyderabad; Hyderabad
    MM; Yangon; Yangon|Rangoon
    MM; Nay Pyi Taw; Naypyidaw|Naypyitaw
    VN; Ho Chi Minh City; Ho Chi Minh City|Saigon
    CN; Beijing; Beijing|Peking
    US; New York City; New York|New York City|NYC
    US; Washington; Washington, D.C.|Washington|Washington D.C.|Washington DC|Washington, DC
    SA; Makkah; Mecca|Makkah
    SA; Madinah; Medina
    SA; Jeddah; Jeddah|Jidda
    YE; Sanaa; Sanaa|Sana'a
    YE; Al Ḩudaydah; Hodeidah|Hodeida|Hudaydah
    YE; Aden; Aden
    YE; Taiz; Taiz|Taizz
    LY; Mişrātah; Misrata|Misurata
    LY; Sirte; Sirte
    AF; Kandahār; Kandahar
    AF; Lashkar Gāh; Lashkar Gah
    AF; Kunduz; Kunduz
    AF; Jalālābād; Jalalabad
    PS; Gaza; Gaza City
    IL; Tel Aviv; Tel Aviv
    PS; East Jerusalem; East Jerusalem
    IL; Jerusalem; Jerusalem
    ES; Barcelona; Barcelona
    ES; Sevilla; Seville
    DE; Frankfurt am Main; Frankfurt
    NL; The Hague; The Hague
    CH; Zürich; Zurich
    CH; Genève; Geneva
    CH; Geneva; Geneva
    CH; Bern; Bern|Berne
    RU; Saint Petersburg; St. Petersburg|Saint Petersburg|Leningrad
    TR; Diyarbakır; Diyarbakir
    KZ; Astana; Astana|Nur-Sultan
    PL; Kraków; Krakow|Cracow
    GB; Reading; Reading
    GB; Bath; Bath
    GB; Manchester; Manchester
    GB; Birmingham; Birmingham
    GB; Liverpool; Liverpool
    GB; Cambridge; Cambridge
    GB; Oxford; Oxford
    GB; Edinburgh; Edinburgh
    GB; Cardiff; Cardiff
    AU; Melbourne; Melbourne
    AU; Perth; Perth
    AU; Canberra; Canberra
    US; Los Angeles; Los Angeles
    US; San Francisco; San Francisco
    US; Las Vegas; Las Vegas
    US; San Diego; San Diego
    US; St. Louis; St. Louis|Saint Louis
    US; Honolulu; Honolulu
    US; New Orleans; New Orleans
    CA; Vancouver; Vancouver
    TD; N'Djamena; N'Djamena
    EG; Sharm el-Sheikh; Sharm el-Sheikh|Sharm El Sheikh
    TR; Gaziantep; Gaziantep
    BE; Brussels; Brussels
    BE; Ypres; Ypres
    AT; Vienna; Vienna
    SN; Dakar; Dakar
    ML; Timbuktu; Timbuktu
    ML; Gao; Gao
    NG; Maiduguri; Maiduguri
    """

  private static let townLines = """
    Tal Afar|Tel Afar|Tall Afar; IQ; 36.376 42.450
    Sinjar; IQ; 36.321 41.876
    Tikrit; IQ; 34.607 43.678
    Hawija|Hawijah; IQ; 35.325 43.768
    Qayyarah|Qayyara|Qayara; IQ; 35.796 43.290
    Qaraqosh|Hamdaniya|Bakhdida; IQ; 36.270 43.378
    Bartella|Bartalla; IQ; 36.352 43.380
    Bashiqa; IQ; 36.451 43.347
    Hammam al-Alil|Hamam al-Alil; IQ; 36.160 43.260
    Makhmour|Makhmur; IQ; 35.777 43.583
    Kobani|Kobane|Kobanî; SY; 36.891 38.354
    Afrin; SY; 36.512 36.869
    Palmyra; SY; 34.560 38.267
    Sirte; LY; 31.205 16.588
    Guantanamo Bay|Guantánamo Bay|Guantanamo; CU; 19.903 -75.096
    Davos; CH; 46.802 9.836
    Chernobyl|Chornobyl; UA; 51.276 30.222
    Fukushima; JP; 37.750 140.468
    Lockerbie; GB; 55.121 -3.355
    Srebrenica; BA; 44.104 19.297
    """

  private static let regionLines = """
    Europe; ; 50 15; European|Europeans
    Africa; ; 5 20; African|Africans
    Asia; ; 35 90; Asian|Asians
    North America; ; 45 -100; North American|North Americans
    South America; ; -15 -60; South American|South Americans
    Central America; ; 13 -86; Central American|Central Americans
    Latin America; ; -5 -65; Latin American|Latin Americans
    Western Europe; ; 48 5
    Eastern Europe; ; 50 27
    Middle East|Mideast; ; 30 45
    Central Asia; ; 43 67
    Southeast Asia|South-East Asia|South East Asia; ; 10 106
    South Asia; ; 24 78
    East Asia; ; 35 115
    West Africa; ; 13 -4
    East Africa; ; 0 37
    North Africa; ; 28 10
    Southern Africa; ; -24 24
    Central Africa; ; 4 20
    Sub-Saharan Africa; ; 0 20
    Horn of Africa; ; 8 46
    Sahel; ; 15 5
    Maghreb; ; 32 2
    Levant; ; 34 37
    Balkans; ; 43 21
    Caucasus; ; 42 45
    Caribbean; ; 17 -70
    Scandinavia; ; 63 15; Scandinavian|Scandinavians
    Oceania; ; -20 150
    Antarctica; ; -80 0
    Arctic; ; 80 0
    Kurdistan Region|Kurdistan Region of Iraq|Iraqi Kurdistan; IQ; 36.2 44.0
    Kurdistan; ; 37 43
    Nineveh Plains|Nineveh Plain; IQ; 36.4 43.3
    Nineveh|Ninewa|Nineveh Province|Nineveh province|Nineveh Governorate|Ninewa province; IQ; 36.0 42.5
    Anbar|Al Anbar|Al-Anbar|Anbar Province|Anbar province; IQ; 32.9 41.6
    Diyala|Diyala province; IQ; 33.9 45.0
    Salahuddin|Salah al-Din|Salah ad-Din|Salahaddin; IQ; 34.5 43.6
    Babil; IQ; 32.5 44.5
    Dhi Qar; IQ; 31.2 46.3
    Green Zone; IQ; 33.31 44.38
    Rojava; SY; 36.6 40.0
    Crimea; UA; 45.3 34.4; Crimean|Crimeans
    Donbas|Donbass; UA; 48.0 38.0
    Gaza Strip|Gaza; PS; 31.4 34.4; Gazan|Gazans
    West Bank; PS; 32.0 35.25
    Golan Heights; ; 33.0 35.8
    Sinai Peninsula|Sinai; EG; 29.5 33.8
    Kashmir; ; 34.5 76.0; Kashmiri|Kashmiris
    Darfur; SD; 13.0 24.5
    Tigray; ET; 14.0 38.8
    Xinjiang; CN; 41.0 85.0
    Tibet; CN; 31.0 88.0; Tibetan|Tibetans
    Inner Mongolia; CN; 44.0 113.0
    Chechnya; RU; 43.4 45.7; Chechen|Chechens
    Dagestan; RU; 43.1 46.9
    Siberia; RU; 60.0 105.0; Siberian
    Abkhazia; GE; 43.0 41.0
    South Ossetia; GE; 42.3 44.1
    Nagorno-Karabakh; AZ; 39.8 46.7
    Transnistria; MD; 47.0 29.5
    Catalonia; ES; 41.8 1.5; Catalan|Catalans
    Basque Country; ES; 43.0 -2.6; Basque|Basques
    Andalusia; ES; 37.5 -4.8
    Galicia; ES; 42.8 -7.9
    Scotland; GB; 56.8 -4.2; Scottish|Scots
    England; GB; 52.5 -1.5
    Wales; GB; 52.3 -3.7; Welsh
    Northern Ireland; GB; 54.6 -6.7
    Cornwall; GB; 50.4 -4.9
    Yorkshire; GB; 53.9 -1.6
    Bavaria; DE; 48.9 11.4; Bavarian|Bavarians
    Saxony; DE; 51.0 13.4
    Normandy; FR; 49.0 0.0
    Brittany; FR; 48.2 -2.9
    Corsica; FR; 42.0 9.0
    Sicily; IT; 37.6 14.2; Sicilian|Sicilians
    Sardinia; IT; 40.0 9.0
    Tuscany; IT; 43.4 11.0
    Lombardy; IT; 45.6 9.8
    Crete; GR; 35.2 24.9
    Helmand|Helmand Province|Helmand province; AF; 31.4 64.0
    North Waziristan; PK; 32.9 70.0
    South Waziristan; PK; 32.3 69.7
    Waziristan; PK; 32.5 69.8
    Khyber Pakhtunkhwa; PK; 34.5 72.0
    Balochistan|Baluchistan; PK; 28.5 66.0
    Sindh; PK; 26.0 68.7
    Punjab; ; 31.0 74.0; Punjabi|Punjabis
    Kerala; IN; 10.4 76.5
    Gujarat; IN; 22.7 71.6
    Tamil Nadu; IN; 11.0 78.4
    Uttar Pradesh; IN; 27.1 80.9
    Maharashtra; IN; 19.5 75.4
    Assam; IN; 26.4 92.9
    Bihar; IN; 25.7 85.6
    West Bengal; IN; 23.8 87.7
    Aceh; ID; 4.4 97.0
    Sumatra; ID; -0.6 101.3
    Java; ID; -7.3 110.0
    Bali; ID; -8.4 115.1
    Borneo; ; 1.0 114.0
    Mindanao; PH; 7.8 125.0
    Rakhine|Rakhine State|Rakhine state; MM; 19.8 93.9
    Okinawa; JP; 26.5 127.9
    Hokkaido; JP; 43.2 142.8
    Quebec|Québec; CA; 52.0 -72.0
    Ontario; CA; 50.0 -86.0
    British Columbia; CA; 54.0 -125.0
    Alberta; CA; 54.5 -115.0
    Nova Scotia; CA; 45.0 -63.0
    Manitoba; CA; 55.0 -97.0
    Saskatchewan; CA; 54.0 -106.0
    Newfoundland; CA; 49.0 -56.0
    New South Wales; AU; -32.0 147.0
    Queensland; AU; -22.0 144.0
    Western Australia; AU; -26.0 121.0
    South Australia; AU; -30.0 135.0
    Northern Territory; AU; -20.0 134.0
    Tasmania; AU; -42.0 146.6
    Soviet Union|USSR|U.S.S.R.; ; 60.0 90.0; Soviet|Soviets
    Yugoslavia; ; 44.0 20.0; Yugoslav|Yugoslavs
    Czechoslovakia; ; 49.5 17.0
    East Germany|GDR; ; 52.5 12.5; East German|East Germans
    West Germany; ; 50.7 8.5; West German|West Germans
    Ottoman Empire; ; 41.0 29.0; Ottoman|Ottomans
    British Empire; ; 
    Roman Empire; ; 
    Nazi Germany; ; 52.5 13.4
    Mesopotamia; ; 33.0 44.0
    Korean Peninsula|Korean peninsula; ; 38.0 127.0
    Arabian Peninsula|Arabian peninsula; ; 23.0 46.0
    Persian Gulf; ; 27.0 51.0
    Gulf of Aden; ; 12.5 48.0
    Gulf of Mexico; ; 25.0 -90.0
    Red Sea; ; 20.0 38.5
    Black Sea; ; 43.4 34.3
    Caspian Sea; ; 41.8 50.5
    Mediterranean Sea|Mediterranean; ; 35.0 18.0
    Aegean Sea|Aegean; ; 38.5 25.0
    Baltic Sea; ; 58.5 20.0
    North Sea; ; 56.0 3.0
    Dead Sea; ; 31.5 35.5
    South China Sea; ; 12.0 113.0
    East China Sea; ; 30.0 125.0
    Atlantic Ocean|Atlantic; ; 14.6 -28.7
    Pacific Ocean|Pacific; ; -8.8 -124.5
    Indian Ocean; ; -20.0 80.0
    Arctic Ocean; ; 82.0 0.0
    English Channel; ; 50.2 -0.5
    Bay of Bengal; ; 15.0 88.0
    Strait of Hormuz|Straits of Hormuz; ; 26.6 56.3
    Taiwan Strait; ; 24.8 119.9
    Suez Canal; EG; 30.6 32.3
    Panama Canal; PA; 9.1 -79.7
    Euphrates|Euphrates River|Euphrates river|River Euphrates; ; 34.5 41.0
    Tigris|Tigris River|Tigris river|River Tigris; ; 34.6 43.6
    Nile|Nile River|River Nile; ; 20.0 32.0
    Rhine; ; 50.0 7.8
    Danube; ; 45.2 29.7
    Volga; RU; 47.0 47.0
    Mekong; ; 15.0 105.0
    Yangtze|Yangtze River; CN; 30.0 111.0
    Mississippi River; US; 32.0 -91.0
    Himalayas; ; 28.0 84.0
    Alps; ; 46.5 9.5
    Andes; ; -20.0 -67.0
    Mount Everest; ; 27.99 86.93
    Sahara; ; 23.0 13.0
    Silicon Valley; US; 37.4 -122.0
    Wall Street; US; 40.706 -74.009
    Capitol Hill; US; 38.889 -77.0
    Manhattan; US; 40.78 -73.97
    New England; US; 44.0 -71.0
    Midwest; US; 41.5 -93.0
    Hollywood; US; 34.1 -118.33
    Times Square; US; 40.758 -73.9855
    """
}
