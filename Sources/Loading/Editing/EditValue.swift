/// A value to be written into a YAML text.
public enum EditValue: Sendable, Hashable {
  /// A scalar: always text, quoted where YAML would take it for something else.
  case text(String)
  /// A scalar that is no text to YAML, such as `true` or `36.34`: as it is.
  case literal(String)
  /// A list.
  case list([EditValue])
  /// Keys and values, in order.
  case map([EditEntry])

  /// A list of texts.
  public static func texts(_ texts: [String]) -> EditValue { .list(texts.map { .text($0) }) }
}

/// A key with a value to be written.
public struct EditEntry: Sendable, Hashable {
  /// The key.
  public var key: String
  /// Its value.
  public var value: EditValue

  /// A key and its value.
  public init(_ key: String, _ value: EditValue) {
    self.key = key
    self.value = value
  }
}
