extension OwnSentences {
  /// Longer sentences, lists, and all that is apt to be misread: brackets, titles, money, acronyms.
  static let deskTemplates = """
    {person1} joined {company1} as a {role}, became its CEO in {year} and left it with US$40 million. | {company1.s} has since sued {person1.s}.
    The NGO {body1} ({body1.s}) said that {country}'s GDP had fallen. | The CEO of {company}, {person}, disagreed with {body1.s}.
    By SMS and on TV, {person} urged people in {region} to stay at home.
    The {acronym} said nothing to {person1}. | {person1.s} then wrote to {ministry}.
    An {acronym} and a map were found in the car of {person}, {unit} said.
    VAT will rise to 20 percent, {ministry} said, and {country} will cut its deficit.
    {company} raised {amount} from {company} and from {person}, a {role}.
    {company} has paid {amount} for the rights to {work} by {person}.
    In {year}, {body1} was founded in {city} by {person1} and {person2}. | {body1.s} has 400 members in {country} and {country}.
    {body} chairman {person1} told {paper} of plans for {region}. | {person1.s}, a former {role}, did not say who would pay.
    {body} spokeswoman {person} said it was too early to blame {country}.
    {unit} spokesman {title} {person1} said the raid had been planned in {capital}. | {person1.s} would not give figures.
    A spokesman for {unit}, {title} {person}, said two men of {unit} were missing.
    {ministry} spokesman {person1} confirmed the deaths. | Earlier {person1.s} had spoken of an accident.
    The {demonym} {ministry.n} summoned the {demonym} ambassador, {person}, on {weekday}.
    {country}'s {ministry.n} has asked {country} to send back {person}.
    {country}'s {court.n} has upheld the sentence against {person1}. | {person1.s} will be taken to {city}.
    {country1}'s {office}, {person1}, flew to {capital} on {weekday}. | It is {person1.s}'s first visit since {country1} left {body}.
    {city}'s {place-of-work.n} is to reopen in {month}, {person} said.
    {company}'s {person} and {company}'s {person} both spoke at {university}.
    Among those killed were {person}, 41, a {role}; {person}, 29, a {role}; and {person}, 6.
    The winners are {person} ({country}), {person} ({country}) and {person} ({country}).
    The panel: {person}, {university}; {person}, {company}; {person}, {body}.
    Present were {title} {person} ({party}), {person} ({party}) and {person} (independent).
    {person1} (left) with {person2} in {city}, {month} {year}
    Left to right: {person}, {person} and {person} at {place-of-work}.
    Pictured: {title} {person} in {capital} on {weekday}.
    {person} contributed to this report from {city}, and {person} from {capital}.
    Correction: An article on {weekday} about {company} misspelled the name of {person}.
    Editor's note: {person1} worked for {company} until {year}. | {person1.s} has no stake in {company}.
    {person1} is a {role} at {university} and the author of {work}. | {person1.s} lives in {city}.
    {person}, the {demonym} {role}, and {person}, a {demonym} {role}, share a flat in {city}.
    Lady {person1} told the inquiry that Lord {person2} had known. | {person2.s} denies this.
    Lord Justice {person1.s} asked why {company} had kept the files. | Mr Justice {person2.s} agreed with {person1.s}.
    Judge {person1.s} gave {company} ten days. | Mr {person2.s}, for {company}, said he would appeal to {court}.
    Mrs {person1.s} said her son, {person2}, had left for {country} in {month}.
    Dr {person1.s} of {place-of-work} said that {number} children were ill. | "It is cholera," Dr. {person1.s} said.
    Sheikh {person1} of the {city} mosque called for calm. | {person1.s}'s words were carried by {paper}.
    President {person1.s} and Prime Minister {person2.s} are to meet in {capital}.
    Detective Inspector {person1}, of {unit}, said: "We want to hear from anybody who was in {region} on {weekday}." | {person1.s} said two men were seen.
    Sgt. {person}, of {unit}, was killed near {city} in {region}.
    Gen. {person1}, who leads {unit}, said {city1} would fall soon. | The rebels say that {city1} is theirs, and that {person1.s} has fled.
    Sister {person}, a nun in {city}, hid {number} families in {year}.
    King {person} of {country} opened a museum of {event} on {weekday}.
    Bishop {person} led prayers at {place-of-work}.
    Actress {person1} is to play {person2} in {work}. | {person1.s} won a prize in {city} for her last film.
    Singer {person1} cancelled a concert in {capital}. | "I am ill," {person1.s} wrote.
    Author {person}, poet {person} and {calling} {person} signed the letter.
    Opposition leader {person1} was held at {city} airport for two hours. | "They asked about {country}," {person1.s} said.
    Human rights lawyer {person} said that {court} had no choice.
    Club captain {person1} will leave {club} for {club}. | {person1.s} is 31.
    Army chief {person} has taken power in {country}.
    Warlord {person1} controls {region}. | In {year} {person1.s} was a {role} in {city}.
    Billionaire {person} bought {club} from {company} in {year}.
    Tribal elders in {region} say that {unit} burned {number} houses.
    Protesters in {city} burned the flag of {country} and chanted the name of {person}.
    Voters in {country}, which has had no president since {month}, go to the polls on {weekday}.
    Oil from {country} goes through {region} to {city}.
    Exports to {country} rose, but those to {country} and {country} fell, {ministry} said.
    Relations between {country} and {country} have been poor since {year}.
    {country1} and {country2} are at war again. | {country2} says that {country1} fired first.
    {country} says it will. | {country} says it will not. | {body} waits.
    {country} wants more. So does {country}.
    {country} beat {country} 3-0; {person} scored all three.
    {country} must choose, wrote {person} in {paper}: peace or pride.
    {city} was calm on {weekday}. | {city} was not.
    {city} has a new library. | It is named after {person}, a {role} who died in {year}.
    {city} police said {person1}, 22, was stabbed in {region} on {weekday}. | {person1.s}'s family has asked for privacy.
    North of {city}, in the village of {city}, {number} houses burned.
    The road from {city1} to {city2} is closed. | {city2} can be reached only by boat.
    The village of {city} lies an hour west of {city}, in {region}.
    {region} and {region} were worst hit, said {person} of {body}.
    On the banks of the {city} river, {person}, a {role}, counts the dead.
    The south of {country} and the north of {country} speak different tongues.
    Southern {country} has had no rain since {month}.
    Across {country}, from {city} to {city}, people queued for bread.
    Outside {court}, supporters of {person1} sang. | Inside, {person1.s} said nothing.
    At {university}, {person} told students that {country} had no future.
    At {place-of-work} on {weekday}, {person} was met by {person} and {person}.
    On {weekday} {company} said that {person} would join from {company}.
    In {month}, {person1} left {party}; in {month}, {person1.s} came back.
    In {year} {country} sold {company} to {company} for {amount}.
    During {event}, {club} drew with {club} in front of 30,000.
    Despite {person1}'s protests, {unit} entered {city}. | {person1.s} has fled to {country}.
    Unlike {person}, {person} never served in {unit}.
    Instead {person1} chose {university}. | There {person1.s} met {person2}, whom he married in {year}.
    Meanwhile {company} has hired {person}, once of {company}, to run its {city} plant.
    However, {body1} says the figures are wrong. | {person}, who runs {body1}, wants them withdrawn.
    Yet {person1} stayed. | "{city} is my home," {person1.s} says.
    Still, {company} is worth {amount}, says {person} of {company}.
    When {person1} was a child in {city}, {country} had one television channel. | Today, {person1.s} owns two.
    While {person} was in {country}, {party} chose {person} to lead it.
    If {person} wins, {country} will leave {body}.
    Although {paper} printed the photographs, {paper} and {paper} did not.
    "{person1} is a liar," said {person2}. | {person1.s} replied: "Let {person2.s} prove it."
    "Thank {person}," she said. "Thank {body}. Do not thank {ministry}."
    "In {city} we had nothing," says {person}, a {role}, "and in {city} we have less."
    "{party} will not sit with {party}," {person} told {paper} by phone from {city}.
    “We have seen this in {country},” said {person1}, of {university}. | “{country} is next,” {person1.s} said.
    “{company} broke the law,” {title} {person} told {court}.
    "{title} {person1.s} is right," {person2} said, "but {country} will not listen."
    {body1} — {body1.s} for short — has its seat in {city}. | {body1.s} was led by {person} until {month}.
    {body1}, known as {body1.s}, and {body2}, or {body2.s}, are to merge. | {body2.s} is the larger.
    {party1}, or {party1.s}, has split. | {party1.s}'s founder, {person}, now leads {party}.
    {party1} ({party1.s}) and {party2} ({party2.s}) have agreed to share power in {region}. | {party2.s} will name the {office}.
    Supporters of {party1} ({party1.s}) clashed with the police in {city}. | {number} {party1.s} members were held.
    The {body1.s} was set up in {year}. | Today {body1}, led by {person}, works in {country} and {country}.
    The {body1.n}'s annual report, seen by {paper}, names {person} and {company}.
    Members of {body} marched from {region} to {place-of-work}.
    {body}, {body} and {body} called the {law} a threat to the press.
    {unit}, {unit} and police from {city} searched the woods.
    Units of {unit} and {unit} trained with {demonym} pilots in {region}.
    {unit} said it had killed {number} fighters of {unit} in {region}.
    Volunteers from {place-of-work} and {body} fed {number} families in {city}.
    {university1} has given {person1} a degree. | {person1.s} left {university1} in {year} without one.
    Pupils of {university} won {event} for schools in {city}.
    {person1} teaches law at {university}. | His book, {work}, is banned in {country}.
    {event} ended on {weekday} in {city} with a win for {club}.
    After {event}, prices in {country} rose again, said {person}, a {role} in {city}.
    The {law} was passed in {year}, when {person} was {office}.
    {demonym} and {demonym} diplomats met in {capital}.
    A {demonym} ship with {number} {demonym} sailors sank off {country}.
    The {demonym} company {company} has built a dam in {region}.
    {demonym}-backed fighters shelled {city}, {unit} said.
    Many {demonym} families left {city} for {country} in {year}.
    The {demonym} parliament has voted to expel {person}, a member of {party}.
    • {person}, {role} • {person}, {role} • {person}, {office}
    Name: {person} | Age: 44 | Home: {city}, {country}
    Born: {city}, {year} | School: {university} | Career: {company}, {company}
    Address: 14 {city} Street, {city}
    Follow {person} on Twitter. | Write to {paper}.
    From: {person} | To: {person} | Date: 12 {month} {year} | Subject: Meeting with {company}
    CONFIDENTIAL | 1. {title} {person1} called on the ambassador on {month} 4. | 2. {person1.s} asked for help from {country}.
    """

