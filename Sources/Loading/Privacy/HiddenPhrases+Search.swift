import ArchiveModel

extension HiddenPhrases {
  /// A phrase as it stands in a text.
  package struct Match: Sendable, Equatable {
    /// The number of the phrase.
    package var phrase: Int
    /// The bytes of its words, with markup that stands in them.
    package var words: [Range<Int>]

    /// From its first byte to its last one.
    package var range: Range<Int> {
      (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0)
    }
  }

  /// Where in a text a phrase is looked for.
  package enum Bounds: Sendable {
    /// As words of their own.
    case words
    /// Within words too: for what may stand beside anything, such as bytes that were decoded.
    case anywhere
  }

  /// All places of all phrases, in order: at each beginning the longest one.
  package func matches(in text: [UInt8], bounds: Bounds = .words) -> [Match] {
    var matches: [Match] = []
    search(text.span, bounds: bounds) { match in
      matches.append(match)
      return true
    }
    return matches
  }

  /// Whether any phrase stands in a text.
  package func occur(in text: String) -> Bool {
    guard !isEmpty else { return false }
    var isFound = false
    search(text.utf8Span.span) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Hands over each place of a phrase, until the receiver has enough: O(bytes).
  package func search(
    _ text: Span<UInt8>, bounds: Bounds = .words, _ receive: (Match) -> Bool
  ) {
    guard !isEmpty else { return }
    let isFree = bounds == .anywhere
    // A static table would be asked for at each byte whether it is there.
    let (plainTable, beginningsTable) = (HiddenPhrases.plain, beginnings)
    let (plain, beginnings) = (plainTable.span, beginningsTable.span)
    // The folded byte before, 0 where a word may begin.
    var previous: UInt8 = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      let letter = plain[Int(byte)]
      if letter > 1 {
        let second = i + 1 < text.count ? plain[Int(text[i + 1])] : 0
        let third = i + 2 < text.count ? plain[Int(text[i + 2])] : 0
        if beginnings[HiddenPhrases.beginning(letter, second, third)],
          isFree || HiddenPhrases.isBoundary(previous, letter),
          let match = longest(text, i, bounds), !receive(match)
        {
          return
        }
        previous = letter
        i += 1
        // Nothing begins within a plain word.
        if letter >= 0x61, !isFree {
          while i < text.count, plain[Int(text[i])] >= 0x61 { i += 1 }
        }
      } else if letter == 1 {
        let scalar = EncodedScalar(text, i)
        let fold = FoldedScalar.of(scalar.value)
        switch fold.kind {
        case .letter:
          let first = UInt8(truncatingIfNeeded: fold.bytes)
          if isFree || HiddenPhrases.isBoundary(previous, first), roots[Int(first)] >= 0,
            let match = longest(text, i, bounds), !receive(match)
          {
            return
          }
          previous = fold.last
        case .mark: break
        default:
          previous = 0
          // `\n` may be a line's end, and may be a backslash before a name.
          if byte == UInt8(ascii: "\\"), scalar.length == 2,
            plain[Int(text[i + 1])] > 1,
            let match = longest(text, i + 1, bounds), !receive(match)
          {
            return
          }
        }
        i += scalar.length
      } else {
        previous = 0
        i += 1
      }
    }
  }

  /// A byte that is a letter or digit by itself is its folded form; 1 what must be looked at; 0 all
  /// else.
  private static let plain: ContiguousArray<UInt8> = {
    var plain = ContiguousArray<UInt8>(repeating: 0, count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { plain[Int(byte)] = byte }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      plain[Int(byte)] = byte
      plain[Int(byte & 0xDF)] = byte
    }
    for byte in 0x80...0xFF { plain[byte] = 1 }
    for byte in "&%\\".utf8 { plain[Int(byte)] = 1 }
    return plain
  }()

