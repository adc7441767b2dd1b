import Markup

extension MarkdownDocument {
  /// Lets links from the site's root name the page's file, `/2017/` as `/2017/index.html`, as a
  /// site needs it that is read from a disk (`links: file`).
  mutating func nameFilesInLinks() {
    rewriteLinks { address, _ in
      let bytes = address.withUnsafeBufferPointer { Array($0) }
      guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/") else {
        return .keep
      }
      let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      let path = bytes[..<(end ?? bytes.count)]
      guard path.last == UInt8(ascii: "/") else { return .keep }
      return .replace(Array(path) + Array("index.html".utf8) + bytes[(end ?? bytes.count)...])
    }
  }
}
