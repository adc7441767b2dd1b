/// A table for a person: names to the left, figures to the right.
struct TextTable {
  /// How many columns are names.
  let names: Int
  private var rows: [[String]] = []

  init(names: Int) { self.names = names }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows, aligned; an empty row is an empty line.
  var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += (column < names ? cell + blanks : blanks + cell) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    .joined(separator: "\n")
  }

  /// Per cent with one decimal: 0.7315 is "73.2".
  static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A difference in points: "+3.1".
  static func points(_ value: Double) -> String {
    (value < 0 ? "" : "+") + percent(value)
  }
}
