import ArchiveModel

/// Finds the names in a text.
///
/// Read `annotate` first: each of its lines is a stage, each stage a file. A recogniser sees one
/// text at a time and knows nothing of files or pages.
public struct Recognizer: Sendable {
  /// What a text is, which decides how much its capitals say.
  public enum Register: Sendable {
    /// Sentences: a capital inside one is the sign of a name.
    case prose
    /// A headline, where any word may have a capital.
    case headline
    /// A text that is not in English: only names of records and gazetteer match.
    case foreign
  }

  private let reader: TextReader
  private let tagger: Tagger

  /// A recogniser that knows these names; making one costs about a millisecond a thousand records.
  ///
  /// The indices in `Mention.Evidence` are those of `authorities` and of the gazetteer's entries.
  public init(gazetteer: Gazetteer, model: TaggerModel, authorities: [AuthorityRecord]) {
    reader = TextReader(gazetteer: gazetteer, authorities: authorities)
    tagger = Tagger(model: model)
  }

  /// The sentences and the mentions of a text: UTF-8, its blocks apart by a blank line.
  ///
  /// Linear in the text, whatever is in it. Mentions are in order, do not overlap, and lie inside
  /// a sentence. No allocation per token; a possessive's `'s`, a title and a leading "the" are not
  /// part of a mention, unless an authority record has them in a name.
  public func annotate(
    _ text: Span<UInt8>, as register: Register = .prose, scratch: inout RecognizerScratch
  ) -> Annotation {
    precondition(text.count <= Int32.max, "a text has less than 2 GB")
    // Tokens, sentences, and the names that a list has.
    reader.read(text, &scratch)
    // Held by name, since a span of a part would keep all of the scratch from being written to.
    let tokens = scratch.tokens
    let sentences = scratch.sentences

    // Names by their look and by what stands around them.
    if register != .foreign {
      tagger.tag(text, tokens.span, sentences.span, scratch.candidates, &scratch.tagging)
      let names = scratch.tagging.names
      Settlement(model: tagger.model, firstWords: reader.firstWords).settle(
        text, tokens.span, sentences.span, names.span, &scratch.candidates)
    }

    var annotation = Annotation(
      sentences: sentences.map { tokens[Int($0.first)].start..<tokens[Int($0.end) - 1].end },
      mentions: scratch.candidates.mentions(tokens.span))
    Honorifics.mark(&annotation.mentions, tokens.span)
    return annotation
  }
}
