import ArchiveModel

@testable import Recognition

extension Annotation {
  /// In order, apart, at scalar boundaries, inside one sentence, not too long.
  func isSound(for bytes: [UInt8]) -> Bool {
    func isBoundary(_ offset: Int32) -> Bool {
      offset >= 0 && offset <= bytes.count
        && (offset == bytes.count || offset == 0 || bytes[Int(offset)] & 0xC0 != 0x80
          || String(validating: bytes, as: UTF8.self) == nil)
    }
    var last: Int32 = 0
    for sentence in sentences {
      guard sentence.lowerBound >= last, !sentence.isEmpty, isBoundary(sentence.lowerBound),
        isBoundary(sentence.upperBound)
      else { return false }
      last = sentence.upperBound
    }
    last = 0
    var sentences = sentences[...]
    for mention in mentions {
      while let first = sentences.first, first.upperBound <= mention.start {
        sentences.removeFirst()
      }
      guard let sentence = sentences.first, mention.start >= last, mention.start < mention.end,
        sentence.lowerBound <= mention.start, mention.end <= sentence.upperBound,
        isBoundary(mention.start), isBoundary(mention.end), mention.end - mention.start <= 400,
        (0...1).contains(mention.score)
      else { return false }
      if let title = mention.honorific {
        guard mention.kind == .person, title.lowerBound >= last, !title.isEmpty,
          title.upperBound <= mention.start
        else { return false }
      }
      last = mention.end
    }
    return isOfTokens(bytes)
  }

  /// Mentions and titles begin where a token does and end where one does.
  private func isOfTokens(_ bytes: [UInt8]) -> Bool {
    var tokens = ContiguousArray<Token>()
    Tokenizer(lexicon: WordLexicon()).tokenize(bytes.span, into: &tokens)
    let starts = Set(tokens.map(\.start))
    let ends = Set(tokens.map(\.end))
    return mentions.allSatisfy { mention in
      guard starts.contains(mention.start), ends.contains(mention.end) else { return false }
      guard let title = mention.honorific else { return true }
      return starts.contains(title.lowerBound) && ends.contains(title.upperBound)
    }
  }
}
