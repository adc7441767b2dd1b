import ArchiveModel
import Cataloguing

/// Why a name of an article went where it went, in plain words: `dateline explain`.
public struct Explanation: Sendable {
  /// The words, as they stand.
  public let surface: String
  /// The sentence around them; nil in the headline.
  public let sentence: String?
  /// How often the article has these words with this outcome.
  public fileprivate(set) var count = 1
  /// What the recogniser saw: "person, sure".
  public let sight: String
  /// The entity's name and address; nil where the name stands for nobody.
  public let entity: String?
  /// The rule that decided.
  public let reason: String
  /// What would change it, a line each.
  public let remedies: [String]

  /// As it is printed.
  public var text: String {
    var lines = ["“\(surface.visible)”" + (count > 1 ? ", \(count) times" : "")]
    lines.append("  seen as   \(sight)")
    lines.append("  stands for \(entity?.visible ?? "nobody: it is no link")")
    lines.append("  because   \(reason.visible)")
    if let sentence {
      lines.append("  in        \(sentence.visible)")
    } else {
      lines.append("  in        the headline")
    }
    for (place, remedy) in remedies.enumerated() {
      lines.append((place == 0 ? "  to change " : "            ") + remedy.visible)
    }
    return lines.joined(separator: "\n")
  }

  /// One outcome once: repeated mentions are counted.
  static func counted(_ all: [Explanation]) -> [Explanation] {
    var kept: [Explanation] = []
    for next in all {
      if let same = kept.firstIndex(where: {
        $0.surface == next.surface && $0.entity == next.entity && $0.reason == next.reason
          && ($0.sentence == nil) == (next.sentence == nil)
      }) {
        kept[same].count += 1
      } else {
        kept.append(next)
      }
    }
    return kept
  }

  init(
    surface: String, sentence: String?, sight: String, entity: String?, reason: String,
    remedies: [String]
  ) {
    self.surface = surface
    self.sentence = sentence
    self.sight = sight
    self.entity = entity
    self.reason = reason
    self.remedies = remedies
  }
}

extension ResolutionRule {
  /// The rule in plain words; `name` is the entity's.
  func words(surface: String, name: String) -> String {
    switch self {
    case .stated: "the article's own front matter says so (entities: is)"
    case .added: "the article's own front matter says that it is a name (entities: add)"
    case .record: "it is a strong name of the authority record of \(name)"
    case .weakRecord:
      "it is a weak name of the record of \(name), which the article also calls by a strong one"
    case .gazetteer: "the built-in gazetteer has one well-known bearer of the name"
    case .placeByCountry:
      "of the bearers of the name, this fits the countries that the article names"
    case .placeInRegion: "the text itself says where it is"
    case .fullName:
      "it is a name in full: the same name and kind is the same entity in all articles"
    case .shortForm: "it is short for the one name in the article that ends so: \(name)"
    case .shortOrganization:
      "it is short for the one organisation in the article that it is a part of: \(name)"
    case .initials: "it has the initials of the one organisation in the article that fits: \(name)"
    case .inBrackets: "it stands in brackets after \(name)"
    case .middleName: "it differs from \(name) by middle names alone, in one article"
    case .archiveAcronym:
      "the article does not explain it, but other articles give it in brackets after \(name)"
    case .soleBearer:
      "the article does not explain it, but one person of the archive ends so, is named in full in "
        + "three articles or more, at that time and in the same company"
    case .ignored: "the article, or authorities/ignored.txt, says that it is no name"
    case .junk: "it can name nobody: a number, a letter, a common word or a title alone"
    case .demonym: "it is a demonym, and archive.yml has demonyms: ignore"
    case .weakAlone: "it is a weak name of a record that the article does not call by a strong one"
    case .ambiguous: "the article has more than one name that it can be short for"
    case .unexplained:
      "it is short for a name that the article does not have, and no bearer in the archive is sure "
        + "(one alone, in three articles or more, of the time, in the same company)"
    case .metonym: "a city that speaks is a government, not a place"
    case .ambiguousPlace:
      "several well-known places have the name, and no country that the article names decides"
    case .headlineOnly: "only the headline has it, where any word may have a capital"
    }
  }

  /// What would change it: commands and lines for files, ready to be copied.
  func remedies(surface: String, article: String, address: String?) -> [String] {
    let name = "\"\(surface)\""
    let unlink = "dateline entities unlink \(Desk.quoted(article)) \(Desk.quoted(surface))"
    let isSomeoneElse = "entities: {is: {\(name): ID-OF-A-RECORD}} in the article's front matter"
    switch self {
    case .stated, .added:
      return ["the lines under entities: in the article's front matter"]
    case .record, .weakRecord:
      return [
        isSomeoneElse, "never: [\(name)] in the record, if it never means it",
        unlink,
      ]
    case .gazetteer, .fullName, .placeByCountry, .placeInRegion:
      var lines = [isSomeoneElse, unlink]
      if let address {
        lines.append("dateline entities merge OTHER \(address), if it is another one's name")
      }
      return lines
    case .shortForm, .shortOrganization, .initials, .inBrackets, .middleName, .archiveAcronym,
      .soleBearer:
      return [isSomeoneElse, unlink]
    case .ignored:
      return ["take it out of entities: ignore in the article, or of authorities/ignored.txt"]
    case .demonym: return ["demonyms: link in archive.yml"]
    case .weakAlone:
      return ["write it under names instead of weak in the record", isSomeoneElse]
    case .junk, .headlineOnly:
      return ["entities: {add: [{name: \(name), type: person}]} in the article's front matter"]
    case .unexplained:
      return [
        isSomeoneElse, "write the name in full where the article first has it",
        "entities: {add: [{name: \(name), type: person}]}, if it is a whole name",
      ]
    case .ambiguous, .metonym, .ambiguousPlace:
      return [isSomeoneElse, "write the name in full where the article first has it"]
    }
  }
}