  /// Governments by their capitals, clubs, bands, bodies by their short names.
  static let actorTemplates = """
    {capital} says it had no part in the attack.
    {capital} said on {weekday} that it would pull out of the accord.
    {capital} told its allies to wait.
    {capital} has denied that it sold arms to {country}.
    {capital} denied the report. | In {capital}, officials would not comment.
    {capital} and {capital} have agreed to talk.
    {capital} accuses {capital} of breaking the truce.
    {capital} wants {country} to sign first, {paper} reported.
    {capital} rejected the plan, said {title} {person}.
    Talks between {capital} and {capital} broke down on {weekday}.
    Neither {capital} nor {capital} would say how many had died.
    {country} told {body} that it would pay nothing. | {capital} agreed.
    Relations with {capital} are poor, and {capital} knows it.
    <L Washington> warned {capital} of sanctions, and <L Moscow> warned <L Washington>.
    Lawyers for {person1} had asked for more time. | {person1.s} was not in court.
    A lawyer for {person} was told to leave.
    Relatives of {person} and {person} were informed on {weekday}.
    Police looked for {person} in {city} and {city}.
    Officials named {person} as a suspect; friends of {person} were shocked.
    The family of {person} has not been told.
    {team1} beat {team2} 102-98 in {city}. | {person1} scored 31 for {team1}, and {team2.n} have lost six in a row.
    {team1} guard {person1} sat out with a sore hip. | {team1.s} coach {person2} said {person1.s} would be back in {month}.
    {person1} pitched for {team} until {year}, and then for {team}.
    {person1} spent nine seasons with {team}. | {team.s} fans still sing of {person1.s}.
    {team} have traded {person} to {team} for {person}.
    {team1.s} won again. | So did {team2.s}.
    {club} lead the table, four points ahead of {club}.
    {club1} won. | {club} lost to {club}, and {club} drew with {club}.
    {club} fans clashed with fans of {club} outside the ground.
    {band1} played in {city} in {year}. | {person}, who sang with {band1}, died in {month}.
    A song by {band} was on the radio; {person} likes {band} and {band}.
    {orchestra} opened its season with a work by {person}.
    {person} will conduct {orchestra} in {city} and {orchestra} in {capital}.
    Musicians of {orchestra} have gone on strike, {paper} said.
    {local-body} meets on {weekday} at 7 p.m. to vote on the levy.
    {local-body} voted 5-2 to close the road, over the objections of {person}.
    {person}, who sits on {local-body}, called it a waste.
    The {creed} {group} has taken {city}, {paper} said.
    {creed} {group} fighters fled to {region}. | {group} denied it.
    The fall of {creed} {group} is near, a {creed} leader said; {creed} clerics disagreed.
    The {creed} group {group} was founded in {country} in {year}.
    {group} said it would not take part. | {group} has 12,000 members.
    {group} and {group} have signed the letter.
    {group}, near {city}, will be shut for the winter.
    Officials of {group} met {person} in {capital}.
    A report by {group} names {company} and {company}.
    {company1} was bought by {company2}, the {demonym} group, in {year}.
    The {demonym} brewer {company} and its rival {company} will merge.
    {company} and {company} fell; {company} rose.
    {company}, maker of the best-selling phone, has sued {company}.
    {person}, of {paper}, was in the room.
    {person} wrote for {paper} and {paper} before she joined {paper}.
    {office} {person} was sacked; {capital} gave no reason.
    """

