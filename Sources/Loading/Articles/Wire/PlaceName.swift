/// The name of a place that a dateline prints in capitals, as it is written elsewhere.
enum PlaceName {
  /// "Rio de Janeiro" of `RIO DE JANEIRO`, "Port-au-Prince" of `PORT-AU-PRINCE`.
  ///
  /// A name that has small letters already stays as it is.
  static func inSmallLetters(_ name: String) -> String {
    guard name.unicodeScalars.allSatisfy({ !$0.properties.isLowercase }) else { return name }
    let words = name.split(separator: " ").enumerated().map { index, word in
      word.split(separator: "-", omittingEmptySubsequences: false).enumerated()
        .map { part, letters in
          self.word(letters, isFirst: index == 0 && part == 0)
        }.joined(separator: "-")
    }
    return words.joined(separator: " ")
  }

  private static func word(_ word: Substring, isFirst: Bool) -> String {
    let small = word.lowercased()
    if !isFirst, particles.contains(small) { return small }
    // "D.C.", "U.N."
    if word.dropLast().contains(".") { return String(word) }
    var result = ""
    var startsWord = true
    for (index, letter) in word.enumerated() {
      result += startsWord ? letter.uppercased() : letter.lowercased()
      // "N'Djamena", "L'Aquila": the letter before the apostrophe stands alone.
      startsWord = index == 1 && "'’".contains(letter)
    }
    return result
  }

  /// Words inside a name that are written small.
  static let particles: Set<String> = [
    "al", "am", "and", "au", "aux", "da", "de", "del", "der", "des", "di", "do", "dos", "du", "el",
    "en", "la", "las", "le", "les", "los", "of", "on", "sur", "the", "upon",
  ]
}
