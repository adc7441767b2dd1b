/// The figures of all sets as a person reads them: a table, means, the other kinds, speed.
struct AccuracyReport {
  let sets: [SetMeasurement]
  let miscellany: MiscellanyScore

  /// The sets whose mean is the goal; the others' annotation is noisy or incomplete.
  private static let judged: Set = ["gum-news", "wikigold", "worldwide-grey"]

  private var hasSpacy: Bool { sets.contains { $0.theirs != nil } }

  var text: String {
    [table.text, others.text, speed].joined(separator: "\n\n")
  }

  private var table: TextTable {
    var table = TextTable(names: 2)
    table.add(
      ["set", "kind", "spans", "P", "R", "F1"]
        + (hasSpacy ? ["spaCy P", "R", "F1", "ours"] : []))
    for set in sets {
      var name = set.name
      func add(_ kind: String, _ ours: SpanCount, _ theirs: SpanCount?) {
        table.add([name, kind, "\(ours.wanted)"] + AccuracyReport.cells(ours, theirs))
        name = ""
      }
      for kind in ConllKind.allCases where kind != .miscellany {
        add(kind.label, set.ours[kind], set.theirs?[kind])
      }
      add("all", set.ours.all, set.theirs?.all)
      add("MISC", set.ours[.miscellany], set.theirs?[.miscellany])
      if set.name != sets.last?.name { table.add([]) }
    }
    let judged = sets.filter { AccuracyReport.judged.contains($0.name) }
    if judged.count == AccuracyReport.judged.count {
      table.add([])
      table.add(mean("all", "three sets", of: judged) { $0.all.f1 })
      table.add(mean("ORG", "", of: judged) { $0[.organization].f1 })
    }
    if sets.count > judged.count {
      table.add(mean("all", "\(sets.count) sets", of: sets) { $0.all.f1 })
      table.add(mean("ORG", "", of: sets) { $0[.organization].f1 })
    }
    return table
  }

  private static func cells(_ ours: SpanCount, _ theirs: SpanCount?) -> [String] {
    var cells = [ours.precision, ours.recall, ours.f1].map { TextTable.percent($0) }
    if let theirs {
      cells += [theirs.precision, theirs.recall, theirs.f1].map { TextTable.percent($0) }
      cells.append(TextTable.points(ours.f1 - theirs.f1))
    }
    return cells
  }

  private func mean(
    _ kind: String, _ name: String, of sets: [SetMeasurement], _ f1: (SpanScore) -> Double
  ) -> [String] {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }
    let ours = mean(sets.map { f1($0.ours) })
    let row = [name.isEmpty ? "" : "mean of \(name)", kind, "", "", "", TextTable.percent(ours)]
    let scores = sets.compactMap(\.theirs)
    guard scores.count == sets.count else { return row }
    let theirs = mean(scores.map(f1))
    return row + ["", "", TextTable.percent(theirs), TextTable.points(ours - theirs)]
  }

  /// The kinds that the sets lump together as MISC.
  private var others: TextTable {
    var table = TextTable(names: 1)
    table.add(["kind", "found", "is MISC", "overlaps MISC"])
    for (name, count) in miscellany.rows {
      let found = Double(max(count.found, 1))
      table.add([
        name, "\(count.found)", TextTable.percent(Double(count.right) / found),
        TextTable.percent(Double(count.overlapping) / found),
      ])
    }
    let wanted = sets.reduce(0) { $0 + $1.ours[.miscellany].wanted }
    let right = sets.reduce(0) { $0 + $1.ours[.miscellany].right }
    let overlapped = sets.reduce(0) { $0 + $1.ours.miscellanyOverlapped }
    let all = Double(max(wanted, 1))
    table.add([
      "of \(wanted) MISC", "", TextTable.percent(Double(right) / all),
      TextTable.percent(Double(overlapped) / all),
    ])
    return table
  }

  private var speed: String {
    let words = Double(sets.reduce(0) { $0 + $1.words })
    let seconds = sets.reduce(0) { $0 + $1.seconds }
    let theirs = sets.reduce(0) { $0 + $1.theirSeconds }
    var line = "\(Int(words / max(seconds, 1e-9))) words a second, cold"
    if theirs > 0 { line += "; spaCy \(Int(words / theirs)), its tokens given" }
    return line
  }
}
