import ArchiveModel

/// All authority records of an archive: of several files, checked against each other.
struct AuthoritySet {
  /// Sorted by id.
  private(set) var records: [AuthorityRecord] = []
  /// Strong names, folded, that stand for more than one record.
  private(set) var clashingNames: Set<String> = []
  /// The redactions that were applied.
  private(set) var redactions: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads record files, given by their paths in the content folder.
  init(
    _ paths: [String], in files: ContentFiles, shownPrefix: String, hiding names: HiddenNames? = nil
  ) {
    for file in paths {
      let shownPath = shownPrefix + file
      do throws(FileFailure) {
        var reader = AuthorityFile(path: shownPath, hiding: names)
        reader.read(try files.read(file))
        records += reader.records
        redactions.formUnion(reader.redactions)
        diagnostics += reader.values.diagnostics
      } catch {
        diagnostics.append(
          Diagnostic(
            .fileUnreadable, "these records cannot be read: \(error.reason)",
            at: SourceRange(path: shownPath)))
      }
    }
    dropDuplicates()
    findClashes()
    findUnknownReferences()
    findCycles()
  }

  /// The first record with an id stays; both places are told.
  private mutating func dropDuplicates() {
    var first: [Slug: SourceRange] = [:]
    var kept: [AuthorityRecord] = []
    kept.reserveCapacity(records.count)
    for record in records {
      if let other = first[record.id] {
        diagnostics.append(
          Diagnostic(
            .identifierDuplicate, "two records have the id “\(record.id)”", at: record.place,
            other: other, note: "this one is left out",
            suggestion: "give it another id, or write both as one record"))
      } else {
        first[record.id] = record.place
        kept.append(record)
      }
    }
    records = kept.sorted { $0.id < $1.id }
  }

  /// A strong name of two records matches neither, unless the article says which.
  private mutating func findClashes() {
    var bearers: [String: Int] = [:]
    bearers.reserveCapacity(records.count * 2)
    for (index, record) in records.enumerated() {
      for name in [record.name] + record.names {
        let folded = AuthorityFile.folded(name, isCaseSensitive: record.isCaseSensitive)
        guard let other = bearers.updateValue(index, forKey: folded), other != index else {
          continue
        }
        guard clashingNames.insert(folded).inserted else { continue }
        diagnostics.append(
          Diagnostic(
            .authorityClash,
            "“\(name)” is a strong name of both “\(records[other].id)” and “\(record.id)”",
            at: record.place, other: records[other].place,
            note: "neither matches by it, unless an article says which",
            suggestion: "write it under weak in one of them"))
      }
    }
  }

  /// `part_of` and `not_same_as` name records; whatever else they name stays, and does nothing.
  private mutating func findUnknownReferences() {
    let sorted = records.map(\.id.description)
    let ids = Set(sorted)
    // A search through all ids for each of a few; nobody reads a thousand suggestions.
    var suggestions = 20
    for record in records {
      for id in record.partOf + record.notSameAs where !ids.contains(id) {
        suggestions -= 1
        let nearest = suggestions > 0 ? Spelling.nearest(to: id, in: sorted) : nil
        diagnostics.append(
          Diagnostic(
            .valueType, "no record has the id “\(id)”", at: record.place,
            suggestion: nearest.map { "did you mean \($0)?" }))
      }
    }
  }

  /// Who is part of itself through others: each circle is told once, at its first record.
  ///
  /// Walks from each record along `part_of`, and no record twice: O(records + references).
  private mutating func findCycles() {
    var indices: [String: Int] = [:]
    for index in records.indices { indices[records[index].id.description] = index }
    var isDone = Array(repeating: false, count: records.count)
    for start in records.indices where !isDone[start] {
      // The chain from the start, each record with how many of its references were followed.
      var chain = [(record: start, followed: 0)]
      var positions = [start: 0]
      while let (record, followed) = chain.last {
        let references = records[record].partOf
        guard followed < references.count else {
          isDone[record] = true
          positions[record] = nil
          chain.removeLast()
          continue
        }
        chain[chain.count - 1].followed += 1
        guard let next = indices[references[followed]], !isDone[next] else { continue }
        if let position = positions[next] {
          report(cycle: chain[position...].map(\.record))
        } else {
          positions[next] = chain.count
          chain.append((next, 0))
        }
      }
    }
  }

  private mutating func report(cycle: [Int]) {
    let names = (cycle + cycle.prefix(1)).map { "“\(records[$0].id)”" }
    let shown = names.count <= 6 ? names : names.prefix(3) + ["…"] + names.suffix(2)
    diagnostics.append(
      Diagnostic(
        .authorityCycle, "this is part of itself: \(shown.joined(separator: " in "))",
        at: records[cycle[0]].place,
        suggestion: "take part_of out of one of them"))
  }
}
