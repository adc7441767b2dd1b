/// The last part of an address: lower-case ASCII letters and digits, apart by single hyphens.
///
/// At most 80 bytes, never empty, never a name that Windows reserves (FIELD §5.3).
public struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The slug as it stands in an address.
  public let description: String

  /// At most this many bytes, so that a path stays portable.
  public static let maximumBytes = 80

  /// Takes a slug that is one already, as an author writes it; nil for anything else.
  public init?(exactly text: String) {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= Slug.maximumBytes, bytes.first != Slug.hyphen,
      bytes.last != Slug.hyphen,
      bytes.allSatisfy({ Slug.isLetterOrDigit($0) || $0 == Slug.hyphen }),
      !Slug.isReserved(text)
    else { return nil }
    description = text
  }

  /// Makes a slug of any text.
  ///
  /// Letters are transliterated to ASCII where we know how; whatever else stands between becomes a
  /// hyphen. Where nothing is left, a hash of the text serves.
  public init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      Slug.append(scalar, to: &bytes)
    }
    if bytes.count > Slug.maximumBytes {
      bytes.removeSubrange(Slug.maximumBytes...)
      // Cut at a word where that loses little.
      if let cut = bytes.lastIndex(of: Slug.hyphen), cut > Slug.maximumBytes / 2 {
        bytes.removeSubrange(cut...)
      }
    }
    while bytes.last == Slug.hyphen { bytes.removeLast() }
    let slug = String(decoding: bytes, as: UTF8.self)
    if slug.isEmpty {
      description = "x" + Slug.hash(text)
    } else {
      description = Slug.isReserved(slug) ? slug + "-" + Slug.hash(text) : slug
    }
  }

  /// The same slug with a number, for the second, third … of one name.
  public func numbered(_ number: Int, longest: Int = maximumBytes) -> Slug {
    let suffix = "-\(number)"
    let kept = cut(to: max(1, longest - suffix.utf8.count)).description
    return Slug(unchecked: kept + suffix)
  }

  /// The slug in at most so many bytes, at least one.
  func cut(to bytes: Int) -> Slug {
    guard description.utf8.count > bytes else { return self }
    var kept = description.utf8.prefix(bytes)
    while kept.count > 1, kept.last == Slug.hyphen { kept = kept.dropLast() }
    let text = String(decoding: kept, as: UTF8.self)
    return Slug.isReserved(text) ? Slug(text) : Slug(unchecked: text)
  }

  /// In the order of their bytes.
  public static func < (a: Slug, b: Slug) -> Bool { a.description < b.description }

  private init(unchecked description: String) { self.description = description }

  private static let hyphen = UInt8(ascii: "-")

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "a"..."z", "0"..."9":
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "A"..."Z":
      bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case "'", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}", "\u{0300}"..."\u{036F}",
      "\u{200B}"..."\u{200F}", "\u{00AD}":
      break  // An apostrophe or a combining mark is part of its word.
    default:
      if let letters = Transliteration.ascii(scalar) {
        for byte in letters.utf8 where byte != UInt8(ascii: "'") { bytes.append(byte | 0x20) }
      } else if let last = bytes.last, last != hyphen {
        bytes.append(hyphen)
      }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Device names of Windows, which no file there may have.
  static func isReserved(_ slug: String) -> Bool {
    switch slug {
    case "con", "prn", "aux", "nul": true
    default:
      slug.utf8.count == 4 && (slug.hasPrefix("com") || slug.hasPrefix("lpt"))
        && slug.last?.isNumber == true
    }
  }

  /// Eight hexadecimal digits, so that a text always gets the same.
  private static func hash(_ text: String) -> String {
    let hash = StableHash.of(text)
    let digits = String(hash ^ hash >> 32, radix: 16)
    return String((String(repeating: "0", count: 16) + digits).suffix(8))
  }
}
