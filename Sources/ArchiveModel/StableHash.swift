/// A hash that is the same in every run and on every machine, unlike Swift's own.
public enum StableHash {
  /// FNV-1a of a text's UTF-8 (Fowler, Noll, Vo); O(bytes), and no defence against malice.
  public static func of(_ text: String) -> UInt64 { of(text.utf8) }

  /// The same of bytes.
  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
