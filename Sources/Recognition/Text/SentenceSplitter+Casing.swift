/// How a sentence uses capitals.
extension SentenceSplitter {
  /// Appends the sentence of these tokens.
  static func append(
    _ tokens: Span<Token>, _ first: Int, _ end: Int,
    _ sentences: inout ContiguousArray<SentenceTokens>
  ) {
    var sentence = SentenceTokens(
      first: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
      shoutedEnd: Int32(truncatingIfNeeded: first))
    var small = 0
    var shouted = 0
    var capitalized = 0
    for i in first..<end where tokens[i].kind == .word && tokens[i].letters > 1 {
      let token = tokens[i]
      // An address and an abbreviation have the same case in any text.
      if !token.shape.isDisjoint(with: [.glued, .dotted]) { continue }
      if isShouted(token) {
        shouted += 1
      } else if token.isCapitalized {
        capitalized += 1
      } else if token.letters > 3 || !token.classes.contains(.function) {
        small += 1
      }
    }
    sentence.isAllCapitals = small + capitalized == 0 && shouted > 1
    sentence.isTitleCase =
      small * 6 <= capitalized && capitalized + shouted > 3 && capitalized > 0
      && tokens[end - 1].kind != .period
    if shouted > 0, !sentence.isAllCapitals, !sentence.isTitleCase {
      sentence.shoutedEnd = Int32(truncatingIfNeeded: shoutedEnd(tokens, first, end))
    }
    sentences.append(sentence)
  }

  /// In capitals but for a letter or two at its start: "IRAQI", "McCAIN".
  private static func isShouted(_ token: Token) -> Bool {
    if token.isAllCapitals { return true }
    guard token.letters > 4, token.letters < 32, token.isCapitalized else { return false }
    return token.capitals.nonzeroBitCount + 1 >= token.letters
      && token.capitals >> (UInt32(token.letters) - 1) == 1
  }

  /// Where the words at a sentence's start end that alone are in capitals.
  ///
  /// Two words or more, of which one is no acronym by its length or a small word such as "THE"; or
  /// the town of a dateline. "UN and", "NATO ISAF", "UNICEF," are acronyms.
  private static func shoutedEnd(_ tokens: Span<Token>, _ first: Int, _ end: Int) -> Int {
    var words = 0
    var hasLongWord = false
    var hasSmallWord = false
    var last = first
    lead: for i in first..<end {
      let token = tokens[i]
      switch token.kind {
      case .word:
        let isNeutral = token.shape.contains(.dotted) || token.letters == 1
        guard isNeutral || isShouted(token), token.shape.isDisjoint(with: .glued) else {
          break lead
        }
        last = i + 1
        if isNeutral { continue }
        words += 1
        hasLongWord = hasLongWord || token.letters > 4
        hasSmallWord = hasSmallWord || token.classes.contains(.function)
      case .number, .possessive, .symbol, .quote: continue
      case .hyphen where token.gap == .none: continue
      case .opening where words == 0: continue
      // What follows such a mark is no longer the lead: "BAGHDAD (AP)", "EXCLUSIVE: UN".
      default: break lead
      }
    }
    let isLead =
      words > 1 && (hasLongWord || hasSmallWord)
      || words == 1 && hasLongWord && isDateline(tokens, last, end)
    return isLead ? last : first
  }

  /// Whether a town is followed by the rest of a dateline: ", Iraq, March 26 (AP) -".
  private static func isDateline(_ tokens: Span<Token>, _ start: Int, _ end: Int) -> Bool {
    for i in start..<min(start + 14, end) {
      switch tokens[i].kind {
      case .dash: return true
      case .hyphen where tokens[i].gap != .none: return true
      case .word where i == start: return false
      default: continue
      }
    }
    return false
  }
}
