/// What no HTML page may contain: control characters, and bytes that are not UTF-8.
enum ControlCharacters {
  /// The source with U+FFFD for what a page may not contain; nil where there is nothing to mend.
  ///
  /// O(bytes). Nearly all sources are clean, so the check is one pass without a branch a byte.
  static func repaired(_ source: Span<UInt8>) -> [UInt8]? {
    guard !isClean(source) else { return nil }
    // The standard library knows where an invalid sequence ends (Unicode, 3.9, "maximal subpart").
    let valid = source.withUnsafeBufferPointer { [UInt8](String(decoding: $0, as: UTF8.self).utf8) }
    return valid.withUnsafeBufferPointer { replaced($0) }
  }

  /// The bytes with U+FFFD for each control character but tab and line ends.
  static func replaced(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if isForbidden(byte) {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Whether a character stands there that no page may contain.
  static func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { occur(in: bytes, isForbidden) }

  /// Whether any character below the space, or DEL, stands there.
  static func orSpacesOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    occur(in: bytes) { $0 < 0x20 || $0 == 0x7F }
  }

  /// Whether a byte stands there that is meant, of those below the space and DEL: eight at a time.
  @inline(__always)
  private static func occur(
    in bytes: UnsafeBufferPointer<UInt8>, _ isMeant: (UInt8) -> Bool
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 8 <= bytes.count {
      if hasAny(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
        bytes[place..<place + 8].contains(where: isMeant)
      {
        return true
      }
      place += 8
    }
    return bytes[place...].contains(where: isMeant)
  }

  /// Whether one of eight bytes is below the space, or DEL (Warren, Hacker's Delight, 6-1).
  ///
  /// The compiler makes no vectors of a loop over single bytes: that took three times as long.
  @inline(__always)
  private static func hasAny(_ word: UInt64) -> Bool {
    let beside = word ^ 0x7F7F_7F7F_7F7F_7F7F
    let below = (word &- 0x2020_2020_2020_2020) & ~word
    let deletes = (beside &- 0x0101_0101_0101_0101) & ~beside
    return (below | deletes) & 0x8080_8080_8080_8080 != 0
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
  }

  private static func isClean(_ source: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: source)
    } catch {
      return false
    }
    return !source.withUnsafeBufferPointer { occur(in: $0) }
  }
}
