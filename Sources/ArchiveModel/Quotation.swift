/// What somebody said, in quotation marks or reported.
public struct Quotation: Sendable, Hashable {
  /// Where the words stand, without their marks.
  public var range: Range<Int32>
  /// The words for who said it, where they are known.
  public var speaker: Range<Int32>?
  /// The verb that says so: "said", "warned".
  public var cue: Range<Int32>?
  /// Whether the words are the speaker's own.
  public var isDirect: Bool

  /// Words of a speaker, if it is known whose.
  public init(
    range: Range<Int32>, speaker: Range<Int32>? = nil, cue: Range<Int32>? = nil, isDirect: Bool
  ) {
    self.range = range
    self.speaker = speaker
    self.cue = cue
    self.isDirect = isDirect
  }
}
