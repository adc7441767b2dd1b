import CCmark

/// Character references of HTML, as text.
///
/// The names are libcmark's: each that occurs is parsed by it once. Numbers need no semicolon, as
/// in a browser; what is no character becomes U+FFFD.
struct EntityDecoder {
  private var known: [String: [UInt8]] = [:]

  /// O(bytes).
  mutating func decoded(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(slice.count)
    var i = slice.startIndex
    while i < slice.endIndex {
      guard slice[i] == UInt8(ascii: "&"), i + 1 < slice.endIndex else {
        text.append(slice[i])
        i += 1
        continue
      }
      let end = slice[i + 1] == UInt8(ascii: "#") ? number(slice, i, &text) : name(slice, i, &text)
      if end == i { text.append(slice[i]) }
      i = max(end, i + 1)
    }
    return text
  }

  /// The end of a number that begins at `start`, or `start` if there is none.
  private func number(
    _ slice: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ text: inout [UInt8]
  ) -> Int {
    var i = start + 2
    var radix: UInt32 = 10
    if i < slice.endIndex, slice[i] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      i += 1
    }
    let first = i
    var value: UInt32 = 0
    while i < slice.endIndex, let digit = EntityDecoder.digit(slice[i]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      i += 1
    }
    guard i > first else { return start }
    if i < slice.endIndex, slice[i] == UInt8(ascii: ";") { i += 1 }
    // Line ends and tabs are space; other control characters never belong in a text.
    let isControl = value < 0x20 && value != 9 && value != 10 && value != 13 || value == 0x7F
    let scalar = isControl ? nil : Unicode.Scalar(value)
    text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    return i
  }

  private mutating func name(
    _ slice: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ text: inout [UInt8]
  ) -> Int {
    var i = start + 1
    // The longest name has 31 letters.
    while i < slice.endIndex, i - start <= 32,
      HTMLTokens.isLetter(slice[i]) || (0x30...0x39).contains(slice[i])
    {
      i += 1
    }
    guard i < slice.endIndex, slice[i] == UInt8(ascii: ";"), i > start + 1 else { return start }
    let entity = String(decoding: slice[start...i], as: UTF8.self)
    text.append(contentsOf: value(of: entity))
    return i + 1
  }

  private mutating func value(of entity: String) -> [UInt8] {
    if let value = known[entity] { return value }
    let root = MarkdownDocument.parse(Array(entity.utf8).span)
    defer { root.remove() }
    let value = root.plainText
    known[entity] = value
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x61 + 10)
    default: nil
    }
  }
}
