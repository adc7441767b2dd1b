import CCmark

/// Signs of raw HTML that never ends, such as `<!--`, hidden from libcmark where there are many.
///
/// It searches for the end of each through all of its paragraph, so 50,000 of them take it minutes.
/// In a line of text they are text, so nothing changes but the time.
enum OpenMarkup {
  /// A control character, which no repaired source holds, in the place of `<`.
  private static let hidden: UInt8 = 0x02
  /// So many in a paragraph cost libcmark nothing to speak of.
  private static let maximumCount = 64

  /// Whether there are more than a few `<!` and `<?`; a search, O(bytes).
  static func mayBeSlow(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var start = 0
    while let found = ByteSearch.first("<", in: source, from: start), found + 1 < source.count {
      if source[found + 1] == UInt8(ascii: "!") || source[found + 1] == UInt8(ascii: "?") {
        count += 1
        if count > maximumCount { return true }
      }
      start = found + 1
    }
    return false
  }

  /// Hides those for which there is no end before the next empty line, but for the first few, and
  /// for those at the start of a line, which may begin a block; O(bytes).
  static func hide(in source: inout [UInt8]) {
    var paragraphStart = 0
    var lineStart = 0
    while lineStart < source.count {
      let lineEnd = source[lineStart...].firstIndex(of: 0x0A) ?? source.count
      if source[lineStart..<lineEnd].allSatisfy({ isBlank($0) || $0 == 0x0D }) {
        hide(in: &source, paragraphStart..<lineStart)
        paragraphStart = lineEnd
      }
      lineStart = lineEnd + 1
    }
    hide(in: &source, paragraphStart..<source.count)
  }

  private static func hide(in source: inout [UInt8], _ paragraph: Range<Int>) {
    var open: [Int] = []
    // Whether an end of each kind stands behind the place that is reached.
    var hasComment = false
    var hasInstruction = false
    var hasSection = false
    var hasDeclaration = false
    for i in paragraph.reversed() {
      switch source[i] {
      case UInt8(ascii: ">"):
        hasDeclaration = true
        guard i > paragraph.lowerBound else { continue }
        switch source[i - 1] {
        case UInt8(ascii: "?"): hasInstruction = true
        case UInt8(ascii: "-") where i > 1 && source[i - 2] == UInt8(ascii: "-"): hasComment = true
        case UInt8(ascii: "]") where i > 1 && source[i - 2] == UInt8(ascii: "]"): hasSection = true
        default: continue
        }
      case UInt8(ascii: "<"):
        guard i + 1 < paragraph.upperBound else { continue }
        let hasEnd: Bool
        if source[i + 1] == UInt8(ascii: "?") {
          hasEnd = hasInstruction
        } else if source[i + 1] != UInt8(ascii: "!") {
          continue
        } else if i + 2 < paragraph.upperBound, source[i + 2] == UInt8(ascii: "-") {
          hasEnd = hasComment
        } else if i + 2 < paragraph.upperBound, source[i + 2] == UInt8(ascii: "[") {
          hasEnd = hasSection
        } else {
          hasEnd = hasDeclaration
        }
        if !hasEnd { open.append(i) }
      default: continue
      }
    }
    // They were found from the end.
    for i in open.dropLast(maximumCount) where !mayBeginBlock(at: i, in: source) {
      source[i] = hidden
    }
  }

  /// Whether nothing but few spaces and the signs of quotes and lists stands before it in its line.
  private static func mayBeginBlock(at offset: Int, in source: [UInt8]) -> Bool {
    var i = offset - 1
    var spaces = 0
    while i >= 0, source[i] != 0x0A {
      switch source[i] {
      case 0x20:
        spaces += 1
        guard spaces < 4 else { return false }
      case UInt8(ascii: ">"): spaces = 0
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard spaces > 0 else { return false }
        spaces = 0
      default: return false
      }
      i -= 1
    }
    return true
  }

  /// Puts back what the author wrote.
  static func restore(in root: CmarkNode) {
    var scratch: [UInt8] = []
    root.forEachNode { node in
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        restored(node.literal) { node.setLiteral($0, scratch: &scratch) }
      case CMARK_NODE_CODE_BLOCK:
        restored(node.literal) { node.setLiteral($0, scratch: &scratch) }
        restored(node.fenceInfo) { node.setFenceInfo($0, scratch: &scratch) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        restored(node.url) { node.setURL($0, scratch: &scratch) }
        restored(node.title) { node.setTitle($0, scratch: &scratch) }
      default: break
      }
    }
  }

  private static func restored(
    _ bytes: UnsafeBufferPointer<UInt8>, _ set: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard bytes.contains(hidden) else { return }
    bytes.map { $0 == hidden ? UInt8(ascii: "<") : $0 }.withUnsafeBufferPointer(set)
  }
}
