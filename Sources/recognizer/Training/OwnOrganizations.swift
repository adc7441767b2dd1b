/// Organisations that any desk knows by name, written from general knowledge for this project.
///
/// Clubs and companies that bear the name of a city alone ("Barcelona") are left out, since their
/// sentences tell them, not a list.
enum OwnOrganizations {
  /// American clubs, by city and by their own name.
  static let teams: [(city: String, names: [String])] = [
    ("Atlanta", OwnFacts.words("Hawks, Braves, Falcons")),
    ("Boston", OwnFacts.words("Celtics, Red Sox, Bruins")),
    ("Brooklyn", OwnFacts.words("Nets")), ("Charlotte", OwnFacts.words("Hornets")),
    ("Chicago", OwnFacts.words("Bulls, Cubs, White Sox, Bears, Blackhawks")),
    ("Cleveland", OwnFacts.words("Cavaliers, Guardians, Indians, Browns")),
    ("Dallas", OwnFacts.words("Mavericks, Cowboys, Stars")),
    ("Denver", OwnFacts.words("Nuggets, Broncos")),
    ("Detroit", OwnFacts.words("Pistons, Tigers, Lions, Red Wings")),
    ("Golden State", OwnFacts.words("Warriors")),
    ("Houston", OwnFacts.words("Rockets, Astros, Texans")),
    ("Indiana", OwnFacts.words("Pacers, Fever")), ("Indianapolis", OwnFacts.words("Colts")),
    (
      "Los Angeles",
      OwnFacts.words("Lakers, Clippers, Dodgers, Angels, Rams, Chargers, Kings, Galaxy")
    ),
    ("Memphis", OwnFacts.words("Grizzlies")), ("Miami", OwnFacts.words("Heat, Marlins, Dolphins")),
    ("Milwaukee", OwnFacts.words("Bucks, Brewers")),
    ("Minnesota", OwnFacts.words("Timberwolves, Twins, Vikings, Wild, Lynx")),
    ("New Orleans", OwnFacts.words("Pelicans, Saints")),
    (
      "New York", OwnFacts.words("Knicks, Yankees, Mets, Giants, Jets, Rangers, Islanders, Liberty")
    ),
    ("Oklahoma City", OwnFacts.words("Thunder")), ("Orlando", OwnFacts.words("Magic")),
    ("Philadelphia", OwnFacts.words("76ers, Phillies, Eagles, Flyers, Union")),
    ("Phoenix", OwnFacts.words("Suns, Mercury")),
    ("Arizona", OwnFacts.words("Diamondbacks, Cardinals, Coyotes")),
    ("Portland", OwnFacts.words("Trail Blazers, Timbers")), ("Sacramento", OwnFacts.words("Kings")),
    ("San Antonio", OwnFacts.words("Spurs")),
    ("Toronto", OwnFacts.words("Raptors, Blue Jays, Maple Leafs, Argonauts")),
    ("Utah", OwnFacts.words("Jazz")),
    ("Washington", OwnFacts.words("Wizards, Nationals, Commanders, Capitals")),
    ("Baltimore", OwnFacts.words("Orioles, Ravens")), ("Buffalo", OwnFacts.words("Bills, Sabres")),
    ("Carolina", OwnFacts.words("Panthers, Hurricanes")),
    ("Cincinnati", OwnFacts.words("Reds, Bengals")),
    ("Green Bay", OwnFacts.words("Packers")), ("Jacksonville", OwnFacts.words("Jaguars")),
    ("Kansas City", OwnFacts.words("Royals, Chiefs")),
    ("Las Vegas", OwnFacts.words("Raiders, Aces")),
    ("New England", OwnFacts.words("Patriots, Revolution")),
    ("Oakland", OwnFacts.words("Athletics, Raiders")),
    ("Pittsburgh", OwnFacts.words("Pirates, Steelers, Penguins")),
    ("San Diego", OwnFacts.words("Padres")), ("San Francisco", OwnFacts.words("Giants, 49ers")),
    ("Seattle", OwnFacts.words("Mariners, Seahawks, Kraken, Sounders, Storm")),
    ("St. Louis", OwnFacts.words("Cardinals, Blues")),
    ("Tampa Bay", OwnFacts.words("Rays, Buccaneers, Lightning")),
    ("Tennessee", OwnFacts.words("Titans")), ("Texas", OwnFacts.words("Rangers, Longhorns")),
    ("Anaheim", OwnFacts.words("Ducks")), ("Calgary", OwnFacts.words("Flames, Stampeders")),
    ("Colorado", OwnFacts.words("Rockies, Avalanche, Rapids")),
    ("Columbus", OwnFacts.words("Blue Jackets, Crew")),
    ("Edmonton", OwnFacts.words("Oilers, Eskimos")),
    ("Florida", OwnFacts.words("Panthers, Gators")),
    ("Montreal", OwnFacts.words("Canadiens, Alouettes, Expos")),
    ("Nashville", OwnFacts.words("Predators")),
    ("New Jersey", OwnFacts.words("Devils")), ("Ottawa", OwnFacts.words("Senators")),
    ("San Jose", OwnFacts.words("Sharks")),
    ("Vancouver", OwnFacts.words("Canucks, Whitecaps")),
    ("Vegas", OwnFacts.words("Golden Knights")),
    ("Winnipeg", OwnFacts.words("Jets")), ("Michigan", OwnFacts.words("Wolverines")),
    ("Connecticut", OwnFacts.words("Sun, Huskies")),
    ("Brisbane", OwnFacts.words("Broncos, Lions, Heat")),
    ("Sydney", OwnFacts.words("Roosters, Swans, Sixers")),
    ("Melbourne", OwnFacts.words("Storm, Victory, Stars")), ("Mumbai", OwnFacts.words("Indians")),
    ("Chennai", OwnFacts.words("Super Kings")), ("Kolkata", OwnFacts.words("Knight Riders")),
    ("Otago", OwnFacts.words("Highlanders")), ("Canterbury", OwnFacts.words("Crusaders, Bulldogs")),
    ("Leeds", OwnFacts.words("Rhinos")), ("Wigan", OwnFacts.words("Warriors, Athletic")),
    ("Yomiuri", OwnFacts.words("Giants")), ("Hanshin", OwnFacts.words("Tigers")),
  ]

