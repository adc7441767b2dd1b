/// The features of a spot that look at more than one word.
///
/// The words are given as indices into the forms that a text has.
struct SpotWindow {
  /// Two before, one before, itself, one after, two after.
  var beforeLast: Int32
  var before: Int32
  var word: Int32
  var after: Int32
  var afterNext: Int32
  var match: UInt16
  var candidate: UInt8
  /// The first word of its sentence.
  var isAtStart: Bool
  /// 0 for a normal sentence, 1 for one in capitals, 2 for a heading's.
  var sentenceCasing: UInt64

  /// Gives the features; those of single words are not among them (`WordLetters.emit`).
  func emit(_ forms: Span<WordForm>, into sink: inout some FeatureSink) {
    let word = forms[Int(word)]
    let left = forms[Int(before)]
    let right = forms[Int(after)]
    sink.add(.wordPair, Feature.of(.wordPair, left.lower, word.lower))
    sink.add(.wordPair, Feature.of(.wordPair, word.lower, right.lower, 1))
    sink.add(.wordShape, Feature.of(.wordShape, left.lower, word.shape))
    sink.add(.wordShape, Feature.of(.wordShape, right.lower, word.shape, 1))
    sink.add(.wordsAround, Feature.of(.wordsAround, left.lower, right.lower, word.casing))
    sink.add(.shapeTriple, Feature.of(.shapeTriple, left.shape, word.shape, right.shape))
    let pattern =
      forms[Int(beforeLast)].casing << 32 | left.casing << 24 | word.casing << 16
      | right.casing << 8 | forms[Int(afterNext)].casing
    sink.add(.casingPattern, Feature.of(.casingPattern, pattern))
    sink.add(.flagSetPair, Feature.of(.flagSetPair, left.flags, word.flags, word.casing))
    sink.add(.flagSetPair, Feature.of(.flagSetPair, word.flags, right.flags, word.casing << 8))

    if isAtStart {
      sink.add(.start, Feature.of(.start, word.shape, 0))
      sink.add(.start, Feature.of(.start, word.lower, 1))
      sink.add(.start, Feature.of(.start, word.frequency << 8 | word.casing, 2))
    }
    if sentenceCasing != 0 {
      sink.add(.sentenceCasing, Feature.of(.sentenceCasing, word.shape, sentenceCasing))
      sink.add(.sentenceCasing, Feature.of(.sentenceCasing, word.lower, sentenceCasing << 4))
      sink.add(.sentenceCasing, Feature.of(.sentenceCasing, word.flags, sentenceCasing << 8))
    }
    if match != 0 {
      sink.add(.match, Feature.of(.match, UInt64(match)))
      sink.add(.match, Feature.of(.match, UInt64(match), word.casing))
    }
    if candidate != 0 {
      sink.add(.candidate, Feature.of(.candidate, UInt64(candidate)))
      sink.add(.candidate, Feature.of(.candidate, UInt64(candidate), word.casing, right.casing))
      sink.add(.candidate, Feature.of(.candidate, UInt64(candidate), left.lower, 1))
    }
  }
}
