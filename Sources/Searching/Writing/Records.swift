import ArchiveModel

/// Writes what results show, a line each; parts of it that say nothing new are empty.
///
/// The first file of a segment is one text. All others are in parts of a few results, each written
/// as if the first file stood before it: so little needs to be read for one result.
///
/// It never changes once it is made, though what it knows stands behind a pointer: so all cores may
/// read it at once.
final class RecordModel: @unchecked Sendable {
  /// How many results a part has.
  static let part = 13

  /// What has learnt from the first file.
  private let model: TextModel
  /// The text of the first file.
  private let first: [UInt8]

  /// Learns from what stands in the first file of a segment.
  init(first records: [SearchRecord]) {
    var text = TextWriter()
    first = text.symbols(of: RecordModel.lines(records[...]))
    model = TextModel(text.model)
  }

  /// A writer for `symbols`, for one task.
  func writer() -> TextWriter { TextWriter(after: model) }

  /// The texts of a file, which may be the first.
  func symbols(
    of records: [SearchRecord], isFirst: Bool, by text: inout TextWriter
  ) -> [[UInt8]] {
    if isFirst { return [first] }
    return records.indices.pieces(of: RecordModel.part).map {
      text.symbols(of: RecordModel.lines(records[$0]), after: model)
    }
  }

  private static func lines(_ records: ArraySlice<SearchRecord>) -> [UInt8] {
    var text: [UInt8] = []
    var label = ""
    var folder = ""
    for record in records {
      let path = PathParts(record.path)
      text += plain(record.title)
      text.append(1)
      if path.name != SearchRecord.name(of: record.title) { text += path.name.utf8 }
      text.append(1)
      if path.folder != folder { text += path.folder.utf8 }
      text.append(1)
      if record.label != label { text += plain(record.label) }
      text.append(1)
      text += plain(record.lead)
      text.append(10)
      (label, folder) = (record.label, path.folder)
    }
    text.append(0)
    return text
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
