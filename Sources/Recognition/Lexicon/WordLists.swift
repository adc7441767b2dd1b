/// The words that tell what their neighbours are, in small letters, written by hand for this project.
///
/// A word may stand in several lists. Lists are plain text so that anyone can mend them.
enum WordLists {
  static let all: [(WordClasses, StaticString)] = [
    (.function, function), (.determiner, determiner), (.locative, locative), (.weekday, weekday),
    (.month, month), (.direction, direction), (.title, title), (.weakTitle, weakTitle),
    (.titleModifier, titleModifier), (.particle, particle), (.nameSuffix, nameSuffix),
    (.givenName, givenName), (.organizationHead, organizationHead), (.ofHead, ofHead),
    (.placeHead, placeHead), (.placeLead, placeLead), (.eventHead, eventHead),
    (.abbreviation, abbreviation), (.midAbbreviation, midAbbreviation),
    (.numberAbbreviation, numberAbbreviation), (.compoundTail, compoundTail), (.of, "of for on"),
    (.and, "and"), (.speech, speech), (.pronoun, pronoun), (.commonAcronym, commonAcronym),
    (.jointHead, jointHead), (.surePlaceHead, surePlaceHead),
    (.sureOrganizationHead, sureOrganizationHead),
    (.surnameHead, "park hill lake bay camp forest bridge port banks beach church post court hall"),
    (.calendarCue, calendarCue),
    (.function, pronoun), (.function, determiner), (.function, locative),
  ]

