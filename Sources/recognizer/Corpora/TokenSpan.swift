import ArchiveModel

/// The kinds that annotated sets know; the raw values are those of `ConllTag.kind`.
enum ConllKind: Int, CaseIterable {
  case person, organization, place, miscellany

  /// The kind that sets give to names of one of ours.
  init(_ kind: MentionKind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .place: self = .place
    case .demonym, .event, .work: self = .miscellany
    }
  }

  var label: String {
    switch self {
    case .person: "PER"
    case .organization: "ORG"
    case .place: "LOC"
    case .miscellany: "MISC"
    }
  }
}

/// A name as annotated sets have it: whole tokens of a document.
struct TokenSpan: Hashable {
  var tokens: Range<Int>
  var kind: ConllKind

  /// The names that the tags of a document mark: a tag each token.
  ///
  /// An "inside" that continues nothing of its kind begins a name.
  static func spans(of tags: [ConllTag], in document: ConllDocument) -> [TokenSpan] {
    var spans: [TokenSpan] = []
    for sentence in document.sentences {
      var isOpen = false
      for token in sentence {
        guard let kind = tags[token].kind.flatMap(ConllKind.init(rawValue:)) else {
          isOpen = false
          continue
        }
        if isOpen, !tags[token].isBegin, let last = spans.last, last.kind == kind {
          spans[spans.count - 1].tokens = last.tokens.lowerBound..<token + 1
        } else {
          spans.append(TokenSpan(tokens: token..<token + 1, kind: kind))
        }
        isOpen = true
      }
    }
    return spans
  }
}

extension ConllDocument {
  /// The names that its own tags mark, as stretches of the text.
  var names: [(range: Range<Int>, kind: ConllKind)] {
    TokenSpan.spans(of: tokens.map(\.tag), in: self).map { span in
      let first = tokens[span.tokens.lowerBound].range.lowerBound
      return (first..<tokens[span.tokens.upperBound - 1].range.upperBound, span.kind)
    }
  }

  /// A mention as whole tokens.
  struct ProjectedMention {
    var span: TokenSpan
    /// The mention's index.
    var mention: Int
    /// Whether the name is only a part of a hyphenated word: "US-led", "anti-EU".
    var isAdjective: Bool
  }

  /// The mentions that were found in the text, as whole tokens: O(tokens).
  ///
  /// A mention covers each token that it overlaps, without possessives and punctuation at its
  /// edges. Where it is only a part of a hyphenated word, the word is an adjective: miscellany.
  func projection(of mentions: [Mention]) -> [ProjectedMention] {
    var projected: [ProjectedMention] = []
    var next = 0
    for (index, mention) in mentions.enumerated() {
      while next < tokens.count, tokens[next].range.upperBound <= mention.range.lowerBound {
        next += 1
      }
      var first = next
      while next < tokens.count, tokens[next].range.lowerBound < mention.range.upperBound {
        next += 1
      }
      var end = next
      while first < end, isEdge(tokens[first]) { first += 1 }
      while first < end, isEdge(tokens[end - 1]) { end -= 1 }
      guard first < end else { continue }
      let isAdjective =
        isHyphenated(tokens[end - 1], after: mention) || isPrefixed(tokens[first], before: mention)
      let kind = isAdjective ? .miscellany : ConllKind(mention.kind)
      projected.append(
        ProjectedMention(
          span: TokenSpan(tokens: first..<end, kind: kind), mention: index,
          isAdjective: isAdjective))
    }
    return projected
  }

  /// Whether a token has no letter or digit, or is a possessive.
  private func isEdge(_ token: ConllToken) -> Bool {
    let word = String(decoding: text[token.range], as: UTF8.self)
    if word == "'s" || word == "’s" { return true }
    return !word.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// "US-led": the mention ends inside the token, before a hyphen.
  private func isHyphenated(_ token: ConllToken, after mention: Mention) -> Bool {
    let end = mention.range.upperBound
    guard end < token.range.upperBound else { return false }
    if text[end] == UInt8(ascii: "-") { return true }
    // U+2010 to U+2013: hyphens and the dash that stands for one.
    let rest = text[end..<token.range.upperBound].prefix(3)
    return rest.starts(with: [0xE2, 0x80]) && (0x90...0x93).contains(rest.last ?? 0)
  }

  /// "anti-EU": the mention begins inside the token, after a small word and a hyphen.
  private func isPrefixed(_ token: ConllToken, before mention: Mention) -> Bool {
    let start = mention.range.lowerBound
    guard start > token.range.lowerBound, text[start - 1] == UInt8(ascii: "-") else { return false }
    let small = UInt8(ascii: "a")...UInt8(ascii: "z")
    return small.contains(text[token.range.lowerBound])
  }
}

extension ConllTag {
  /// The tag of a name's first token, or of a later one.
  init(_ kind: ConllKind, isBegin: Bool) {
    self = ConllTag(rawValue: UInt8(kind.rawValue * 2 + (isBegin ? 1 : 2))) ?? .outside
  }

  /// As sets write it: `B-PER`.
  var label: String {
    guard let kind = kind.flatMap(ConllKind.init(rawValue:)) else { return "O" }
    return (isBegin ? "B-" : "I-") + kind.label
  }
}
