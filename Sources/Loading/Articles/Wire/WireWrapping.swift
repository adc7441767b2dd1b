/// How a wire text breaks its lines: at a width, as a teleprinter did, or only where a paragraph
/// ends.
struct WireWrapping {
  /// The longest line, in bytes that begin a scalar, of those that another follows at once.
  private var width = 0
  /// How many line ends have text on both sides, and how many of these a full line explains.
  private var joints = 0
  private var fullJoints = 0

  /// Wrapped texts are between these, whatever device they were made for.
  private static let narrowest = 40
  private static let widest = 110

  /// Measures the lines between two offsets: O(bytes), twice.
  init(of lines: WireLines, in text: Range<Int>) {
    for (above, _) in WireJoints(lines: lines, in: text) {
      width = max(width, WireWrapping.length(above, lines))
      // Nothing that is wrapped has such a line.
      if width > WireWrapping.widest { return }
    }
    guard width >= WireWrapping.narrowest else { return }
    for (above, below) in WireJoints(lines: lines, in: text) {
      joints += 1
      if isFull(above, before: below, lines) { fullJoints += 1 }
    }
  }

  /// Whether two lines that stand together are one paragraph.
  func joins(_ above: WireLine, _ below: WireLine, _ lines: WireLines) -> Bool {
    let last = lines.bytes[above.text.upperBound - 1]
    let first = lines.bytes[below.text.lowerBound]
    let isIndented = below.indent > above.indent && below.indent >= 2
    // A sentence goes on in small letters, behind a comma, behind a hyphen.
    if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), !isIndented { return true }
    if last == UInt8(ascii: ",") { return true }
    let endsSentence = ".!?\"':)".utf8.contains(last) || last >= 0x80
    if below.indent >= 2, isIndented || endsSentence { return false }
    guard isWrapped else { return false }
    return isFull(above, before: below, lines)
  }

  /// Whether most line ends are there because the next word had no room.
  private var isWrapped: Bool { joints > 0 && fullJoints * 5 >= joints * 3 }

  /// Whether the first word of the next line had no room on this one; some devices left a few
  /// columns free.
  private func isFull(_ line: WireLine, before next: WireLine, _ lines: WireLines) -> Bool {
    let word = lines.bytes[next.text].prefix(WireWrapping.widest).prefix { !WireLines.isBlank($0) }
    return WireWrapping.length(line, lines) + 1 + word.count > width - width / 8
  }

  private static func length(_ line: WireLine, _ lines: WireLines) -> Int {
    let bytes = lines.bytes[line.start..<line.text.upperBound]
    // A line beyond any width need not be counted to its end.
    guard bytes.count <= 4 * widest + 4 else { return bytes.count }
    return bytes.count { $0 & 0xC0 != 0x80 }
  }
}

/// The pairs of lines of which one follows the other at once.
private struct WireJoints: Sequence, IteratorProtocol {
  private let lines: WireLines
  private let end: Int
  private var above: WireLine?

  init(lines: WireLines, in text: Range<Int>) {
    self.lines = lines
    end = text.upperBound
    above = lines.line(at: text.lowerBound)
  }

  mutating func next() -> (WireLine, WireLine)? {
    while let line = above, line.next < end, let below = lines.line(at: line.next) {
      above = below
      if !line.isBlank, !below.isBlank { return (line, below) }
    }
    return nil
  }
}
