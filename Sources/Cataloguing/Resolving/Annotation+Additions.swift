import ArchiveModel

extension Annotation {
  /// The annotation with the names that an article's editor says are names in it.
  ///
  /// Whole words as they are written; a mention that overlaps one gives way, but for those of
  /// authority records. O(text + places where a name may begin × names).
  public func adding(
    _ additions: [Article.EntityOverrides.Addition], in text: [UInt8]
  ) -> Annotation {
    guard !additions.isEmpty else { return self }
    var added: [Mention] = []
    // The longest first, so that "West Mosul" is not taken apart by "Mosul".
    let names = additions.sorted { $0.name.utf8.count > $1.name.utf8.count }
    for (number, start) in Annotation.occurrences(of: names.map(\.name.utf8), in: text.span) {
      let (name, kind) = (names[number].name, names[number].kind)
      let mention = Mention(
        start: Int32(start), end: Int32(start + name.utf8.count), kind: MentionKind(kind), score: 1,
        evidence: .text)
      if isFree(mention, added) { added.append(mention) }
    }
    guard !added.isEmpty else { return self }
    var all = self
    all.mentions.removeAll { old in added.contains { $0.overlaps(old) } }
    all.mentions += added
    all.mentions.sort { $0.start < $1.start }
    return all
  }

  /// Whether a mention lies in one sentence, and neither a record nor another addition holds it.
  private func isFree(_ mention: Mention, _ added: [Mention]) -> Bool {
    let isInSentence = sentences.contains {
      $0.lowerBound <= mention.start && mention.end <= $0.upperBound
    }
    guard isInSentence, !added.contains(where: { $0.overlaps(mention) }) else { return false }
    return !mentions.contains { old in
      switch old.evidence {
      case .authority, .weakAuthority: old.overlaps(mention)
      case .gazetteer, .text: false
      }
    }
  }

  /// Where names stand as whole words, by their numbers, then from left to right.
  ///
  /// One pass for all names, which stops where one of them may begin: a pass for each of six took
  /// three times as long.
  private static func occurrences(
    of names: [String.UTF8View], in text: Span<UInt8>
  ) -> [(name: Int, start: Int)] {
    var letters: [UInt8] = []
    // Of each name, where it stands among these, and where its last occurrence ends.
    var bounds: [Range<Int>] = []
    var ends = [Int](repeating: 0, count: names.count)
    // Of each byte the last name that begins with it, and of each name the one before it that does.
    var lasts = [Int](repeating: -1, count: 256)
    var others = [Int](repeating: -1, count: names.count)
    for (number, name) in names.enumerated() {
      bounds.append(letters.count..<letters.count + name.count)
      letters += name
      guard let first = name.first else { continue }
      others[number] = lasts[Int(first)]
      lasts[Int(first)] = number
    }
    var found: [(name: Int, start: Int)] = []
    let (beginning, allLetters) = (lasts.span, letters.span)
    for i in text.indices where beginning[Int(text[i])] >= 0 && !isLetter(i - 1, in: text) {
      var number = beginning[Int(text[i])]
      while number >= 0 {
        if ends[number] <= i, stands(allLetters.extracting(bounds[number]), at: i, in: text) {
          found.append((number, i))
          ends[number] = i + bounds[number].count
        }
        number = others[number]
      }
    }
    return found.sorted { $0 < $1 }
  }

  /// Whether a name stands at an offset, and no letter follows.
  private static func stands(_ name: Span<UInt8>, at start: Int, in text: Span<UInt8>) -> Bool {
    guard name.count > 0, name.count <= text.count - start else { return false }
    for k in name.indices where text[start + k] != name[k] { return false }
    return !isLetter(start + name.count, in: text)
  }

  /// Whether a letter, a digit, or a part of one beyond ASCII stands at an offset.
  private static func isLetter(_ offset: Int, in text: Span<UInt8>) -> Bool {
    guard text.indices.contains(offset) else { return false }
    switch text[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    // U+2000 to U+203F, dashes and quotation marks, begin with these two bytes.
    case 0xE2: return !(offset + 1 < text.count && text[offset + 1] == 0x80)
    case 0x80...0xBF:
      return !(offset >= 2 && text[offset - 2] == 0xE2 && text[offset - 1] == 0x80)
    case 0xC3...: return true
    default: return false
    }
  }
}

extension Mention {
  /// Whether two mentions share a byte.
  fileprivate func overlaps(_ other: Mention) -> Bool { start < other.end && other.start < end }
}