  /// Titles, as newspapers set them.
  static let headlineTemplates = """
    {person1} Wins Vote in {country}
    {country} Closes Border After Attack
    {country} and {country} Sign Trade Deal
    {company} to Cut {number} Jobs in {city}
    {city} Mayor Resigns Over Bribes
    {person}: My Life in Exile
    Why {country} Matters to {country}
    Court Clears {person} of Murder
    Police Arrest Three in {city} Bomb Plot
    {demonym} Troops Enter {city}
    Who Killed {person}?
    Two Dead as Storm Hits {region}
    School Board Delays Vote on Budget
    Ministers Agree on New Rules
    Farmers Block Roads in Protest
    Hospital Loses Last Surgeon
    Union Ends Strike
    Judge Throws Out Case
    Villagers Return After Flood
    Parliament Rejects Reform
    Bread, Fuel and Fear
    Teachers Win Pay Rise
    Bus Crash Kills Nine
    Editorial
    Analysis
    Talks
    Floods
    Strike Over
    {capital} and {capital} Trade Threats
    {team1.s} Beat {team} in Overtime
    What We Know About the Crash
    Oil Prices Rise for Third Day
    Five Things to Watch This Week
    How the War Was Lost
    {person.s} says no to {country}
    {country} in talks with {body}
    {club} beat {club} to reach final
    {city}: Shops Reopen After Floods
    {party} Picks {person} as Leader
    Obituary: {person}
    Letters to the Editor
    Inside the Battle for {city}
    """

