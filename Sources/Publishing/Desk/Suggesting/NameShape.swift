import ArchiveModel
import Cataloguing

/// A name as likenesses are looked for: its words, and what is left of these when letters that are
/// transliterated in several ways are taken away.
struct NameShape: Sendable {
  /// The folded words, without the Arabic article.
  let words: [String]
  /// The skeletons of the words, joined: "mhmd", of "Mohammed" and of "Muhammad".
  let skeleton: String
  /// Whether the Arabic article stood in it.
  let hasArticle: Bool

  /// The article in the forms that it takes before the letters of the sun: "ash-Shaabi".
  private static let articles: Set<String> = [
    "al", "el", "ul", "ar", "as", "ash", "ad", "an", "at", "az", "er", "es", "esh", "ed", "en",
    "et",
    "ez",
  ]

  init(_ name: String) {
    let all = NameKey(name).text.split(separator: " ").map(String.init)
    var words: [String] = []
    for (index, word) in all.enumerated() {
      // "An" at the beginning is a name of its own, and so is any at the end.
      let isArticle =
        NameShape.articles.contains(word) && index + 1 < all.count
        && (index > 0 || word == "al" || word == "el")
      if !isArticle { words.append(word) }
    }
    self.words = words
    hasArticle = words.count < all.count
    skeleton = words.map(NameShape.skeleton).joined()
  }

  /// What all usual transliterations of a word share: its consonants, those that sound alike as
  /// one, and that it began with a vowel.
  static func skeleton(_ word: String) -> String {
    var letters = Array(word.utf8)
    for (spelt, one) in NameShape.spellings {
      guard let start = letters.firstRange(of: spelt.utf8)?.lowerBound else { continue }
      // From the end, so that places before stay right.
      var i = letters.count - spelt.utf8.count
      while i >= start {
        if letters[i...].starts(with: spelt.utf8) {
          letters.replaceSubrange(i..<i + spelt.utf8.count, with: one.utf8)
        }
        i -= 1
      }
    }
    var skeleton: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      var letter = letter
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"):
        if index == 0 { skeleton.append(UInt8(ascii: "a")) }
        continue
      case UInt8(ascii: "y"), UInt8(ascii: "w"):
        if index > 0 { continue }
      case UInt8(ascii: "h"):
        // "Fatimah".
        if index > 1, index == letters.count - 1 { continue }
      case UInt8(ascii: "c"):
        let next = index + 1 < letters.count ? letters[index + 1] : 0
        letter = "eiy".utf8.contains(next) ? UInt8(ascii: "s") : UInt8(ascii: "k")
      case UInt8(ascii: "q"): letter = UInt8(ascii: "k")
      default: break
      }
      if skeleton.last != letter { skeleton.append(letter) }
    }
    return String(decoding: skeleton, as: UTF8.self)
  }

  /// Groups of letters for one sound, longer ones first.
  private static let spellings: [(String, String)] = [
    ("abdul", "abd"), ("abdel", "abd"), ("abdal", "abd"), ("abdol", "abd"), ("sch", "x"),
    ("sh", "x"), ("ch", "x"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ck", "k"), ("dj", "j"),
  ]
}
