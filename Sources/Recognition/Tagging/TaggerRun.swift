import ArchiveModel

/// The tagger alone, for training and for measuring it.
package final class TaggerRun {
  /// A name that it found.
  package struct Name: Sendable {
    /// UTF-8 offsets into the text.
    package var range: Range<Int>
    /// 0 person, 1 organisation, 2 place, 3 miscellany.
    package var kind: UInt8
    /// How much better it is than the next best reading, in units of the model.
    package var margin: Int32
  }

  private let tagger: Tagger
  private let reader: TextReader
  private var scratch = RecognizerScratch()

  /// A tagger with this model, and with a gazetteer but no records.
  package init(gazetteer: Gazetteer, model: TaggerModel) {
    tagger = Tagger(model: model)
    reader = TextReader(gazetteer: gazetteer, authorities: [])
  }

  /// Tags a text: the tags of its spots, and its names.
  package func run(_ text: [UInt8]) -> (tags: [NameTag], names: [Name]) { run(text, &scratch) }

  private func run(
    _ text: [UInt8], _ scratch: inout RecognizerScratch
  ) -> (tags: [NameTag], names: [Name]) {
    reader.read(text.span, &scratch)
    let tokens = scratch.tokens
    let sentences = scratch.sentences
    tagger.tag(text.span, tokens.span, sentences.span, scratch.candidates, &scratch.tagging)
    return (
      Array(scratch.tagging.tags),
      scratch.tagging.names.map { name in
        let start = Int(tokens[Int(name.tokens.lowerBound)].start)
        let end = Int(tokens[Int(name.tokens.upperBound) - 1].end)
        return Name(range: start..<end, kind: name.kind, margin: name.margin)
      }
    )
  }
}
