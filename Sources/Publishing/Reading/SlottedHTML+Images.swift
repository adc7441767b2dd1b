import Loading
import Markup

extension SlottedHTML {
  /// Gives images their size, so that a page does not jump while it loads, and makes a figure of a
  /// paragraph that is one image, its title the caption.
  ///
  /// Looks for the tags as libcmark prints them: no text can forge one, since each `<` in it is
  /// escaped. O(bytes); not to be called where there is no image.
  /// - Parameter sizes: by the path below the site's root, as it stands in the tag after `/`.
  /// - Parameter isFirstEager: whether the first is to be seen at once.
  mutating func dressImages(_ sizes: [[UInt8]: ImageSize], isFirstEager: Bool = false) {
    var isEager = isFirstEager
    let tag = Array("<img src=\"".utf8)
    let closing = Array("</p>".utf8)
    var result = SlottedHTML(bytes: [])
    result.bytes.reserveCapacity(bytes.count + sizes.count * 96)
    var copied = 0
    var nextSlot = 0
    // Copies up to an offset, with the slots before it or, if asked, at it.
    func copy(to end: Int) {
      while nextSlot < slots.count, slots[nextSlot].offset <= end {
        var slot = slots[nextSlot]
        slot.offset += result.bytes.count - copied
        result.slots.append(slot)
        nextSlot += 1
      }
      result.bytes += bytes[copied..<end]
      copied = end
    }
    while let found = bytes[copied...].firstRange(of: tag) {
      guard let end = bytes[found.upperBound...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let isParagraph =
        bytes[copied..<found.lowerBound].suffix(3).elementsEqual("<p>".utf8)
        && bytes[(end + 1)...].starts(with: closing)
      if isParagraph {
        copy(to: found.lowerBound - 3)
        result.bytes += "<figure>".utf8
        copied = found.lowerBound
      }
      copy(to: found.lowerBound + "<img".utf8.count)
      let address = bytes[found.upperBound..<end].prefix { $0 != UInt8(ascii: "\"") }
      if let size = sizes[Array(address.dropFirst())] {
        result.bytes += " width=\"\(size.width)\" height=\"\(size.height)\"".utf8
      }
      result.bytes +=
        (isEager ? " decoding=\"async\"" : " loading=\"lazy\" decoding=\"async\"").utf8
      isEager = false
      guard isParagraph else {
        copy(to: end + 1)
        continue
      }
      let title = Array(" title=\"".utf8)
      if let start = bytes[found.upperBound..<end].firstRange(of: title) {
        let caption = bytes[start.upperBound..<end].prefix { $0 != UInt8(ascii: "\"") }
        copy(to: start.lowerBound)
        copied = end - 2
        copy(to: end + 1)
        result.bytes += Array("<figcaption>".utf8) + caption + Array("</figcaption>".utf8)
      } else {
        copy(to: end + 1)
      }
      result.bytes += "</figure>".utf8
      copied = end + 1 + closing.count
    }
    copy(to: bytes.count)
    self = result
  }
}
