/// A place in the Markdown source, as libcmark counts.
public struct SourcePosition: Sendable, Hashable {
  /// From 1, of the body given to the parser; 0 where libcmark knows none.
  public var line: Int
  /// From 1, in bytes.
  public var column: Int

  /// A line and a column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// How much of a kind did not reach the page, and where it first occurs.
public struct Omission: Sendable, Hashable {
  /// How many.
  public var count = 0
  /// The first of them, nil if there is none.
  public var first: SourcePosition?

  /// Nothing omitted.
  public init() {}

  mutating func note(_ node: CmarkNode) {
    if count == 0 { first = node.position }
    count += 1
  }
}
