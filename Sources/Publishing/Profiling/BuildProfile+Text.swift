extension BuildProfile {
  /// A table for a person: a line a stage, below it a line for each kind of work in it.
  ///
  /// Of what takes turns on all cores there is only processor time; what nobody counts has no column.
  public var text: String {
    let rows = rows
    let total = rows.reduce(into: ResourceUse()) { $0.add($1.use) }
    let peak = rows.compactMap(\.peakBytes).max()
    let columns = Column.all.filter { column in rows.contains { column.value($0.use) != nil } }
    let hasPeak = peak != nil

    var lines = [
      ["stage", "wall ms", "cpu ms", "user", "sys", "of cpu", "parallel"] + columns.map(\.title)
        + (hasPeak ? ["peak MB"] : [])
    ]
    func line(_ name: String, _ use: ResourceUse, peak: Int?) -> [String] {
      [
        name, milliseconds(use.wallNanoseconds), milliseconds(use.processorNanoseconds),
        milliseconds(use.userNanoseconds), milliseconds(use.systemNanoseconds),
        percent(use.processorNanoseconds, of: total.processorNanoseconds),
        percent(use.processorNanoseconds, of: use.wallNanoseconds * cores),
      ] + columns.map { $0.text(use) } + (hasPeak ? [peak.map(megabytes) ?? ""] : [])
    }
    for row in rows {
      lines.append(line(row.stage.rawValue, row.use, peak: row.peakBytes))
      for (name, nanoseconds) in row.parts {
        let share = percent(nanoseconds, of: total.processorNanoseconds)
        lines.append(["  " + name, "", milliseconds(nanoseconds), "", "", share])
      }
    }
    lines.append(line("all", total, peak: peak))
    return aligned(lines) + notes(rows)
  }

  /// What the columns mean, as far as they do not say it themselves.
  private func notes(_ rows: [Row]) -> String {
    let isCounted = rows.contains { $0.use.allocations != nil }
    let cores = Labels.count(cores, "core", "cores")
    return """
      parallel: cpu of what \(cores) could have done; peak: resident; read, written: by system calls
      heap: by how much what malloc has given out grew\(isCounted ? "" : """
        ; the C library counts no allocations:
        preload Tests/Benchmarks/count_allocations.c for these
        """)
      """
  }

  private func aligned(_ lines: [[String]]) -> String {
    let widths = lines[0].indices.map { column in
      lines.map { column < $0.count ? $0[column].utf8.count : 0 }.max() ?? 0
    }
    var text = ""
    for line in lines {
      for (column, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.utf8.count)
        text += column == 0 ? cell + blanks : "  " + blanks + cell
      }
      text += "\n"
    }
    return text
  }
}

extension BuildProfile.Row {
  /// The kinds of work with their processor time in nanoseconds, and what remains of the stage.
  var parts: [(name: String, nanoseconds: Int)] {
    guard !work.isEmpty else { return [] }
    let rest = use.processorNanoseconds - work.reduce(0) { $0 + $1.nanoseconds }
    return work.map { ($0.work.rawValue, $0.nanoseconds) } + [("the rest", max(0, rest))]
  }
}

extension ResourceUse {
  /// Adds what another stage used; what one of them does not know remains unknown.
  fileprivate mutating func add(_ other: ResourceUse) {
    wallNanoseconds += other.wallNanoseconds
    userNanoseconds += other.userNanoseconds
    systemNanoseconds += other.systemNanoseconds
    for field in [
      \ResourceUse.readBytes, \.writtenBytes, \.allocations, \.allocatedBytes, \.heapBytes,
    ] {
      guard let more = other[keyPath: field] else { continue }
      self[keyPath: field] = (self[keyPath: field] ?? 0) + more
    }
  }
}

/// A column that a table only has where the system fills it.
private struct Column {
  let title: String
  let value: (ResourceUse) -> Int?
  let shown: (Int) -> String

  func text(_ use: ResourceUse) -> String { value(use).map(shown) ?? "" }

  static var all: [Column] {
    [
      Column(title: "read MB", value: \.readBytes, shown: megabytes),
      Column(title: "written MB", value: \.writtenBytes, shown: megabytes),
      Column(title: "allocations", value: \.allocations, shown: Labels.grouped),
      Column(title: "allocated MB", value: \.allocatedBytes, shown: megabytes),
      Column(title: "heap MB", value: \.heapBytes, shown: megabytes),
    ]
  }
}

/// With one decimal.
private func milliseconds(_ nanoseconds: Int) -> String {
  tenths((nanoseconds + 50_000) / 100_000)
}

/// With one decimal.
private func megabytes(_ bytes: Int) -> String {
  tenths((bytes + (bytes < 0 ? -50_000 : 50_000)) / 100_000)
}

private func tenths(_ number: Int) -> String {
  "\(number < 0 ? "-" : "")\(Labels.grouped(abs(number) / 10)).\(abs(number) % 10)"
}

private func percent(_ part: Int, of whole: Int) -> String {
  whole > 0 ? "\((part * 100 + whole / 2) / whole) %" : ""
}
