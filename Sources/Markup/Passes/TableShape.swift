/// The rows of a table as they stand in the source (GFM, 4.10).
enum TableShape {
  /// Where the text of a column stands in its cells.
  enum Alignment {
    case none, left, center, right
  }

  /// The offsets of the cells of a row, without white space at their ends.
  ///
  /// A pipe parts cells unless a backslash stands before it; the ones at both ends are optional.
  static func cells(of row: Range<Int>, in lines: SourceLines) -> [Range<Int>] {
    let bytes = lines.bytes
    var row = lines.trimmed(row)
    if let first = row.first, bytes[first] == UInt8(ascii: "|") {
      row = first + 1..<row.upperBound
    }
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    var i = start
    while i < row.upperBound {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < row.upperBound, bytes[i + 1] == UInt8(ascii: "|") {
        i += 2
        continue
      }
      if bytes[i] == UInt8(ascii: "|") {
        cells.append(lines.trimmed(start..<i))
        start = i + 1
      }
      i += 1
    }
    if start < row.upperBound { cells.append(lines.trimmed(start..<row.upperBound)) }
    return cells
  }

  /// The alignments that a delimiter row states, nil where the line is none.
  static func alignments(of row: Range<Int>, in lines: SourceLines) -> [Alignment]? {
    let bytes = lines.bytes
    var hasPipe = false
    for i in row {
      switch bytes[i] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
      default: return nil
      }
    }
    guard hasPipe else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(of: row, in: lines) {
      guard let first = cell.first, let last = cell.last else { return nil }
      let isLeft = bytes[first] == UInt8(ascii: ":")
      let isRight = bytes[last] == UInt8(ascii: ":")
      let start = isLeft ? first + 1 : first
      let end = isRight ? last : last + 1
      guard start < end, bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: "-") })
      else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }
}
