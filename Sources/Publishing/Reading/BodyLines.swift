import ArchiveModel
import Markup

/// A text of the archive: where relative addresses in it begin, and where its lines are counted.
enum TextOrigin {
  /// The body of an article or of a page.
  case body(BodyText)
  /// A text within a file of records: its file below the content folder, and the record.
  case record(path: String, place: SourceRange)

  /// The file, below the content folder.
  var path: String {
    switch self {
    case .body(let text): text.source.article.path
    case .record(let path, _): path
    }
  }
}

/// Where the lines of a body begin, by which the places that libcmark counts are found in the file.
struct BodyLines {
  private let origin: TextOrigin
  private let starts: [Int]

  /// O(body).
  init(of origin: TextOrigin) {
    self.origin = origin
    guard case .body(let text) = origin else {
      starts = []
      return
    }
    var starts = [0]
    let bytes = text.bytes
    for i in bytes.indices where bytes[i] == 0x0A { starts.append(i + 1) }
    self.starts = starts
  }

  /// A place in the body as a place in the file, in a record the record's; O(log constructs).
  func place(of position: MarkdownPosition) -> SourceRange {
    switch origin {
    case .record(_, let place): return place
    case .body(let text):
      let line = max(0, min(position.line - 1, starts.count - 1))
      return text.place(of: starts[line] + max(position.column - 1, 0))
    }
  }
}
