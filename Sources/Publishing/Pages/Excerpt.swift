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
    var copied = range.lowerBound
    for other in prose.marks[first...] {
      guard Int(other.end) <= range.upperBound else { break }
      guard isMarked(other.entity) else { continue }
      html.text(prose.text.span.extracting(copied..<Int(other.start)))
      html.markup("<mark>")
      html.text(prose.text.span.extracting(Int(other.start)..<Int(other.end)))
      html.markup("</mark>")
      copied = Int(other.end)
    }
    html.text(prose.text.span.extracting(copied..<range.upperBound))
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
