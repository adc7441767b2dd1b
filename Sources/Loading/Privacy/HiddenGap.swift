/// What may stand between the words of a phrase, and within one.
enum HiddenGap {
  /// Longer gaps are none: a tag with a long address in it is shorter.
  private static let longest = 4096

  /// The offset behind what stands between two words; nil where that does not join them.
  static func end(of joint: HiddenPhrases.Joint, _ text: Span<UInt8>, _ start: Int) -> Int? {
    var i = start
    var isSeparated = false
    var newlines = 0
    scan: while i < text.count, i - start < longest {
      let scalar = EncodedScalar(text, i)
      switch FoldedScalar.of(scalar.value).kind {
      case .mark: break
      case .letter: break scan
      case .angle:
        guard let tag = tag(text, i) else {
          guard joint == .anything else { break scan }
          isSeparated = true
          break
        }
        isSeparated = isSeparated || tag.separates
        i = tag.end
        continue
      case _ where joint == .anything: isSeparated = true
      case .slash where joint == .slash && !isSeparated: isSeparated = true
      case _ where joint == .slash: break scan
      case .space, .joiner, .star, .tick: isSeparated = true
      case .newline:
        newlines += 1
        // A paragraph ends.
        if newlines > 1 { return nil }
        isSeparated = true
        i = startOfLine(text, i + scalar.length)
        continue
      case .bracket:
        i = bracket(text, i, scalar)
        continue
      case .comma where joint == .comma, .apostrophe where joint == .apostrophe:
        isSeparated = true
      case .comma, .apostrophe, .slash, .other: break scan
      }
      i += scalar.length
    }
    let isJoined = isSeparated || joint == .open || joint == .apostrophe
    return isJoined && i < text.count ? i : nil
  }

  /// The offset behind the accents and the like that belong to the letter before.
  @inline(__always)
  static func endOfMarks(_ text: Span<UInt8>, _ start: Int) -> Int {
    // Behind most letters stands another one, or a plain sign.
    guard start < text.count else { return start }
    switch text[start] {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "\\"), 0x80...: break
    default: return start
    }
    var i = start
    while i < text.count {
      let scalar = EncodedScalar(text, i)
      let isControl = scalar.value < 0xA0 || scalar.value == 0xFFFD
      guard !isControl, FoldedScalar.of(scalar.value).kind == .mark else { break }
      i += scalar.length
    }
    return i
  }

  /// The offset behind what a reader does not see within a word: accents, emphasis, tags.
  static func endWithinWord(_ text: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < text.count, i - start < longest {
      let scalar = EncodedScalar(text, i)
      switch FoldedScalar.of(scalar.value).kind {
      case .mark, .star, .tick: i += scalar.length
      case .angle:
        guard let tag = tag(text, i), !tag.separates else { return i }
        i = tag.end
      case .joiner where scalar.value == 0x5C || scalar.value == 0x2D:
        // A word that a line's end divides.
        var next = i + scalar.length
        guard next < text.count, text[next] == UInt8(ascii: "\n") else { return i }
        next += 1
        while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
        i = next
      default: return i
      }
    }
    return i
  }

  /// Past the blanks and the marks of a quotation at the start of a line.
  private static func startOfLine(_ text: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < text.count, text[i] == UInt8(ascii: " ") || text[i] == UInt8(ascii: ">") { i += 1 }
    return i
  }

  /// Past a bracket of Markdown, and what belongs to it: `](address)`, `][name]`, `[^note]`.
  private static func bracket(_ text: Span<UInt8>, _ start: Int, _ scalar: EncodedScalar) -> Int {
    let next = start + scalar.length
    guard next < text.count else { return next }
    let closing: UInt8
    switch (scalar.value, text[next]) {
    case (0x5D, UInt8(ascii: "(")): closing = UInt8(ascii: ")")
    case (0x5D, UInt8(ascii: "[")), (0x5B, UInt8(ascii: "^")): closing = UInt8(ascii: "]")
    default: return next
    }
    var end = next
    while end < text.count, end - next < 1000, text[end] != UInt8(ascii: "\n") {
      if text[end] == closing { return end + 1 }
      end += 1
    }
    return next
  }

  // MARK: Tags

  /// A tag, escaped or not, that leaves its surroundings on one line of text, or a comment.
  private static func tag(
    _ text: Span<UInt8>, _ start: Int
  ) -> (end: Int, separates: Bool)? {
    var i = start + EncodedScalar(text, start).length
    var name: [UInt8] = []
    while i < text.count, name.count < 10 {
      let scalar = EncodedScalar(text, i)
      guard scalar.value < 0x80 else { break }
      let byte = UInt8(scalar.value)
      if byte == UInt8(ascii: "/"), name.isEmpty {
        i += scalar.length
        continue
      }
      let isName =
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "!")
        || byte == UInt8(ascii: "-") || (0x31...0x36).contains(byte)
      guard isName else { break }
      name.append(byte >= 0x41 ? byte | 0x20 : byte)
      i += scalar.length
    }
    if name.starts(with: "!--".utf8) {
      return end(text, i, of: [UInt8(ascii: "-"), UInt8(ascii: "-"), UInt8(ascii: ">")])
        .map { ($0, false) }
    }
    let element = String(decoding: name, as: UTF8.self)
    let separates = separating.contains(element)
    guard separates || transparent.contains(element) else { return nil }
    return end(text, i, of: [UInt8(ascii: ">")]).map { ($0, separates) }
  }

  /// The offset behind some characters, the next in the text.
  private static func end(_ text: Span<UInt8>, _ start: Int, of wanted: [UInt8]) -> Int? {
    var i = start
    var found = 0
    while i < text.count, i - start < longest {
      let scalar = EncodedScalar(text, i)
      i += scalar.length
      if scalar.value == UInt32(wanted[found]) {
        found += 1
        if found == wanted.count { return i }
      } else if scalar.value != UInt32(wanted[0]) {
        found = 0
      }
    }
    return nil
  }

  /// Elements in which text goes on as if they were not there.
  private static let transparent: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "name", "org", "person", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "text", "time", "tspan", "tt", "u", "var", "wbr",
  ]

  /// Elements that stand between words of one line: cells, and line ends.
  private static let separating: Set<String> = ["br", "td", "th"]
}
