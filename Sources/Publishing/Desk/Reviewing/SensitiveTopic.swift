/// What makes a sentence one that may harm who is named in it: a page that gathers such sentences of
/// a private person is an exposure that no single article was (FIELD §0.7).
public enum SensitiveTopic: String, Sendable, Hashable, CaseIterable {
  case crime, accident, victims, minors

  /// The words that tell, in lower case; each stands for itself alone, not for its forms.
  static let words: [SensitiveTopic: Set<String>] = [
    .crime: [
      "abuse", "abused", "abuser", "accused", "accuses", "alleged", "allegedly", "arrest",
      "arrested", "arrests", "assault", "assaulted", "assaulting", "bail", "bribe", "bribed",
      "bribery", "burglary", "charged", "charges", "convict", "convicted", "conviction",
      "corruption",
      "crime", "crimes", "criminal", "custody", "defendant", "defendants", "detained", "detainee",
      "detention", "embezzlement", "extortion", "fraud", "guilty", "handcuffs", "homicide",
      "imprisoned", "imprisonment", "indicted", "indictment", "jail", "jailed", "killer", "lawsuit",
      "manslaughter", "molested", "murder", "murdered", "murderer", "murders", "offence",
      "offender",
      "offense", "pleaded", "prison", "prisoner", "prosecuted", "prosecution", "prosecutor",
      "prosecutors", "rape", "raped", "rapist", "robbed", "robbery", "sentenced", "smuggling",
      "stabbed", "stabbing", "stole", "stolen", "suspect", "suspected", "suspects", "theft",
      "thief",
      "trafficked", "trafficking", "trial", "verdict",
    ],
    .accident: [
      "accident", "accidents", "collapsed", "collided", "collision", "crash", "crashed", "crashes",
      "derailed", "drowned", "drowning", "overdose", "overturned", "wreck", "wreckage",
    ],
    .victims: [
      "abducted", "abduction", "beaten", "beheaded", "bodies", "body", "burned", "burnt", "buried",
      "captive", "captives", "captivity", "casualties", "casualty", "corpse", "corpses", "coma",
      "dead", "death", "died", "dies", "enslaved", "executed", "execution", "funeral", "harassed",
      "harassment", "hospitalised", "hospitalized", "hostage", "hostages", "injured", "injuries",
      "injury", "kidnapped", "kidnapping", "killed", "killing", "missing", "mourned", "patient",
      "patients", "refugee", "refugees", "shot", "slain", "suicide", "survivor", "survivors",
      "tortured", "torture", "victim", "victims", "widow", "wounded", "wounds",
    ],
    .minors: [
      "adolescent", "adolescents", "babies", "baby", "boy", "boys", "child", "children", "daughter",
      "daughters", "girl", "girls", "infant", "infants", "juvenile", "juveniles", "kid", "kids",
      "kindergarten", "minor", "minors", "newborn", "orphan", "orphans", "pupil", "pupils",
      "schoolboy", "schoolchildren", "schoolgirl", "teen", "teenage", "teenager", "teenagers",
      "teens", "toddler", "toddlers", "underage",
    ],
  ]

  private static let topicOfWord: [String: SensitiveTopic] = {
    var topics: [String: SensitiveTopic] = [:]
    for topic in allCases { for word in words[topic] ?? [] { topics[word] = topic } }
    return topics
  }()

  /// The topics of a sentence, each with the first word that tells; O(bytes).
  ///
  /// "Aged 12" and "12-year-old" tell of a minor as well, up to 17.
  static func topics(in sentence: String) -> [(topic: SensitiveTopic, word: String)] {
    var found: [(topic: SensitiveTopic, word: String)] = []
    func note(_ topic: SensitiveTopic, _ word: String) {
      if !found.contains(where: { $0.topic == topic }) { found.append((topic, word)) }
    }
    let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (index, word) in words.enumerated() {
      if let topic = topicOfWord[word] {
        note(topic, word)
      } else if let age = Int(word), (0...17).contains(age) {
        let isAge =
          index > 0 && words[index - 1] == "aged"
          || words[(index + 1)...].prefix(2).elementsEqual(["year", "old"])
          || words[(index + 1)...].prefix(2).elementsEqual(["years", "old"])
        if isAge { note(.minors, "aged \(age)") }
      }
    }
    return found.sorted { $0.topic.rawValue < $1.topic.rawValue }
  }
}
