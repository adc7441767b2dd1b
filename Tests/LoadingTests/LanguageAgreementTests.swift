import ArchiveModel
import Testing

@testable import Loading

@Suite struct `YAML, TOML and JSON` {
  @Test func `One tree reads the same in all three`() throws {
    var generator = TreeGenerator(seed: 20_170_326)
    for _ in 0..<5_000 {
      let tree = generator.map(depth: 0)
      let wanted = shape(tree)
      for text in [
        "---\n\(tree.map { "\($0.0): \(json($0.1))\n" }.joined())---\n",
        "---\n\(yaml(tree, indent: ""))---\n",
        "+++\n\(toml(tree))+++\n",
        "+++\n\(tomlTables(tree, path: ""))+++\n",
        "\(json(.map(tree)))\n",
        "---json\n\(json(.map(tree)))\n---\n",
      ] {
        let frontMatter = FrontMatter(of: Array(text.utf8), path: "a.md")
        let found = shape(frontMatter.entries)
        // Of TOML's tables the plain values stand before the others.
        let isEqual =
          text.hasPrefix("+++") ? found.sorted() == wanted.sorted() : found == wanted
        guard isEqual, frontMatter.diagnostics == [] else {
          Issue.record("\(text)\n\(found)\n\(wanted)\n\(frontMatter.diagnostics.map(\.message))")
          return
        }
      }
    }
  }

  @Test func `No text makes a reader crash, and all places lie inside it`() {
    var generator = TreeGenerator(seed: 7)
    for _ in 0..<20_000 {
      let noise = generator.noise()
      for text in ["+++\n\(noise)\n+++\n", "{\"a\": \(noise)", "---json\n{\(noise)}\n---\n", noise]
      {
        check(Array(text.utf8))
      }
    }
  }

  @Test func `No change of a byte makes a reader crash`() throws {
    var generator = TreeGenerator(seed: 11)
    for _ in 0..<300 {
      let tree = generator.map(depth: 0)
      for text in [
        "---\n\(yaml(tree, indent: ""))---\n", "+++\n\(toml(tree))+++\n", json(.map(tree)),
      ] {
        var bytes = Array(text.utf8)
        for _ in 0..<10 {
          bytes[generator.number(bytes.count)] = UInt8(generator.number(256))
          check(DecodedText(bytes).bytes)
        }
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "---\na: [\(String(repeating: "\"\\a\", ", count: 60_000))]\n---\n",
      "---\na: {\(String(repeating: "x, ", count: 100_000))}\n---\n",
      "---\n\(String(repeating: "? ", count: 100_000))\n---\n",
      "+++\n\(String(repeating: "[[a]]\nb = 1\n", count: 30_000))+++\n",
      "+++\n\((0..<30_000).map { "k\($0).a = 1\n" }.joined())+++\n",
      "+++\na = [\(String(repeating: "1, ", count: 100_000))]\n+++\n",
      "+++\na = \"\"\"\(String(repeating: "\"\" \\\n", count: 100_000))\n+++\n",
      "{\((0..<50_000).map { "\"k\($0)\": [{}]," }.joined())\"a\": 1}\n",
      "{\"a\": \"\(String(repeating: "\\u00e9", count: 50_000))\"}\n",
      "---\ntitle: \"\(String(repeating: "{{ a ", count: 60_000))\"\n---\n",
      "---\n\((0..<40_000).map { "k\($0): 1\n" }.joined())---\n",
    ])
  func `Long front matter takes no longer than it is long`(_ text: String) {
    let source = source(text + "Text.\n")
    #expect(source.bodyStart > 0 || !source.isSound)
  }

  @Test func `Aliases cannot multiply without end`() {
    var text = "a: &a [\(Array(repeating: "x", count: 2_000).joined(separator: ", "))]\n"
    for (key, other) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")] {
      text += "\(key): &\(key) [*\(other), *\(other), *\(other), *\(other)]\n"
    }
    let bomb = article(text)

    #expect(codes(bomb.diagnostics) == ["front-matter-invalid"])
    #expect(bomb.diagnostics.first?.message.contains("aliases multiply") == true)
    #expect(article("title: T\nx: &x [a, b]\ny: [*x, *x]").isSound)
  }

  private func check(_ text: [UInt8]) {
    let frontMatter = FrontMatter(of: text, path: "a.md")
    #expect(frontMatter.bodyStart <= text.count)
    for entry in frontMatter.entries { #expect(entry.value.offsets.upperBound <= text.count) }
    for diagnostic in frontMatter.diagnostics {
      #expect(diagnostic.place.offsets.upperBound <= text.count)
    }
    var reader = ArticleReader(path: "a.md", shownPath: "a.md")
    reader.read(frontMatter.entries)
  }
}

