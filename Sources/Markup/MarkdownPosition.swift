/// A place in the Markdown source, as libcmark counts.
public struct MarkdownPosition: Sendable, Hashable {
  /// From 1, of the body given to the parser; 0 where libcmark knows none.
  public var line: Int
  /// From 1, in bytes.
  public var column: Int

  /// A line and a column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// A place in a cell, which was parsed after `# `, as a place in the source.
  func moved(into cell: MarkdownPosition) -> MarkdownPosition {
    MarkdownPosition(line: cell.line, column: cell.column + max(column - 3, 0))
  }
}
