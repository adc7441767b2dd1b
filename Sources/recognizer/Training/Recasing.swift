/// Other ways to write a sentence's capitals.
enum Recasing {
  /// As a headline: every word but the small ones has a capital.
  case title
  /// All in capitals.
  case capitals
  /// The first few words in capitals, as a lead is set.
  case lead
}

extension ConllDocument {
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with",
  ]

  /// The same document, cased otherwise; only ASCII letters change, so all offsets hold.
  func recased(_ casing: Recasing) -> ConllDocument {
    var copy = self
    for token in tokens {
      let word = String(decoding: text[token.range], as: UTF8.self)
      switch casing {
      case .capitals:
        for k in token.range where text[k] &- 0x61 < 26 { copy.text[k] = text[k] - 0x20 }
      case .lead:
        let lead = min(tokens.count, 2 + tokens.count % 5)
        guard token.range.lowerBound < tokens[lead - 1].range.upperBound else { return copy }
        for k in token.range where text[k] &- 0x61 < 26 { copy.text[k] = text[k] - 0x20 }
      case .title:
        let first = token.range.lowerBound
        if text[first] &- 0x61 < 26, !ConllDocument.small.contains(word), word.utf8.count > 1 {
          copy.text[first] = text[first] - 0x20
        }
      }
    }
    return copy
  }
}
