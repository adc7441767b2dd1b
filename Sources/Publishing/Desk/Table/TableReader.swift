import ArchiveModel
import Loading

/// Reads a table of records and finds what differs from the archive's own, with every problem by its
/// row and column.
struct TableReader {
  /// A record, and the values that are to be written.
  struct Row {
    let id: Slug
    let isNew: Bool
    /// A nil value takes the key out.
    var values: [(column: RecordColumn, value: EditValue?)] = []
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [String] = []
  private(set) var notes: [String] = []

  private let name: String
  private var edits: RecordEdits
  private let known: Set<Slug>
  private var seen: [Slug: Int] = [:]

  init(_ desk: Desk, _ name: String) {
    self.name = name
    edits = RecordEdits(desk.archive)
    known = Set(desk.archive.authorities.map(\.id))
  }

  mutating func read(_ file: [UInt8]) {
    var bytes = file[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.append(
        "\(name): error: only tables in UTF-8 are read\n  = help: save it as CSV UTF-8")
      return
    }
    do throws(CSVText.Failure) {
      let table = try CSVText.rows(text)
      guard let header = table.first else {
        problems.append("\(name): error: the table is empty")
        return
      }
      guard let columns = columns(of: header) else { return }
      for row in table.dropFirst() { read(row, columns) }
      let missing = known.subtracting(seen.keys)
      if !missing.isEmpty {
        notes.append(
          "\(Labels.count(missing.count, "record is", "records are")) not in the table, and kept as "
            + "they are")
      }
    } catch {
      problems.append("\(name):\(error.line): error: \(error.message)")
    }
  }

  private mutating func columns(of header: CSVText.Row) -> [RecordColumn]? {
    var columns: [RecordColumn] = []
    for (index, title) in header.cells.enumerated() {
      let folded = title.lowercased().split { $0.isWhitespace }.joined(separator: "_")
        .replacing("-", with: "_")
      guard let column = RecordColumn(rawValue: folded) else {
        let names = RecordColumn.allCases.map(\.rawValue)
        complain(
          header, index, "there is no column “\(title)”",
          Spelling.nearest(to: folded, in: names).map { "did you mean \($0)?" }
            ?? "the columns are \(names.joined(separator: ", "))")
        continue
      }
      if columns.contains(column) { complain(header, index, "this column is there twice") }
      columns.append(column)
    }
    if problems.isEmpty, !columns.contains(.id) {
      complain(header, 0, "the first row has a column id, and others")
    }
    return problems.isEmpty ? columns : nil
  }

  private mutating func read(_ row: CSVText.Row, _ columns: [RecordColumn]) {
    guard row.cells.count == columns.count else {
      complain(
        row, row.cells.count,
        "this row has \(row.cells.count) cells, and the first one \(columns.count)")
      return
    }
    let cells = row.cells.map(CSVText.unguarded)
    guard let idIndex = columns.firstIndex(of: .id) else { return }
    guard let id = Slug(exactly: cells[idIndex]) else {
      complain(
        row, idIndex,
        "an id has lower-case letters a to z, digits, and hyphens, not “\(cells[idIndex])”",
        "write \(Slug(cells[idIndex]))")
      return
    }
    if let first = seen.updateValue(row.line, forKey: id) {
      complain(row, idIndex, "the id \(id) is in row \(first) already")
      return
    }
    var result = Row(id: id, isNew: !known.contains(id))
    for (index, column) in columns.enumerated() where column != .id {
      read(cells[index], of: column, row, index, into: &result)
    }
    if result.isNew {
      for column in [RecordColumn.type, .name]
      where !result.values.contains(where: { $0.column == column && $0.value != nil }) {
        complain(
          row, columns.firstIndex(of: column) ?? idIndex,
          "a new record has a \(column.rawValue), and \(id) has none")
      }
      // As the keys usually stand.
      result.values.sort { a, b in
        let order = RecordColumn.allCases
        return order.firstIndex(of: a.column) ?? 0 < order.firstIndex(of: b.column) ?? 0
      }
    }
    if !result.values.isEmpty { rows.append(result) }
  }

  private mutating func read(
    _ cell: String, of column: RecordColumn, _ row: CSVText.Row, _ index: Int,
    into result: inout Row
  ) {
    let id = result.id
    if !result.isNew {
      let current: (cell: String, isFlat: Bool)
      do throws(DeskProblem) {
        current = try edits.edit(id) { edit throws(EditRefusal) in
          (column.cell(of: id, in: edit), !column.isList || edit.isFlat(column.rawValue, of: id))
        }
      } catch {
        complain(row, index, "the record \(id) cannot be read")
        return
      }
      guard !column.isSame(cell, current.cell) else { return }
      guard current.isFlat else {
        complain(
          row, index, "\(column.rawValue) of \(id) has more than names in its file",
          "change it there, and leave this cell as it was")
        return
      }
    }
    do throws(RecordColumn.Complaint) {
      let value = try column.value(cell)
      if value == nil, column == .type || column == .name {
        complain(row, index, "a record has a \(column.rawValue)")
        return
      }
      if value != nil || !result.isNew { result.values.append((column, value)) }
    } catch {
      complain(row, index, error.message, error.help)
    }
  }

  /// Names the row by its line and the column by its letter, as a spreadsheet shows them.
  private mutating func complain(
    _ row: CSVText.Row, _ index: Int, _ message: String, _ help: String? = nil
  ) {
    problems.append(
      "\(name):\(row.line): column \(TableReader.letters(index)): error: \(message.visible)"
        + (help.map { "\n  = help: \($0.visible)" } ?? ""))
  }

  /// The letters of a column, as a spreadsheet has them: A to Z, AA, AB.
  static func letters(_ index: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? String(letter) : letters(index / 26 - 1) + String(letter)
  }
}