  /// Football and other clubs.
  static let clubs = OwnFacts.words(
    """
    Arsenal, Aston Villa, Everton, Chelsea, Manchester United, Manchester City, Tottenham Hotspur, \
    Tottenham, West Ham, West Ham United, Newcastle United, Crystal Palace, Wolverhampton Wanderers, \
    Wolves, Leicester City, Nottingham Forest, Leeds United, Sheffield United, Sheffield Wednesday, \
    Norwich City, Ipswich Town, Blackburn Rovers, Bolton Wanderers, Queens Park Rangers, Charlton \
    Athletic, Millwall, Fulham, Watford, Stoke City, West Bromwich Albion, Cardiff City, Swansea \
    City, Celtic, Rangers, Hearts, Hibernian, Aberdeen, Dundee United, Motherwell, Juventus, Inter \
    Milan, Internazionale, AC Milan, Lazio, Roma, Fiorentina, Sampdoria, Torino, Atalanta, Udinese, \
    Napoli, Real Madrid, Atlético Madrid, Real Sociedad, Athletic Bilbao, Real Betis, Espanyol, \
    Villarreal, Deportivo La Coruña, Osasuna, Celta Vigo, Bayern Munich, Borussia Dortmund, Borussia \
    Mönchengladbach, Bayer Leverkusen, Schalke, Werder Bremen, Hertha Berlin, Eintracht Frankfurt, \
    RB Leipzig, Hamburger SV, Hoffenheim, Paris Saint-Germain, PSG, Olympique Lyonnais, Olympique \
    Marseille, Ajax, PSV Eindhoven, Feyenoord, AZ Alkmaar, Anderlecht, Club Brugge, Standard Liège, \
    Benfica, Porto, Sporting Lisbon, Galatasaray, Fenerbahçe, Fenerbahce, Beşiktaş, Besiktas, \
    Trabzonspor, Olympiakos, Panathinaikos, AEK Athens, PAOK, Spartak Moscow, CSKA Moscow, Zenit \
    Saint Petersburg, Lokomotiv Moscow, Dynamo Kyiv, Shakhtar Donetsk, Red Star Belgrade, Partizan \
    Belgrade, Dinamo Zagreb, Hajduk Split, Sparta Prague, Slavia Prague, Ferencváros, Legia Warsaw, \
    Steaua Bucharest, Levski Sofia, Boca Juniors, River Plate, Racing Club, Independiente, San \
    Lorenzo, Flamengo, Fluminense, Corinthians, Palmeiras, Botafogo, Vasco da Gama, Cruzeiro, Grêmio, \
    Peñarol, Nacional, Colo-Colo, Olimpia, Club América, Chivas, Cruz Azul, Pumas, Tigres, Al Ahly, \
    Zamalek, Raja Casablanca, Wydad, Espérance, Kaizer Chiefs, Orlando Pirates, Mamelodi Sundowns, \
    Gor Mahia, AFC Leopards, Simba, Young Africans, Enyimba, Hearts of Oak, Asante Kotoko, TP \
    Mazembe, Al-Hilal, Al Hilal, Al-Nassr, Al-Ittihad, Persepolis, Esteghlal, Al-Zawraa, Urawa Red \
    Diamonds, Kashima Antlers, Jeonbuk Hyundai Motors, Guangzhou Evergrande, Mohun Bagan, East \
    Bengal, Perth Glory, Collingwood, Essendon, Saracens, Harlequins, Leicester Tigers, Munster, \
    Leinster, Toulouse, Wasps, Yorkshire, Surrey, Ferrari, McLaren, Red Bull Racing, Williams, \
    Team Sky, Astana, Movistar
    """)

