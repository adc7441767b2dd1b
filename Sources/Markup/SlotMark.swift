import CCmark

/// What stands in libcmark's output where a slot will be: `U+0001 < kind number ;`.
///
/// It cannot be forged: libcmark escapes each `<` of a document, and no tag that it writes itself
/// begins with one of the kinds. The U+0001 is there to be found fast: a page holds no other.
enum SlotMark {
  case start(Int)
  case end(Int)
  case root
  case target(Int)
  /// The id of the heading that begins before the mark.
  case anchor(Int)
  /// The number of the block that begins before the mark.
  case block(Int)

  static let signal: UInt8 = 0x01
  private static let startKind = UInt8(ascii: "(")
  private static let endKind = UInt8(ascii: ")")
  private static let rootKind = UInt8(ascii: "^")
  private static let targetKind = UInt8(ascii: "@")
  private static let anchorKind = UInt8(ascii: "#")
  private static let blockKind = UInt8(ascii: "p")

  /// The mark at the start of `bytes`, which begins with the signal, and its length.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (mark: SlotMark, length: Int)? {
    guard bytes.count >= 4, bytes[1] == UInt8(ascii: "<") else { return nil }
    var number = 0
    var i = 3
    while i < bytes.count, bytes[i] != UInt8(ascii: ";") {
      number = number * 10 + Int(bytes[i] & 0x0F)
      i += 1
      // A number of ours has at most ten digits.
      guard i <= 13 else { return nil }
    }
    switch bytes[2] {
    case startKind: return (.start(number), i + 1)
    case endKind: return (.end(number), i + 1)
    case rootKind: return (.root, i + 1)
    case targetKind: return (.target(number), i + 1)
    case anchorKind: return (.anchor(number), i + 1)
    case blockKind: return (.block(number), i + 1)
    default: return nil
    }
  }

  /// Calls `body` with the mark as a NUL-terminated string; allocates nothing.
  func withCString(_ body: (UnsafePointer<CChar>) -> Void) {
    let (kind, number) =
      switch self {
      case .start(let number): (SlotMark.startKind, number)
      case .end(let number): (SlotMark.endKind, number)
      case .root: (SlotMark.rootKind, 0)
      case .target(let number): (SlotMark.targetKind, number)
      case .anchor(let number): (SlotMark.anchorKind, number)
      case .block(let number): (SlotMark.blockKind, number)
      }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { buffer in
      buffer.initialize(repeating: 0)
      var divisor = 1
      var digits = 1
      while number / divisor >= 10 {
        divisor *= 10
        digits += 1
      }
      buffer[0] = CChar(bitPattern: SlotMark.signal)
      buffer[1] = CChar(bitPattern: UInt8(ascii: "<"))
      buffer[2] = CChar(bitPattern: kind)
      for i in 0..<digits {
        buffer[3 + i] = CChar(0x30 + number / divisor % 10)
        divisor = max(1, divisor / 10)
      }
      buffer[3 + digits] = CChar(bitPattern: UInt8(ascii: ";"))
      if let start = buffer.baseAddress { body(start) }
    }
  }
}

extension CmarkNode {
  /// A node that prints marks around what it holds.
  init(enter: SlotMark, exit: SlotMark? = nil) {
    self.init(CMARK_NODE_CUSTOM_INLINE)
    enter.withCString { _ = cmark_node_set_on_enter(pointer, $0) }
    exit?.withCString { _ = cmark_node_set_on_exit(pointer, $0) }
  }
}

extension LinkNode {
  /// Puts a mark before the link, in the place of the one that was there.
  mutating func setMark(_ mark: SlotMark?) {
    self.mark?.remove()
    self.mark = mark.map { CmarkNode(enter: $0) }
    if let mark = self.mark { node.insertBefore(mark) }
  }
}
