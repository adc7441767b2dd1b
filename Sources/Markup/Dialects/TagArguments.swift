/// What stands in a tag after its name: values, with names or without.
///
/// Reads what all dialects have in common: `"quoted"`, `'quoted'`, `` `raw` `` and bare values,
/// apart by white space or commas, `name="value"` and `name: "value"`.
struct TagArguments {
  /// A value.
  struct Value {
    var bytes: [UInt8]
    /// Whether it stands in quotes: a bare one may be a variable.
    var isQuoted: Bool
  }

  private(set) var positional: [Value] = []
  private(set) var named: [(name: String, value: Value)] = []

  /// More are nobody's but an attacker's.
  private static let most = 64

  /// Reads a part of the source; O(length).
  init(_ source: ArraySlice<UInt8>) {
    var reader = ArgumentReader(source)
    while positional.count + named.count < TagArguments.most {
      guard let (name, value) = reader.next() else { return }
      if let name { named.append((name, value)) } else { positional.append(value) }
    }
  }

  /// The first value that has one of the names, in the names' order; names are in lower case.
  func value(_ names: String...) -> Value? {
    for name in names {
      if let found = named.first(where: { $0.name == name }) { return found.value }
    }
    return nil
  }

  /// The same, or the value without a name at a place.
  func value(at index: Int, or names: String...) -> Value? {
    for name in names {
      if let found = named.first(where: { $0.name == name }) { return found.value }
    }
    return positional.indices.contains(index) ? positional[index] : nil
  }
}

/// Reads arguments one by one.
private struct ArgumentReader {
  private let source: ArraySlice<UInt8>
  private var i: Int

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    i = source.startIndex
  }

  private var byte: UInt8? { i < source.endIndex ? source[i] : nil }

  mutating func next() -> (name: String?, value: TagArguments.Value)? {
    while let byte, isTagSpace(byte) || byte == UInt8(ascii: ",") { i += 1 }
    guard byte != nil else { return nil }
    if let quoted = quoted() { return (nil, quoted) }
    if let name = name() {
      skipSpace()
      return (name, quoted() ?? bare())
    }
    return (nil, bare())
  }

  private mutating func skipSpace() {
    while let byte, isTagSpace(byte) { i += 1 }
  }

  /// A name and the sign between it and its value.
  private mutating func name() -> String? {
    var end = i
    while end < source.endIndex, isNameByte(source[end]) { end += 1 }
    guard end > i else { return nil }
    var sign = end
    while sign < source.endIndex, isTagSpace(source[sign]) { sign += 1 }
    guard sign < source.endIndex else { return nil }
    switch source[sign] {
    case UInt8(ascii: "="): break
    case UInt8(ascii: ":"):
      // The colon of an address parts nothing.
      guard sign + 1 == source.endIndex || isTagSpace(source[sign + 1]) || isQuote(source[sign + 1])
      else { return nil }
    default: return nil
    }
    defer { i = sign + 1 }
    return String(decoding: source[i..<end], as: UTF8.self).lowercased()
  }

  private mutating func quoted() -> TagArguments.Value? {
    guard let quote = byte, isQuote(quote) else { return nil }
    var value: [UInt8] = []
    var end = i + 1
    while end < source.endIndex, source[end] != quote {
      if quote == UInt8(ascii: "\""), source[end] == UInt8(ascii: "\\"),
        end + 1 < source.endIndex, source[end + 1] == quote
      {
        end += 1
      }
      value.append(source[end])
      end += 1
    }
    i = min(end + 1, source.endIndex)
    return TagArguments.Value(bytes: value, isQuoted: true)
  }

  private mutating func bare() -> TagArguments.Value {
    let start = i
    while let byte, !isTagSpace(byte), byte != UInt8(ascii: ",") { i += 1 }
    return TagArguments.Value(bytes: Array(source[start..<i]), isQuoted: false)
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }
}

/// Whether a byte may stand in a name of a tag, a shortcode or an argument.
func isNameByte(_ byte: UInt8) -> Bool {
  HTMLTokens.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "-")
}

/// The same without white space at its ends; a slice, so that nothing is copied.
func withoutTagSpace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var start = bytes.startIndex
  var end = bytes.endIndex
  while start < end, isTagSpace(bytes[start]) { start += 1 }
  while start < end, isTagSpace(bytes[end - 1]) { end -= 1 }
  return bytes[start..<end]
}
