/// Words that name a date: "last Friday", "the 1990s".
public struct DateSpan: Sendable, Hashable {
  /// Where the words stand.
  public var range: Range<Int32>
  /// The date that they mean; nil where it cannot be told, and the words stand for themselves.
  public var value: ArchiveDate?

  /// Words that mean a date, if it is known which.
  public init(range: Range<Int32>, value: ArchiveDate?) {
    self.range = range
    self.value = value
  }
}
