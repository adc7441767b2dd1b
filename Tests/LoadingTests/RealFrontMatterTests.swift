import ArchiveModel
import Testing

@testable import Loading

/// The front matters of real archives in the shared corpora, `front-matter/real.jsonl`.
@Suite struct `Real front matter` {
  @Test func `Every one is read, and says what other readers say it says`() throws {
    guard let folder = SharedData.folder("corpora/front-matter") else { return }
    let lines = String(
      decoding: try readFile(at: folder + "/real.jsonl"), as: UTF8.self
    ).split(separator: "\n")
    for line in lines {
      let fields = try SharedData.fields(String(line))
      let name = try #require(fields["name"] as? String)
      let text = try #require(fields["source"] as? String)
      let frontMatter = FrontMatter(of: DecodedText(Array(text.utf8)).bytes, path: name)

      #expect(frontMatter.diagnostics.filter { $0.severity == .error } == [], "\(name)")
      let expected = (fields["expect"] as? [String: Any])?["parsed"] as? [String: Any]
      // One is refused by the other reader alone: two tabs behind a value.
      guard let expected else { continue }
      #expect(Set(frontMatter.entries.map(\.key)) == Set(expected.keys), "\(name)")
      for entry in frontMatter.entries {
        let wanted = expected[entry.key] ?? ""
        if !isEqual(entry.value, wanted) {
          Issue.record("\(name): \(entry.key) is \(entry.value.content), not \(wanted)")
        }
      }
    }

    #expect(lines.count == 133)
  }

  private func isEqual(_ value: FrontMatterValue, _ wanted: Any) -> Bool {
    switch (value.content, wanted) {
    case (.list(let items), let list as [Any]):
      items.count == list.count && zip(items, list).allSatisfy { isEqual($0, $1) }
    case (.map(let entries), let map as [String: Any]):
      entries.count == map.count
        && entries.allSatisfy { isEqual($0.value, map[$0.key] ?? "") }
    case (.null, _), (.text("null", isQuoted: false), _): wanted is JSONNull
    case (.text(let text, _), let flag as Bool):
      ["true", "yes", "on"].contains(text.lowercased()) == flag
    case (.text(let text, _), let wanted):
      isEqual(text, "\(wanted)")
    default: false
    }
  }

  /// Dates are the same however they are written.
  private func isEqual(_ text: String, _ wanted: String) -> Bool {
    if text == wanted { return true }
    if let number = Double(text), number == Double(wanted) { return true }
    let dates = [text, wanted].map { try? ArchiveDate(parsing: $0) }
    return dates[0] != nil && dates[0] == dates[1]
  }
}
