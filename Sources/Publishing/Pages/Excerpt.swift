import Templates

/// A sentence that names an entity, with the name marked.
struct Excerpt {
  /// Longer sentences are cut around the name, at a word (in bytes).
  private static let longest = 480

  /// The sentence, escaped, with `<mark>` around the names.
  private(set) var html = HTML()

  /// The sentence of the mark with this index; `isMarked` tells which entities are meant.
  init(_ prose: Prose, around first: Int, isMarked: (Int32) -> Bool) {
    let mark = prose.marks[first]
    let sentence =
      prose.sentences.first { $0.lowerBound <= mark.start && mark.end <= $0.upperBound }
      ?? mark.start..<mark.end
    let range = Excerpt.cut(
      Int(sentence.lowerBound)..<Int(sentence.upperBound), around: Int(mark.start)..<Int(mark.end),
      prose.text)
    if range.lowerBound > Int(sentence.lowerBound) { html.text("… ") }
    let text = prose.printable(range)
    var copied = 0
    for other in prose.marks[first...] {
      guard Int(other.end) <= range.upperBound else { break }
      guard isMarked(other.entity) else { continue }
      let name = Int(other.start) - range.lowerBound..<Int(other.end) - range.lowerBound
      html.text(text.span.extracting(copied..<name.lowerBound))
      html.markup("<mark>")
      html.text(text.span.extracting(name))
      html.markup("</mark>")
      copied = name.upperBound
    }
    html.text(text.span.extracting(copied...))
    if range.upperBound < Int(sentence.upperBound) { html.text(" …") }
  }

  private static func cut(
    _ sentence: Range<Int>, around name: Range<Int>, _ text: [UInt8]
  ) -> Range<Int> {
    guard sentence.count > longest else { return sentence }
    let blank = UInt8(ascii: " ")
    var start = Swift.max(sentence.lowerBound, name.lowerBound - longest / 2)
    var end = Swift.min(sentence.upperBound, name.upperBound + longest / 2)
    if start > sentence.lowerBound {
      start = text[start..<name.lowerBound].firstIndex(of: blank).map { $0 + 1 } ?? name.lowerBound
    }
    if end < sentence.upperBound {
      end = text[name.upperBound..<end].lastIndex(of: blank) ?? name.upperBound
    }
    return start..<end
  }
}

extension Prose {
  /// A part of the text as it may stand in a line of its own, byte for byte as long: a line break
  /// is a space, and what the text left out (code, a picture) an ellipsis.
  func printable(_ range: Range<Int>) -> [UInt8] {
    var part = Array(text[range])
    for i in part.indices {
      if part[i] == UInt8(ascii: "\n") {
        part[i] = UInt8(ascii: " ")
      } else if part[i] == 0xEF, i + 2 < part.count, part[i + 1] == 0xBF, part[i + 2] == 0xBC {
        (part[i], part[i + 1], part[i + 2]) = (0xE2, 0x80, 0xA6)
      }
    }
    return part
  }
}
