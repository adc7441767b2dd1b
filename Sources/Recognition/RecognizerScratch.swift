/// What a worker keeps from text to text: once warm, it allocates nothing but the results.
public struct RecognizerScratch: ~Copyable {
  var tokens = ContiguousArray<Token>()
  var sentences = ContiguousArray<SentenceTokens>()
  var candidates = Candidates()
  var matching = Matcher.Scratch()
  var tagging = Tagger.Scratch()

  /// Empty; the first text warms it.
  public init() {}
}
