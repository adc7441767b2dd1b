import ArchiveModel

/// A name folded for comparison: lower-case ASCII words, apart by single blanks.
///
/// Case, diacritics, apostrophes, hyphens and white space do not distinguish names (DESIGN §6), nor
/// do "&" and "and"; whatever else is not a letter or a digit separates words. The text itself is never changed.
public struct NameKey: Sendable, Hashable, Comparable {
  /// The folded name: "abdul sattar al habbo".
  public let text: String

  /// Folds a name; O(bytes).
  public init(_ name: some Sequence<UInt8>) {
    self.init(String(decoding: Array(name), as: UTF8.self))
  }

  /// Takes a name that is folded already, as another `NameKey` gave it.
  public init(folded text: String) { self.text = text }

  /// Folds a name; O(bytes).
  public init(_ name: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var isBetweenWords = false
    for scalar in name.unicodeScalars {
      let letters: String
      switch scalar {
      case "a"..."z", "0"..."9", "A"..."Z":
        if isBetweenWords, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        isBetweenWords = false
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes.append(byte < 0x41 ? byte : byte | 0x20)
        continue
      case "'", "`", "\u{2018}", "\u{2019}", "\u{02BB}", "\u{02BC}", "\u{02BF}", "\u{02BE}", ".",
        "\u{0300}"..."\u{036F}", "\u{00AD}", "\u{200B}"..."\u{200F}":
        continue
      case "&":
        isBetweenWords = true
        if bytes.isEmpty { continue }
        bytes += " and".utf8
        continue
      default:
        if let known = Transliteration.ascii(scalar) {
          letters = known
        } else if scalar.properties.isAlphabetic {
          letters = String(scalar)
        } else {
          isBetweenWords = true
          continue
        }
      }
      if isBetweenWords, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      isBetweenWords = false
      for byte in letters.utf8 where byte != UInt8(ascii: "'") {
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing is left of the name.
  public var isEmpty: Bool { text.isEmpty }

  /// Whether the name is a single word.
  public var isSingleWord: Bool { !text.utf8.contains(UInt8(ascii: " ")) }

  /// Whether `other` ends with this name's words and has words before them: "grande" in
  /// "lise grande".
  public func isProperSuffix(of other: NameKey) -> Bool {
    let (own, whole) = (text.utf8Span.span, other.text.utf8Span.span)
    let start = whole.count - own.count
    guard own.count > 0, start > 0, whole[start - 1] == UInt8(ascii: " ") else { return false }
    return whole.extracting(start...).isEqual(to: own)
  }

  /// Whether `other` begins with this name's words and has words after them: "amnesty" in
  /// "amnesty international".
  public func isProperPrefix(of other: NameKey) -> Bool {
    let (own, whole) = (text.utf8Span.span, other.text.utf8Span.span)
    guard own.count > 0, whole.count > own.count, whole[own.count] == UInt8(ascii: " ") else {
      return false
    }
    return whole.extracting(..<own.count).isEqual(to: own)
  }

  /// The first letters of its words, without "of", "and", "for", "the": "jsoc".
  public var initials: String {
    let bytes = text.utf8Span.span
    var initials: [UInt8] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if !NameKey.isSmallWord(bytes.extracting(start..<end)) {
        // The whole first scalar.
        initials.append(bytes[start])
        var next = start + 1
        while next < end, bytes[next] & 0xC0 == 0x80 {
          initials.append(bytes[next])
          next += 1
        }
      }
      start = end + 1
    }
    return String(decoding: initials, as: UTF8.self)
  }

  /// Whether a folded word has no initial in acronyms: "of", "and", "for", "the".
  private static func isSmallWord(_ word: Span<UInt8>) -> Bool {
    switch word.count {
    case 2: word[0] == UInt8(ascii: "o") && word[1] == UInt8(ascii: "f")
    case 3:
      switch (word[0], word[1], word[2]) {
      case (UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d")),
        (UInt8(ascii: "f"), UInt8(ascii: "o"), UInt8(ascii: "r")),
        (UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "e")):
        true
      default: false
      }
    default: false
    }
  }

  /// In the order of the folded bytes.
  public static func < (a: NameKey, b: NameKey) -> Bool { a.text < b.text }
}