  /// Whether a word may end before a byte, or begin at it: at what is no letter, and between
  /// letters and digits; in scripts that are not written apart, everywhere.
  private static func isBoundary(_ before: UInt8, _ after: UInt8) -> Bool {
    if before == 0 || before >= 0x80 || after >= 0x80 { return true }
    return (before >= 0x61) != (after >= 0x61)
  }

  // MARK: One place

  private struct Walk {
    let bounds: Bounds
    /// The words before the one that is being read.
    var words: [Range<Int>] = []
    var best: Match?
    var bestEnd = -1
  }

  private func longest(_ text: Span<UInt8>, _ start: Int, _ bounds: Bounds) -> Match? {
    let scalar = EncodedScalar(text, start)
    let fold = FoldedScalar.of(scalar.value)
    guard fold.kind == .letter else { return nil }
    let root = roots[Int(UInt8(truncatingIfNeeded: fold.bytes))]
    guard root >= 0, let node = follow(fold, from: root, skipping: 1) else { return nil }
    var walk = Walk(bounds: bounds)
    let end = HiddenGap.endOfMarks(text, start + scalar.length)
    self.walk(text, node, end, fold.last, start..<end, &walk)
    return walk.best
  }

  /// The node that a scalar's bytes lead to.
  private func follow(_ fold: FoldedScalar, from node: Int32, skipping skipped: Int) -> Int32? {
    var node = node
    for place in skipped..<max(fold.count, skipped) {
      let byte = UInt8(truncatingIfNeeded: fold.bytes >> UInt32(8 * place))
      var child = nodes[Int(node)].firstChild
      while child >= 0, nodes[Int(child)].edge != byte { child = nodes[Int(child)].sibling }
      guard child >= 0 else { return nil }
      node = child
    }
    return node
  }

  /// Goes on from a node, with the text read up to `i`; no deeper than the longest phrase.
  private func walk(
    _ text: Span<UInt8>, _ node: Int32, _ i: Int, _ last: UInt8, _ word: Range<Int>,
    _ walk: inout Walk
  ) {
    if nodes[Int(node)].phrase >= 0, word.upperBound > walk.bestEnd,
      walk.bounds == .anywhere || isEnd(text, i, last)
    {
      walk.best = Match(phrase: Int(nodes[Int(node)].phrase), words: walk.words + [word])
      walk.bestEnd = word.upperBound
    }
    var hasLetters = false
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      if let joint = Joint(rawValue: nodes[Int(child)].edge) {
        if let next = HiddenGap.end(of: joint, text, i) {
          walk.words.append(word)
          step(text, child, next, next, &walk)
          walk.words.removeLast()
        }
      } else {
        hasLetters = true
      }
      child = nodes[Int(child)].sibling
    }
    guard hasLetters else { return }
    step(text, node, HiddenGap.endWithinWord(text, i), word.lowerBound, &walk)
  }

  /// Reads one letter.
  private func step(
    _ text: Span<UInt8>, _ node: Int32, _ i: Int, _ wordStart: Int, _ walk: inout Walk
  ) {
    guard i < text.count else { return }
    let scalar = EncodedScalar(text, i)
    let fold = FoldedScalar.of(scalar.value)
    guard fold.kind == .letter, let next = follow(fold, from: node, skipping: 0) else { return }
    let end = HiddenGap.endOfMarks(text, i + scalar.length)
    self.walk(text, next, end, fold.last, wordStart..<end, &walk)
  }

  /// Whether a word ends at `i`.
  private func isEnd(_ text: Span<UInt8>, _ i: Int, _ last: UInt8) -> Bool {
    var i = i
    while i < text.count {
      let scalar = EncodedScalar(text, i)
      let fold = FoldedScalar.of(scalar.value)
      switch fold.kind {
      case .mark: i += scalar.length
      case .letter: return HiddenPhrases.isBoundary(last, UInt8(truncatingIfNeeded: fold.bytes))
      default: return true
      }
    }
    return true
  }
}
