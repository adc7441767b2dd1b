#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells whether a body may hold a construct of any dialect, as fast as a body can be searched.
enum DialectTrigger {
  /// Whether `{{`, `{%`, `{:`, a shortcode of WordPress or a mark for an excerpt's end occurs.
  ///
  /// Three searches for a single byte: most bodies have few braces and few tags.
  static func occurs(in source: Span<UInt8>) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      occurs(of: "{", in: bytes) { rest in
        switch rest.first {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: ":"): true
        default: false
        }
      }
        || occurs(of: "[", in: bytes) { WordPressName(in: $0) != nil }
        || occurs(of: "<", in: bytes) { rest in
          rest.count > 3 && rest[0] == UInt8(ascii: "!") && rest[1] == UInt8(ascii: "-")
            && ExcerptMark.length(in: UnsafeBufferPointer(rebasing: rest.dropFirst(3))) != nil
        }
    }
  }

  private static func occurs(
    of byte: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>,
    where isTrigger: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var start = 0
    while start < bytes.count,
      let found = memchr(base + start, Int32(byte.value), bytes.count - start)
    {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if isTrigger(UnsafeBufferPointer(rebasing: bytes[start...])) { return true }
    }
    return false
  }
}

/// `more` and its like in a comment.
enum ExcerptMark {
  /// The length of what follows `<!--` to the end of the comment, if it marks an excerpt's end.
  static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    for word in ["more", "excerpt", "excerpt-end", "end-excerpt", "nextpage"] {
      let end = start + word.utf8.count
      guard end + 3 <= bytes.count, bytes[start..<end].elementsEqual(word.utf8) else { continue }
      // WordPress takes words of its own after `more`.
      let limit = min(bytes.count, end + 120)
      guard let close = bytes[end..<limit].firstIndex(of: UInt8(ascii: ">")),
        close >= end + 2, bytes[close - 1] == UInt8(ascii: "-"),
        bytes[close - 2] == UInt8(ascii: "-"),
        close == end + 2 || isSpace(bytes[end])
      else { continue }
      return close + 1
    }
    return nil
  }
}
