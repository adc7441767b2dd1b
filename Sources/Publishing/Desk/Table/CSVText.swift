/// Tables as text, as spreadsheets write and read them (RFC 4180).
enum CSVText {
  /// A row and where it begins, in lines from 1.
  struct Row {
    let line: Int
    var cells: [String]
  }

  /// Why a text is no table.
  struct Failure: Error {
    let line: Int
    let message: String
  }

  // MARK: Writing

  /// A row with its end; what a spreadsheet would take for a formula is marked as text.
  static func row(_ cells: [String], lineEnd: String) -> String {
    cells.map { quoted(guarded($0)) }.joined(separator: ",") + lineEnd
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",;\"\n\r\t".utf8.contains($0) }) || cell.first == " " else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// A formula in a cell is run by whoever opens the table: an apostrophe says that it is text.
  ///
  /// A number is none, and a text that begins with an apostrophe before such a sign gets another
  /// one, so that `unguarded` gives back what was there.
  static func guarded(_ cell: String) -> String {
    let rest = cell.drop { $0 == "'" }
    guard let first = rest.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(cell) == nil
    else { return cell }
    return "'" + cell
  }

  /// The cell without the apostrophe that marks it as text.
  static func unguarded(_ cell: String) -> String {
    guard cell.hasPrefix("'") else { return cell }
    let text = String(cell.dropFirst())
    return guarded(text) == cell ? text : cell
  }

  // MARK: Reading

  /// The rows of a table; apart by commas, semicolons or tabs, as its first line has them.
  ///
  /// Line ends of all kinds are read; empty lines are no rows. O(bytes).
  static func rows(_ text: String) throws(Failure) -> [Row] {
    let bytes = Array(text.utf8)
    let separator = separator(of: bytes)
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var (line, rowLine) = (1, 1)
    var isQuoted = false
    var wasQuoted = false
    var i = 0

    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      wasQuoted = false
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: rowLine, cells: cells)) }
      cells = []
    }
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if i < bytes.count, bytes[i] == UInt8(ascii: "\"") {
            cell.append(byte)
            i += 1
          } else {
            isQuoted = false
          }
        } else if byte == UInt8(ascii: "\r") {
          // A line's end in a cell is a line feed, whatever the program.
          if i >= bytes.count || bytes[i] != UInt8(ascii: "\n") {
            line += 1
            cell.append(UInt8(ascii: "\n"))
          }
        } else {
          if byte == UInt8(ascii: "\n") { line += 1 }
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case separator: endCell()
      case UInt8(ascii: "\r") where i < bytes.count && bytes[i] == UInt8(ascii: "\n"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        endRow()
        line += 1
        rowLine = line
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      default:
        guard !wasQuoted else {
          throw Failure(line: line, message: "text stands behind a closing quote")
        }
        cell.append(byte)
      }
    }
    guard !isQuoted else {
      throw Failure(line: rowLine, message: "a quote that opens in this row is not closed")
    }
    if !cell.isEmpty || !cells.isEmpty || wasQuoted { endRow() }
    return rows
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { sign in first.count { $0 == sign } }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[most]
  }
}
