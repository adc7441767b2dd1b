/// What stands compressed in a file: of gzip, zip (and so of office documents and books), PNG and
/// PDF.
enum CompressedParts {
  /// The parts of a file, each with where it begins; O(bytes), and what they grow to.
  static func of(_ file: [UInt8]) -> [(offset: Int, bytes: [UInt8])] {
    var parts: [(offset: Int, bytes: [UInt8])] = []
    func add(_ offset: Int, _ start: Int) {
      guard start < file.count, let bytes = Inflate.decompressed(file[start...]) else { return }
      parts.append((offset, bytes))
    }
    if file.starts(with: [0x1F, 0x8B, 8]) {
      if let start = endOfGzipHeader(file) { add(0, start) }
    } else if file.starts(with: [0x50, 0x4B, 3, 4]) {
      for start in places(of: [0x50, 0x4B, 3, 4], in: file) where start + 30 < file.count {
        let isDeflated = file[start + 8] == 8
        let nameCount = Int(file[start + 26]) | Int(file[start + 27]) << 8
        let extraCount = Int(file[start + 28]) | Int(file[start + 29]) << 8
        if isDeflated { add(start, start + 30 + nameCount + extraCount) }
      }
    } else if file.starts(with: "%PDF".utf8) {
      for start in places(of: Array("stream".utf8), in: file) {
        var data = start + 6
        while data < file.count, file[data] == 0x0D || file[data] == 0x0A { data += 1 }
        if isZlib(file, data) { add(start, data + 2) }
      }
    } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      for name in ["zTXt", "iTXt"] {
        for start in places(of: Array(name.utf8), in: file) {
          // Behind a keyword, and for some a language, the stream begins.
          let head = start + 4..<min(start + 300, file.count)
          if let data = head.first(where: { isZlib(file, $0) }) { add(start, data + 2) }
        }
      }
    }
    return parts
  }

  private static func isZlib(_ file: [UInt8], _ start: Int) -> Bool {
    guard start + 2 < file.count, file[start] & 0x0F == 8, file[start] >> 4 < 8 else {
      return false
    }
    return (Int(file[start]) << 8 | Int(file[start + 1])) % 31 == 0 && file[start + 1] & 0x20 == 0
  }

  private static func endOfGzipHeader(_ file: [UInt8]) -> Int? {
    guard file.count > 18 else { return nil }
    let flags = file[3]
    var start = 10
    if flags & 4 != 0 { start += 2 + (Int(file[start]) | Int(file[start + 1]) << 8) }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      while start < file.count, file[start] != 0 { start += 1 }
      start += 1
    }
    if flags & 2 != 0 { start += 2 }
    return start < file.count ? start : nil
  }

  private static func places(of mark: [UInt8], in file: [UInt8]) -> [Int] {
    var places: [Int] = []
    var rest = file[...]
    while let found = rest.firstRange(of: mark) {
      places.append(found.lowerBound)
      rest = file[found.upperBound...]
    }
    return places
  }
}
