/// The width and height of an image, read from its first bytes alone.
///
/// Sources: PNG (RFC 2083, 4.1.1), JPEG (ITU T.81, B.2.2), Exif 2.3 (orientation), GIF89a, WebP
/// (RFC 9649, 2), SVG 1.1 (7.2, 7.7); AVIF and HEIC as boxes of ISO 14496-12; bitmaps.
public struct ImageSize: Sendable, Hashable {
  /// In pixels as shown: a photograph that its Exif data turns on its side has them swapped.
  public var width: Int
  /// In pixels, likewise.
  public var height: Int

  /// A size; nil where a side is nothing or beyond what a browser shows.
  public init?(width: Int, height: Int) {
    guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// The size of the image that begins with these bytes; nil where they do not tell.
  ///
  /// O(segments) for JPEG, O(1) else; O(root tag) for SVG.
  public init?(of bytes: [UInt8]) {
    let image = ImageBytes(bytes)
    let size: ImageSize? =
      switch image.format {
      case .png: ImageSize.ofPNG(image)
      case .jpeg: ImageSize.ofJPEG(image)
      case .gif: ImageSize.ofGIF(image)
      case .webp: ImageSize.ofWebP(image)
      case .boxes: ImageSize.ofBoxes(image)
      case .bmp: ImageSize.ofBMP(image)
      case nil: ImageSize.ofSVG(bytes)
      }
    guard let size else { return nil }
    self = size
  }

  private static func ofPNG(_ image: ImageBytes) -> ImageSize? {
    guard image.has("IHDR", at: 12), let width = image.big32(16), let height = image.big32(20)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func ofGIF(_ image: ImageBytes) -> ImageSize? {
    guard let width = image.little16(6), let height = image.little16(8) else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func ofJPEG(_ image: ImageBytes) -> ImageSize? {
    var segments = JPEGSegments(image)
    var isTurned = false
    while let segment = segments.next() {
      switch segment.marker {
      // All frames but for the tables DHT, JPG and DAC, which have their numbers among them.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = image.big16(segment.start + 5),
          let width = image.big16(segment.start + 7)
        else { return nil }
        return isTurned
          ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
      case 0xE1: if let turn = image.orientation(of: segment) { isTurned = turn >= 5 }
      default: continue
      }
    }
    return nil
  }

  private static func ofWebP(_ image: ImageBytes) -> ImageSize? {
    if image.has("VP8X", at: 12), let width = image.little24(24), let height = image.little24(27) {
      return ImageSize(width: width + 1, height: height + 1)
    }
    if image.has("VP8L", at: 12), let low = image.little16(21), let high = image.little16(23) {
      let bits = low | high << 16
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if image.has("VP8 ", at: 12), let width = image.little16(26), let height = image.little16(28) {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
  }

  /// The size that the root tag of an SVG states, else that of its view box.
  private static func ofSVG(_ bytes: [UInt8]) -> ImageSize? {
    let head = bytes.prefix(1 << 16)
    guard let start = head.firstRange(of: "<svg".utf8)?.upperBound else { return nil }
    let tag = head[start...].prefix { $0 != UInt8(ascii: ">") }
    if let width = length(of: "width", in: tag), let height = length(of: "height", in: tag) {
      return ImageSize(width: width, height: height)
    }
    guard let box = value(of: "viewBox", in: tag) else { return nil }
    let numbers = box.split { $0 == UInt8(ascii: ",") || $0 <= 0x20 }.map { whole($0) }
    guard numbers.count == 4, let width = numbers[2], let height = numbers[3] else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func length(of name: String, in tag: ArraySlice<UInt8>) -> Int? {
    guard let value = value(of: name, in: tag) else { return nil }
    let digits = value.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    let unit = value[digits.endIndex...]
    guard unit.isEmpty || unit.elementsEqual("px".utf8) else { return nil }
    return whole(digits)
  }

  /// The value of an attribute in either quotation mark.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      for blank in [UInt8(ascii: " "), 0x0A, 0x09, 0x0D] {
        let opening = [blank] + Array(name.utf8) + [UInt8(ascii: "="), quote]
        guard let start = tag.firstRange(of: opening)?.upperBound else { continue }
        return tag[start...].prefix { $0 != quote }
      }
    }
    return nil
  }

  /// A number without its fraction.
  private static func whole(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { $0 != UInt8(ascii: ".") }
    guard digits.count <= 9 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
