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
  public mutating func text(_ text: consuming String) {
    // So it is read where it lies: a view of it would count a reference more.
    text.withUTF8 { HTML.escape($0.span, to: &bytes) }
  }

  /// Appends text of others, escaped.
  public mutating func text(_ text: Span<UInt8>) { HTML.escape(text, to: &bytes) }

  /// Appends text of others, escaped, to bytes of HTML that another stage is about to trust.
  public static func escape(_ text: String, to bytes: inout [UInt8]) {
    let text = text.utf8
    escape(text.span, to: &bytes)
  }

  /// O(bytes), in whole runs, since most needs no entity.
  private static func escape(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    func copy(_ run: Span<UInt8>) {
      run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    var copied = 0
    var next = text.firstSpecial(from: 0, HTML.specials)
    while next < text.count {
      copy(text.extracting(copied..<next))
      switch text[next] {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes += "&#39;".utf8
      }
      copied = next + 1
      next = text.firstSpecial(from: copied, HTML.specials)
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

  /// Marks the bytes of a word that are one of `& < > " '`, as `Span.firstSpecial` wants it: two of
  /// them differ from others in their lowest bit, two in the next.
  private static func specials(_ word: UInt64) -> UInt64 {
    let found =
      (word | .eight(0x01)).marks(of: UInt8(ascii: "'"))
      | (word | .eight(0x02)).marks(of: UInt8(ascii: ">"))
      | word.marks(of: UInt8(ascii: "\""))
    return found & .eight(0x80)
  }
}
