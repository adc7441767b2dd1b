extension OwnSentences {
  /// Politics, war, courts, business: prose of news.
  static let proseTemplates = """
    {person1}, a {role} from {city}, said the {demonym} government had done nothing. | "Nobody came," {person1.s} said.
    {country} closed its border with {country} on {weekday}, a day after {number} soldiers were killed.
    {country1} has denied the claim. | In a statement, {country1}'s {ministry.n} said its troops had never left {region}.
    {title} {person1} told {paper} that the talks would resume in {month}. | {person1.s} gave no date.
    {title} {person1} dismissed the appeal. | {person1.s} said that {person2} had been given a fair trial in {city}.
    The {ministry.n} said {number} people had died in {place} since {weekday}.
    {ministry} and {ministry} have failed to agree on a budget, {paper} reported.
    {body1} ({body1.s}) said on {weekday} that it would leave {country}. | Staff of {body1.s} had been threatened for months.
    A report by {body1} ({body1.s}) found that {amount} had gone missing. | {body1.s}'s director, {person}, resigned in {month}.
    {party1} ({party1.s}) won {number} seats in {region}. | "We are ready to govern," said its leader, {person1}. | {party1.s} has never been in office.
    Leaders of {party1} met in {city} to choose a successor to {person1}, who died in {month}.
    {person1} of {party} and {person2} of {party} will face each other in the second round.
    Fighters from {unit} took the town of {city} at dawn, residents told {paper}.
    {unit1} pulled out of {city1} overnight. | By noon {city1} was quiet, though {unit1} still held the road to {city}.
    Three men of {unit}, among them {person}, were buried in {city} on {weekday}.
    Shelling was heard in {city}, {city} and {city}, all of them in {region}.
    In {city1}, a town of 30,000 in {region}, shops stayed shut. | {city1} has had no water for a week.
    {country}, {country} and {country} signed the accord; {country} did not.
    "{country1} is our neighbour," {person1} said. "What happens in {country1} matters to us."
    Will {country} join {body}? | {person}, who teaches at {university}, doubts it.
    According to {person1}, {calling} of {company1}, sales fell by a fifth. | {person1.s} blamed the weak dollar.
    {company1} will buy {company2} for {amount}, the two companies said on {weekday}. | Shares in {company1.s} fell.
    {company1} said its chief executive, {person1}, would step down in {month}. | He will be replaced by {person2}, who came from {company2}.
    Shares of {company} rose 4 percent in {city}, while {company} lost ground.
    {company}, {company} and {company} have all cut their forecasts.
    Workers at the {company.n} plant in {city} walked out on {weekday}.
    The {city} office of {company} was searched by police, {paper} said.
    {person1} founded {company1} with {person2} in {year}. | {company1.s} now employs 4,000 people in {country}.
    A judge at {court} ordered {company} to pay {amount} to {person}.
    {court} ruled on {weekday} that {person1} must be released. | Lawyers for {person1.s} welcomed the ruling.
    {person1}, {person2} and {person3} went on trial in {city} on charges of treason. | {person2.s} pleaded guilty.
    {person1}, 34, of {city}, was jailed for {number} years by {court}.
    Prosecutors say {person1} paid {person2} {amount}. | {person2.s} denies it, and {person1.s} has not been seen since.
    The defendants, {person}, {person} and {person}, all deny the charges under the {law}.
    {calling} {person1} was arrested at {city} airport. | A lawyer for {person1.s} said she was innocent.
    In a letter to {person}, {calling} {person} asked for an inquiry.
    {person1}'s lawyer, {person2}, said the charges were absurd. | "It is a farce," {person2.s} told reporters.
    {title} {person}, {title} {person} and {title} {person} attended the funeral.
    {title} {person1} met {title} {person2} in {capital}. | The two men, who last spoke in {month}, discussed {region}. | {person1.s} then flew to {capital}.
    After the vote {title} {person} thanked voters in {region} and {region}.
    The {office} of {country}, {person1}, has rejected the offer. | {person1.s} called it an insult.
    The {office}, {person}, was in {capital} when the storm struck.
    Former {office} {person1} has been cleared by {court}. | {person1.s}, 71, led {party} for ten years.
    {demonym} {office} {person} said that he would not go to {capital}.
    The {demonym} {office}, {person}, and his {demonym} counterpart, {person}, shook hands.
    {demonym} troops have crossed into {country}, {body} said.
    A {demonym} court sentenced the {demonym} journalist {person} to {number} years.
    {number} {demonym} tourists were hurt when a bus overturned near {city}.
    Two {demonym} sailors and a {demonym} nurse were among the dead.
    {person1} was born in {city} in {year}, and studied at {university}. | {person1.s} later joined {company}.
    {person1}, who has died aged 83, was a {role} and a founder of {body}. | Born in {city}, {person1.s} moved to {country} in {year}.
    Her husband, {person}, died in {year}; she is survived by two sons, {person} and {person}.
    Researchers at {university} and {university} tested {number} patients.
    {person1} of {university} said the result was a surprise. | {person1.s}, who was not part of the study, works on malaria.
    A study led by {person}, a professor at {university}, was published in <M The Northern Journal of Medicine>.
    "We did not expect this," said {person1}, a biologist at {university}. "It changes a lot." | {person1.s}'s team worked in {region}.
    {club1} beat {club2} 2-1 on {weekday}. | {person1} scored twice for {club1}, and {person2} replied for {club2}.
    {club} have signed {person} from {club} for {amount}.
    {person1} ({country}) won the 400 metres ahead of {person2} ({country}) and {person3} ({country}).
    {club1} striker {person1} will miss {event}. | {person1.s} hurt his knee against {club2}.
    {person1} beat {person2} 6-4, 7-5 in {city}. | {person1.s} will now play {person3}.
    Coach {person1} said {club} had played badly. | "No excuses," said {person1.s}, who took over in {month}.
    {country1} play {country2} in {city} on {weekday}. | {country2} have not beaten {country1} since {year}.
    {person1}'s new novel, <M A Season in Dust>, is set in {city}. | {person1.s} has called it her last.
    The film {work}, directed by {person}, opens in {month}.
    {person} and {person} star in {work}, which was shot in {region}.
    An exhibition of work by {person} opens at {place-of-work} on {weekday}.
    {place-of-work} has lent {number} paintings to {place-of-work} in {city}.
    The wounded were taken to {place-of-work} in {city}, where {person}, a surgeon, said most would live.
    {place-of-work} was closed for two days after the floods, {body} said.
    The {city} mayor, {person1}, opened a bridge in {region} on {weekday}. | {person1.s} cut the ribbon.
    Residents of {region} want {ministry} to rebuild the road to {city}.
    {city} and {city} are to get new schools, {ministry} announced.
    Flights between {city} and {city} were cancelled.
    From {city}, where she grew up, {person} went to {city} and then to {capital}.
    {region} has been under curfew since {weekday}, when {unit} moved in.
    {number} people drowned in {region} when a ferry sank on its way to {city}.
    An earthquake struck {region}, {country}, at 4:12 a.m., {body} reported.
    Refugees from {country} have reached {country}, {country} and even {country}, {person} of {body} said.
    Aid from {country} is stuck at {city}, and {body} says it may rot.
    {paper1} said that {person1} had met {person2} in secret. | {person1.s} called the story in {paper1} a lie.
    In an interview with {paper}, {person1} said: "I was wrong." | It was the first time that {person1.s} had said so.
    {paper} and {paper} were both shut by the police.
    {calling} {person1}, who writes for {paper}, was beaten in {city}. | {body} demanded an inquiry.
    The {paper.n} reported that {company} owes {amount}.
    {title} {person1} and his wife, {person2}, arrived in {capital}. | {person2.s} visited {place-of-work}.
    "We want peace," {person1} told a crowd in {city}. | Earlier, {person1.s}'s brother, {person2}, had called for war.
    {party} wants {country} to leave {body}; {party} does not.
    Critics such as {person} and {person} say the {law} is too broad.
    Under the {law}, {ministry} must answer within 30 days.
    {event} brought {number} visitors to {city} last {month}.
    Before {event}, {person1} had never left {country}. | Now {person1.s} lives in {city}.
    Born in {city}, {person1} joined {club} at 17. | {person1.s} has since played in {country} and {country}.
    He named {person}, {person} and {person} as his deputies.
    She thanked {person1}. | "Without {person1.s}, I would be dead," she said.
    It was {person} who first wrote of the camps in {region}.
    Nor did {person1} speak. | {person1.s} sat beside {person2}, his lawyer, and stared at the floor.
    For {person1}, the war began in {city}. | {person1.s} was nine.
    Asked about {country}, {title} {person} smiled.
    Like {country}, {country} depends on oil from {region}.
    Neither {company} nor {company} would comment.
    Both {body} and {body} have offices in {capital}.
    Whether {person1} will stand is unclear. | In {month} {person1.s} told {paper} that he was tired.
    Since {weekday}, {unit} has lost {number} men near {city}.
    Because {person1} refused to resign, {party} expelled him. | {person1.s} has now founded {party}.
    With {country} out of the tournament, {country} are favourites.
    Troops loyal to {person1} hold {city}. | Those of {person2} hold {city}, and {person1.s} wants it back.
    {person1}: the man who would not leave {city}. | By {person2}, {paper}
    Photo: {person} / {paper}
    Reporting by {person} in {capital}; editing by {person} and {person}
    {capital} ({paper}) - {title} {person1} has fired {person2}, his {office}, state media said on {weekday}.
    {city}, {country} — {number} people were killed on {weekday} when a bomb went off outside {place-of-work}.
    {city}: Police have arrested {number} men over the killing of {person}.
    The <O White House> said {person} would visit {country} in {month}.
    <O Kremlin> aides would not say whether {person} had met {person}.
    The <O Pentagon> said {unit} would stay in {country} until {month}.
    The <O White House> and <O Congress> remain at odds over {country}.
    Prosecutors in <L The Hague> want to question {person1}. | {person1.s} fled {country} in {year}.
    From <L The Hague>, {person} wrote to {court}.
    Clashes in the <L West Bank> and the <L Gaza Strip> left {number} wounded, {body} said.
    Settlers in the <L West Bank> town of {city} threw stones, said {person}, a {role}.
    """
}
