/// Takes out of images what tells where and by whom they were made, for copies that the public gets.
///
/// Exif data and XMP go; of Exif the orientation stays, since the picture would lie on its side
/// without it. IPTC records of JPEG stay: they hold a newsroom's credits. Also what follows the
/// end of a JPEG image goes: further pictures and films with data of their own. Pixels stay byte
/// by byte.
public enum ImagePrivacy {
  /// The image without such data.
  ///
  /// Nil where there is nothing to take out, or where the file is no image that we understand to its
  /// end, so that it stays as it is. O(bytes).
  public static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    let image = ImageBytes(bytes)
    return switch image.format {
    case .jpeg: strippedJPEG(image)
    case .png: strippedPNG(image)
    case .webp: strippedWebP(image)
    case .gif, .bmp, .boxes, nil: nil
    }
  }

  /// Whether a file that begins with these bytes may hold such data.
  static func concerns(_ head: [UInt8]) -> Bool {
    switch ImageBytes(head).format {
    case .jpeg, .png, .webp: true
    case .gif, .bmp, .boxes, nil: false
    }
  }

  private static func strippedJPEG(_ image: ImageBytes) -> [UInt8]? {
    var segments = JPEGSegments(image)
    var result: [UInt8] = [0xFF, 0xD8]
    result.reserveCapacity(image.bytes.count)
    while let segment = segments.next() {
      let data = segment.start + 4
      switch segment.marker {
      case 0xE1 where image.has("Exif\0", at: data):
        if let turn = image.orientation(of: segment), turn > 1 { result += orientation(turn) }
      case 0xE1 where image.has("http://ns.adobe.com/", at: data): continue
      // The list of pictures that follow the end.
      case 0xE2 where image.has("MPF\0", at: data): continue
      default: result += image.bytes[segment.start..<segment.end]
      }
    }
    guard segments.isComplete, result.count != image.bytes.count else { return nil }
    return result
  }

  /// An Exif segment with nothing but the orientation.
  private static func orientation(_ turn: Int) -> [UInt8] {
    [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8)
      + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(truncatingIfNeeded: turn), 0, 0]
      + [0, 0, 0, 0]
  }

  private static func strippedPNG(_ image: ImageBytes) -> [UInt8]? {
    var result = Array(image.bytes.prefix(8))
    result.reserveCapacity(image.bytes.count)
    var offset = 8
    while let length = image.big32(offset), length <= image.bytes.count - offset - 12 {
      let end = offset + 12 + length
      let isText =
        image.has("iTXt", at: offset + 4) || image.has("tEXt", at: offset + 4)
        || image.has("zTXt", at: offset + 4)
      let isPrivate =
        image.has("eXIf", at: offset + 4)
        || isText
          && (image.has("XML:com.adobe.xmp", at: offset + 8)
            || image.has("Raw profile type ", at: offset + 8))
      if !isPrivate { result += image.bytes[offset..<end] }
      if image.has("IEND", at: offset + 4) {
        return result.count == image.bytes.count ? nil : result
      }
      offset = end
    }
    return nil
  }

  private static func strippedWebP(_ image: ImageBytes) -> [UInt8]? {
    var result = Array(image.bytes.prefix(12))
    result.reserveCapacity(image.bytes.count)
    var offset = 12
    while offset < image.bytes.count {
      guard let length = image.little32(offset + 4),
        length <= image.bytes.count - offset - 8
      else { return nil }
      // Chunks are filled up to an even length; some writers forget it at the end.
      let end = min(offset + 8 + length + length & 1, image.bytes.count)
      if !image.has("EXIF", at: offset), !image.has("XMP ", at: offset) {
        let start = result.count
        result += image.bytes[offset..<end]
        // The flags that promise such chunks (RFC 9649, 2.7.1).
        if image.has("VP8X", at: offset), length > 0 { result[start + 8] &= ~0x0C }
      }
      offset = end
    }
    guard result.count != image.bytes.count else { return nil }
    let size = result.count - 8
    for i in 0..<4 { result[4 + i] = UInt8(truncatingIfNeeded: size >> (8 * i)) }
    return result
  }
}
