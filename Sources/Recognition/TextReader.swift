import ArchiveModel

/// The first half of reading a text: its tokens and sentences, and the names that lists have.
///
/// One path for articles, for training and for measuring, so that the tagger sees in use what it
/// was trained on.
struct TextReader: Sendable {
  private let tokenizer: Tokenizer
  private let matcher: Matcher
  /// By record: the hash of the first word of its name.
  let firstWords: [UInt64]

  init(gazetteer: Gazetteer, authorities: [AuthorityRecord]) {
    let lexicon = WordLexicon()
    tokenizer = Tokenizer(lexicon: lexicon)
    let names = AuthorityNames(authorities, lexicon: lexicon)
    firstWords = names.firstWords
    matcher = Matcher(authorities: names, gazetteer: gazetteer)
  }

  /// Fills the tokens, the sentences and the candidates of `scratch`.
  func read(_ text: Span<UInt8>, _ scratch: inout RecognizerScratch) {
    tokenizer.tokenize(text, into: &scratch.tokens)
    Boilerplate.mark(text, &scratch.tokens)
    // Held by name, since a span of a part would keep all of the scratch from being written to.
    let tokens = scratch.tokens
    SentenceSplitter.split(tokens.span, into: &scratch.sentences)
    let sentences = scratch.sentences
    scratch.candidates.reset(tokens: tokens.count)
    matcher.match(
      text, tokens.span, sentences.span, &scratch.candidates, &scratch.matching)
  }
}
