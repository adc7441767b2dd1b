extension Article {
  /// What nobody stated: taken from the text, the file's name or the settings, and marked so
  /// wherever it is shown.
  public struct Inferences: OptionSet, Sendable, Hashable {
    /// A bit for each kind.
    public let rawValue: UInt16

    /// Inferences by their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The headline.
    public static let title = Inferences(rawValue: 1 << 0)
    /// The second line of the headline.
    public static let subtitle = Inferences(rawValue: 1 << 1)
    /// The date of publication.
    public static let date = Inferences(rawValue: 1 << 2)
    /// The zone of a time, of the date or another key: the archive's.
    public static let timeZone = Inferences(rawValue: 1 << 3)
    /// The byline, and with it the authors.
    public static let byline = Inferences(rawValue: 1 << 4)
    /// The authors' names alone, taken from a byline that was stated.
    public static let authors = Inferences(rawValue: 1 << 5)
    /// The dateline and its places.
    public static let dateline = Inferences(rawValue: 1 << 6)
    /// The outlet or agency: `source`.
    public static let source = Inferences(rawValue: 1 << 7)
    /// The address of the original.
    public static let originalURL = Inferences(rawValue: 1 << 8)
    /// Which version of a story it is.
    public static let version = Inferences(rawValue: 1 << 9)
    /// Who reported and edited it.
    public static let credits = Inferences(rawValue: 1 << 10)
    /// The notice of copyright.
    public static let rights = Inferences(rawValue: 1 << 11)

    /// Each alone with the name of its key, in the order in which people are told of them.
    public static let named: [(name: String, inference: Inferences)] = [
      ("title", .title), ("subtitle", .subtitle), ("date", .date), ("time_zone", .timeZone),
      ("byline", .byline), ("authors", .authors), ("dateline", .dateline), ("source", .source),
      ("original_url", .originalURL), ("version", .version), ("credits", .credits),
      ("rights", .rights),
    ]

    /// The names of what is inferred, in that order.
    public var names: [String] {
      isEmpty ? [] : Inferences.named.filter { contains($0.inference) }.map(\.name)
    }
  }

  /// Which of the texts an agency sends of one story.
  public struct Version: Sendable, Hashable {
    /// What the prefix of a headline says.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
      case alert, breaking, urgent, update, wrapUp, `repeat`, refile, correction, official, advisory
    }

    /// What kind of version.
    public var kind: Kind
    /// Its number, as 2 in "UPDATE 2-".
    public var number: UInt8?

    /// A version of a kind.
    public init(_ kind: Kind, number: UInt8? = nil) {
      self.kind = kind
      self.number = number
    }
  }
}

extension Article.Version: CustomStringConvertible {
  /// In words that a reader understands: "Update 2", "Correction".
  public var description: String {
    let word =
      switch kind {
      case .alert: "Alert"
      case .breaking: "Breaking news"
      case .urgent: "Urgent"
      case .update: "Update"
      case .wrapUp: "Roundup"
      case .repeat: "Repeat"
      case .refile: "Refiled"
      case .correction: "Corrected"
      case .official: "Official correction"
      case .advisory: "Advisory"
      }
    return number.map { "\(word) \($0)" } ?? word
  }
}
