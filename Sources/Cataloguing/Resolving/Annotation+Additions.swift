import ArchiveModel

extension Annotation {
  /// The annotation with the names that an article's editor says are names in it.
  ///
  /// Whole words as they are written; a mention that overlaps one gives way, but for those of
  /// authority records. O(text × names).
  public func adding(
    _ additions: [Article.EntityOverrides.Addition], in text: [UInt8]
  ) -> Annotation {
    guard !additions.isEmpty else { return self }
    var added: [Mention] = []
    // The longest first, so that "West Mosul" is not taken apart by "Mosul".
    let names = additions.map { (Array($0.name.utf8), $0.kind) }
      .sorted { $0.0.count > $1.0.count }
    for (name, kind) in names where !name.isEmpty {
      for start in Annotation.occurrences(of: name, in: text) {
        let mention = Mention(
          start: Int32(start), end: Int32(start + name.count), kind: MentionKind(kind), score: 1,
          evidence: .text)
        if isFree(mention, added) { added.append(mention) }
      }
    }
    var all = self
    all.mentions.removeAll { old in added.contains { $0.overlaps(old) } }
    all.mentions = (all.mentions + added).sorted { $0.start < $1.start }
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

  private static func occurrences(of name: [UInt8], in text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var i = 0
    while i + name.count <= text.count {
      if text[i] == name[0], text[i..<i + name.count].elementsEqual(name),
        !isLetter(i - 1, in: text), !isLetter(i + name.count, in: text)
      {
        starts.append(i)
        i += name.count
      } else {
        i += 1
      }
    }
    return starts
  }

  /// Whether a letter, a digit, or a part of one beyond ASCII stands at an offset.
  private static func isLetter(_ offset: Int, in text: [UInt8]) -> Bool {
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