  /// Companies, by the name that news uses.
  static let companies = OwnFacts.words(
    """
    Google, Apple, Microsoft, Amazon, Facebook, Meta, Twitter, YouTube, Instagram, WhatsApp, Alphabet, \
    Netflix, Spotify, Uber, Lyft, Airbnb, PayPal, eBay, Yahoo, Reddit, LinkedIn, Snapchat, TikTok, \
    ByteDance, Tencent, Alibaba, Baidu, Huawei, Xiaomi, Lenovo, ZTE, Samsung, Samsung Electronics, LG, \
    Hyundai, Kia, Daewoo, SK Hynix, Sony, Panasonic, Toshiba, Hitachi, Fujitsu, Sharp, Canon, Nikon, \
    Olympus, Nintendo, Toyota, Honda, Nissan, Mazda, Subaru, Suzuki, Mitsubishi, Yamaha, Kawasaki, \
    SoftBank, Nokia, Ericsson, Philips, Siemens, Bosch, SAP, BASF, Bayer, Volkswagen, Audi, Porsche, \
    BMW, Daimler, Mercedes-Benz, Opel, Lufthansa, Deutsche Bank, Commerzbank, Allianz, Adidas, Puma, \
    Renault, Peugeot, Citroën, Michelin, Airbus, Total, TotalEnergies, Danone, L'Oréal, Carrefour, \
    Air France, BNP Paribas, Société Générale, Areva, Alstom, Fiat, Pirelli, Eni, Enel, UniCredit, \
    Benetton, Gucci, Prada, Armani, Telecom Italia, Telefónica, Santander, Repsol, Inditex, Zara, \
    Iberia, Nestlé, Novartis, Roche, UBS, Credit Suisse, Swatch, Glencore, Syngenta, Heineken, \
    Carlsberg, Maersk, Lego, Novo Nordisk, Vestas, Volvo, Saab, IKEA, H&M, Electrolux, Statoil, \
    Equinor, Telenor, Shell, Royal Dutch Shell, Unilever, ING, KLM, BP, HSBC, Barclays, Lloyds, \
    Standard Chartered, Vodafone, Tesco, Sainsbury's, Asda, Morrisons, Rolls-Royce, AstraZeneca, \
    GlaxoSmithKline, Rio Tinto, BHP, BHP Billiton, Anglo American, De Beers, Diageo, Cadbury, Marks & \
    Spencer, EasyJet, Ryanair, British Airways, Virgin, Virgin Atlantic, BAE Systems, Burberry, ARM, \
    Dyson, G4S, Serco, Capita, Carillion, Gazprom, Rosneft, Lukoil, Sberbank, Aeroflot, Yukos, Rusal, \
    Boeing, Lockheed Martin, Raytheon, Northrop Grumman, General Dynamics, General Electric, GE, \
    General Motors, GM, Ford, Chrysler, Tesla, SpaceX, Blackwater, Halliburton, Bechtel, KBR, \
    ExxonMobil, Exxon, Chevron, ConocoPhillips, Texaco, Enron, WorldCom, Lehman Brothers, Goldman \
    Sachs, Morgan Stanley, Merrill Lynch, JPMorgan, JPMorgan Chase, Citigroup, Citibank, Bank of \
    America, Wells Fargo, American Express, Visa, MasterCard, Berkshire Hathaway, BlackRock, Walmart, \
    Wal-Mart, Target, Costco, Sears, Macy's, Starbucks, McDonald's, Burger King, KFC, Coca-Cola, \
    PepsiCo, Pepsi, Procter & Gamble, Johnson & Johnson, Pfizer, Merck, Moderna, Gilead, Monsanto, \
    DuPont, Dow Chemical, Caterpillar, John Deere, 3M, Kodak, Xerox, IBM, Intel, AMD, Nvidia, Cisco, \
    Oracle, Dell, Hewlett-Packard, HP, Motorola, Qualcomm, AT&T, Verizon, Comcast, Time Warner, \
    Disney, Walt Disney, Pixar, Paramount, Universal, Warner Bros., Marvel, MGM, DreamWorks, Hasbro, \
    Mattel, Nike, Reebok, Levi Strauss, FedEx, UPS, DHL, Delta Air Lines, American Airlines, United \
    Airlines, Pan Am, Southwest, JetBlue, Air Canada, Bombardier, BlackBerry, Barrick Gold, Petrobras, \
    Vale, Embraer, Odebrecht, Pemex, Cemex, América Móvil, PDVSA, Ecopetrol, Avianca, LATAM, Tata, \
    Tata Motors, Infosys, Wipro, Reliance, Mahindra, Air India, ICICI, Airtel, Safaricom, MTN, \
    Ecobank, Dangote, Sasol, Eskom, Sonatrach, Aramco, Saudi Aramco, Emirates, Etihad, Qatar Airways, \
    Turkish Airlines, Koç Holding, Teva, El Al, Qantas, Telstra, Woolworths, Westpac, Fonterra, Air \
    New Zealand, Singapore Airlines, Malaysia Airlines, AirAsia, Petronas, Garuda, Foxconn, TSMC, \
    Acer, Asus, Cathay Pacific, Sinopec, PetroChina, CNOOC, Evergrande, BYD, Geely, Haier, OpenAI, \
    Cambridge Analytica, Palantir, Kaspersky, Zoom, Slack, Dropbox, Groupon, Etsy, Kickstarter, \
    Wikipedia, WikiLeaks, Mozilla
    """)

