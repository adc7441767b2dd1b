import ArchiveModel

/// A token that may be part of a name, and what stands around it.
struct Spot {
  var token: Int32
  var sentence: Int32
  /// The run of capitals that it is in, as tokens; of connectors, the token alone.
  var runFirst: Int32
  /// After the run's last token.
  var runEnd: Int32
  /// What lists have of a sequence that it is part of: kinds, place in it, length; 0 for none.
  var match: UInt16 = 0
  /// Of the candidate of gazetteer or records that it is part of; 0 for none.
  var candidate: UInt8 = 0
  /// No spot before it belongs to its stretch.
  var isFirst: Bool
}

/// Finds the stretches of a text that may be names: the tagger reads nothing else.
///
/// Words with a capital, what connects them ("of", "and the", hyphens), particles before them,
/// numbers beside them: about a sixth of the tokens of news.
enum Segments {
  /// Replaces `spots` by those of a text: one pass.
  static func find(
    _ tokens: Span<Token>, _ sentences: Span<SentenceTokens>,
    into spots: inout ContiguousArray<Spot>
  ) {
    spots.removeAll(keepingCapacity: true)
    for s in sentences.indices {
      let sentence = sentences[s]
      let end = Int(sentence.end)
      var i = Int(sentence.first)
      // Before it all is settled.
      var free = i
      while i < end {
        guard isNameToken(tokens, sentence, i) else {
          i += 1
          continue
        }
        let first = lead(tokens, i, free)
        let last = extend(tokens, sentence, from: i + 1)
        append(tokens, first..<last, s, &spots)
        free = last
        i = last
      }
    }
  }

  /// A word with a capital that can be a name's.
  private static func isNameToken(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, _ i: Int
  ) -> Bool {
    let token = tokens[i]
    guard token.kind == .word, token.capitals != 0, token.shape.isDisjoint(with: .nameless) else {
      return false
    }
    // "The president": a sentence's first word has its capital anyway.
    if token.classes.contains(.function), token.classes.isDisjoint(with: .month),
      token.letters == 1 || !token.shape.isDisjoint(with: .lower),
      sentence.isAtStart(i, in: tokens)
    {
      let next = i + 1
      return next < Int(sentence.end)
        && (tokens[next].capitals != 0 || tokens[next].gap == .none && tokens[next].kind == .hyphen)
    }
    return true
  }

  /// Where the particles and numbers before a name's first word begin.
  private static func lead(_ tokens: Span<Token>, _ i: Int, _ free: Int) -> Int {
    var first = i
    while first > free, i - first < 4 {
      let before = tokens[first - 1]
      if before.shape.isDisjoint(with: .nameless),
        before.kind == .number
          || before.kind == .word && before.classes.contains(.particle)
          || before.kind == .word && before.shape.contains(.digit)
      {
        first -= 1
      } else if before.kind == .hyphen, tokens[first].gap == .none, before.gap == .none,
        first - 1 > free, tokens[first - 2].kind == .word,
        tokens[first - 2].classes.contains(.particle)
      {
        first -= 2
      } else {
        break
      }
    }
    return first
  }

  /// The end of a stretch that has a name's word before `start`.
  private static func extend(
    _ tokens: Span<Token>, _ sentence: SentenceTokens, from start: Int
  ) -> Int {
    let end = Int(sentence.end)
    var last = start
    while last < end {
      let token = tokens[last]
      if isNameToken(tokens, sentence, last) || isNumber(token) {
        last += 1
        continue
      }
      // "Jong-un", "Franco-German", "US-led"
      if token.kind == .hyphen, token.gap == .none, last + 1 < end, tokens[last + 1].gap == .none,
        tokens[last + 1].kind == .word || tokens[last + 1].kind == .number
      {
        last += 2
        continue
      }
      // "Ministry of the Interior", "Ben & Jerry", "O ' Neill"
      var next = last
      while next < end, next - last < 3, isConnector(tokens[next]) { next += 1 }
      guard next > last, next < end, isNameToken(tokens, sentence, next) else { return last }
      last = next + 1
    }
    return last
  }

  private static func isNumber(_ token: Token) -> Bool {
    token.gap != .block && token.shape.isDisjoint(with: .nameless)
      && (token.kind == .number || token.kind == .word && token.shape.contains(.digit))
  }

  private static func isConnector(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      token.capitals == 0 && token.shape.isDisjoint(with: .nameless)
        && !token.classes.isDisjoint(with: [.of, .and, .particle, .determiner, .locative])
    case .possessive, .hyphen, .quote, .symbol: true
    default: false
    }
  }

  private static func append(
    _ tokens: Span<Token>, _ range: Range<Int>, _ sentence: Int,
    _ spots: inout ContiguousArray<Spot>
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      var end = i
      while end < range.upperBound, isOfRun(tokens, end, i) { end += 1 }
      end = max(end, i + 1)
      for token in i..<end {
        spots.append(
          Spot(
            token: Int32(truncatingIfNeeded: token), sentence: Int32(truncatingIfNeeded: sentence),
            runFirst: Int32(truncatingIfNeeded: i), runEnd: Int32(truncatingIfNeeded: end),
            isFirst: token == range.lowerBound))
      }
      i = end
    }
  }

  private static func isOfRun(_ tokens: Span<Token>, _ i: Int, _ first: Int) -> Bool {
    let token = tokens[i]
    if token.kind == .word {
      return token.capitals != 0 || i > first && token.gap == .none && tokens[i - 1].kind == .hyphen
    }
    return token.kind == .hyphen && i > first && token.gap == .none
  }
}
