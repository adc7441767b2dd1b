/// What raw HTML said of a link or an image that libcmark's nodes have no place for.
struct HTMLOrigin {
  /// Where the tag begins in the source.
  var position: MarkdownPosition
  /// Whether an image has an empty text on purpose: it decorates, and tells nothing.
  var isDecorative = false
  /// The size that the author gave an image.
  var size: StatedSize?
}

/// The width and height that a tag states for its image, in pixels.
public struct StatedSize: Sendable, Hashable {
  /// From 1.
  public var width: Int
  /// From 1.
  public var height: Int

  /// A size; nil where a side is nothing or beyond what a browser shows.
  init?(_ token: HTMLToken) {
    guard let width = StatedSize.side(token["width"]), let height = StatedSize.side(token["height"])
    else { return nil }
    self.width = width
    self.height = height
  }

  private static func side(_ value: [UInt8]?) -> Int? {
    guard let value else { return nil }
    let digits = value.prefix { (0x30...0x39).contains($0) }
    guard (1...5).contains(digits.count),
      digits.count == value.count || value[digits.count...].elementsEqual("px".utf8),
      let side = Int(String(decoding: digits, as: UTF8.self)), side > 0
    else { return nil }
    return side
  }
}