  /// Papers, agencies, broadcasters, magazines; those that take "the" have it.
  static let media = OwnFacts.words(
    """
    Reuters, Agence France-Presse, AFP, Associated Press, AP, Bloomberg, Xinhua, TASS, Itar-Tass, \
    RIA Novosti, Interfax, Kyodo, Yonhap, Anadolu, Press Trust of India, EFE, ANSA, dpa, UPI, IRNA, \
    BBC, ITV, Sky News, Channel 4, CNN, Fox News, NBC, CBS, ABC, PBS, MSNBC, CNBC, NPR, HBO, C-SPAN, \
    Al Jazeera, Al-Jazeera, Al Arabiya, Deutsche Welle, ARD, ZDF, RTL, RAI, RFI, Radio Free Europe, \
    Voice of America, RT, Russia Today, NHK, CCTV, CBC, RTÉ, SABC, Rudaw, Press TV, Euronews, \
    The New York Times, The Washington Post, The Wall Street Journal, The Guardian, The Times, The \
    Independent, The Daily Telegraph, The Sun, The Observer, The Economist, The Financial Times, The \
    Daily Mail, The Daily Mirror, The Boston Globe, The Los Angeles Times, The Chicago Tribune, The \
    Miami Herald, The Baltimore Sun, The Denver Post, The Christian Science Monitor, The Irish Times, \
    The Scotsman, The Age, The Hindu, The Times of India, The Indian Express, The Straits Times, The \
    Japan Times, The Jerusalem Post, The Daily Star, The National, The Globe and Mail, The Toronto \
    Star, The Moscow Times, The Daily Nation, The East African, The Punch, The Guardian Nigeria, The \
    New Yorker, The Atlantic, The Intercept, The Nation, The Spectator, The New Republic, The \
    Huffington Post, The Daily Beast, The Hill, The Onion, USA Today, Newsweek, Time, Forbes, Fortune, \
    Wired, Vogue, Vanity Fair, Playboy, Rolling Stone, National Geographic, Nature, Science, Der \
    Spiegel, Die Zeit, Die Welt, Bild, Stern, Süddeutsche Zeitung, Frankfurter Allgemeine Zeitung, Le \
    Monde, Le Figaro, Libération, Charlie Hebdo, Le Parisien, L'Équipe, El País, El Mundo, La \
    Vanguardia, Marca, Corriere della Sera, La Repubblica, La Stampa, Gazzetta dello Sport, Clarín, La \
    Nación, El Universal, El Tiempo, El Comercio, O Globo, Folha de São Paulo, Granma, Pravda, \
    Izvestia, Kommersant, Novaya Gazeta, Hürriyet, Cumhuriyet, Zaman, Haaretz, Yedioth Ahronoth, \
    Maariv, Al-Ahram, Al Ahram, Al-Hayat, Asharq al-Awsat, An-Nahar, Dawn, Asahi Shimbun, Yomiuri \
    Shimbun, Mainichi Shimbun, Nikkei, People's Daily, Global Times, South China Morning Post, Apple \
    Daily, Chosun Ilbo, JoongAng Ilbo, Bangkok Post, Jakarta Post, Dagens Nyheter, Aftenposten, \
    Politiken, Helsingin Sanomat, De Telegraaf, De Standaard, Le Soir, Gazeta Wyborcza, BuzzFeed, \
    Politico, Slate, Salon, Vox, Vice, Bellingcat, ProPublica, TechCrunch, Gawker, Mashable, ESPN, \
    Eurosport, Sports Illustrated, Billboard, Pitchfork
    """)

