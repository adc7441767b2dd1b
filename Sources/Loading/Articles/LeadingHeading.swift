/// A first heading of level 1 that serves as headline where front matter gives none.
struct LeadingHeading {
  /// The headline as plain text.
  let text: String
  /// Where the rest begins.
  let bodyStart: Int

  /// Looks at the first line that is not blank: `# Talks resume`, or a line over `=====`.
  init?(in bytes: [UInt8], from start: Int) {
    var lineStart = start
    var i = start
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x09 {
      if bytes[i] == 0x0A { lineStart = i + 1 }
      i += 1
    }
    guard i < bytes.count, i - lineStart <= 3 else { return nil }
    let lineEnd = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
    let next = min(lineEnd + 1, bytes.count)
    var line = bytes[i..<lineEnd]
    if line.first == UInt8(ascii: "#") {
      line.removeFirst()
      guard let blank = line.first, blank == 0x20 || blank == 0x09 else { return nil }
      LeadingHeading.trim(&line)
      let closed = line
      while line.last == UInt8(ascii: "#") { line.removeLast() }
      // Closing signs stand apart; "C#" keeps its own.
      if let last = line.last, last != 0x20, last != 0x09 { line = closed }
      bodyStart = next
    } else {
      let underlineEnd = bytes[next...].firstIndex(of: 0x0A) ?? bytes.count
      var underline = bytes[next..<underlineEnd]
      LeadingHeading.trim(&underline)
      guard !underline.isEmpty, underline.allSatisfy({ $0 == UInt8(ascii: "=") }) else {
        return nil
      }
      bodyStart = min(underlineEnd + 1, bytes.count)
    }
    LeadingHeading.trim(&line)
    // Emphasis and code are marks, not words.
    let words = line.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") }
    guard words.contains(where: { $0 > 0x20 }) else { return nil }
    var reader = ValueReader(path: "")
    text = reader.clean(
      CharacterReference.decoded(String(decoding: words, as: UTF8.self)), at: 0..<0)
  }

  private static func trim(_ line: inout ArraySlice<UInt8>) {
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
  }
}
