import ArchiveModel

/// The names that are redacted, and what stands in place of each.
///
/// Applied to what authors wrote before anything is made of it, so that no later stage can show
/// what it never had.
package struct HiddenNames: Sendable {
  /// A text without the names.
  package struct Redacted: Sendable {
    /// The text.
    package var bytes: [UInt8]
    /// Where its bytes stood.
    package var edits: TextEdits
    /// The numbers of the redactions that were applied.
    package var redactions: Set<Int>
  }

  /// The names in all their spellings.
  package private(set) var phrases = HiddenPhrases()
  private var redactions: [PrivacyRules.Redaction] = []
  /// For each phrase the number of its redaction.
  private var redactionOfPhrase: [Int] = []

  /// The names of an archive's rules.
  package init(_ rules: PrivacyRules) {
    redactions = rules.redactions
    for (number, redaction) in redactions.enumerated() {
      for name in redaction.names {
        phrases.add(name)
        redactionOfPhrase.append(number)
      }
    }
  }

  /// Whether no name is redacted.
  package var isEmpty: Bool { phrases.isEmpty }

  /// What stands in place of names, in prose.
  package var replacements: [String] { redactions.map(\.replacement) }

  /// When a redaction was made, by its number.
  package func date(of redaction: Int) -> ArchiveDate { redactions[redaction].date }

  /// The redaction that a phrase belongs to.
  package func redaction(ofPhrase phrase: Int) -> PrivacyRules.Redaction {
    redactions[redactionOfPhrase[phrase]]
  }

  /// Whether a name stands in a text.
  package func occur(in text: String) -> Bool { phrases.occur(in: text) }

  // MARK: Redacting

  /// A text without the names.
  package func redacted(_ text: String) -> String {
    guard occur(in: text), let redacted = redacted(Array(text.utf8)) else { return text }
    return String(decoding: redacted.bytes, as: UTF8.self)
  }

  /// A path without the names: what stands in place of one fits an address.
  package func redacted(path: String) -> String {
    guard occur(in: path), let redacted = redacted(Array(path.utf8), isPath: true) else {
      return path
    }
    return String(decoding: redacted.bytes, as: UTF8.self)
  }

  /// A text without the names; nil where none is in it: O(bytes).
  package func redacted(_ text: [UInt8], isPath: Bool = false) -> Redacted? {
    let matches = phrases.matches(in: text)
    guard !matches.isEmpty else { return nil }
    var replacer = NameReplacer(text, isPath: isPath)
    for match in matches {
      let number = redactionOfPhrase[match.phrase]
      replacer.replace(match, number, by: redactions[number].replacement)
    }
    return replacer.finish()
  }
}

/// Puts words in place of names, so that markup around and in them stays whole.
private struct NameReplacer {
  private let text: [UInt8]
  private let isPath: Bool
  /// In no order; none overlaps another.
  private var edits: [(range: Range<Int>, words: [UInt8])] = []
  /// The stretches that may overlap what follows.
  private var taken: [Range<Int>] = []
  private var redactions: Set<Int> = []

  init(_ text: [UInt8], isPath: Bool) {
    self.text = text
    self.isPath = isPath
  }

  mutating func replace(_ match: HiddenPhrases.Match, _ number: Int, by words: String) {
    taken.removeAll { $0.upperBound <= match.range.lowerBound }
    let overlaps = match.words.contains { word in taken.contains { $0.overlaps(word) } }
    // Part of it is gone already.
    guard !overlaps else { return }
    redactions.insert(number)
    let parts = words.split { $0.isWhitespace }.map(String.init)
    if isPath || isCompact(match) {
      replaceCompactly(match, parts)
    } else {
      replaceInProse(match, parts)
    }
  }

