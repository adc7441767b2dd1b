import CCmark

/// The pass that makes links of bare addresses: `http://`, `https://` and `www.` (GFM, 6.9).
enum Autolinks {
  /// O(bytes).
  static func apply(to root: CmarkNode) {
    var texts: [CmarkNode] = []
    root.forEachTextOutsideLinks { node in
      let literal = node.literal
      if ByteSearch.contains(literal, "://") || ByteSearch.contains(literal, "www.") {
        texts.append(node)
      }
    }
    for text in texts {
      text.replaceParts { literal, start, scratch in
        guard let end = address(in: literal, at: start) else { return nil }
        let link = CmarkNode(CMARK_NODE_LINK)
        let hasScheme = literal[start] | 0x20 == UInt8(ascii: "h")
        let url = (hasScheme ? [] : Array("http://".utf8)) + literal[start..<end]
        url.withUnsafeBufferPointer { link.setURL($0, scratch: &scratch) }
        link.append(CmarkNode(text: literal[start..<end], scratch: &scratch))
        return (end, link)
      }
    }
  }

  /// Where an address ends that begins here, nil if none does.
  private static func address(in text: [UInt8], at start: Int) -> Int? {
    guard let first = text[safely: start],
      start == 0 || !isWord(text[start - 1]) || text[start - 1] >= 0x80
    else {
      return nil
    }
    let domain: Int
    switch first | 0x20 {
    case UInt8(ascii: "h"):
      if hasPrefix("https://", text, at: start) {
        domain = start + 8
      } else if hasPrefix("http://", text, at: start) {
        domain = start + 7
      } else {
        return nil
      }
    case UInt8(ascii: "w"):
      guard hasPrefix("www.", text, at: start) else { return nil }
      domain = start
    default: return nil
    }
    guard let afterDomain = endOfDomain(in: text, at: domain, needsPeriod: domain == start)
    else { return nil }
    var end = afterDomain
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    return withoutTail(text, from: domain + 1, to: end)
  }

  /// Words of letters, digits, `-` and `_` between periods, no `_` in the last two.
  private static func endOfDomain(in text: [UInt8], at start: Int, needsPeriod: Bool) -> Int? {
    var end = start
    var periods = 0
    var underscores = [0, 0]
    while let byte = text[safely: end] {
      if byte == UInt8(ascii: ".") {
        // A period at the end ends the sentence.
        guard let next = text[safely: end + 1], isWord(next) || next == UInt8(ascii: "-") else {
          break
        }
        periods += 1
        underscores = [underscores[1], 0]
      } else if byte == UInt8(ascii: "_") {
        underscores[1] += 1
      } else if !isWord(byte), byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    guard end > start, isWord(text[start]), underscores == [0, 0], periods > 0 || !needsPeriod
    else { return nil }
    return end
  }

  /// Leaves out punctuation at the end, and closing parentheses without opening ones.
  private static func withoutTail(_ text: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = limit
    var opening = 0
    var closing = 0
    for byte in text[start..<limit] {
      if byte == UInt8(ascii: "(") { opening += 1 }
      if byte == UInt8(ascii: ")") { closing += 1 }
    }
    while end > start {
      switch text[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")") where closing > opening:
        closing -= 1
        end -= 1
      case 0x98...0x9F where end - start >= 3 && text[end - 2] == 0x80 && text[end - 3] == 0xE2:
        // Typographic quotation marks, U+2018 to U+201F.
        end -= 3
      default: return end
      }
    }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
      true
    default: false
    }
  }

  private static func hasPrefix(_ word: StaticString, _ text: [UInt8], at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    for i in 0..<word.utf8CodeUnitCount {
      let byte = text[start + i]
      let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      if lower != word.utf8Start[i] { return false }
    }
    return true
  }
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? {
    index < count ? self[index] : nil
  }
}
