import ArchiveModel

/// What a span is that the tagger calls miscellany: a demonym, an event, a work, or none of these.
///
/// By lists and head words. Laws, prizes, products, currencies, languages, illnesses, parties'
/// members and all that is unsure are dropped.
enum Miscellany {
  /// A span's kind, and how far it goes.
  struct Reading: Equatable {
    var kind: MentionKind
    var tokens: Range<Int>
  }

  static let lexicon = KindLexicon()

  /// Reads the span of tokens in `range`; nil where it is to be dropped.
  ///
  /// A reading is inside the sentence, but may begin or end outside `range`: "Iraqi-born" is
  /// "Iraqi", "The Shining" is as long as its quotation marks are apart, so two spans inside them have
  /// one reading. O(tokens of the span and of a small neighbourhood), no allocation.
  /// - Parameter candidates: those of records and gazetteer, which know the demonyms of countries.
  static func read(
    _ text: Span<UInt8>, _ tokens: Span<Token>, _ range: Range<Int>, _ sentence: SentenceTokens,
    _ candidates: borrowing Candidates
  ) -> Reading? {
    if let title = quotedTitle(text, tokens, range, sentence) {
      return Reading(kind: .work, tokens: title)
    }
    let span = trimmed(tokens, range)
    guard !span.isEmpty else { return nil }
    if let event = yearlyEvent(text, tokens, span, sentence) {
      return Reading(kind: .event, tokens: event)
    }
    if let demonym = demonym(text, tokens, span, sentence, candidates) {
      return isLanguage(tokens, demonym, sentence) ? nil : Reading(kind: .demonym, tokens: demonym)
    }
    if let event = event(text, tokens, span, sentence) {
      return Reading(kind: .event, tokens: event)
    }
    if isWork(tokens, span, sentence) { return Reading(kind: .work, tokens: span) }
    return nil
  }

  /// Without quotation marks, commas and possessives at its ends.
  private static func trimmed(_ tokens: Span<Token>, _ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var end = range.upperBound
    while first < end, !isWordOrNumber(tokens[first]) { first += 1 }
    while first < end, !isWordOrNumber(tokens[end - 1]) { end -= 1 }
    return first..<end
  }

  static func isWordOrNumber(_ token: Token) -> Bool {
    token.kind == .word || token.kind == .number
  }

  /// What the lists say of a token; empty for all but words.
  static func classes(_ token: Token) -> KindClasses {
    token.kind == .word ? lexicon[token.hash] : []
  }

  /// What the lists say of two tokens in a row.
  static func classes(_ tokens: Span<Token>, _ first: Int, _ second: Int) -> KindClasses {
    lexicon[tokens[first].hash, tokens[second].hash]
  }

  /// A number of four digits from 1000 to 2999, as far as can be told without its letters.
  static func isYear(_ text: Span<UInt8>, _ token: Token) -> Bool {
    guard token.kind == .number, token.end - token.start == 4 else { return false }
    let first = text[Int(token.start)]
    return first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
  }
}
