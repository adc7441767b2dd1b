/// The constructs of one body, counted by kind.
public struct DialectTally: Sendable, Hashable {
  /// A kind and its places.
  public struct Entry: Sendable, Hashable {
    /// The kind.
    public var construct: DialectConstruct
    /// How often it occurs.
    public var count: Int
    /// Where it first does: a UTF-8 offset into the body as its author wrote it.
    public var firstOffset: Int
  }

  /// In the order of their first places.
  public private(set) var entries: [Entry] = []
  private var indices: [DialectConstruct: Int] = [:]

  /// Nothing counted.
  public init() {}

  /// Whether the body has no construct at all.
  public var isEmpty: Bool { entries.isEmpty }

  /// Counts a construct; O(1).
  mutating func note(_ construct: DialectConstruct, at offset: Int) {
    if let index = indices[construct] {
      entries[index].count += 1
    } else {
      indices[construct] = entries.count
      entries.append(Entry(construct: construct, count: 1, firstOffset: offset))
    }
  }
}
