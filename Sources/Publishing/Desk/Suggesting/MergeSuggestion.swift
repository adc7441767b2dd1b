import ArchiveModel

/// Two entities that may be one: for an editor to decide, since nothing merges on likeness alone.
public struct MergeSuggestion: Sendable, Hashable {
  /// Why they may be one, the surest first.
  public enum Reason: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// An acronym, and a name with these initials.
    case acronym
    /// They differ in the Arabic article alone.
    case article
    /// One has initials where the other has names.
    case initials
    /// One has names in the middle that the other has not.
    case middleNames
    /// One name in two transliterations.
    case transliteration
    /// They differ in a word that says no more than what it is: "group".
    case genericWord
    /// One surname, and given names that are like each other.
    case givenName

    /// The surest first.
    public static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }

    /// In plain words.
    public var text: String {
      switch self {
      case .acronym: "one has the initials of the other"
      case .article: "they differ in “al-” or “el-” alone"
      case .initials: "one has initials where the other has names"
      case .middleNames: "one has middle names that the other lacks"
      case .transliteration: "they may be one name in two transliterations"
      case .genericWord: "they differ in a word such as “group” alone"
      case .givenName: "one surname, and given names that are alike"
      }
    }

    /// The word in data.
    public var name: String {
      switch self {
      case .acronym: "acronym"
      case .article: "article"
      case .initials: "initials"
      case .middleNames: "middle-names"
      case .transliteration: "transliteration"
      case .genericWord: "generic-word"
      case .givenName: "given-name"
      }
    }
  }

  /// The number of the entity that would stay: the one with a record, else the more frequent.
  let kept: Int
  /// The number of the one that would become part of it.
  let other: Int
  /// Why.
  public let reason: Reason
  /// In how many articles both are named: one person is seldom called two full names there.
  public let sharedArticles: Int
}
