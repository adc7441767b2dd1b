/// How sure the recogniser is of a mention, in the words that people are shown.
public enum Certainty: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A score of 0.9 and more.
  case sure
  /// A score of 0.7 and more.
  case likely
  case unsure

  /// The word for a score from 0 to 1.
  public init(score: Float) {
    self =
      switch score {
      case 0.9...: .sure
      case 0.7...: .likely
      default: .unsure
      }
  }

  /// The surest first.
  public static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .sure: 0
    case .likely: 1
    case .unsure: 2
    }
  }
}
