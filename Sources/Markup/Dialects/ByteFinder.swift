/// Finds the next of what ends constructs, looking at no byte twice for the same thing.
///
/// So a body with a hundred thousand beginnings and no end costs one search.
struct ByteFinder {
  private struct Found {
    var from: Int
    /// Nil where there is none after `from`.
    var offset: Int?
  }

  private let source: [UInt8]
  private var known: [String: Found] = [:]

  init(_ source: [UInt8]) { self.source = source }

  /// The offset of a literal at or after `start`.
  mutating func next(_ literal: String, from start: Int) -> Int? {
    next(literal, from: start) { source, start in
      Self.search(literal, in: source, from: start)
    }
  }

  /// The tag of Liquid with a name at or after `start`: `{%- endraw -%}`.
  mutating func nextTag(_ name: String, from start: Int) -> Range<Int>? {
    let first = next("{% " + name, from: start) { source, start in
      var start = start
      while let found = Self.search(name, in: source, from: start) {
        if let tag = Self.tag(around: found..<found + name.utf8.count, in: source) {
          return tag.lowerBound
        }
        start = found + 1
      }
      return nil
    }
    guard let first, let close = next("%}", from: first) else { return nil }
    return first..<close + 2
  }

  private mutating func next(
    _ key: String, from start: Int, search: ([UInt8], Int) -> Int?
  ) -> Int? {
    if let found = known[key], start >= found.from {
      guard let offset = found.offset else { return nil }
      if start <= offset { return offset }
    }
    let offset = search(source, start)
    known[key] = Found(from: start, offset: offset)
    return offset
  }

  private static func search(_ literal: String, in source: [UInt8], from start: Int) -> Int? {
    source.withUnsafeBufferPointer { bytes in
      var literal = literal
      return literal.withUTF8 { ByteSearch.first($0, in: bytes, from: start) }
    }
  }

  /// The tag that begins before a name, if it is one's whole name.
  private static func tag(around name: Range<Int>, in source: [UInt8]) -> Range<Int>? {
    var start = name.lowerBound
    while start > 0, isTagSpace(source[start - 1]) { start -= 1 }
    if start > 0, source[start - 1] == UInt8(ascii: "-") { start -= 1 }
    guard start >= 2, source[start - 1] == UInt8(ascii: "%"),
      source[start - 2] == UInt8(ascii: "{")
    else { return nil }
    let end = name.upperBound
    guard end < source.count,
      isTagSpace(source[end]) || source[end] == UInt8(ascii: "%")
        || source[end] == UInt8(ascii: "-")
    else { return nil }
    return start - 2..<end
  }
}

/// White space in a tag.
func isTagSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
