import ArchiveModel

extension SegmentEncoding {
  /// What results show, a line each; parts that say nothing new are empty.
  static func records(_ records: ArraySlice<SearchRecord>) -> [UInt8] {
    var text = TextWriter()
    var label = ""
    var folder = ""
    for record in records {
      let path = PathParts(record.path)
      text.write(plain(record.title))
      text.write(1)
      text.write(path.name == SearchRecord.name(of: record.title) ? [] : Array(path.name.utf8))
      text.write(1)
      text.write(path.folder == folder ? [] : Array(path.folder.utf8))
      text.write(1)
      text.write(record.label == label ? [] : plain(record.label))
      text.write(1)
      text.write(plain(record.lead))
      text.write(10)
      (label, folder) = (record.label, path.folder)
    }
    text.write(0)
    return text.finished()
  }

  /// A text in one line, without control characters.
  private static func plain(_ text: String) -> [UInt8] {
    text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
  }
}

/// `2017/03/26/` and `slug/` of an address.
private struct PathParts {
  var folder: String
  var name: String

  init(_ path: String) {
    let body = path.hasSuffix("/") ? path.dropLast() : path[...]
    let cut = body.lastIndex(of: "/").map { body.index(after: $0) } ?? body.startIndex
    folder = String(path[..<cut])
    name = String(path[cut...])
  }
}

extension SearchRecord {
  /// The last part of the address that a title most often has; the browser makes the same of it.
  ///
  /// Nothing where the title has what only `Slug` knows how to write.
  static func name(of title: String) -> String? {
    var name: [UInt8] = []
    for scalar in title.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": name.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case "'", "\u{2018}", "\u{2019}": break
      case "\u{1}"..."\u{7E}", "\u{2010}"..."\u{2026}":
        if let last = name.last, last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
      default: return nil
      }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    return String(decoding: name, as: UTF8.self) + "/"
  }
}