  mutating func finish() -> HiddenNames.Redacted {
    var redacted = HiddenNames.Redacted(bytes: [], edits: TextEdits(), redactions: redactions)
    redacted.bytes.reserveCapacity(text.count)
    var copied = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      redacted.bytes += text[copied..<edit.range.lowerBound]
      let start = redacted.bytes.count
      redacted.bytes += edit.words
      redacted.edits.append(edit.range, replacedBy: start..<redacted.bytes.count)
      copied = edit.range.upperBound
    }
    redacted.bytes += text[copied...]
    return redacted
  }

  private mutating func edit(_ range: Range<Int>, _ words: [UInt8]) {
    guard !range.isEmpty else { return }
    edits.append((range, words))
    taken.append(range)
  }

  // MARK: Prose

  private mutating func replaceInProse(_ match: HiddenPhrases.Match, _ words: [String]) {
    let isEven = words.count == match.words.count
    let words = withoutDoubleStop(words, match.range.upperBound)
    for (place, word) in match.words.enumerated() {
      let markup = markup(in: word)
      if isEven {
        edit(word, typographic(words[place]) + markup)
      } else if place == 0 {
        edit(word, typographic(words.joined(separator: " ")) + markup)
      } else {
        let gap = match.words[place - 1].upperBound..<word.lowerBound
        if isPlain(gap), markup.isEmpty {
          edit(gap, [])
          edit(word, [])
        } else {
          // Emphasis around nothing would show as asterisks: a word joiner is seen by nobody.
          edit(word, [0xE2, 0x81, 0xA0] + markup)
        }
      }
    }
  }

  /// The words without a full stop at their end where one follows.
  private func withoutDoubleStop(_ words: [String], _ end: Int) -> [String] {
    let stop = UInt8(ascii: ".")
    guard let last = words.last, last.count > 1, last.hasSuffix("."), end < text.count,
      text[end] == stop, end + 1 == text.count || text[end + 1] != stop
    else { return words }
    return words.dropLast() + [String(last.dropLast())]
  }

  /// A straight apostrophe could end a value in quotes.
  private func typographic(_ words: String) -> [UInt8] {
    Array(String(words.map { $0 == "'" ? "’" : $0 }).utf8)
  }

  /// The markup that stands within a word, which must stay for the sake of its other half.
  private func markup(in word: Range<Int>) -> [UInt8] {
    var markup: [UInt8] = []
    var isTag = false
    for byte in text[word] {
      if byte == UInt8(ascii: "<") { isTag = true }
      if isTag || "*~`".utf8.contains(byte) { markup.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return markup
  }

  /// Whether a gap is blanks, hyphens and line ends alone.
  private func isPlain(_ gap: Range<Int>) -> Bool {
    scalars(gap).allSatisfy { scalar, _ in
      switch FoldedScalar.of(scalar).kind {
      case .mark, .space, .newline: true
      case .joiner: scalar != 0x7C
      default: scalar == 0x3E  // The mark of a quotation at the start of a line.
      }
    }
  }

  // MARK: Addresses

  /// Whether a name stands as in an address or a file's name: `lise-grande`, `Lise%20Grande`.
  private func isCompact(_ match: HiddenPhrases.Match) -> Bool {
    guard match.words.count == 1 else {
      return zip(match.words, match.words.dropFirst()).allSatisfy { word, next in
        scalars(word.upperBound..<next.lowerBound).allSatisfy { scalar, first in
          "-_.+".unicodeScalars.contains { $0.value == scalar }
            || first == UInt8(ascii: "%") && scalar == 0x20
        }
      }
    }
    let range = match.range
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let after = range.upperBound < text.count ? text[range.upperBound] : 0
    if before == UInt8(ascii: "/") || isExtension(at: range.upperBound) { return true }
    let isLower = text[range].allSatisfy { !(0x41...0x5A).contains($0) }
    return isLower && ("-_/+".utf8.contains(before) || "-_/+".utf8.contains(after))
  }

  /// Whether `.jpg` or the like follows.
  private func isExtension(at offset: Int) -> Bool {
    guard offset < text.count, text[offset] == UInt8(ascii: ".") else { return false }
    let rest = text[(offset + 1)...].prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    return (2...5).contains(rest.count)
  }

  private mutating func replaceCompactly(_ match: HiddenPhrases.Match, _ words: [String]) {
    let isLower = match.words.allSatisfy { text[$0].allSatisfy { !(0x41...0x5A).contains($0) } }
    let parts = words.map { compact($0, isLower: isLower) }
    let gaps = zip(match.words, match.words.dropFirst())
      .map { Array(text[$0.upperBound..<$1.lowerBound]) }
    let isEven = parts.count == match.words.count
    var replacement: [UInt8] = []
    for (place, part) in parts.enumerated() {
      if place > 0 {
        let gap = gaps.isEmpty ? [] : isEven ? gaps[place - 1] : gaps[0]
        replacement += gap.isEmpty ? [UInt8(ascii: "-")] : gap
      }
      replacement += part
    }
    edit(match.range, replacement)
  }

  /// A word with what may stand in an address alone.
  private func compact(_ word: String, isLower: Bool) -> [UInt8] {
    let plain = word.utf8.filter { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
    guard isPlain, !plain.isEmpty else { return Array(Slug(word).description.utf8) }
    return isLower ? Array(String(decoding: plain, as: UTF8.self).lowercased().utf8) : plain
  }

  /// The scalars of a stretch, each with the byte that it begins with.
  private func scalars(_ range: Range<Int>) -> [(value: UInt32, first: UInt8)] {
    var scalars: [(value: UInt32, first: UInt8)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let scalar = EncodedScalar(text.span, i)
      scalars.append((scalar.value, text[i]))
      i += scalar.length
    }
    return scalars
  }
}
