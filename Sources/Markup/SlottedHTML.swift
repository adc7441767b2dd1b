/// HTML with places where the site later puts links, anchors and addresses.
///
/// Left as it is, it is whole HTML: every slot may be filled with nothing (but `.target`, whose
/// `href` is then empty).
public struct SlottedHTML: Sendable, Hashable {
  /// A part of a span that one element can enclose.
  public struct Piece: Sendable, Hashable {
    /// The number of the `SlotSpan`.
    public var slot: Int32
    /// From 0, since a span that emphasis or a link divides has several; piece 0 takes the id.
    public var index: Int32
    /// Whether it stands in a link, where no other link may.
    public var isInsideLink: Bool

    /// A piece of a slot.
    public init(slot: Int32, index: Int32, isInsideLink: Bool) {
      self.slot = slot
      self.index = index
      self.isInsideLink = isInsideLink
    }
  }

  /// What belongs at a place.
  public enum Content: Sendable, Hashable {
    /// The start tag of a piece: `<a …>` or, inside a link, `<span …>`.
    case mentionStart(Piece)
    /// The end tag of the same piece.
    case mentionEnd(Piece)
    /// The way to the site's root, without a `/` at its end, since that follows: `..`, `.`
    case root
    /// The whole address of a link that `LinkTarget.slot` numbered, already escaped for HTML.
    case target(Int32)
  }

  /// A place in the HTML.
  public struct Slot: Sendable, Hashable {
    /// UTF-8 offset into `bytes`, before which the content belongs.
    public var offset: Int
    /// What belongs there.
    public var content: Content

    /// A place for a content.
    public init(offset: Int, content: Content) {
      self.offset = offset
      self.content = content
    }
  }

  /// The HTML, in UTF-8.
  public var bytes: [UInt8]
  /// The places, in order; the starts and ends of pieces are properly nested with the tags.
  public var slots: [Slot]

  /// HTML with its places.
  public init(bytes: [UInt8], slots: [Slot] = []) {
    self.bytes = bytes
    self.slots = slots
  }

  /// Appends the HTML to `output`; at each slot `fill` appends what belongs there.
  ///
  /// O(bytes + slots), in whole runs.
  public func write(
    to output: inout [UInt8], filling fill: (Content, inout [UInt8]) -> Void
  ) {
    var written = 0
    for slot in slots {
      output.append(contentsOf: bytes[written..<slot.offset])
      fill(slot.content, &output)
      written = slot.offset
    }
    output.append(contentsOf: bytes[written...])
  }
}
