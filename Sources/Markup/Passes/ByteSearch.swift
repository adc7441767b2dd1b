#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searches for few bytes in many.
enum ByteSearch {
  /// Whether the literal, in ASCII, occurs.
  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ literal: StaticString) -> Bool {
    first(literal, in: bytes, from: 0) != nil
  }

  /// The offset of the first occurrence at or after `start`.
  static func first(
    _ literal: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    first(
      UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount), in: bytes,
      from: start)
  }

  /// The same, of bytes, at least one.
  static func first(
    _ pattern: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, let word = pattern.baseAddress else { return nil }
    let count = pattern.count
    var start = start
    while start + count <= bytes.count,
      let found = memchr(base + start, Int32(word[0]), bytes.count - start - count + 1)
    {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, word, count) == 0 { return offset }
      start = offset + 1
    }
    return nil
  }
}
