import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Any file of records, any edit` {
  @Test func `All other bytes stay, and the library reads what was meant`() throws {
    var generator = Generator(seed: 20_160_704)
    var edited = 0
    var refused = 0
    for _ in 0..<1_000 {
      let (lines, owners) = generator.file()
      let file = Array(lines.joined().utf8)
      let id: Slug = generator.pick(["a", "b-2", "c"])
      var edit = try AuthorityEdit(file, path: "people.yml")
      let change = generator.change()
      let result: [UInt8]
      do throws(EditRefusal) {
        try change.apply(to: &edit, id)
        result = try edit.finished()
      } catch {
        refused += 1
        continue
      }
      edited += 1

      // What belongs to no record, or to another one, is there as it was, in its order.
      var rest = result[...]
      for (line, owner) in zip(lines, owners) where owner != id.description {
        // An empty line may go with the record beside it.
        if case .delete = change, line.allSatisfy(\.isNewline) { continue }
        // Nor has a line an end that becomes the last of a file without one.
        let line = file.last == UInt8(ascii: "\n") ? line : String(line.prefix { !$0.isNewline })
        guard let found = rest.firstRange(of: line.utf8) else {
          Issue.record("\(change) of \(id) lost “\(line)”:\n\(lines.joined())")
          return
        }
        rest = rest[found.upperBound...]
      }
      #expect(file.last == UInt8(ascii: "\n") || result.last != UInt8(ascii: "\n"))

      // Another reader of YAML finds the change, and nothing else changed.
      let (before, after) = (try tree(of: file), try tree(of: result))
      var meant = before
      change.intend(&meant, id.description)
      if after != meant {
        let result = String(decoding: result, as: UTF8.self)
        Issue.record("\(change) of \(id):\n\(lines.joined())\n→\n\(result)")
        return
      }
    }

    print("edits: \(edited) made, \(refused) refused")
    #expect(edited > 950)
  }

  /// What the library reads, by id and key; a last line is read as if it had its end.
  private func tree(of file: [UInt8]) throws -> [String: [String: ValueTree]] {
    let text = DecodedText(file).bytes + (file.last == UInt8(ascii: "\n") ? [] : [0x0A])
    var tree: [String: [String: ValueTree]] = [:]
    for entry in try YAMLDocument(text, 0..<text.count).entries() {
      guard case .map(let fields) = entry.value.content else { continue }
      tree[entry.key] = Dictionary(
        uniqueKeysWithValues: fields.map { ($0.key, ValueTree($0.value)) })
    }
    return tree
  }
}

/// One edit, and what it does to what a file says.
private enum Change {
  case append([String], key: String)
  case set(String, key: String)
  case remove(key: String)
  case take(String, key: String)
  case delete

  func apply(to edit: inout AuthorityEdit, _ id: Slug) throws(EditRefusal) {
    switch self {
    case .append(let texts, let key): try edit.append(texts, to: key, of: id)
    case .set(let text, let key): try edit.set(key, of: id, to: .text(text))
    case .remove(let key): try edit.remove(key, of: id)
    case .take(let text, let key): try edit.remove([text], from: key, of: id)
    case .delete: _ = try edit.delete(id)
    }
  }

  func intend(_ tree: inout [String: [String: ValueTree]], _ id: String) {
    switch self {
    case .append(let texts, let key):
      let old = tree[id]?[key]?.items ?? []
      var new = old
      for text in texts where !new.contains(.text(text)) { new.append(.text(text)) }
      if new != old { tree[id]?[key] = .list(new) }
    case .set(let text, let key): tree[id]?[key] = .text(text)
    case .remove(let key): tree[id]?[key] = nil
    case .take(let text, let key):
      guard let old = tree[id]?[key]?.items, old.contains(.text(text)) else { return }
      let new = old.filter { $0 != .text(text) }
      tree[id]?[key] = new.isEmpty ? nil : .list(new)
    case .delete: tree[id] = nil
    }
  }
}

/// Files of records with comments in all places, always the same for a seed.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return elements[Int(state >> 33) % elements.count]
  }

  mutating func change() -> Change {
    let text = pick(["X", "Zeid Ra'ad", "a: b", "no", "#5", "é, ü", "[x]", "Grande", "\"q\""])
    switch pick([0, 0, 1, 2, 3, 4]) {
    case 0: return .append(pick([[text], [text, "Y Z"]]), key: pick(["names", "weak", "never"]))
    case 1: return .set(text, key: pick(["name", "summary", "note"]))
    case 2: return .remove(key: pick(["names", "weak", "summary", "note"]))
    case 3: return .take(pick(["Grande", "L. Grande", "one"]), key: pick(["names", "weak"]))
    default: return .delete
    }
  }

  /// The lines of a file with their ends, and the id of the record to which each belongs, if any.
  mutating func file() -> (lines: [String], owners: [String?]) {
    let end = pick(["\n", "\n", "\n", "\r\n"])
    let isSpaced = pick([true, false])
    var lines: [String] = []
    var owners: [String?] = []
    func add(_ line: String, _ owner: String? = nil) {
      lines.append(line + end)
      owners.append(owner)
    }
    if pick([true, false]) { add("# People: a list.") }
    for id in ["a", "b-2", "c"] {
      if isSpaced, !lines.isEmpty { add("") }
      if pick([0, 0, 1]) == 1 { add("# Of \(id) {x}: ") }
      for line in record(id) { add(line, id) }
    }
    if pick([true, false]) { add("# the end") }
    if pick([0, 0, 1]) == 1, let last = lines.popLast() { lines.append(String(last.dropLast())) }
    return (lines, owners)
  }

  private mutating func record(_ id: String) -> [String] {
    if pick([0, 0, 0, 1]) == 1 {
      let more = pick(["", ", names: [Grande, 'L. Grande']", ", weak: one"])
      return ["\(id): {type: person, name: \"N \(id)\"\(more)}"]
    }
    let margin = pick(["  ", "  ", "    "])
    let remark = { (generator: inout Generator) in generator.pick(["", "", "", " # a remark"]) }
    var lines = ["\(id):\(remark(&self))"]
    func add(_ line: String) { lines.append(margin + line) }
    add("type: person\(remark(&self))")
    add("name: \(pick(["N", "'N n'", "\"N: n\""]))\(remark(&self))")
    if pick([true, false]) { add("# within: [a") }
    switch pick([0, 1, 2, 3, 4]) {
    case 0: add("names: [Grande, \"L. Grande\"]\(remark(&self))")
    case 1:
      add("names:\(remark(&self))")
      let deeper = pick(["", "  "])
      for name in ["Grande", "'L. Grande'", "one"] {
        add("\(deeper)-\(pick([" ", "   "]))\(name)\(remark(&self))")
        if pick([0, 0, 1]) == 1 { add("\(deeper)# of the next") }
      }
    case 2: add("names: Grande")
    case 3:
      add("names: [")
      for name in ["Grande,", "L. Grande,", "one"] { add("  \(name)") }
      add("]")
    default: break
    }
    if pick([true, false]) { add("weak: [one]") }
    switch pick([0, 1, 2, 3]) {
    case 0: add("summary: \(pick(["S.", "\"S: s\"", "'It''s'", "~", ""]))\(remark(&self))")
    case 1:
      add("summary: \(pick([">", ">-"]))")
      add("  One line,")
      add("  # no comment.")
    default: break
    }
    if pick([true, false]) {
      add("note: \(pick(["|", "|-"]))")
      add("  First.")
      lines.append("")
      add("  Last: #2.")
    }
    if pick([true, false]) {
      add("roles:\(remark(&self))")
      add("  - {title: T, organization: o}")
    }
    if pick([0, 0, 1]) == 1 { add("# at the end of \(id)") }
    return lines
  }
}
