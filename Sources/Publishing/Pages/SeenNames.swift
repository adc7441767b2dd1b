/// The ways in which texts write one entity's name, counted.
struct SeenNames {
  /// How many a page shows.
  static let limit = 12

  /// How often each is written.
  private var counts: [String: Int] = [:]

  /// Counts the mentions of a text that are meant; O(marks, and the bytes of those meant).
  mutating func add(_ prose: Prose, isMeant: (Int32) -> Bool) {
    for mark in prose.marks where isMeant(mark.entity) {
      let name = SeenNames.folded(Int(mark.start)..<Int(mark.end), of: prose)
      if !name.isEmpty { counts[name, default: 0] += 1 }
    }
  }

  /// Those that are not told already, the most frequent first; of two that differ in capitals alone
  /// the more frequent stands for both.
  func variants(besides told: [String], in language: Language) -> [VariantView] {
    let told = Set(told.map { $0.lowercased() })
    var variants: [(text: String, count: Int)] = []
    // By what they share whatever their capitals.
    let groups = Dictionary(grouping: counts) { $0.key.lowercased() }
    for (key, spellings) in groups where !told.contains(key) {
      guard let most = spellings.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else {
        continue
      }
      variants.append((most.key, spellings.reduce(0) { $0 + $1.value }))
    }
    variants.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    return variants.prefix(SeenNames.limit).map {
      VariantView(text: $0.text, count: language.grouped($0.count))
    }
  }

  /// A name with single blanks, and without the sign of the possessive.
  private static func folded(_ name: Range<Int>, of prose: Prose) -> String {
    let written = prose.text[name]
    if isPlain(written) { return String(decoding: written, as: UTF8.self) }
    let words = String(decoding: prose.printable(name), as: UTF8.self)
      .split { $0.isWhitespace }.joined(separator: " ")
    for ending in ["'s", "’s", "'", "’"] where words.hasSuffix(ending) {
      return String(words.dropLast(ending.count))
    }
    return words
  }

  /// Whether a name is words of ASCII, single blanks between them, and without an apostrophe: most
  /// are.
  private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    var wasBlank = true
    for byte in name {
      let isBlank = byte == UInt8(ascii: " ")
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "'"), !(isBlank && wasBlank) else {
        return false
      }
      wasBlank = isBlank
    }
    return !wasBlank
  }
}
