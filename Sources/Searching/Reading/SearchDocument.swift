import ArchiveModel

/// What the index takes of an article, or of an entity, for which the title is its name.
public struct SearchDocument: Sendable {
  /// The headline.
  public var title: String
  /// Second line, dek, bylines, topics: found, and in front of nothing.
  public var heads: [String]
  /// The reading text in UTF-8, paragraphs apart by a blank line.
  public var body: [UInt8]
  /// Where names stand in it, ascending: their words count for more.
  public var names: [Range<Int32>]
  /// How much more of a result it is than others with the same words, from 0 to 3.
  public var prominence = 0

  /// What a result shows.
  public var record: SearchRecord

  /// A document to be found.
  public init(
    title: String, heads: [String] = [], body: [UInt8] = [], names: [Range<Int32>] = [],
    record: SearchRecord
  ) {
    self.title = title
    self.heads = heads
    self.body = body
    self.names = names
    self.record = record
  }

  /// Adds all of it.
  package func add(to print: inout Fingerprint) {
    for text in [title, record.title, record.lead, record.label, record.path] { print.add(text) }
    print.add(heads)
    print.add(Fingerprint.of(body))
    for name in names { print.add(Int(name.lowerBound) << 32 | Int(name.upperBound)) }
    print.add(prominence)
  }
}

/// What a result shows, and where it leads.
public struct SearchRecord: Sendable {
  /// The headline or the name.
  public var title: String
  /// A sentence or two.
  public var lead: String
  /// The date in words, or the kind of an entity.
  public var label: String
  /// The page below the site's root, as it stands in a URL: `2017/03/26/slug/`.
  public var path: String

  /// A result.
  public init(title: String, lead: String, label: String, path: String) {
    self.title = title
    self.lead = lead
    self.label = label
    self.path = path
  }
}
