#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SlottedHTML {
  /// Takes the marks out of libcmark's output: one pass, in whole runs.
  init(marked html: UnsafeBufferPointer<UInt8>, pieces: [Piece], anchors: [[UInt8]]) {
    self.init(bytes: [])
    bytes.reserveCapacity(html.count)
    slots.reserveCapacity(pieces.count * 2)
    var copied = 0
    var searched = 0
    while let found = SlottedHTML.first(SlotMark.signal, in: html, from: searched) {
      let rest = UnsafeBufferPointer(rebasing: html[found...])
      guard let (mark, length) = SlotMark.parse(rest) else {
        searched = found + 1
        continue
      }
      bytes.append(contentsOf: html[copied..<found])
      copied = found + length
      switch mark {
      case .start(let piece): add(.mentionStart(pieces[piece]))
      case .end(let piece): add(.mentionEnd(pieces[piece]))
      case .anchor(let anchor):
        // It stands right after the start tag of a heading, which gets the id.
        bytes.removeLast()
        bytes.append(contentsOf: " id=\"".utf8)
        bytes.append(contentsOf: anchors[anchor])
        bytes.append(contentsOf: "\">".utf8)
      case .block(let number): identify(block: number)
      case .root, .target:
        // It stands before the tag: the address begins after the first quotation mark.
        let quote = SlottedHTML.first(UInt8(ascii: "\""), in: html, from: copied) ?? copied
        bytes.append(contentsOf: html[copied...quote])
        copied = quote + 1
        if case .target(let slot) = mark {
          add(.target(Int32(truncatingIfNeeded: slot)))
        } else {
          add(.root)
        }
      }
      searched = copied
    }
    bytes.append(contentsOf: html[copied...])
  }

  /// Gives the start tag that stands last the id of a block, unless it has one, or is none.
  private mutating func identify(block number: Int) {
    guard lastTagTakesID else { return }
    bytes.removeLast()
    bytes.append(contentsOf: " id=\"p".utf8)
    append(digits: number)
    bytes.append(contentsOf: "\">".utf8)
  }

  /// Whether a start tag without an id stands last.
  ///
  /// Of its own, since a slice that is still held when the bytes change makes them be copied.
  private var lastTagTakesID: Bool {
    guard bytes.last == UInt8(ascii: ">"), let start = bytes.lastIndex(of: UInt8(ascii: "<")),
      bytes[start + 1] != UInt8(ascii: "/")
    else { return false }
    let tag = bytes[start...]
    return !tag.indices.dropLast(4).contains { tag[$0..<$0 + 4].elementsEqual(" id=".utf8) }
  }

  private mutating func append(digits number: Int) {
    if number > 9 { append(digits: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  private mutating func add(_ content: Content) {
    slots.append(Slot(offset: bytes.count, content: content))
  }

  private static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
