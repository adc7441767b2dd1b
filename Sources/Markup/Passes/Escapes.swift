import CCmark

/// Backslashes before signs of our passes, which libcmark's tree no longer tells.
///
/// `\~` and `\[^` become characters that nobody writes before libcmark parses, and what they were
/// afterwards. Like the escaped signs they are punctuation, which decides what emphasis is.
struct Escapes {
  /// Whether any was hidden.
  private(set) var areHidden = false

  /// U+12470 and U+12471, punctuation of cuneiform, of which the last byte differs.
  private static let prefix: [UInt8] = [0xF0, 0x92, 0x91]
  private static let tilde: UInt8 = 0xB0
  private static let bracket: UInt8 = 0xB1

  /// Hides the escapes in a source, unless it holds the characters itself; O(bytes).
  init(hiding extensions: MarkdownExtensions, in source: inout [UInt8]) {
    let isNeeded = source.withUnsafeBufferPointer { bytes in
      (extensions.strikethrough && ByteSearch.contains(bytes, "\\~"))
        || (extensions.footnotes && ByteSearch.contains(bytes, "\\[^"))
    }
    guard isNeeded, !Escapes.occur(in: source) else { return }
    areHidden = true
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 64)
    var i = 0
    while i < source.count {
      guard source[i] == UInt8(ascii: "\\"), i + 1 < source.count else {
        result.append(source[i])
        i += 1
        continue
      }
      let isBracket =
        source[i + 1] == UInt8(ascii: "[") && i + 2 < source.count
        && source[i + 2] == UInt8(ascii: "^")
      if source[i + 1] == UInt8(ascii: "~") || isBracket {
        result.append(contentsOf: Escapes.prefix)
        result.append(isBracket ? Escapes.bracket : Escapes.tilde)
      } else {
        result.append(source[i])
        result.append(source[i + 1])
      }
      i += 2
    }
    source = result
  }

  /// Puts back what the author wrote: in code with the backslash.
  static func restore(in root: CmarkNode) {
    var scratch: [UInt8] = []
    root.forEachNode { node in
      switch node.type {
      case CMARK_NODE_TEXT:
        restored(node.literal, isCode: false) { node.setLiteral($0, scratch: &scratch) }
      case CMARK_NODE_CODE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
        restored(node.literal, isCode: true) { node.setLiteral($0, scratch: &scratch) }
      case CMARK_NODE_CODE_BLOCK:
        restored(node.literal, isCode: true) { node.setLiteral($0, scratch: &scratch) }
        restored(node.fenceInfo, isCode: false) { node.setFenceInfo($0, scratch: &scratch) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        restored(node.url, isCode: false) { node.setURL($0, scratch: &scratch) }
        restored(node.title, isCode: false) { node.setTitle($0, scratch: &scratch) }
      default: break
      }
    }
  }

  private static func occur(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count, let found = buffer[start...].firstIndex(of: 0xF0) {
        if found + 2 < buffer.count, buffer[found + 1] == prefix[1], buffer[found + 2] == prefix[2]
        {
          return true
        }
        start = found + 1
      }
      return false
    }
  }

  private static func restored(
    _ bytes: UnsafeBufferPointer<UInt8>, isCode: Bool,
    _ set: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard bytes.contains(0xF0) else { return }
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == prefix[0], i + 3 < bytes.count, bytes[i + 1] == prefix[1],
        bytes[i + 2] == prefix[2], bytes[i + 3] == tilde || bytes[i + 3] == bracket
      {
        if isCode { result.append(UInt8(ascii: "\\")) }
        result.append(bytes[i + 3] == tilde ? UInt8(ascii: "~") : UInt8(ascii: "["))
        i += 4
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    result.withUnsafeBufferPointer(set)
  }
}
