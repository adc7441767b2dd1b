import ArchiveModel
import Loading
import Markup

/// Where the lines of a body begin, by which the places that libcmark counts are found in the file.
struct BodyLines {
  private let source: Source
  private let starts: [Int]

  /// O(body).
  init(of source: Source) {
    self.source = source
    var starts = [0]
    for i in source.body.indices where source.body[i] == 0x0A { starts.append(i + 1) }
    self.starts = starts
  }

  /// A place in the body as a place in the file; O(1).
  func place(of position: MarkdownPosition) -> SourceRange {
    let line = max(0, min(position.line - 1, starts.count - 1))
    let offset = min(starts[line] + max(position.column - 1, 0), source.body.count)
    let start = source.bodyStart + offset
    return SourceRange(path: source.filePlace.path, offsets: start..<start)
  }
}
