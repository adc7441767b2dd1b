/// How much of a kind did not reach the page, and where it first occurs.
public struct Omission: Sendable, Hashable {
  /// How many.
  public var count = 0
  /// The first of them, nil if there is none.
  public var first: MarkdownPosition?

  /// Nothing omitted.
  public init() {}

  mutating func note(_ place: MarkdownPosition) {
    if count == 0 { first = place }
    count += 1
  }
}
