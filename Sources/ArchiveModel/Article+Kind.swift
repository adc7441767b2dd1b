extension Article {
  /// What kind of text it is: `type`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case news, analysis, opinion, review, obituary, correction
    case pressRelease = "press-release"
    case wire
  }

  /// Where it stood on paper: `print`.
  public struct PrintEdition: Sendable, Hashable {
    /// The day of the issue.
    public var date: ArchiveDate = .undated
    /// "Late edition".
    public var edition: String?
    /// The part of the paper: "A", "Sports".
    public var section: String?
    /// As printed: "A1", "12 to 14".
    public var page: String?
    /// As printed.
    public var column: String?

    /// Nothing known yet.
    public init() {}
  }

  /// What is said of an author beyond the name that stands in `authors`.
  public struct AuthorDetail: Sendable, Hashable {
    /// The name, as in `authors`.
    public var name: String
    /// The archive's own identifier of the person.
    public var id: String?
    /// "photographer", "reporting".
    public var role: String?

    /// An author's name, with what is said of it.
    public init(name: String, id: String? = nil, role: String? = nil) {
      self.name = name
      self.id = id
      self.role = role
    }
  }
}
