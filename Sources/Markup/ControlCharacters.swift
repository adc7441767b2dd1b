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
  static func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    for byte in bytes { found = found || isForbidden(byte) }
    return found
  }

  /// Whether any character below the space, or DEL, stands there.
  ///
  /// Without an early end, so that the compiler makes it a loop over vectors.
  static func orSpacesOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in bytes { found |= byte < 0x20 || byte == 0x7F ? 1 : 0 }
    return found != 0
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
    var found: UInt8 = 0
    source.withUnsafeBufferPointer { bytes in
      for byte in bytes { found |= isForbidden(byte) ? 1 : 0 }
    }
    return found == 0
  }
}
