#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// Whether these bytes come before others, as `LC_ALL=C sort` has it; O(bytes that are the same).
  package func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    guard let start = baseAddress, let otherStart = other.baseAddress else {
      return count < other.count
    }
    let order = memcmp(start, otherStart, Swift.min(count, other.count))
    return order == 0 ? count < other.count : order < 0
  }
}

extension String {
  /// The same by the bytes of its UTF-8: `<` compares letters, which differ in form from system to
  /// system.
  package func precedesByBytes(_ other: String) -> Bool {
    let (own, others) = (utf8, other.utf8)
    return own.span.withUnsafeBytes { own in
      others.span.withUnsafeBytes { own.precedes($0) }
    }
  }
}
