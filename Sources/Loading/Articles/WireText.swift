import ArchiveModel

/// What a raw wire text tells of itself (FIELD §3.8): a date in front, an address, a headline.
struct WireText {
  /// The date after a leading "date".
  private(set) var date: ArchiveDate?
  /// The address that fills the first line.
  private(set) var url: String?
  /// A headline taken from the text.
  private(set) var title: String?
  /// Where the text proper begins.
  private(set) var bodyStart: Int

  private static let maximumHeadlineBytes = 120
  private static let maximumSentenceScalars = 90

  /// Looks at the beginning of a text.
  init(_ bytes: [UInt8], from start: Int, wantsTitle: Bool) {
    bodyStart = WireText.skippingSpace(bytes, from: start)
    readDate(bytes)
    readURL(bytes)
    if wantsTitle { readTitle(bytes) }
  }

  /// The form ` date 2017-03-26 Iraqi officials …`.
  private mutating func readDate(_ bytes: [UInt8]) {
    let word = Array("date".utf8)
    var i = bodyStart
    guard i + word.count < bytes.count,
      bytes[i..<i + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 })
    else { return }
    i += word.count
    let wordEnd = i
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == UInt8(ascii: ":") {
      i += 1
    }
    var end = i
    while end < bytes.count, bytes[end] > 0x20, end - i <= 32 { end += 1 }
    let token = String(decoding: bytes[i..<end], as: UTF8.self)
    guard i > wordEnd, case .some(let date) = try? ArchiveDate(parsing: token), date.day != nil
    else { return }
    self.date = date
    bodyStart = WireText.skippingSpace(bytes, from: end)
  }

  private mutating func readURL(_ bytes: [UInt8]) {
    let lineEnd = bytes[bodyStart...].firstIndex(of: 0x0A) ?? bytes.count
    let line = WireText.trimmed(bytes[bodyStart..<lineEnd])
    guard line.starts(with: "http".utf8) else { return }
    let text = String(decoding: line, as: UTF8.self)
    guard ValueReader.isWebURL(text) else { return }
    url = text
    bodyStart = WireText.skippingSpace(bytes, from: lineEnd)
  }

  /// A first short line of its own without a full stop, else the first sentence.
  private mutating func readTitle(_ bytes: [UInt8]) {
    let lineEnd = bytes[bodyStart...].firstIndex(of: 0x0A) ?? bytes.count
    let line = WireText.trimmed(bytes[bodyStart..<lineEnd])
    guard !line.isEmpty else { return }
    let isAlone = lineEnd + 1 < bytes.count && bytes[lineEnd + 1] == 0x0A
    let text = String(decoding: line, as: UTF8.self)
    if isAlone, line.count <= WireText.maximumHeadlineBytes, let last = text.unicodeScalars.last,
      !".,;:-–—".unicodeScalars.contains(last)
    {
      title = text
      bodyStart = WireText.skippingSpace(bytes, from: lineEnd)
    } else {
      title = WireText.firstSentence(of: bytes[bodyStart...])
    }
  }

  /// The first sentence, or as many of its words as a headline may have, and "…".
  private static func firstSentence(of text: ArraySlice<UInt8>) -> String {
    let scalars = String(decoding: text.prefix(1_000), as: UTF8.self).unicodeScalars
    var sentence = String.UnicodeScalarView()
    var lastBreak: String.UnicodeScalarView.Index?
    var count = 0
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\t"
      if scalar == "\n", previous == "\n" { break }
      if isBlank, previous == "." || previous == "?" || previous == "!", count > 20 { break }
      previous = scalar
      if isBlank {
        if sentence.last != " " {
          lastBreak = sentence.endIndex
          sentence.append(" ")
          count += 1
        }
        continue
      }
      guard count < maximumSentenceScalars else {
        let words = String(sentence[..<(lastBreak ?? sentence.endIndex)])
        return words + "…"
      }
      sentence.append(scalar)
      count += 1
    }
    while sentence.last == " " || sentence.last == "." { sentence.removeLast() }
    return String(sentence)
  }

  private static func skippingSpace(_ bytes: [UInt8], from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x09 { i += 1 }
    return i
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line
  }
}
