import CCmark

/// The ids of headings.
enum HeadingID {
  /// Takes `{#id}` off the ends of headings; the tag of a heading is the index of its id.
  ///
  /// As kramdown, Pandoc and Hugo read it. An id has no white space and none of `"&'<>{}`.
  static func takeExplicit(from root: CmarkNode) -> [[UInt8]] {
    var headings: [CmarkNode] = []
    root.forEachNode { node in
      guard node.type == CMARK_NODE_HEADING, let last = node.lastChild,
        last.type == CMARK_NODE_TEXT, last.literal.last == UInt8(ascii: "}")
      else { return }
      headings.append(node)
    }
    var ids: [[UInt8]] = []
    var scratch: [UInt8] = []
    for heading in headings {
      guard let text = heading.lastChild else { continue }
      let literal = text.literal
      guard let brace = literal.lastIndex(of: UInt8(ascii: "{")), brace + 3 < literal.count,
        literal[brace + 1] == UInt8(ascii: "#")
      else { continue }
      let id = Array(literal[brace + 2..<literal.count - 1])
      guard id.allSatisfy(isAllowed) else { continue }
      var end = brace
      while end > 0, isSpace(literal[end - 1]) { end -= 1 }
      text.setLiteral(UnsafeBufferPointer(rebasing: literal[..<end]), scratch: &scratch)
      heading.setTag(ids.count)
      ids.append(id)
    }
    return ids
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"):
      false
    default: true
    }
  }

  /// The id that a text gives: in lower case, with hyphens for spaces and without punctuation, as
  /// the addresses of headings on GitHub; empty where nothing is left.
  static func id(of text: [UInt8]) -> [UInt8] {
    var id = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        switch UInt8(truncatingIfNeeded: scalar.value) {
        case 0x20, 0x09, 0x0A, UInt8(ascii: "-"): id.append("-")
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "_"):
          id.unicodeScalars.append(scalar)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): id += scalar.properties.lowercaseMapping
        default: continue
        }
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
        .connectorPunctuation:
        id += scalar.properties.lowercaseMapping
      default: continue
      }
    }
    return Array(id.utf8)
  }
}
