/// Where a construct stands, and how it is counted.
extension DialectScanner {
  /// Counts a construct.
  mutating func note(_ dialect: Dialect, _ name: String, _ fate: DialectConstruct.Fate, at i: Int) {
    tally.note(DialectConstruct(dialect, DialectScanner.shown(name), fate), at: i)
  }

  /// A name as it may stand in a message.
  private static func shown(_ name: String) -> String {
    var bytes = Array(name.utf8.prefix(81))
    for i in bytes.indices where bytes[i] < 0x20 || bytes[i] == 0x7F { bytes[i] = 0x20 }
    guard bytes.count > 80 else { return String(decoding: bytes, as: UTF8.self) }
    bytes.removeLast(4)
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "…"
  }

  // MARK: Places

  /// Whether only white space and the marks of its block stand on the line beside it.
  func isAlone(_ tag: Range<Int>) -> Bool {
    isLast(tag.upperBound) && isFirst(tag.lowerBound)
  }

  func isFirst(_ start: Int) -> Bool {
    // The output tells: what was dropped before it on the line counts for nothing.
    // More blanks are those that dropped constructs left on a line of nothing else.
    var i = output.count
    let limit = i - 64
    while i > max(limit, 0), isBlank(output.bytes[i - 1]) { i -= 1 }
    return i == 0 || output.bytes[i - 1] == 0x0A || start == line.content
  }

  func isLast(_ end: Int) -> Bool {
    var i = end
    while i < source.count, isBlank(source[i]) { i += 1 }
    return i == source.count || source[i] == 0x0A
  }

  /// What a new line of the same block begins with; of what nobody nests so deeply a part.
  var linePrefix: [UInt8] {
    source[line.start..<line.content].prefix(128).map { byte in
      byte == UInt8(ascii: ">") || isBlank(byte) ? byte : 0x20
    }
  }

  /// Whether what is written next is (part of) an address: in a link's parentheses or after
  /// `href="`.
  var isInAddress: Bool {
    var i = output.count
    let limit = max(0, i - 300)
    while i > limit {
      let byte = output.bytes[i - 1]
      let before = i > 1 ? output.bytes[i - 2] : 0
      switch byte {
      case UInt8(ascii: "("): return before == UInt8(ascii: "]")
      case UInt8(ascii: "<"): return before == UInt8(ascii: "(")
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return before == UInt8(ascii: "=")
      case 0x20:
        // The address of a reference: `[name]: address`.
        return before == UInt8(ascii: ":") && i > 2 && output.bytes[i - 3] == UInt8(ascii: "]")
      case 0x0A, UInt8(ascii: ")"), UInt8(ascii: ">"): return false
      default: i -= 1
      }
    }
    return false
  }
}
