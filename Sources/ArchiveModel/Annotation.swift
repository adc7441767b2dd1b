/// What the recogniser saw in a text: DESIGN §5.
///
/// All spans are UTF-8 offsets into the reading text.
public struct Annotation: Sendable, Hashable {
  /// The sentences, in order, without the white space between them.
  public var sentences: [Range<Int32>]
  /// The mentions, in order; they never overlap and never cross a sentence's end.
  public var mentions: [Mention]
  /// The words that say when, in order; nothing finds them yet.
  public var dates: [DateSpan] = []
  /// The numbers that are claimed, in order; nothing finds them yet.
  public var figures: [Figure] = []
  /// The words of others, in order; nothing finds them yet.
  public var quotations: [Quotation] = []

  /// An annotation of a text.
  public init(sentences: [Range<Int32>] = [], mentions: [Mention] = []) {
    self.sentences = sentences
    self.mentions = mentions
  }
}
