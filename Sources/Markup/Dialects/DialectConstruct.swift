/// A kind of construct of a dialect, such as Hugo's `figure`.
public struct DialectConstruct: Sendable, Hashable, Comparable {
  /// What became of a construct.
  public enum Fate: String, Sendable, Hashable, Comparable {
    /// The page says what its author meant by it, and nothing is lost.
    case translated
    /// Only the tags are gone: the text between them is kept, once, and of several branches the first.
    case unwrapped
    /// It is gone, since nobody but the old site knew what stood for it.
    case dropped

    /// In the order of their declaration.
    public static func < (a: Fate, b: Fate) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whose construct it is.
  public var dialect: Dialect
  /// As its author writes it, without what differs from place to place: `{% include nav.html %}`.
  ///
  /// At most 80 bytes, without line ends and controls.
  public var name: String
  /// What became of it.
  public var fate: Fate

  /// A kind of construct.
  public init(_ dialect: Dialect, _ name: String, _ fate: Fate) {
    self.dialect = dialect
    self.name = name
    self.fate = fate
  }

  /// Whether Dateline knows what it means.
  public var isKnown: Bool { fate == .translated }

  /// By dialect, name and fate.
  public static func < (a: DialectConstruct, b: DialectConstruct) -> Bool {
    (a.dialect, a.name, a.fate) < (b.dialect, b.name, b.fate)
  }
}
