/// An author's name as catalogues of libraries take it apart; one that nobody can be sure of stays
/// whole.
struct PersonName: Equatable {
  /// The name as the article has it.
  let literal: String
  /// The family name with its particles, "von der Leyen"; nil where the name stays whole.
  private(set) var family: String?
  private(set) var given = ""
  /// What follows the names, as "Jr." does.
  private(set) var suffix = ""

  /// Takes a name apart: "Ursula von der Leyen", "Leyen, Ursula von der", "Example News Agency".
  ///
  /// The last word is the family name, with particles before it. Whole stay single words, names of
  /// organisations by the words that these have, and other scripts than Latin, Greek and Cyrillic,
  /// in which the family name may come first.
  init(_ text: String) {
    literal = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard literal.unicodeScalars.allSatisfy(PersonName.isInKnownScript),
      !literal.contains(where: { $0.isNumber || $0 == "@" || $0 == "/" })
    else { return }
    let parts = literal.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, !PersonName.isSuffix(parts[1]), parts.allSatisfy({ !$0.isEmpty }) {
      (family, given) = (parts[0], parts[1])
      return
    }
    var words = literal.replacing(",", with: "").split(separator: " ").map(String.init)
    if let last = words.last, words.count > 2, PersonName.isSuffix(last) {
      suffix = last
      words.removeLast()
    }
    guard words.count > 1, words.count < 7, words.allSatisfy({ $0.contains(where: \.isLetter) }),
      !words.contains(where: PersonName.isOfOrganization)
    else {
      suffix = ""
      return
    }
    var first = words.count - 1
    while first > 1, PersonName.particles.contains(words[first - 1]) { first -= 1 }
    family = words[first...].joined(separator: " ")
    given = words[..<first].joined(separator: " ")
  }

  /// "Leyen, Ursula", "King, Martin Luther, Jr."; the whole name where it is not taken apart.
  var inverted: String {
    guard let family else { return literal }
    return [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// "Ursula Leyen": without a comma, at which readers of tags divide a name into two.
  var natural: String {
    guard let family else { return literal }
    return [given, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func isInKnownScript(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x590 || (0x1E00..<0x2070).contains(scalar.value)
  }

  private static func isSuffix(_ word: String) -> Bool {
    ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(word.lowercased())
  }

  private static func isOfOrganization(_ word: String) -> Bool {
    organizationWords.contains(word.lowercased().filter { $0 != "." })
  }

  private static let particles: Set<String> = [
    "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di",
    "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "of", "op", "ten", "ter", "van",
    "vom", "von", "zu", "zum", "zur",
  ]

  private static let organizationWords: Set<String> = [
    "agencies", "agency", "agence", "agentur", "and", "archive", "associated", "association",
    "board", "broadcasting", "bureau", "center", "centre", "committee", "company", "corporation",
    "correspondent", "correspondents", "council", "desk", "editor", "editorial", "editors",
    "department", "foundation", "from", "government", "group", "inc", "institute", "journal",
    "magazine", "media", "ministry", "network", "news", "newspaper", "office", "organisation",
    "organization", "our", "post", "press", "project", "radio", "redaktion", "reporter",
    "reporters", "review", "service", "services", "society", "staff", "team", "television",
    "the", "times", "tribune", "tv", "university", "wire", "with", "writer", "writers",
  ]
}
