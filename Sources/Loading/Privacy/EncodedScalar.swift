import ArchiveModel

/// A scalar as it stands in a text, plain or escaped: `L`, `&#76;`, `%4C`, `\u004c`.
///
/// What an escape stands for may be the first character of another one, as in `&amp;#76;`.
struct EncodedScalar {
  var value: UInt32
  /// How many bytes of the text it takes.
  var length: Int

  /// How often an escape is looked for in an escape.
  private static let maximumDepth = 4

  /// The scalar at an offset; a byte that is not UTF-8 is U+FFFD.
  @inline(__always)
  init(_ text: Span<UInt8>, _ offset: Int) {
    let byte = text[offset]
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "\\"), 0x80...:
      self = EncodedScalar.beyondPlain(text, offset)
    default:
      value = UInt32(byte)
      length = 1
    }
  }

  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }

  @inline(never)
  private static func beyondPlain(_ text: Span<UInt8>, _ offset: Int) -> EncodedScalar {
    let byte = text[offset]
    if byte >= 0x80 {
      let (value, end) = utf8(first: byte, after: offset + 1) { next in
        next < text.count ? (text[next], next + 1) : nil
      }
      return EncodedScalar(value: value, length: end - offset)
    }
    let (value, end) = resolved(UInt32(byte), text, offset + 1, depth: 0)
    return EncodedScalar(value: value, length: end - offset)
  }

  /// What a character stands for that may begin an escape, and the offset behind it.
  private static func resolved(
    _ value: UInt32, _ text: Span<UInt8>, _ next: Int, depth: Int
  ) -> (value: UInt32, end: Int) {
    guard depth < maximumDepth else { return (value, next) }
    let escape: (value: UInt32, end: Int)? =
      switch value {
      case 0x26: reference(text, next)
      case 0x25: percent(text, next)
      case 0x5C: backslash(text, next)
      default: nil
      }
    guard let escape else { return (value, next) }
    return resolved(escape.value, text, escape.end, depth: depth + 1)
  }

  // MARK: Escapes

  /// What stands behind `&`: `#76;`, `#x4c;`, `eacute;`; a number needs no semicolon.
  private static func reference(
    _ text: Span<UInt8>, _ start: Int
  ) -> (value: UInt32, end: Int)? {
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "#") {
      let isHexadecimal = start + 1 < text.count && text[start + 1] | 0x20 == UInt8(ascii: "x")
      let digits = start + (isHexadecimal ? 2 : 1)
      var (value, end): (UInt32, Int) = (0, digits)
      while end < text.count, end - digits < 10,
        let digit = digit(text[end], isHexadecimal ? 16 : 10)
      {
        value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
        end += 1
      }
      guard end > digits else { return nil }
      if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
      return (value, end)
    }
    var end = start
    while end < text.count, end - start < 12, isLetterOrDigit(text[end]) { end += 1 }
    guard end > start, end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: (start..<end).map { text[$0] }, as: UTF8.self)
    guard let value = CharacterReference.value(named: name) ?? composed(name) else { return nil }
    return (value, end + 1)
  }

  /// The letter of a name such as `amacr`, whose accent does not matter here; some signs.
  private static func composed(_ name: String) -> UInt32? {
    if let sign = signs[name] { return sign }
    guard let letter = name.unicodeScalars.first, accents.contains(String(name.dropFirst())) else {
      return nil
    }
    return letter.value
  }

  private static let accents: Set<String> = [
    "grave", "acute", "circ", "tilde", "uml", "ring", "cedil", "macr", "breve", "ogon", "dot",
    "caron", "strok", "dblac", "midot", "slash",
  ]

  private static let signs: [String: UInt32] = [
    "Tab": 0x09, "NewLine": 0x0A, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
    "hairsp": 0x200A, "numsp": 0x2007, "puncsp": 0x2008, "MediumSpace": 0x205F,
    "NonBreakingSpace": 0xA0, "ZeroWidthSpace": 0x200B, "zwnj": 0x200C, "zwj": 0x200D,
    "lrm": 0x200E, "rlm": 0x200F, "NoBreak": 0x2060, "hyphen": 0x2010, "dash": 0x2010,
    "horbar": 0x2015, "lowbar": 0x5F, "UnderBar": 0x5F, "period": 0x2E, "plus": 0x2B,
    "comma": 0x2C, "sol": 0x2F, "bsol": 0x5C, "percnt": 0x25, "num": 0x23, "ast": 0x2A,
    "grave": 0x60, "verbar": 0x7C, "lsqb": 0x5B, "rsqb": 0x5D, "imath": 0x69,
  ]

  /// What stands behind `%`: `4C`, or the bytes of a scalar in UTF-8, each with its `%`; `u004C`.
  private static func percent(_ text: Span<UInt8>, _ start: Int) -> (value: UInt32, end: Int)? {
    if start < text.count, text[start] | 0x20 == UInt8(ascii: "u") {
      return number(text, start + 1, digits: 4)
    }
    guard let (byte, end) = number(text, start, digits: 2) else { return nil }
    guard byte >= 0x80 else { return (byte, end) }
    return utf8(first: UInt8(byte), after: end) { next in
      guard next < text.count, text[next] == UInt8(ascii: "%"),
        let (byte, end) = number(text, next + 1, digits: 2)
      else { return nil }
      return (UInt8(byte), end)
    }
  }

  /// What stands behind a backslash in JSON, YAML, TOML and scripts.
  private static func backslash(_ text: Span<UInt8>, _ start: Int) -> (value: UInt32, end: Int)? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "u"):
      if start + 1 < text.count, text[start + 1] == UInt8(ascii: "{") { return braced(text, start) }
      guard let (high, end) = number(text, start + 1, digits: 4) else { return nil }
      guard 0xD800...0xDBFF ~= high, end + 1 < text.count, text[end] == UInt8(ascii: "\\"),
        text[end + 1] == UInt8(ascii: "u"),
        let (low, last) = number(text, end + 2, digits: 4), 0xDC00...0xDFFF ~= low
      else { return (high, end) }
      return (0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF), last)
    case UInt8(ascii: "U"): return number(text, start + 1, digits: 8)
    case UInt8(ascii: "x"): return number(text, start + 1, digits: 2)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "v"):
      return (0x0A, start + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "b"): return (0x09, start + 1)
    case UInt8(ascii: "_"): return (0x5F, start + 1)
    case 0x21..<0x7F where !isLetterOrDigit(text[start]): return (UInt32(text[start]), start + 1)
    default: return nil
    }
  }

  /// `{1f600}` behind `u`.
  private static func braced(_ text: Span<UInt8>, _ start: Int) -> (value: UInt32, end: Int)? {
    var (value, end): (UInt32, Int) = (0, start + 2)
    while end < text.count, end - start < 9, let digit = digit(text[end], 16) {
      value = value << 4 | digit
      end += 1
    }
    guard end < text.count, text[end] == UInt8(ascii: "}") else { return nil }
    return (value, end + 1)
  }

  // MARK: Parts

  /// A number of so many hexadecimal digits, and the offset behind it.
  private static func number(
    _ text: Span<UInt8>, _ start: Int, digits: Int
  ) -> (value: UInt32, end: Int)? {
    guard start + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + digits {
      guard let digit = digit(text[offset], 16) else { return nil }
      value = value << 4 | digit
    }
    return (value, start + digits)
  }

  /// The scalar whose UTF-8 begins with a byte, and the offset behind it.
  private static func utf8(
    first: UInt8, after start: Int, next: (Int) -> (byte: UInt8, end: Int)?
  ) -> (value: UInt32, end: Int) {
    let count = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0
    guard count > 0 else { return (0xFFFD, start) }
    var value = UInt32(first) & (0x3F >> UInt32(count))
    var end = start
    for _ in 0..<count {
      guard let (byte, after) = next(end), byte & 0xC0 == 0x80 else { return (0xFFFD, start) }
      value = value << 6 | UInt32(byte & 0x3F)
      end = after
    }
    return (value, end)
  }

  private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
    let digit: UInt32
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt32(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt32(byte - 0x37)
    default: return nil
    }
    return digit < radix ? digit : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
