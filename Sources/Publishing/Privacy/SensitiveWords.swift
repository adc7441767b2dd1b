import Loading

/// Words by which a sentence touches what may follow a private person for a life: crime, justice,
/// accidents, victims, illness, and minors.
///
/// Our own list, in English, since names without a record are found in English texts alone. It is
/// wide on purpose: it decides about people of whom an editor has said nothing, and an authority
/// record is all it takes to overrule it. Words of politics and of war as such (attack, forces,
/// fighting) are not in it, else every minister would be.
struct SensitiveWords: Sendable {
  /// The list; matched as whole words, in any case.
  static let shared = SensitiveWords()

  private let phrases: HiddenPhrases

  private init() {
    var phrases = HiddenPhrases()
    let lists = [
      SensitiveWords.crime, SensitiveWords.justice, SensitiveWords.accidents,
      SensitiveWords.victims, SensitiveWords.illness, SensitiveWords.minors,
    ]
    for list in lists {
      for word in list.split(separator: " ") { phrases.add(String(word), as: .sentence) }
    }
    for phrase in SensitiveWords.groupsOfWords { phrases.add(phrase, as: .sentence) }
    for age in 1..<18 {
      for phrase in ["\(age) year old", "\(age) years old", "\(age) months old", "aged \(age)"] {
        phrases.add(phrase, as: .sentence)
      }
    }
    for age in SensitiveWords.ages.split(separator: " ") {
      phrases.add("\(age) year old", as: .sentence)
      phrases.add("\(age) years old", as: .sentence)
    }
    self.phrases = phrases
  }

  /// The words of a sentence that are among them, in order, each once: O(bytes).
  func words(in sentence: String) -> [String] {
    let bytes = Array(sentence.utf8)
    var words: [String] = []
    phrases.search(bytes.span) { match in
      let word = String(decoding: bytes[match.range], as: UTF8.self)
      if !words.contains(word) { words.append(word) }
      return true
    }
    return words
  }

  /// Whether a sentence has any of them: O(bytes).
  func occur(in sentence: Span<UInt8>) -> Bool {
    var isFound = false
    phrases.search(sentence) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  private static let crime = """
    abduct abducted abduction abuse abused abuser abusing arson arsonist assault assaulted assaulting \
    assaults bribe bribed bribery bribes burglar burglaries burglary carjacking conman crime \
    crimes criminal criminals cybercrime embezzled embezzlement extorted extortion forged forgery \
    fraud frauds fraudster gang gangs gangster groped grooming harass harassed harassing harassment \
    hijacked homicide homicides incest kidnap kidnapped kidnapper kidnappers kidnapping loot looted \
    looter looters looting manslaughter molest molested molesting mugged mugging murder murdered \
    murderer murderers murders offence offences offense offenses offender offenders paedophile \
    paedophiles pedophile pedophiles perpetrator perpetrators poisoned poisoning prostitute \
    prostitutes prostitution rape raped rapes raping rapist rapists rob robbed robber robberies \
    robbers robbery shoplifter shoplifting smuggled smuggler smugglers smuggling stab stabbed \
    stabbing stabbings stalked stalker stalking steal stealing stole stolen strangled swindled \
    theft thefts thief thieves trafficked trafficker traffickers vandal vandalism
    """

  private static let justice = """
    accused acquittal acquitted alleged allegedly arraigned arrest arrested arrests bail charged \
    confess confessed confession convict convicted conviction convictions culprit culprits custody \
    defendant defendants detained detainee detainees detention extradited extradition felony fined \
    fugitive guilty handcuffed handcuffs imprisoned imprisonment incarcerated indicted indictment \
    inmate inmates interrogated jail jailed misdemeanor misdemeanour parole paroled perjury plaintiff \
    pleaded prison prisoner prisoners probation prosecuted prosecution sentenced suspect suspected \
    suspects trial verdict
    """

  private static let accidents = """
    accident accidents ambulance avalanche burned burnt capsized collided collision collisions crash \
    crashed crashes derailed derailment drown drowned drowning electrocuted explosion injure injured \
    injures injuries injury mishap overdose overdosed rescued scalded sinking suffocated wreck \
    wreckage
    """

  private static let victims = """
    asphyxiated autopsy beaten beheaded bereaved bled bleeding bodies body buried burial corpse corpses \
    coroner dead death deaths died dies executed fatal fatalities fatality funeral grave graves \
    hanged homeless hostage hostages inquest kill killed killing maimed missing morgue mortuary \
    mourned mourners mourning mutilated orphan orphaned orphans perished remains shot slain slaughtered \
    starved suicide suicides survivor survivors tortured victim victims widow widowed widower wounded \
    wounds
    """

  private static let illness = """
    abortion addict addicted addiction aids alcoholic alcoholism amputated anorexia bulimia cancer \
    coma comatose dementia depression diagnosed disabled drunk drunken hiv hospitalised hospitalized \
    illness intoxicated leukaemia leukemia miscarriage paralysed paralyzed patient patients pregnant \
    psychiatric rehab schizophrenia stillborn terminally transplant
    """

  private static let minors = """
    adolescent adolescents babies baby boy boys child childhood children daughter daughters girl girls \
    infant infants juvenile juveniles kid kids kindergarten minor minors newborn preteen pupil pupils \
    schoolboy schoolboys schoolchild schoolchildren schoolgirl schoolgirls son sons teen teenage \
    teenaged teenager teenagers teens toddler toddlers underage youngster youngsters
    """

  private static let groupsOfWords = [
    "pleaded not guilty", "drink driving", "drunk driving", "hit and run", "heart attack",
    "car bomb", "road accident", "domestic violence", "human trafficking", "drug dealer",
    "drug dealing", "life support", "in intensive care", "under investigation", "asylum seeker",
    "asylum seekers", "sexual violence", "sexually abused", "child support",
  ]

  private static let ages = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen
    """
}