/// A tree that all three languages can say.
private indirect enum Tree {
  case text(String)
  case plain(String)
  case list([Tree])
  case map([(String, Tree)])
}

private struct TreeGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % below
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(elements.count)]
  }

  mutating func map(depth: Int) -> [(String, Tree)] {
    let keys = ["title", "tags", "a", "b_c", "x-1", "date", "image"]
    let first = number(keys.count)
    return (0..<(1 + number(3))).map { (keys[(first + $0) % keys.count], tree(depth: depth + 1)) }
  }

  private mutating func tree(depth: Int) -> Tree {
    switch depth < 4 ? number(8) : number(6) {
    case 0...3:
      return .text(
        pick([
          "Mosul", "", "a: b", "a \"b\"", "it's", "a\\b", "é – 😀", "two\nlines", "\ttab", "#1",
          "- a",
          "null", "true", "17", " a ", "{x}", "[x", "+++", "---", "a = b",
        ]))
    case 4, 5: return .plain(pick(["17", "-3", "0", "0.50", "6.02e23", "true", "false"]))
    case 6: return .list((0..<number(4)).map { _ in tree(depth: depth + 1) })
    default: return .map(map(depth: depth))
    }
  }

  mutating func noise() -> String {
    var noise = ""
    for _ in 0..<pick([1, 3, 8, 20]) {
      noise += pick([
        "a", "=", " = ", ".", "\n", "[", "]", "[[", "]]", "{", "}", "\"", "'", "\"\"\"", "'''", "#",
        ",", ":", "\\", "\\u00", "1", "-", "_", "0x", "true", "null", "2017-03-26", " ", "\t", "é",
        "\u{0}", "+++", "---", "title", "date", "{{", "}}", "{%",
      ])
    }
    return noise
  }
}

private func quoted(_ text: String) -> String {
  "\""
    + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    .replacing("\t", with: "\\t") + "\""
}

private func json(_ tree: Tree) -> String {
  switch tree {
  case .text(let text): quoted(text)
  case .plain(let word): word
  case .list(let items): "[" + items.map(json).joined(separator: ", ") + "]"
  case .map(let entries):
    "{" + entries.map { "\(quoted($0.0)): \(json($0.1))" }.joined(separator: ", ") + "}"
  }
}

private func yaml(_ entries: [(String, Tree)], indent: String) -> String {
  entries.map { key, value in
    switch value {
    case .map(let inner): "\(indent)\(key):\n\(yaml(inner, indent: indent + "  "))"
    case .list(let items) where !items.isEmpty:
      "\(indent)\(key):\n" + items.map { "\(indent)- \(json($0))\n" }.joined()
    case .list, .text, .plain: "\(indent)\(key): \(json(value))\n"
    }
  }.joined()
}

private func inlineTOML(_ tree: Tree) -> String {
  switch tree {
  case .text(let text): quoted(text)
  case .plain(let word): word
  case .list(let items): "[" + items.map(inlineTOML).joined(separator: ", ") + "]"
  case .map(let entries):
    "{" + entries.map { "\($0.0) = \(inlineTOML($0.1))" }.joined(separator: ", ") + "}"
  }
}

private func toml(_ entries: [(String, Tree)]) -> String {
  entries.map { "\($0.0) = \(inlineTOML($0.1))\n" }.joined()
}

/// With headers for tables, behind the plain values.
private func tomlTables(_ entries: [(String, Tree)], path: String) -> String {
  var values = ""
  var tables = ""
  for (key, value) in entries {
    if case .map(let inner) = value {
      tables += "[\(path)\(key)]\n" + tomlTables(inner, path: "\(path)\(key).")
    } else {
      values += "\(key) = \(inlineTOML(value))\n"
    }
  }
  return values + tables
}

/// Keys and values without their places.
private func shape(_ entries: [(String, Tree)]) -> [String] {
  entries.map { "\($0.0)=\(shape($0.1))" }
}

private func shape(_ tree: Tree) -> String {
  switch tree {
  case .text(let text): "'\(text)'"
  case .plain(let word): word
  case .list(let items): "[" + items.map { shape($0) }.joined(separator: ",") + "]"
  case .map(let entries): "{" + shape(entries).sorted().joined(separator: ";") + "}"
  }
}

private func shape(_ entries: [FrontMatterEntry]) -> [String] {
  entries.map { "\($0.key)=\(shape($0.value))" }
}

private func shape(_ value: FrontMatterValue) -> String {
  switch value.content {
  case .null: "null"
  case .text(let text, let isQuoted): isQuoted ? "'\(text)'" : text
  case .list(let items): "[" + items.map { shape($0) }.joined(separator: ",") + "]"
  case .map(let entries): "{" + shape(entries).sorted().joined(separator: ";") + "}"
  }
}
