import ArchiveModel
import Cataloguing

/// The words of the interface, in English.
public enum Labels {
  /// "1 article", "1,204 articles".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  /// "named once", "named 3 times".
  static func named(_ times: Int) -> String {
    switch times {
    case 1: "named once"
    case 2: "named twice"
    default: "named \(grouped(times)) times"
    }
  }

  /// "1,204".
  public static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 3 else { return digits }
    var grouped = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.utf8.count - position) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// "People", "Organisations".
  static func plural(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "People"
    case .organization: "Organisations"
    case .place: "Places"
    case .event: "Events"
    case .work: "Works"
    }
  }

  /// "Person", "Organisation".
  static func singular(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organisation"
    case .place: "Place"
    case .event: "Event"
    case .work: "Work"
    }
  }

  /// "Sections", "Tags".
  static func plural(_ taxonomy: Taxonomy) -> String {
    switch taxonomy {
    case .sections: "Sections"
    case .tags: "Topics"
    case .authors: "Authors"
    case .series: "Series"
    case .sources: "Sources"
    }
  }

  /// "Section", "Tag".
  static func singular(_ taxonomy: Taxonomy) -> String {
    switch taxonomy {
    case .sections: "Section"
    case .tags: "Topic"
    case .authors: "Author"
    case .series: "Series"
    case .sources: "Source"
    }
  }

  /// "Correction", "Editor’s note".
  static func correction(_ kind: String) -> String {
    switch kind {
    case "clarification": "Clarification"
    case "editors-note", "editors_note": "Editor’s note"
    case "retraction": "Retraction"
    case "legal": "Withdrawn for legal reasons"
    case "error": "Withdrawn because of an error"
    case "privacy": "Withdrawn to protect someone’s privacy"
    case "rights": "Withdrawn because the rights to it are another’s"
    case "duplicate": "Withdrawn because it stood here twice"
    default: "Correction"
    }
  }

  /// "byline, original address": what was inferred; empty where nothing was.
  static func inferred(_ inferences: Article.Inferences) -> String {
    inferences.names.map { name in
      switch name {
      case "original_url": "original address"
      case "time_zone": "time zone"
      default: name
      }
    }.joined(separator: ", ")
  }
}
