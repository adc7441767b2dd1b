/// What an entity is (DESIGN §3).
public enum EntityKind: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case person, organization, place, event, work

  /// The word in files and data: `person`.
  public var name: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .place: "place"
    case .event: "event"
    case .work: "work"
    }
  }

  /// The first segment of the address of its pages: `people`.
  public var folder: String {
    switch self {
    case .person: "people"
    case .organization: "organizations"
    case .place: "places"
    case .event: "events"
    case .work: "works"
    }
  }

  /// Reads the word of files, in American or British spelling.
  public init?(name: String) {
    switch name {
    case "person", "people": self = .person
    case "organization", "organisation", "org", "group": self = .organization
    case "place", "location", "facility": self = .place
    case "event": self = .event
    case "work": self = .work
    default: return nil
    }
  }

  /// In the order of their declaration.
  public static func < (a: EntityKind, b: EntityKind) -> Bool { a.rawValue < b.rawValue }
}

/// What a mention is: an entity's kind, or a demonym, which stands for its place ("Iraqi").
public enum MentionKind: UInt8, Sendable, Hashable, CaseIterable {
  case person, organization, place, event, work, demonym

  /// The kind of an entity as that of its mentions.
  public init(_ kind: EntityKind) {
    self =
      switch kind {
      case .person: .person
      case .organization: .organization
      case .place: .place
      case .event: .event
      case .work: .work
      }
  }

  /// The kind of what it stands for; a demonym stands for a place.
  public var entityKind: EntityKind {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place, .demonym: .place
    case .event: .event
    case .work: .work
    }
  }

  /// The word in data files: `demonym`.
  public var name: String { self == .demonym ? "demonym" : entityKind.name }
}
