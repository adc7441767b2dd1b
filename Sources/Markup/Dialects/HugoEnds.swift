/// The end tags of Hugo's shortcodes, found in one search of the body: `{{< /highlight >}}`.
struct HugoEnds {
  private var ends: [ArraySlice<UInt8>: [Range<Int>]] = [:]

  /// O(body).
  init(_ source: [UInt8]) {
    var finder = ByteFinder(source)
    var i = 0
    while let start = finder.next("{{", from: i) {
      i = start + 2
      guard i < source.count, source[i] == UInt8(ascii: "<") || source[i] == UInt8(ascii: "%")
      else { continue }
      let sign: UInt8 = source[i] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "%")
      let inner = source[(i + 1)...].drop(while: isTagSpace)
      guard inner.first == UInt8(ascii: "/") else { continue }
      let word = inner.dropFirst().drop(while: isTagSpace)
      let name = word.prefix { isNameByte($0) || $0 == UInt8(ascii: "/") }
      let close = source[name.endIndex...].drop(while: isTagSpace)
      guard close.starts(with: [sign, UInt8(ascii: "}"), UInt8(ascii: "}")]) else { continue }
      i = close.startIndex + 3
      ends[name, default: []].append(start..<i)
    }
  }

  /// The first end tag of a name at or after an offset: O(log tags).
  func first(_ name: ArraySlice<UInt8>, after offset: Int) -> Range<Int>? {
    guard let tags = ends[name] else { return nil }
    var low = 0
    var high = tags.count
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < tags.count ? tags[low] : nil
  }
}
