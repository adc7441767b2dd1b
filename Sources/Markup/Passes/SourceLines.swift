/// The lines of a source, by libcmark's numbers.
struct SourceLines {
  let bytes: [UInt8]
  /// Where each line begins, and the end of the source.
  private var starts: [Int] = [0]

  /// Finds the line ends, `\n`, `\r\n` or `\r`: O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for i in bytes.indices {
      let byte = bytes[i]
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { continue }
      starts.append(i + 1)
    }
    starts.append(bytes.count)
  }

  /// How many lines there are; their numbers begin with 1.
  var count: Int { starts.count - 1 }

  /// The offsets of a line without its end; empty where there is no such line.
  func range(of line: Int) -> Range<Int> {
    guard line >= 1, line <= count else { return bytes.count..<bytes.count }
    var end = starts[line]
    while end > starts[line - 1], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[line - 1]..<end
  }

  /// The same without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

/// A space or a tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
