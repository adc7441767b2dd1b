import Foundation

/// What the editors say of names.
extension EditedArchive {
  mutating func editWord(_ edit: Edit) throws -> String? {
    let id: String?
    switch edit {
    case .recordAdded: return try addRecord()
    case .nameIgnored:
      let name = pick(Self.names)
      try write("Content/authorities/ignored.txt", "# Never a name.\n\(name)\n")
      return name
    case .nameRedacted:
      let name = pick(Self.people)
      try write(
        "Content/privacy.yml",
        pick([
          "redact:\n  - name: \(name)\n    date: 2020-01-02\n",
          "suppress: [\(slug(name))]\n", "noindex: [\(slug(name))]\n",
        ]))
      return name
    case .privacyRulesRemoved:
      guard (try? remove("Content/privacy.yml")) != nil else { return nil }
      return "privacy.yml"
    case .recordChanged, .recordRemoved, .recordNoted, .recordsMerged, .recordSplit:
      id = any(records.keys.sorted())
    default: return nil
    }
    guard let id, var record = records[id] else { return nil }
    switch edit {
    case .recordRemoved: records[id] = nil
    case .recordNoted:
      record.lines.append("note: See [the story](/articles/0/a\(below(12)).md). \(step)")
      records[id] = record
    case .recordsMerged:
      // Another's name becomes one of this one's.
      guard let other = any(Self.names.filter { $0 != record.name }) else { return nil }
      let theirs = slug(other)
      records[theirs] = nil
      record.lines = ["names: [\(other), \(other.split(separator: " ").last ?? "")]"]
      if theirs != id { record.lines.append("former_ids: [\(theirs)]") }
      records[id] = record
    case .recordSplit:
      guard let other = any(Self.names.filter { $0 != record.name }) else { return nil }
      record.lines = ["not_same_as: [\(slug(other))]"]
      records[id] = record
      records[slug(other)] = Record(kind: kind(other), name: bare(other))
    default:
      record.lines = [
        pick([
          "names: [\(record.name.split(separator: " ").last ?? "")]", "summary: Now \(step).",
          "page: \(pick(["always", "auto", "never"]))", "index: \(oneOf(2))",
          "same_as: [\"https://www.wikidata.org/entity/Q\(step + 1)\"]",
          "geo: {lat: \(below(60)), lon: 4\(below(9)), country: IQ}", "case_sensitive: true",
          "weak: [\(record.name.split(separator: " ").last ?? "")]",
        ])
      ]
      if oneOf(3) { record.name += " the Elder" }
      records[id] = record
    }
    try writeRecords()
    return "\(id): \(records[id]?.lines ?? [])"
  }

  mutating func addRecord() throws -> String {
    let name = pick(Self.names)
    records[slug(name)] = Record(kind: kind(name), name: bare(name))
    try writeRecords()
    return slug(name)
  }

  private func writeRecords() throws {
    for kind in ["person", "place", "organization"] {
      let path = "Content/authorities/\(kind).yml"
      let mine = records.filter { $0.value.kind == kind }.sorted { $0.key < $1.key }
      if mine.isEmpty {
        try? remove(path)
        continue
      }
      try write(
        path,
        mine.map { id, record in
          "\(id):\n"
            + (["type: \(kind)", "name: \(record.name)"] + record.lines).map { "  \($0)\n" }
            .joined()
        }.joined())
    }
  }

  private func bare(_ name: String) -> String {
    name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  private func slug(_ name: String) -> String {
    bare(name).lowercased().replacing(" ", with: "-")
  }

  private func kind(_ name: String) -> String {
    Self.people.contains(name) ? "person" : Self.places.contains(name) ? "place" : "organization"
  }
}
