extension ImageSize {
  /// The size of an AVIF or HEIC image: the largest that its boxes state, since a large photograph
  /// has tiles and a small copy of itself as well; turned as they say.
  ///
  /// Sources: ISO/IEC 14496-12 (boxes), 23008-12 (`ispe`, 6.5.3; `irot`, 6.5.10). O(boxes).
  static func ofBoxes(_ image: ImageBytes) -> ImageSize? {
    guard let meta = box("meta", in: image, 0..<image.bytes.count),
      // A version and flags stand before what it holds.
      let properties = box("iprp", in: image, meta.dropFirst(4)),
      let container = box("ipco", in: image, properties)
    else { return nil }
    var largest: ImageSize?
    var isTurned = false
    var rest = container
    while let (name, content, next) = firstBox(in: image, rest) {
      if name == "ispe", let width = image.big32(content.lowerBound + 4),
        let height = image.big32(content.lowerBound + 8),
        let size = ImageSize(width: width, height: height),
        size.width * size.height > (largest.map { $0.width * $0.height } ?? 0)
      {
        largest = size
      }
      if name == "irot", let turn = image.byte(content.lowerBound) { isTurned = turn & 1 == 1 }
      rest = next..<rest.upperBound
    }
    guard isTurned, let size = largest else { return largest }
    return ImageSize(width: size.height, height: size.width)
  }

  /// What the first box of a name holds.
  private static func box(
    _ wanted: String, in image: ImageBytes, _ range: Range<Int>
  ) -> Range<Int>? {
    var rest = range
    while let (name, content, next) = firstBox(in: image, rest) {
      if name == wanted { return content }
      rest = next..<rest.upperBound
    }
    return nil
  }

  /// The box that a range begins with, what it holds as far as we have it, and where the next is.
  private static func firstBox(
    in image: ImageBytes, _ range: Range<Int>
  ) -> (name: String, content: Range<Int>, next: Int)? {
    let start = range.lowerBound
    guard range.count >= 8, let length = image.big32(start) else { return nil }
    let name = String(decoding: image.bytes[(start + 4)..<(start + 8)], as: UTF8.self)
    // 0 is "to the end"; what has 64 bits of length is the pixels, and no box behind them matters.
    let end = length == 0 ? range.upperBound : min(start + length, range.upperBound)
    guard length == 0 || length >= 8 else { return nil }
    return (name, (start + 8)..<end, end)
  }

  /// Of a bitmap; one that is stored from top to bottom has a negative height.
  static func ofBMP(_ image: ImageBytes) -> ImageSize? {
    guard let width = image.little32(18), let height = image.little32(22) else { return nil }
    return ImageSize(width: width, height: abs(Int(Int32(truncatingIfNeeded: height))))
  }
}