  /// Sentences without a name, with all the capitals that are none.
  static let namelessTemplates = """
    On {weekday}, prices fell again, and nobody knew why.
    In {month} the rains came late; by {month} the fields were dry.
    Will anybody pay? Nobody would say on {weekday}.
    Banks were shut on {weekday} and most shops closed early.
    Police fired tear gas. Several people were hurt, among them two children.
    Rebels said they had taken the airport. Officials denied it.
    The CEO of an NGO told us by SMS that VAT was the problem.
    GDP grew by 2 percent and inflation fell, so the central bank cut rates.
    GPS data from the phone put him at home on {weekday}.
    Her ID card, a DVD and a USB stick were found in the SUV.
    The MP said that MPs should not be paid more than nurses.
    An IED killed {number} soldiers; an RPG was found nearby.
    The HIV clinic has no TV and no PC, and the ATM outside is broken.
    It cost {amount}, or {amount} after tax.
    Investors lost {amount} in a week. Analysts had warned of it since {month}.
    Mark the date: the vote is on {weekday}, {month} 3.
    Grant applications rose by a third in {year}.
    Rose growers say that frost killed half the crop.
    Bill collectors came twice. "Go away," she told them.
    May is the warmest month here, and August the wettest.
    Hope is all they have left, and hope does not pay the rent.
    Faith in the courts is low. Grace was never their strength.
    Young men stood at the corner. Old women sold bread.
    Brown water came from the taps. White smoke hung over the port.
    Green shoots, they say. Black clouds, we say.
    Chase after chase, the thieves got away.
    Frank talks were held. Nothing came of them.
    Pat answers will not do.
    Drew the line, then crossed it: that is how critics see it.
    Visa rules have changed. Applications take {number} weeks now.
    Shell casings lay in the road. Target after target was hit.
    Apple juice and orange peel: what the children lived on.
    Apple prices fell by a third. Orange groves burned, and shell fishers stayed ashore.
    Apple trees were felled for firewood. Visa holders queued at the gate.
    Time ran out for both sides. Nature did the rest.
    Science has no answer yet. Fortune favours nobody here.
    Wolves killed forty sheep. Bears were seen on {weekday}.
    Rangers shut the park. Lions had been seen near the gate.
    Meta descriptions and zoom lenses were sold off by the box.
    Hearts sank when the result came. Spirits rose again on {weekday}.
    Orange buses stop here; amazon parrots do not.
    Universal health care is the aim. Solidarity is the means.
    Dawn broke at six. Virgin forest lay below, then the sharp line of the coast.
    Stern words followed. Marvel at it, he said.
    Read more: What you need to know about the strike
    Related Articles
    Share this story
    All Rights Reserved.
    Page 3 of 14
    Breaking News
    Opinion
    PART ONE: THE ROAD HOME
    EXECUTIVE SUMMARY
    Table of Contents
    Chapter Two: How It Began
    Questions and Answers
    Dear Sir or Madam, I write about your letter of {month} 9.
    Figure 2. Deaths by year and age group
    I was there. I saw it. I did nothing.
    However, the President said that the Government would not yield, and the Minister agreed.
    The Judge asked the Clerk to read it again. The Defendant wept.
    Neither the Company nor the Bank has replied. The Committee meets on {weekday}.
    Mum said no. Dad said yes. Grandma laughed.
    Thousands marched on {weekday}. Hundreds were held, lawyers say.
    Eyewitnesses spoke of smoke. Firefighters came within minutes.
    Journalists were kept out. Photographers climbed the wall.
    Doctors at the hospital went on strike. Nurses joined them on {weekday}.
    Ministers will meet in {month}. Talks may go on until {month}.
    Yes, he said. No, she said. Perhaps, said the judge.
    Meanwhile, there is no water. Worse, there is no bread.
    <M Christians> and others had lived there in peace for years.
    WARNING: DO NOT OPEN. KEEP OUT.
    TV, radio and SMS: how the news spread
    A PhD and an MBA did not help; HR never called.
    The PM's aide sent his CV to the BBQ stand as a joke.
    """
}
