/// A span of the reading text that names something.
public struct Mention: Sendable, Hashable {
  /// Why the recogniser took the span for a name, and what it already knows of it.
  public enum Evidence: Sendable, Hashable {
    /// A strong name of the authority record with this index (`name`, `names`, `previous`).
    case authority(Int32)
    /// A weak name of a record: it counts only where a strong one is in the same article.
    case weakAuthority(Int32)
    /// A name of the gazetteer's entry with this index.
    case gazetteer(Int32)
    /// Found by the look of the text; who it is, is for the resolver.
    case text
  }

  /// UTF-8 offsets into the reading text.
  public var start: Int32
  /// UTF-8 offset after its last byte.
  public var end: Int32
  /// What it names.
  public var kind: MentionKind
  /// How sure the recogniser is, from 0 to 1; never shown as a number to readers.
  public var score: Float
  /// Where it comes from.
  public var evidence: Evidence
  /// The titles that stand before a person's name and are not part of it, as UTF-8 offsets:
  /// "President", "Prime Minister".
  public var honorific: Range<Int32>?

  /// A mention of the bytes from `start` to `end`.
  public init(
    start: Int32, end: Int32, kind: MentionKind, score: Float, evidence: Evidence,
    honorific: Range<Int32>? = nil
  ) {
    self.start = start
    self.end = end
    self.kind = kind
    self.score = score
    self.evidence = evidence
    self.honorific = honorific
  }

  /// The span as a range of UTF-8 offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }
}
