/// Walks over the beginning of a line, scalar by scalar.
struct DatelineScanner {
  private let scalars: [Unicode.Scalar]
  /// How many scalars were passed.
  var offset = 0

  /// A scanner over some 160 bytes at most; a sequence that is cut at their end does no harm.
  init(_ bytes: ArraySlice<UInt8>) {
    scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  var count: Int { scalars.count }
  var peek: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  /// How many bytes were passed.
  var bytes: Int { bytes(upTo: offset) }

  /// The same without blanks at the end.
  var bytesOfTaken: Int { bytes(upTo: endOfTaken(from: offset)) }

  /// The same before a mark that was just taken.
  func bytesBefore(mark: Unicode.Scalar) -> Int { bytes(upTo: endOfTaken(from: offset - 1)) }

  private func endOfTaken(from offset: Int) -> Int {
    var end = offset
    while end > 0, scalars[end - 1] == " " { end -= 1 }
    return end
  }

  private func bytes(upTo end: Int) -> Int {
    scalars[..<end].reduce(0) { $0 + UTF8.width($1) }
  }

  var isAtDigit: Bool { peek.map { ("0"..."9").contains($0) } ?? false }
  var isAtSmallLetter: Bool { peek?.properties.isLowercase ?? false }

  /// Whether a word of two capitals or more comes next.
  var isAtCapitals: Bool {
    let word = scalars[offset...].prefix { $0.properties.isAlphabetic }
    return word.count >= 2 && word.allSatisfy(\.properties.isUppercase)
  }

  mutating func skipBlanks() {
    while peek == " " { offset += 1 }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    offset += 1
    return true
  }

  /// Takes the slash of "PARIS/BERLIN", but not the first one of "MOSCOW /TASS/".
  mutating func takeJoint() -> Bool {
    guard offset > 0, scalars[offset - 1] != " " else { return false }
    return take("/")
  }

  /// Passes a full stop and blanks, where a mark follows.
  mutating func skipFullStop(before mark: Unicode.Scalar) {
    guard peek == "." else { return }
    let start = offset
    offset += 1
    skipBlanks()
    if peek != mark { offset = start }
  }

  /// Takes "—", "–", "--", or a hyphen or low line between blanks.
  mutating func takeDash() -> Bool {
    skipBlanks()
    guard isDash(at: offset) else { return false }
    while let next = peek, "-–—_".unicodeScalars.contains(next) { offset += 1 }
    return true
  }

  private func isDash(at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    switch scalars[index] {
    case "—", "–": return true
    case "-", "_":
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let previous = index > 0 ? scalars[index - 1] : " "
      return next == "-" || next == " " && (previous == " " || previous == ")" || previous == ".")
    default: return false
    }
  }

  /// What stands up to the next mark of a dateline, without blanks around and a full stop behind.
  mutating func segment() -> String {
    skipBlanks()
    let start = offset
    while let next = peek, !",/(:".unicodeScalars.contains(next), !isDash(at: offset) {
      offset += 1
    }
    var end = endOfTaken(from: offset)
    if end > start, scalars[end - 1] == ".", isFullStop(at: end - 1, from: start) {
      end -= 1
      offset = end
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<max(start, end)])
    return String(text)
  }

  /// Whether the full stop ends a day, as in "26 mai 2012." and "March 26.", and no short form.
  private func isFullStop(at index: Int, from start: Int) -> Bool {
    guard index > start else { return false }
    return ("0"..."9").contains(scalars[index - 1])
  }

  /// What stands in brackets from here on; nil where they are not closed.
  mutating func brackets() -> String? {
    guard peek == "(", let end = scalars[offset...].firstIndex(of: ")") else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[offset + 1..<end])
    offset = end + 1
    return String(text)
  }
}
