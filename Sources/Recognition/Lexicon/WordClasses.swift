/// What our word lists say of a word, whatever its case.
struct WordClasses: OptionSet {
  let rawValue: UInt32

  /// Stands at the start of sentences and is no name there: "The", "Meanwhile", "Officials".
  static let function = WordClasses(rawValue: 1 << 0)
  /// "the", "his", "this": after it stands a noun.
  static let determiner = WordClasses(rawValue: 1 << 1)
  /// "in", "near", "from": after it a place is likely.
  static let locative = WordClasses(rawValue: 1 << 2)
  static let weekday = WordClasses(rawValue: 1 << 3)
  static let month = WordClasses(rawValue: 1 << 4)
  /// "northern", "central": part of no name by itself.
  static let direction = WordClasses(rawValue: 1 << 5)

  /// Before a person's name and not part of it: "President", "Gen.".
  static let title = WordClasses(rawValue: 1 << 6)
  /// A title that is as often something else, so that a given name must follow: "General", "King".
  static let weakTitle = WordClasses(rawValue: 1 << 7)
  /// Before a title: "Prime", "Deputy", "Former".
  static let titleModifier = WordClasses(rawValue: 1 << 8)
  /// Inside a person's name, in small letters: "al", "bin", "van".
  static let particle = WordClasses(rawValue: 1 << 9)
  /// After a person's name: "Jr.", "III".
  static let nameSuffix = WordClasses(rawValue: 1 << 10)
  /// A given name that the gazetteer's list may lack.
  static let givenName = WordClasses(rawValue: 1 << 11)

  /// Last word of an organisation's name: "Ministry", "Command", "Inc.".
  static let organizationHead = WordClasses(rawValue: 1 << 12)
  /// A head that goes on with "of" or "for": "Ministry of …", "University of …".
  static let ofHead = WordClasses(rawValue: 1 << 13)
  /// Last word of a place's name: "River", "Province".
  static let placeHead = WordClasses(rawValue: 1 << 14)
  /// First word of a place's name: "Mount", "Camp".
  static let placeLead = WordClasses(rawValue: 1 << 15)
  /// Last word of an event's name, or its first before "of": "War", "Battle".
  static let eventHead = WordClasses(rawValue: 1 << 16)

  /// Its full stop belongs to it: "Gen.", "Inc.", "St.".
  static let abbreviation = WordClasses(rawValue: 1 << 17)
  /// An abbreviation after which no sentence ends: "Gen.", "vs.".
  static let midAbbreviation = WordClasses(rawValue: 1 << 18)
  /// An abbreviation only before a number, as "No" is.
  static let numberAbbreviation = WordClasses(rawValue: 1 << 19)
  /// Second part of a compound whose first part is meant as an adjective: "US-led".
  static let compoundTail = WordClasses(rawValue: 1 << 20)
  /// "of", "for", "on".
  static let of = WordClasses(rawValue: 1 << 21)
  static let and = WordClasses(rawValue: 1 << 22)
  /// "said", "told", "urged".
  static let speech = WordClasses(rawValue: 1 << 23)
  /// "I", "you", "we": a verb may stand before it, as in "May I".
  static let pronoun = WordClasses(rawValue: 1 << 24)
  /// An acronym that stands for a thing, not a name: "SMS", "NGO".
  static let commonAcronym = WordClasses(rawValue: 1 << 25)
  /// A head that takes two matters: "Ministry of … and …".
  static let jointHead = WordClasses(rawValue: 1 << 26)
  /// "in", "since", "last": after it "May" is the month.
  static let calendarCue = WordClasses(rawValue: 1 << 27)
  /// A head of places that is as often a surname: "Park", "Hill".
  static let surnameHead = WordClasses(rawValue: 1 << 28)
  /// A last word that makes a name that of a place, whatever is before it: "River".
  static let surePlaceHead = WordClasses(rawValue: 1 << 29)
  /// A last word that makes a name that of an organisation: "Ministry", "Ltd".
  static let sureOrganizationHead = WordClasses(rawValue: 1 << 30)
}