  /// Bands and ensembles.
  static let bands = OwnFacts.words(
    """
    The Beatles, The Rolling Stones, The Who, The Clash, The Doors, The Smiths, The Police, The \
    Kinks, The Supremes, The Beach Boys, The Cure, The Velvet Underground, The Jackson Five, The \
    Pogues, The Dubliners, The White Stripes, The Strokes, The Killers, The Black Keys, The Wailers, \
    The Eagles, The Monkees, Pink Floyd, Led Zeppelin, Black Sabbath, Deep Purple, Queen, Genesis, \
    Radiohead, Coldplay, Oasis, Blur, Nirvana, Pearl Jam, Metallica, Guns N' Roses, Aerosmith, Kiss, \
    Bon Jovi, U2, ABBA, AC/DC, INXS, R.E.M., Sonic Youth, Talking Heads, Ramones, Sex Pistols, Joy \
    Division, New Order, Depeche Mode, Kraftwerk, Rammstein, Scorpions, Tangerine Dream, Daft Punk, \
    Buena Vista Social Club, Tinariwen, Pussy Riot, BTS, Blackpink, Spice Girls, Backstreet Boys, One \
    Direction, Take That, Destiny's Child, Public Enemy, N.W.A, Wu-Tang Clan, Beastie Boys, Run-DMC, \
    Outkast, The Fugees, Arcade Fire, Foo Fighters, Green Day, Red Hot Chili Peppers, Linkin Park, \
    Fleetwood Mac, Jethro Tull, Simple Minds, Duran Duran, Iron Maiden, Judas Priest, Motörhead
    """)

