import ArchiveModel
import Loading

/// The records as a table for people who do not edit YAML, and what is changed in it.
public enum RecordTable {
  /// All records as a table, by id.
  ///
  /// - Parameter isForExcel: with the mark and the line ends that Excel wants.
  public static func csv(of archive: Archive, isForExcel: Bool) throws(DeskProblem) -> [UInt8] {
    let lineEnd = isForExcel ? "\r\n" : "\n"
    var text = isForExcel ? "\u{FEFF}" : ""
    text += CSVText.row(RecordColumn.allCases.map(\.rawValue), lineEnd: lineEnd)
    var edits = RecordEdits(archive)
    for record in archive.authorities {
      let cells = try edits.edit(record.id) { edit throws(EditRefusal) in
        RecordColumn.allCases.map { $0.cell(of: record.id, in: edit) }
      }
      text += CSVText.row(cells, lineEnd: lineEnd)
    }
    return Array(text.utf8)
  }

  /// The archive whose records an editor is given: with the names that are redacted.
  public static func archive(_ archive: Archive) throws(EnvironmentFault) -> Archive {
    try archive.showingHiddenNames(true)
  }

  /// What is wrong with a table, a line each.
  public struct Problems: Error {
    /// Each names its row and its column.
    public let lines: [String]
  }
}

extension Desk {
  /// What a table asks for: cells that differ from the records are written, and new rows added; a row
  /// that is not there deletes nothing.
  ///
  /// - Parameter name: the table's file, as it is shown.
  public func importing(
    _ file: [UInt8], from name: String
  ) throws(DeskProblem) -> Result<DeskChange, RecordTable.Problems> {
    var reader = TableReader(self, name)
    reader.read(file)
    guard reader.problems.isEmpty else {
      return .failure(RecordTable.Problems(lines: reader.problems))
    }
    var edits = RecordEdits(archive)
    for row in reader.rows { try write(row, to: &edits) }
    return .success(
      DeskChange(title: "import \(name)", files: try edits.finished(), notes: reader.notes))
  }

  private func write(_ row: TableReader.Row, to edits: inout RecordEdits) throws(DeskProblem) {
    guard row.isNew else {
      for (column, value) in row.values { try write(column, value, of: row.id, to: &edits) }
      return
    }
    guard case .text(let type)? = row.values.first(where: { $0.column == .type })?.value,
      let kind = EntityKind(name: type)
    else { return }
    let fields = row.values.compactMap { column, value in
      column.key.outer.isEmpty ? value.map { EditEntry(column.key.key, $0) } : nil
    }
    try edits.add(row.id, kind, fields)
    for (column, value) in row.values where !column.key.outer.isEmpty && value != nil {
      try write(column, value, of: row.id, to: &edits)
    }
  }

  private func write(
    _ column: RecordColumn, _ value: EditValue?, of id: Slug, to edits: inout RecordEdits
  ) throws(DeskProblem) {
    let (outer, key) = column.key
    if column == .type, case .text(let name)? = value, let kind = EntityKind(name: name),
      let record = archive.authorities.first(where: { $0.id == id }), record.kind != kind
    {
      try changeKind(of: record, to: kind, in: &edits)
      return
    }
    try edits.edit(id) { edit throws(EditRefusal) in
      guard let value else { return try edit.remove(key, in: outer, of: id) }
      let map = outer.first.map { edit.has($0, of: id) } ?? true
      if map {
        try edit.set(key, in: outer, of: id, to: value)
      } else {
        try edit.set(outer[0], of: id, to: .map([EditEntry(key, value)]))
      }
    }
  }
}
