import ArchiveModel

/// Finds the titles before persons' names: "President", "Secretary of State".
///
/// They are kept beside a name, never in it. A word in capitals or small letters may be a title,
/// but one that is as often something else ("Chief", "Star") needs a capital, or a word before it
/// that makes it a title ("party leader").
enum Honorifics {
  /// Sets the honorific of each person's mention: O(persons × log tokens), no allocation.
  ///
  /// A title is never part of another mention, and stands in the same block.
  static func mark(_ mentions: inout [Mention], _ tokens: Span<Token>) {
    var freeFrom: Int32 = 0
    for m in mentions.indices {
      if mentions[m].kind == .person {
        let first = firstToken(from: mentions[m].start, tokens)
        let title = titleStart(before: first, tokens, from: freeFrom)
        mentions[m].honorific =
          title < first ? tokens[title].start..<tokens[first - 1].end : nil
      }
      freeFrom = mentions[m].end
    }
  }

  /// The first token of the titles that end just before `first`; `first` where there is none.
  private static func titleStart(
    before first: Int, _ tokens: Span<Token>, from freeFrom: Int32
  ) -> Int {
    /// Where the title word just before a token begins, be it apart by a blank or a hyphen.
    func previous(_ token: Int, hyphens: Bool = true) -> Int? {
      guard token > 0, token < tokens.count else { return nil }
      var word = token - 1
      if hyphens, token > 1, tokens[word].kind == .hyphen, tokens[word].gap == .none,
        tokens[token].gap == .none
      {
        word -= 1
      } else if tokens[token].gap != .space {
        return nil
      }
      guard tokens[word].kind == .word, tokens[word].start >= freeFrom else { return nil }
      return word
    }

    guard let last = previous(first, hyphens: false) else { return first }
    var start = last
    if tokens[last].classes.contains(.title) {
      // Enough by itself.
    } else if tokens[last].classes.contains(.weakTitle) {
      guard tokens[last].isCapitalized || previous(last).map({ isTitlePart(tokens[$0]) }) == true
      else { return first }
    } else if tokens[last].classes.contains(.titleModifier), let of = previous(last),
      tokens[of].classes.contains(.of), let head = previous(of),
      tokens[head].classes.contains(.title)
    {
      start = head
    } else {
      return first
    }
    while let word = previous(start), isTitlePart(tokens[word]) { start = word }
    return start
  }

  private static func isTitlePart(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.title, .weakTitle, .titleModifier])
  }

  /// The first token that begins at an offset or after it.
  private static func firstToken(from offset: Int32, _ tokens: Span<Token>) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
