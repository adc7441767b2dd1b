/// The words that tell demonyms, events and works, in small letters, written by hand for this
/// project.
///
/// A word may stand in several lists; an underscore joins the words of a pair. The demonyms of
/// countries are the gazetteer's.
enum KindLists {
  static let all: [(KindClasses, StaticString)] = [
    (.people, people), (.people, faiths), (.faithful, faiths), (.notPeople, notPeople),
    (.peopleModifier, peopleModifier), (.event, event), (.eventHead, eventHead),
    (.eventOf, eventOf), (.eventLead, eventLead), (.yearlyHead, yearlyHead),
    (.ceremony, "awards oscars grammys emmys baftas"), (.work, work), (.workCue, workCue),
    (.workCue, titleCue), (.titleCue, titleCue), (.workCue, madeCue), (.makerCue, makerCue),
    (.prefix, prefix), (.languageNoun, languageNoun), (.languageVerb, languageVerb),
    (.people, combining), (.languageIn, "in into"), (.numberedLead, "expo euro cop"),
    (.byCue, "by"), (.titleLink, "to the of a"),
    (.eventIn, "war wars battle"),
    (.notStorm, "shadow front troopers center centre prediction"),
    (.heldCue, "at during hosted hosting host hosts attended attend ceremony after before"),
  ]

