/// The bytes of an image, read with care: what lies beyond their end is nil.
struct ImageBytes {
  enum Format {
    case png, jpeg, gif, webp, bmp
    /// AVIF and HEIC.
    case boxes
  }

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// By the first bytes, whatever the file's name says.
  var format: Format? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if has("GIF8", at: 0) { return .gif }
    if has("RIFF", at: 0), has("WEBP", at: 8) { return .webp }
    if has("ftyp", at: 4) {
      let isImage =
        has("avi", at: 8) || has("hei", at: 8) || has("hev", at: 8) || has("mif1", at: 8)
        || has("msf1", at: 8)
      return isImage ? .boxes : nil
    }
    return has("BM", at: 0) && has("\0\0\0\0", at: 6) ? .bmp : nil
  }

  func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  func big16(_ offset: Int) -> Int? {
    guard let high = byte(offset), let low = byte(offset + 1) else { return nil }
    return high << 8 | low
  }

  func big32(_ offset: Int) -> Int? {
    guard let high = big16(offset), let low = big16(offset + 2) else { return nil }
    return high << 16 | low
  }

  func little16(_ offset: Int) -> Int? {
    guard let low = byte(offset), let high = byte(offset + 1) else { return nil }
    return high << 8 | low
  }

  func little24(_ offset: Int) -> Int? {
    guard let low = little16(offset), let high = byte(offset + 2) else { return nil }
    return high << 16 | low
  }

  func little32(_ offset: Int) -> Int? {
    guard let low = little16(offset), let high = little16(offset + 2) else { return nil }
    return high << 16 | low
  }

  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, bytes.count - offset >= word.utf8CodeUnitCount else { return false }
    for i in 0..<word.utf8CodeUnitCount where bytes[offset + i] != word.utf8Start[i] {
      return false
    }
    return true
  }

  /// How Exif data say a photograph is turned, 1 to 8 (Exif 2.3, tag 0x0112); nil where they do not.
  func orientation(of segment: JPEGSegments.Segment) -> Int? {
    let tiff = segment.start + 10
    guard has("Exif\0\0", at: segment.start + 4) else { return nil }
    let isLittle = has("II", at: tiff)
    guard isLittle || has("MM", at: tiff) else { return nil }
    func number16(_ offset: Int) -> Int? { isLittle ? little16(offset) : big16(offset) }
    guard let first = isLittle ? little32(tiff + 4) : big32(tiff + 4),
      let count = number16(tiff + first)
    else { return nil }
    for entry in 0..<min(count, 64) {
      let offset = tiff + first + 2 + entry * 12
      guard offset + 12 <= segment.end, let tag = number16(offset) else { return nil }
      guard tag == 0x0112 else { continue }
      return number16(offset + 8).flatMap { (1...8).contains($0) ? $0 : nil }
    }
    return nil
  }
}

/// The segments of a JPEG file, in order, with the image data that follows some of them.
struct JPEGSegments {
  /// From its marker's first byte to before the next marker.
  struct Segment {
    var marker: Int
    var start: Int
    var end: Int
  }

  private let image: ImageBytes
  private var offset = 2
  /// Whether the end of the image was reached.
  private(set) var isComplete = false

  init(_ image: ImageBytes) { self.image = image }

  mutating func next() -> Segment? {
    // A marker may be filled up with 0xFF before it.
    while image.byte(offset) == 0xFF, image.byte(offset + 1) == 0xFF { offset += 1 }
    guard !isComplete, image.byte(offset) == 0xFF, let marker = image.byte(offset + 1) else {
      return nil
    }
    let start = offset
    switch marker {
    case 0xD9:
      isComplete = true
      offset += 2
    case 0x01, 0xD0...0xD7: offset += 2
    default:
      guard let length = image.big16(offset + 2), length >= 2,
        offset + 2 + length <= image.bytes.count
      else { return nil }
      offset += 2 + length
      if marker == 0xDA { skipImageData() }
    }
    return Segment(marker: marker, start: start, end: offset)
  }

  /// In image data 0xFF is followed by 0 or a restart marker (T.81, B.1.1.5).
  private mutating func skipImageData() {
    while offset < image.bytes.count {
      if image.bytes[offset] == 0xFF, let next = image.byte(offset + 1), next != 0,
        !(0xD0...0xD7).contains(next)
      {
        return
      }
      offset += 1
    }
  }
}
