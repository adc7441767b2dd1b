@testable import Markup

extension SlottedHTML {
  /// The HTML with nothing in its slots.
  var plain: String { String(decoding: bytes, as: UTF8.self) }

  /// The HTML with elements in its slots, as a site fills them, in few letters.
  var filled: [UInt8] {
    var output: [UInt8] = []
    write(to: &output) { content, output in
      switch content {
      case .mentionStart(let piece):
        let id = piece.index == 0 ? " id=m\(piece.slot)" : ""
        output.append(contentsOf: "<\(piece.isInsideLink ? "span" : "a")\(id)>".utf8)
      case .mentionEnd(let piece):
        output.append(contentsOf: "</\(piece.isInsideLink ? "span" : "a")>".utf8)
      case .root: output.append(contentsOf: "..".utf8)
      case .target(let slot): output.append(contentsOf: "page-\(slot)".utf8)
      }
    }
    return output
  }

  /// The text of each slot, by number: without tags, code and white space.
  var slotTexts: [Int32: [UInt8]] {
    var texts: [Int32: [UInt8]] = [:]
    var start = 0
    for slot in slots {
      switch slot.content {
      case .mentionStart: start = slot.offset
      case .mentionEnd(let piece):
        texts[piece.slot, default: []] += letters(stripped(bytes[start..<slot.offset])[...])
      case .root, .target: break
      }
    }
    return texts
  }
}

/// The letters of a text: no white space, no U+FFFC.
func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var letters: [UInt8] = []
  var i = bytes.startIndex
  while i < bytes.endIndex {
    let byte = bytes[i]
    if byte == 0xEF, i + 2 < bytes.endIndex, bytes[i + 1] == 0xBF, bytes[i + 2] == 0xBC {
      i += 3
      continue
    }
    if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { letters.append(byte) }
    i += 1
  }
  return letters
}

/// The text of HTML as libcmark writes it, without code.
private func stripped(_ html: ArraySlice<UInt8>) -> [UInt8] {
  var text: [UInt8] = []
  var rest = html
  while let first = rest.first {
    if first == UInt8(ascii: "<") {
      if rest.starts(with: "<code>".utf8) {
        while !rest.starts(with: "</code>".utf8) { rest = rest.dropFirst() }
      }
      rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    } else if first == UInt8(ascii: "&") {
      let entity = rest.prefix { $0 != UInt8(ascii: ";") }
      switch String(decoding: entity, as: UTF8.self) {
      case "&amp": text.append(UInt8(ascii: "&"))
      case "&lt": text.append(UInt8(ascii: "<"))
      case "&gt": text.append(UInt8(ascii: ">"))
      case "&quot": text.append(UInt8(ascii: "\""))
      default: text.append(contentsOf: entity)
      }
      rest = rest.dropFirst(entity.count + 1)
    } else {
      text.append(first)
      rest = rest.dropFirst()
    }
  }
  return text
}

/// The first fault in the nesting of tags, or nil: unclosed, crossed, a link in a link.
func nestingFault(_ html: SlottedHTML) -> String? {
  let bytes = html.filled
  var open: [ArraySlice<UInt8>] = []
  var links = 0
  var i = 0
  while i < bytes.count {
    guard bytes[i] == UInt8(ascii: "<") else {
      i += 1
      continue
    }
    let isEnd = bytes[i + 1] == UInt8(ascii: "/")
    let start = isEnd ? i + 2 : i + 1
    var end = start
    while end < bytes.count, isLetterOrDigit(bytes[end]) { end += 1 }
    let name = bytes[start..<end]
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
    guard !name.isEmpty, end < bytes.count else {
      return "no tag of ours: \(String(decoding: bytes[i...].prefix(20), as: UTF8.self))"
    }
    i = end + 1
    if [Array("br".utf8), Array("hr".utf8), Array("img".utf8), Array("input".utf8)].contains(
      Array(name))
    {
      continue
    }
    let isLink = name.elementsEqual("a".utf8)
    if isEnd {
      guard open.popLast() == name else {
        return "</\(String(decoding: name, as: UTF8.self))> closes another"
      }
      if isLink { links -= 1 }
    } else {
      if isLink, links > 0 { return "a link in a link" }
      if isLink { links += 1 }
      open.append(name)
    }
  }
  return open.isEmpty ? nil : "\(open.count) elements stay open"
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