  static let people: StaticString = """
    aboriginal aboriginals aborigine aborigines adivasi adivasis afghan afghans african
    african_american african_americans africans afrikaner afrikaners akan alevi alevis algonquin
    american americans amerindian amerindians amhara angolan angolans apache apaches arab arabs
    aragonese aramean arameans aryan aryans ashanti asian asian_american asian_americans asians
    asiatic aymara azerbaijani azerbaijanis azeri azeris aztec aztecs bahraini bahrainis balkan
    balochi baltic baluch baluchi bamar bangladeshi bangladeshis bantu basque basques bedouin
    bedouins bengali bengalis berber berbers berliner berliners bosniak bosniaks breton bretons
    british briton britons burkinabe bushmen byzantine byzantines canarian canarians catalan
    catalans celt celtic celts chaldean chaldeans chechen chechens cherokee cherokees chicano
    chicanos chukchi comanche copt coptic copts cornish cossack cossacks cree creole creoles
    croat croats cuban cubans cypriot cypriots czech czechs dagestani dalit dalits dane danes
    danish darfuri dayak dene dinka dravidian druze dutch dutchman dutchmen emirati emiratis
    english englishman englishmen englishwoman eskimo etruscan european europeans filipina
    filipinas filipino filipinos finn finnish finns first_nation first_nations flemish frankish
    franks french frenchman frenchmen fula fulani garifuna garinagu gaul gauls gazan gazans
    german germans goan goans goth gothic goths greek greeks guatemalan guatemalans guinean
    guineans gujarati gujaratis gurkha gurkhas gypsies haredi hausa hawaiian hawaiians hazara
    hazaras hellenic hispanic hispanics hittite hmong honduran hondurans hongkonger hongkongers
    hun huns hutu hutus icelander icelanders igbo inca incas indian indians indigenous_people
    indigenous_peoples ingush inuit inuk iraqi iraqis irish irishman irishmen iroquois islander
    islanders israeli israelis jutes kachin kannadiga karen kashmiri kashmiris kazakh kazakhs
    kenyan kenyans khmer kikuyu korean koreans kosovar kosovars kurd kurdish kurds kuwaiti
    kuwaitis kyrgyz lao latina latinas latino latinos levantine libyan libyans lombard lombards
    londoner londoners maasai magyar magyars malagasy malay malayali malays manchu manchus
    mandinka manx maori maoris mapuche mapuches marathi maronite maronites masai maya mayan
    mayans metis mi'kmaq mi'kmaw mizo mohawk mohawks mongol mongols montenegrin montenegrins
    moor moorish moors moroccan moroccans moscovite muscovite muscovites native_american
    native_americans navajo navajos nepali nepalis new_yorker new_yorkers newfoundlander nordic
    norman normans norse norsemen northerner northerners ojibwe omani omanis oromo oromos
    ottoman ottomans pacific_islander pacific_islanders pakistani pakistanis paraguayan
    paraguayans pashtun pashtuns pathan peranakan peranakans persians phoenician phoenicians
    pole poles polish punic punjabi punjabis qatari qataris quechua queenslander rajput rajputs
    rohingya rohingyas roma roman romani romans rwandan rwandans sahrawi sahrawis salvadoran
    salvadorans sami samoan samoans saudi saudis saxon saxons scot scots scotsman scotswoman
    scottish semitic serb serbs shona sindhi sinhala sioux slav slavic slavs slovak slovaks
    slovene slovenes somali somalis southerner southerners soviet soviets spaniard spaniards
    spanish spartan spartans sri_lankan sri_lankans swede swedes swedish swiss tajik tajiks
    tamil tamils tatar tatars teutonic texan texans thai thais tibetan tibetans tigrayan
    tigrayans tongan tongans tswana tuareg tuaregs turk turkic turkish turkmen turkmens turkoman
    turkomans turks tuscan tutsi tutsis uighur uighurs uruguayan uruguayans uyghur uyghurs uygur
    uygurs uzbek uzbeks venezuelan venezuelans viking vikings visigoth visigoths walloon
    walloons welsh welshman welshmen westerner westerners xhosa yakut yanomami yazidi yazidis
    yemeni yemenis yezidi yezidis yorker yorkers yoruba yugoslav yugoslavs zealander zealanders
    zimbabwean zimbabweans zulu zulus
    """
  /// First part of "Franco-German".
  static let combining: StaticString = """
    afro anglo austro franco greco hispano indo italo judeo luso russo serbo sino turco
    """
  static let faiths: StaticString = """
    adventist adventists ahmadi ahmadis alawite alawites amish anglican anglicans ashkenazi
    ashkenazim atheist atheists baha'i baha'is baptist baptists buddhist buddhists calvinist
    calvinists catholic catholics christian christians confucian episcopalian evangelical
    evangelicals greek_orthodox hasidic hindu hindus huguenot huguenots islamic islamist
    islamists ismaili ismailis jain jains jesuit jesuits jew jewish jews lutheran lutherans
    mennonite mennonites methodist methodists mormon mormons moslem moslems muslim muslims
    orthodox parsi parsis pentecostal pentecostals presbyterian presbyterians protestant
    protestants puritan puritans quaker quakers rastafarian rastafarians russian_orthodox salafi
    salafis salafist salafists sephardi sephardic shi'a shi'as shi'i shi'ite shi'ites shia shias
    shiite shiites sikh sikhs sufi sufis sunni sunnis takfiri takfiris wahhabi wahhabis
    zoroastrian zoroastrians
    """
  static let notPeople: StaticString = """
    antipodean barbarian barbarians bayesian boolean caspian civilian civilians comedian
    comedians custodian cyrillic democratic devonian dickensian edwardian egalitarian
    elizabethan equestrian euclidean freudian gregorian guardian guardians historian historians
    humanitarian jacobean jurassic keynesian leninist libertarian libertarians librarian
    librarians machiavellian martian martians marxian median mediterranean meridian napoleonic
    newtonian ocean oceans olympian olympians orwellian paralympian paralympians parliamentarian
    parliamentarians pedestrian pelican pelicans publican republican republicans shakespearean
    totalitarian utopian valerian vatican vegetarian vegetarians veterinarian victorian
    vulgarian wagnerian
    """
  static let peopleModifier: StaticString = """
    atlantic cape central channel coastal costa east el equatorial faroe indigenous kosovo latin
    lower marsh native new north northeast northern northwest orthodox pacific papua puerto san
    saudi sierra solomon south southeast southern southwest sri upper west western
    """
  static let event: StaticString = """
    anschluss arab_spring asian_games berlin_airlift black_death black_friday bloody_sunday
    boat_race boston_marathon brexit burning_man champions_league christmas civil_war coachella
    cold_war commonwealth_games copa_america copa_del copa_libertadores cultural_revolution
    davis_cup diwali easter eid eid_al-fitr euromaidan europa_league eurovision fa_cup
    glastonbury grand_national grand_slam great_depression great_leap great_war gulf_war haj
    hajj halloween hanukkah hogmanay holi holocaust holodomor industrial_revolution intifada
    kentucky_derby kristallnacht lollapalooza london_marathon mardi_gras nakba nowruz
    october_revolution oktoberfest olympic_games olympics paralympics passover prague_spring
    ramadan reformation renaissance rosh_hashanah roskilde ryder_cup shoah stanley_cup
    super_bowl thanksgiving tour_de umrah velvet_revolution vuelta_a watergate wimbledon
    woodstock world_cup world_series world_war yom_kippur
    """
  static let eventHead: StaticString = """
    airlift armistice art_week ashes battle biennale biennial blitz bombing bombings bowl
    by-election carnival championship championship_series championships conference coronation
    coup crisis crusade crusades cup cyclone day decathlon democratic_convention derby
    design_week disaster earthquake election elections eruption eurovision eve expedition expo
    exposition famine fashion_week fest festival festivals film_week final finals flood floods
    funeral games genocide hackathon half-marathon holocaust hurricane insurgency intifada
    invasion invitational jamboree jubilee league_series marathon massacre masters mutiny
    national_convention new_year offensive olympiad olympics open pandemic paralympics partition
    party_conference plague play-offs playoffs plebiscite pogrom primaries prix putsch raids
    rally rebellion referendum regatta relays republican_convention revolt revolution riots
    siege skirmish solstice song_contest summit test_series tour_de tournament trials triathlon
    triennale tsunami typhoon uprising war wars week wildfires world_championship world_series
    """
  static let eventOf: StaticString = """
    annexation battle battles blockade bombing burning conquest fall feast festival invasion
    liberation march massacre partition relief revolution sack siege tour war wars
    """
  static let eventLead: StaticString = """
    copa cyclone eid giro_d'italia hurricane operation storm tour_de tropical_storm typhoon
    vuelta
    """
  static let yearlyHead: StaticString = """
    attacks bombings by-election byelection caucuses championship championships coup crisis
    earthquake election elections famine flood floods genocide hurricane insurgency invasion
    massacre offensive olympics plebiscite primaries primary protests referendum revolution
    riots summit tsunami uprising war wildfires
    """
  static let work: StaticString = """
    beowulf bhagavad_gita bible doctor_who guernica hamlet iliad koran macbeth mahabharata
    mein_kampf mona_lisa new_testament odyssey old_testament othello qur'an quran ramayana
    star_trek star_wars talmud torah
    """
  static let workCue: StaticString = """
    album albums anime anthem autobiography ballad ballet bestseller biography biopic
    blockbuster book books comedy comic comics debut_album documentaries documentary drama
    dramas ep episode essay essays fable feature_film film films franchise hymn lp manga memoir
    memoirs miniseries movie movies mural music_video musical musicals novel novelist novella
    novels ode opera operas painting paintings play podcast poem poems prequel remake report
    screenplay sculpture sculptures sequel series short_film single singles sitcom song songs
    soundtrack stage_play storybook symphony telenovela thriller trilogy tv_show video_game
    videogame
    """
  /// After a title without quotation marks too.
  static let titleCue: StaticString = """
    album albums episode film films franchise miniseries movie movies musical novel novels saga
    sequel soundtrack trilogy
    """
  static let madeCue: StaticString = """
    adaptation_of author_of authors_of episode_of episodes_of performance_of premiere_of
    production_of screening_of star_of starred_in starring_in stars_in stars_of
    """
  /// Before a hyphen and the name of a people.
  static let prefix: StaticString = "anti ex non post pre pro ultra neo proto pan inter trans un"
  static let makerCue: StaticString = """
    actor actress adaptation adapted author authors composed composer composing directed
    directing director directs entitled hit narrated painted painter performed performing
    performs playwright premiere premiered produced producer producing published publishes
    publishing recorded recording records released releases releasing sang screened screening
    screenwriter sing singer singing sings star starred starring stars sung titled track tracks
    writer wrote
    """
  static let languageNoun: StaticString = """
    alphabet dialect dialects fluency grammar language language's languages proficiency script
    speaker speakers speaking subtitled subtitles translation translations vocabulary
    """
  static let languageVerb: StaticString = """
    fluent learn learned learning learns learnt speak speaking speaks spoke spoken studied study
    taught teach teaches teaching understand understands understood
    """
}
