/// HTML that is safe to send: to forget to escape does not compile.
public struct HTML: Sendable, Hashable {
  /// The markup so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  public init() {}

  /// Takes markup that another stage has made safe already, such as the Markdown renderer.
  ///
  /// The one place where bytes become HTML unseen: never give it what an author or a reader wrote.
  public init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Makes room, so that a page of known size grows once.
  public mutating func reserveCapacity(_ countBytes: Int) { bytes.reserveCapacity(countBytes) }

  /// Empties it, and keeps the room for the next page.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends markup of ours: only a literal is a `StaticString`.
  public mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends HTML as it is.
  public mutating func append(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

  /// Appends text of others, escaped.
  public mutating func text(_ text: String) {
    let text = text.utf8
    self.text(text.span)
  }

  /// Appends text of others, escaped: O(bytes), in whole runs, since most needs no entity.
  public mutating func text(_ text: Span<UInt8>) {
    var copied = 0
    var next = HTML.firstSpecial(in: text, from: 0)
    while next < text.count {
      copy(text.extracting(copied..<next))
      switch text[next] {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      default: markup("&#39;")
      }
      copied = next + 1
      next = HTML.firstSpecial(in: text, from: copied)
    }
    copy(text.extracting(copied...))
  }

  /// Appends a number in decimal digits.
  public mutating func number(_ number: Int) {
    guard number >= 10 || number < 0 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    var rest = number.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 {
      first -= 1
      digits[first] = UInt8(ascii: "-")
    }
    copy(digits.span.extracting(first...))
  }

  /// Appends bytes as they are: a run of a template, or a text where a caller vouches for it.
  mutating func copy(_ run: Span<UInt8>) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Where the next of `& < > " '` stands, or the end.
  ///
  /// Eight bytes at a time, by the test for a zero byte in a word (Warren, Hacker's Delight, 6-1).
  private static func firstSpecial(in text: Span<UInt8>, from start: Int) -> Int {
    let bytes = text.bytes
    var at = start
    while at + 8 <= bytes.byteCount {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      let ampersandOrApostrophe = (word | (0x01 &* ones)) ^ (0x27 &* ones)
      let lessOrGreater = (word | (0x02 &* ones)) ^ (0x3E &* ones)
      let quotationMark = word ^ (0x22 &* ones)
      let zeros =
        ((ampersandOrApostrophe &- ones) & ~ampersandOrApostrophe)
        | ((lessOrGreater &- ones) & ~lessOrGreater)
        | ((quotationMark &- ones) & ~quotationMark)
      if zeros & (0x80 &* ones) != 0 { break }
      at += 8
    }
    while at < text.count, !isSpecial(text[at]) { at += 1 }
    return at
  }

  /// Each byte of a word, times one.
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte | 0x01 == 0x27 || byte | 0x02 == 0x3E || byte == 0x22
  }
}
