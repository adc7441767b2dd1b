/// What a word or a pair of words tells of a span of miscellany.
struct KindClasses: OptionSet {
  let rawValue: UInt32

  /// A people, the faithful, or the adjective of either: "Kurds", "Sunni", "European".
  static let people = KindClasses(rawValue: 1 << 0)
  /// Looks like the name of a people, and is none: "Republican", "Guardian".
  static let notPeople = KindClasses(rawValue: 1 << 1)
  /// Before the name of a people and part of it: "Sri Lankan", "Native American".
  static let peopleModifier = KindClasses(rawValue: 1 << 2)
  /// An event by itself: "Holocaust", "Brexit".
  static let event = KindClasses(rawValue: 1 << 3)
  /// Last word of an event's name: "War", "Championships".
  static let eventHead = KindClasses(rawValue: 1 << 4)
  /// First word of an event's name, before "of" or "in": "Battle", "Siege".
  static let eventOf = KindClasses(rawValue: 1 << 5)
  /// First word of an event's name, before a capital or a number: "Hurricane", "Operation".
  static let eventLead = KindClasses(rawValue: 1 << 6)
  /// In small letters, last word of an event that a year names: "2014 Scottish … referendum".
  static let yearlyHead = KindClasses(rawValue: 1 << 7)
  /// An event where something is awarded, else what is awarded: "Awards".
  static let ceremony = KindClasses(rawValue: 1 << 8)
  /// A work by itself: "Quran".
  static let work = KindClasses(rawValue: 1 << 9)
  /// Says that a title beside it is a work's: "film", "novel".
  static let workCue = KindClasses(rawValue: 1 << 10)
  /// Says it of a title in quotation marks: "starred", "author".
  static let makerCue = KindClasses(rawValue: 1 << 11)
  /// After the name of a people: it was its language: "English language", "-speaking".
  static let languageNoun = KindClasses(rawValue: 1 << 12)
  /// Before the name of a people: it is its language: "speak", "learn".
  static let languageVerb = KindClasses(rawValue: 1 << 13)
  /// Says of a title without quotation marks before it that it is a work's.
  static let titleCue = KindClasses(rawValue: 1 << 14)
  /// Before a hyphen and not part of what follows: "pro-Russian".
  static let prefix = KindClasses(rawValue: 1 << 15)
  /// Before the name of a people and the end of a clause: it is its language: "in English".
  static let languageIn = KindClasses(rawValue: 1 << 16)
  /// First word of an event's name, before a number alone: "Expo 2020".
  static let numberedLead = KindClasses(rawValue: 1 << 17)
  /// After "Storm" and the like: it is no storm's name.
  static let notStorm = KindClasses(rawValue: 1 << 18)
  /// Before awards: they are an evening.
  static let heldCue = KindClasses(rawValue: 1 << 19)
  /// Between a title and who made it.
  static let byCue = KindClasses(rawValue: 1 << 20)
  /// As `eventOf`, and before a place too: "War in Afghanistan", "Battle near Mosul".
  static let eventIn = KindClasses(rawValue: 1 << 21)
  /// In small letters inside a title: "30 Seconds to Mars".
  static let titleLink = KindClasses(rawValue: 1 << 22)
  /// The faithful alone: "Sunni", "Jesuits".
  static let faithful = KindClasses(rawValue: 1 << 23)
}

/// The classes of words and of pairs of words: the lists of `KindLists`.
struct KindLexicon: Sendable {
  private var table = ClassTable<KindClasses>(capacity: 4096)

  init() {
    for (list, words) in KindLists.all {
      for phrase in words.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let words = phrase.split(separator: "_").map { WordHash.of($0) }
        table.insert(words.dropFirst().reduce(words[0]) { KindLexicon.pair($0, $1) }, list)
      }
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    NameTable.advance(first, second)
  }

  /// The classes of the word with this hash; empty for a word that no list has.
  subscript(key: UInt64) -> KindClasses { table[key] }

  /// The classes of two words in a row.
  subscript(first: UInt64, second: UInt64) -> KindClasses {
    table[KindLexicon.pair(first, second)]
  }
}