  /// Bodies by their acronym or short name.
  static let bodies = OwnFacts.words(
    """
    NATO, Nato, UNICEF, Unicef, UNESCO, Unesco, UNHCR, OPEC, Opec, OSCE, OECD, ASEAN, Asean, APEC, \
    ECOWAS, Ecowas, IGAD, SADC, CARICOM, Mercosur, Interpol, Europol, Frontex, Eurojust, Eurostat, \
    Hezbollah, Hizbollah, Hamas, Fatah, Islamic Jihad, PLO, PKK, PJAK, YPG, HDP, AKP, CHP, MHP, KDP, \
    PUK, Boko Haram, al-Shabaab, al-Shabab, al-Qaeda, al-Qaida, Taliban, Islamic State, ISIS, ISIL, \
    Daesh, Jabhat al-Nusra, al-Nusra Front, Ahrar al-Sham, Free Syrian Army, Haqqani network, \
    Lashkar-e-Taiba, Jemaah Islamiyah, Abu Sayyaf, FARC, ELN, ETA, IRA, Sinn Féin, Sinn Fein, SNP, DUP, \
    Ukip, UKIP, Shining Path, Tamil Tigers, LTTE, ANC, Zanu-PF, Inkatha, SPLA, SPLM, M23, Janjaweed, \
    Séléka, Likud, Kadima, Shas, Hadash, Meretz, Knesset, Duma, Bundestag, Bundesrat, Bundesbank, \
    Bundeswehr, Lok Sabha, Rajya Sabha, Sejm, Riksdag, Folketing, Storting, Cortes, Majlis, Loya Jirga, \
    Diet, Politburo, Kuomintang, Khmer Rouge, Viet Cong, Gestapo, Stasi, KGB, FSB, GRU, SVR, NKVD, \
    Mossad, Shin Bet, IDF, CIA, FBI, NSA, DEA, ATF, ICE, TSA, FEMA, EPA, FDA, CDC, NIH, NASA, NOAA, \
    FAA, FCC, FTC, SEC, IRS, GAO, DHS, MI5, MI6, GCHQ, NHS, Ofcom, Ofsted, HMRC, Met Office, Scotland \
    Yard, RUC, RCMP, CSIS, ISI, RAW, CBI, BJP, Shiv Sena, RSS, Amnesty International, Human Rights \
    Watch, Greenpeace, Oxfam, Médecins Sans Frontières, MSF, Doctors Without Borders, Save the \
    Children, Red Cross, Red Crescent, Mercy Corps, CARE, World Vision, Caritas, Transparency \
    International, Reporters Without Borders, Article 19, Freedom House, Global Witness, Airwars, \
    WWF, PETA, NAACP, ACLU, NRA, AFL-CIO, Unison, Unite, Solidarity, FIFA, Fifa, UEFA, Uefa, IOC, \
    WADA, NFL, NBA, MLB, NHL, NCAA, PGA, ATP, WTA, ICC, BCCI, CAF, CERN, ESA, ESO, MIT, UCLA, LSE, \
    Harvard, Yale, Stanford, Princeton, Oxford, Cambridge, Sorbonne, Eton, Royal Society, Smithsonian, \
    Louvre, Prado, Tate, MoMA, Bolshoi, Royal Ballet, La Scala, Metropolitan Opera, Wiener \
    Philharmoniker, Opus Dei, Vatican Bank, Mafia, Camorra, 'Ndrangheta, Yakuza, Ku Klux Klan, \
    Church of England, Church of Scientology, Falun Gong, Mormon Church, Salvation Army, Freemasons
    """)
}