  static let function: StaticString = """
    about above according across actually additionally after afterwards again against ago ahead all
    allegedly almost along already also although always amid among an and another any anyone
    anything apart apparently are aren't around as aside ask asked at authorities back based be
    because been before behind being below beneath besides best better between beyond both breaking
    but by call called can can't cannot certainly children citizens civilians clearly come comes
    concerning consequently considering could couldn't critics currently demonstrators despite did
    didn't do does doesn't doing don't done doctors down during each earlier early either else
    elsewhere enough even eventually ever every everybody everyone everything everywhere except
    experts exclusive fewer few fewer fighters finally find five following for former formerly
    forces four friends from further furthermore generally get get getting give given go going good
    got great had half has have haven't having hello help hence here how however hundreds if
    immediately in including indeed inside instead interestingly into investigators is isn't it's
    journalists just keep knowing last late lately later latest leaders leading least less let let's
    like likewise listen local long look looking lots made make makes making many may maybe
    meanwhile meantime media members men might militants millions more moreover most mostly much
    must my name near nearby nearly neither never nevertheless news next no nobody none nonetheless
    nor not note nothing notably now nowadays nowhere obviously of off officers officials often oh
    ok okay old on once one only onto opponents or other others otherwise our out outside over
    overall own parents part particularly past people perhaps per please plus police possibly
    presumably previously probably prosecutors protesters protestors provided put question quite
    rather read really reading recent recently regarding regardless reportedly reporters reports
    rescuers researchers residents right said same say saying says scientists second see seeing
    seems separately seven several shall she's should shouldn't similarly simply since six so
    soldiers some somebody somehow someone something sometimes soon sources speaking specifically
    still students such suddenly supporters sure surely take taking talking ten tens than thank
    thanks that that's then there there's thereafter therefore these they're thing things think
    thinking third this those though thousands three through throughout thus till to today together
    tomorrow tonight too toward towards troops trying turning twelve two ultimately under
    undoubtedly unfortunately unless unlike until up update updated upon us use used using usually
    various very via victims video villagers wait want was wasn't watch we're we've welcome well
    were weren't what what's whatever when whenever where whereas wherever whether which while who
    who's whoever whole whom whose why will win with within without witnesses women won't words
    workers would wouldn't writing yes yesterday yet you're young your zero add added adding
    created build building built check learn start started starting share click join meet open
    dear image photo picture figure table chapter section page step part note source credit caption
    contact editor related tags posted published comments filed advertisement background summary
    introduction conclusion overview example examples question answer q a
    """
  static let determiner: StaticString = """
    the a an this that these those his her its their my our your some any every each no all both
    """
  static let pronoun: StaticString = "i you he she it we they there one who him them me"
  static let locative: StaticString = """
    in near from outside around inside into at toward towards across throughout via
    """
  static let weekday: StaticString = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays mon tue tues wed thu thur thurs fri sat
    """
  static let month: StaticString = """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec
    """
  static let direction: StaticString = """
    north south east west northern southern eastern western central northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern upper lower inner outer greater
    downtown mid old
    """
  static let title: StaticString = """
    mr mrs ms miss mx sir dame dr prof professor president president-elect minister chancellor
    premier senator sen congressman congresswoman representative rep governor gov mayor ambassador
    amb gen lt col maj capt sgt cpl cmdr adm brig pvt lieutenant colonel brigadier corporal sergeant
    admiral ayatollah sheikh sheik shaikh imam mullah hajji haji rev reverend pope archbishop bishop
    cardinal rabbi pastor mullah emir sultan insp supt det detective inspector superintendent
    constable spokesman spokeswoman spokesperson chairman chairwoman congressmember lawmaker
    councillor councilman councilwoman attorney coach comrade don doña monsieur madame
    signor herr frau mp tsar captain commander commissioner secretary judge sheriff duke duchess baron baroness
    """
  static let weakTitle: StaticString = """
    general major chief executive justice king queen prince princess lord
    lady father sister brother mother saint leader director speaker minister officer
    marshal private counselor engineer doctor manager chair chairperson star actor actress singer
    author activist analyst economist journalist historian envoy
    """
  static let titleModifier: StaticString = """
    prime vice deputy former acting interim first foreign defense defence interior finance health
    justice education state security assistant associate senior staff national attorney lieutenant
    major brigadier rear grand crown lance majority minority opposition party press executive
    managing lead chief house senate home
    """
  static let particle: StaticString = """
    al el bin ibn bint abu abd ben wa ole van von der den de del della di da dos das du la le ter ten zu af
    ul ur ud as ash an ad ar
    """
  static let nameSuffix: StaticString = "jr sr i ii iii iv esq"
  static let givenName: StaticString = """
    abbas abd abdallah abdel abdelaziz abdelfattah abdirahman abdul abdulaziz abdulkarim abdullah
    abdulrahman abu adel adnan ahmad ahmed akram ala alaa ali amal amer amin amina amir ammar anas
    anwar arif asaad ayad ayman aziz azzam baha bakr baqir bashar bashir bassam burhan dhia dia
    essam fadel fadhil fadi fahad faisal falah faleh fares farhad farid farouk faruq fatima fawzi
    fouad hadi hafez haider haidar hamad hamid hamza haji hani hanan haitham hasan hashim hassan
    hatem haydar hisham hoshyar husam husham hussain hussein hoshiyar ibrahim ihsan imad iman issa
    iyad izzat jabbar jaafar jafar jalal jamal jamil jasim jassim jawad kadhim kamal kamil karim
    karwan khaled khalid khalil khadija laith latif layla leila lubna luay mahdi mahmoud mahmud
    majid malik mansour marwan masoud massoud maytham mazen mohamad mohamed mohammad mohammed
    mohsen muayad muhammad muhammed munir muqtada mustafa muthanna nabil nadia nadir najat najib
    najim naji najla nasser nawaf nazar nechirvan nizar noor noureddine nouri nuri omar osama othman
    qais qasem qasim qassem qassim qubad raad rafid rahim rami ramzi rashid rasheed rawan riad riyad
    saad saadi saddam sadiq safa safaa said saif sajjad saleh salah salahuddin salih salim salman
    sami samir samira sarmad sattar shaker shakir sherko sherzad sinan sirwan suad suhaila sulaiman
    taha tahir talal taleb taliq tariq thamer usama uday wael waleed walid wisam yahya yasin yasser
    yassin younis yousef youssef yusuf zaid zainab zaki zeid zeinab ziad zuhair
    recep tayyip binali vladimir sergei sergey dmitry dmitri xi jinping bashar theresa angela
    emmanuel benjamin volodymyr narendra imran nawaz ashraf hamid kofi boutros antonio jens lise
    staffan zlatan jan jean giorgi mikheil viktor nicolas hugo evo dilma luiz jair
    paris jordan chad georgia florence charlotte victoria lincoln
    """
  static let organizationHead: StaticString = """
    ministry department agency bureau commission committee council command corps army navy force
    forces brigade division battalion regiment squadron militia militias front movement party
    coalition alliance union federation confederation association organization organisation society
    institute institution foundation trust centre center university college school academy faculty
    hospital clinic laboratory bank fund company corporation corp inc incorporated ltd limited llc
    plc gmbh co holdings group industries airlines airways motors systems technologies software
    pharmaceuticals records pictures studios entertainment broadcasting television radio network
    newspaper times post news journal tribune gazette herald telegraph chronicle observer court
    tribunal parliament congress senate assembly legislature cabinet directorate administration
    authority board office service services police guard guards constabulary league club fc afc
    united team orchestra choir museum library press church diocese synod initiative mission
    consortium cooperative syndicate secretariat task peshmerga brigades battalions watch network
    guild program programme lodge lobby caucus magazine partners associates brothers sons bros
    """
  static let ofHead: StaticString = """
    ministry department agency bureau commission committee council institute institution foundation
    centre center university college school academy faculty hospital bank court house office board
    church chamber chambers association federation confederation union organization organisation
    society museum library league party front movement authority directorate secretariat trust army
    congress assembly administration institutes ministries brigade coalition forces corps mission
    """
  static let calendarCue: StaticString = """
    in on by since until till from last next early late mid this each every of during before after
    through between
    """
  static let jointHead: StaticString = """
    ministry department committee commission institute office agency bureau center centre council
    directorate
    """
  static let placeHead: StaticString = """
    river lake mountain mountains hill hills island islands valley bay sea ocean gulf strait
    peninsula desert forest park street road avenue boulevard square highway bridge dam airport
    airbase airfield province governorate district county region city village town township
    municipality prefecture oblast canyon falls creek canal harbor harbour port beach coast cape
    basin plain plains plateau range camp crossing checkpoint quarter neighborhood neighbourhood
    stadium arena tower palace cathedral mosque castle hotel mall plaza cemetery prison jail
    refinery station base territory territories heights
    """
  static let surePlaceHead: StaticString = """
    river mountains peninsula strait governorate province oblast prefecture highway boulevard avenue
    canyon creek archipelago airport airbase dam
    """
  static let sureOrganizationHead: StaticString = """
    ministry university committee commission brigade battalion regiment ltd inc plc corp llc gmbh
    association federation institute corporation tribune gazette herald orchestra ministries
    polytechnic directorate secretariat consortium
    """
  static let placeLead: StaticString =
    "mount mt lake camp fort ft port cape wadi tell tal jabal"
  static let eventHead: StaticString = """
    war wars olympics olympiad games cup championship championships festival summit revolution
    uprising intifada massacre genocide holocaust battle siege conference
    marathon prix awards fair expo offensive hurricane typhoon
    """
  static let abbreviation: StaticString = """
    mr mrs ms mx dr prof sen rep gov amb gen lt col maj capt sgt cpl cmdr adm brig pvt rev insp supt
    det st ste mt ft jr sr inc ltd corp co bros messrs hon pres dept univ assn esq
    """
  static let midAbbreviation: StaticString = """
    mr mrs ms mx dr prof sen rep gov amb gen lt col maj capt sgt cpl cmdr adm brig pvt rev insp supt
    det st ste mt ft messrs hon pres vs v cf approx viz
    """
  static let numberAbbreviation: StaticString = """
    no nos vol vols p pp fig figs art arts sec secs ch para paras op ca est tel jan feb mar apr jun
    jul aug sep sept oct nov dec
    """
  static let compoundTail: StaticString = """
    led backed born funded sponsored supported supplied trained made built owned run allied aligned
    brokered imposed controlled held occupied administered educated linked inspired style wide based
    mediated dominated affiliated designated declared proposed drafted registered ordered bound era
    friendly speaking language flagged
    """
  static let speech: StaticString = """
    said says told added urged warned asked argued claimed stated announced reported explained noted
    """
  static let commonAcronym: StaticString = """
    sms vpn ngo ngos ceo cfo cto coo ied ieds pdf html css http https url api apis tv dvd cd cds dna
    rna hiv aids gps gdp gmt utc am pm ad bc ce bce id ids it usb atm atms mp mps pr qa ai faq sme
    smes wmd suv suvs vip vips llc ltd plc ok ps pc pcs cv phd mba ba ma bsc msc edt est pst cst
    sars covid covid-19 icu vat gps er ufo uav uavs idp idps pow pows mou rpg rpgs ak hq pto rt
    """
}
