extension Article {
  /// A key that we do not know, kept with its value.
  public struct ExtraField: Sendable, Hashable {
    /// The key as written.
    public var key: String
    /// Its value.
    public var value: ExtraValue

    /// A key and its value.
    public init(key: String, value: ExtraValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key that we do not know, of the type that it was written as.
  ///
  /// Never nested deeper than front matter may be, 64 levels.
  public enum ExtraValue: Sendable, Hashable {
    /// Nothing.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number in JSON's form, with the digits that were written: `17.50` stays that.
    case number(String)
    /// Plain text.
    case text(String)
    /// A list.
    case list([ExtraValue])
    /// Keys and values, in the order written.
    case map([ExtraField])
  }
}
