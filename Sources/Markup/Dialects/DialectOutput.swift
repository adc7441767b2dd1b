/// A translated text that grows, and the way back from each of its bytes.
struct DialectOutput {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets = OffsetMap()

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }

  /// Appends a part of the author's text as it is.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    offsets.append(output: bytes.count, source: range.lowerBound, isCopied: true)
    bytes.append(contentsOf: source[range])
  }

  /// Appends what stands for a construct that begins at `offset` of the author's text.
  mutating func write(_ text: some Collection<UInt8>, for offset: Int) {
    guard !text.isEmpty else { return }
    offsets.append(output: bytes.count, source: offset, isCopied: false)
    bytes.append(contentsOf: text)
  }

  /// Takes back what stands at `count` and after it.
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - count)
    offsets.truncate(to: count)
  }

  /// Takes back spaces and tabs at the end.
  mutating func trimBlanks() {
    var end = bytes.count
    while end > 0, isBlank(bytes[end - 1]) { end -= 1 }
    truncate(to: end)
  }

  /// Where the last line that has an end begins, and that end: `\n` itself not counted.
  ///
  /// Nil where it is longer than any heading, so that a long one is not walked for each line below.
  var lastWholeLine: Range<Int>? {
    guard bytes.last == 0x0A else { return nil }
    let end = bytes.count - 1
    var start = end
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      if end - start > 2_000 { return nil }
    }
    return start..<end
  }
}
