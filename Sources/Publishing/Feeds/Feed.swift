import ArchiveModel

/// A feed: whose articles it has, in which form, and which part of them.
public struct Feed: Sendable, Hashable {
  /// Whose articles.
  public enum Scope: Sendable, Hashable {
    /// All of the archive's.
    case archive
    /// A section's, by its number.
    case section(Int)
    /// Those that name an entity, by its number.
    case entity(Int)
  }

  /// How it is written.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// RFC 4287.
    case atom
    /// JSON Feed 1.1.
    case json

    /// The end of its file's name.
    var suffix: String { self == .atom ? ".xml" : ".json" }

    /// Its media type.
    var mediaType: String {
      switch self {
      case .atom: "application/atom+xml"
      case .json: "application/feed+json"
      }
    }
  }

  /// Whose articles.
  public var scope: Scope
  /// How it is written.
  public var form: Form
  /// The part of the archive's chain that it is, an archive document of RFC 5005; nil for what
  /// readers subscribe to.
  public var part: Int?

  init(_ scope: Scope, _ form: Form = .atom, part: Int? = nil) {
    self.scope = scope
    self.form = form
    self.part = part
  }
}
