import ArchiveModel
import Testing

@testable import Loading

@Suite struct `The fast reader and the library` {
  @Test func `They agree on every post of 18f, and nearly all take the fast one`() throws {
    guard let folder = SharedData.folder("corpora/18f") else { return }
    let names = SharedData.names(in: folder, ending: ".md").filter { $0.hasPrefix("20") }
    var fast = 0
    for name in names {
      let text = DecodedText(try readFile(at: folder + "/" + name)).bytes
      let range = try #require(frontMatterRange(of: text), "\(name)")
      guard let scanned = FrontMatterScanner.scan(text, range, isTextKey: { _ in false }) else {
        continue
      }
      fast += 1
      let composed = try YAMLDocument(text, range).entries()
      #expect(outline(scanned) == outline(composed), "\(name)")
    }

    #expect(names.count == 509)
    #expect(Double(fast) >= 0.95 * Double(names.count))
    print("18f: \(fast) of \(names.count) front matters on the fast path")
  }

  @Test func `They agree on generated front matter, odd as it may be`() throws {
    var generator = Generator(seed: 20_170_326)
    var fast = 0
    var both = 0
    for _ in 0..<20_000 {
      let text = Array(generator.document().utf8)
      let range = 0..<text.count
      guard let scanned = FrontMatterScanner.scan(text, range, isTextKey: { _ in false }) else {
        continue
      }
      fast += 1
      do throws(FrontMatterFailure) {
        let composed = try YAMLDocument(text, range).entries()
        both += 1
        let (ours, theirs) = (outline(scanned), outline(composed))
        if ours != theirs {
          Issue.record("\(String(decoding: text, as: UTF8.self))\n\(ours)\n\(theirs)")
          return
        }
      } catch {
        // The library alone refuses keys that stand twice while it reads.
        if error.isDuplicateKey { continue }
        Issue.record("refused: \(String(decoding: text, as: UTF8.self))\n\(error)")
        return
      }
    }

    #expect(fast > 1_000)
    #expect(both > 1_000)
    print("generated: \(fast) of 20000 on the fast path, \(both) compared")
  }

  @Test func `No text makes either crash, and all places lie inside it`() {
    var generator = Generator(seed: 7)
    for _ in 0..<20_000 {
      let text = Array(generator.noise().utf8)
      let (entries, diagnostics) = FrontMatter.entries(of: text, 0..<text.count, path: "a.md")
      for entry in entries { #expect(entry.value.offsets.upperBound <= text.count) }
      for diagnostic in diagnostics { #expect(diagnostic.place.offsets.upperBound <= text.count) }
    }
  }
}

/// Documents from pieces that front matter is made of, always the same for a seed.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return elements[Int(state >> 33) % elements.count]
  }

  mutating func document() -> String {
    var document = ""
    for _ in 0..<pick([1, 2, 3, 4]) { document += entry(indent: "", depth: 0) }
    return document
  }

  private mutating func entry(indent: String, depth: Int) -> String {
    let key = pick([
      "title", "tags", "a", "b_c", "date", "x-1", "authors", "the president", "Zeid Ra'ad",
      "Gen. Ali", "\"a: b\"", "'c d'", "Émile", "a ", "#b", "é #c",
    ])
    let space = pick([" ", " ", " ", "  ", "\t"])
    let head = indent + key + ":"
    switch pick([0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6]) {
    case 0: return head + space + scalar(indent) + lineEnd()
    case 1: return head + lineEnd() + list(indent: indent + pick(["", "  ", "    "]))
    case 2: return head + space + flow(depth: 0) + lineEnd()
    case 3 where depth < 3:
      let inner = indent + pick(["  ", " ", "    "])
      return head + lineEnd() + entry(indent: inner, depth: depth + 1)
        + pick(["", entry(indent: inner, depth: depth + 1)])
    case 4: return head + space + block(indent)
    case 5: return head + lineEnd() + indent + "  " + scalar(indent) + lineEnd()
    default: return head + lineEnd()
    }
  }

  private mutating func lineEnd() -> String {
    pick([
      "\n", "\n", "\n", "\n", " \n", " # note\n", "\n\n", "\n  \n", "\n# note\n", "\t\n",
      "\n    # note\n", "\n      # note\n\n",
    ])
  }

  private mutating func list(indent: String) -> String {
    var list = ""
    for _ in 0..<pick([1, 2, 3]) {
      switch pick([0, 0, 0, 1, 2, 3]) {
      case 0: list += indent + "- " + scalar(indent) + lineEnd()
      case 1: list += indent + "- name: " + scalar(indent + "  ") + "\n" + indent + "  id: x\n"
      case 2: list += indent + "-" + lineEnd()
      default: list += indent + "- " + flow(depth: 0) + lineEnd()
      }
    }
    return list
  }

  private mutating func scalar(_ indent: String) -> String {
    switch pick([0, 0, 0, 1, 1, 2, 3]) {
    case 0: return words() + pick(["", "", "", "\n" + indent + "  " + words()])
    case 1:
      return "\""
        + pick([
          "a b", "a \\\"b\\\"", "\\u00e9\\t", "a\n  b", "a \n\n\n b", "a\\\n  b", "x: y", "a # b",
          "",
        ])
        + "\""
    case 2: return "'" + pick(["a b", "it''s", "a\n b", "x: y", "", "\"", "a\n\nb"]) + "'"
    default:
      return pick(["~", "null", "1984", "no", "-1", "2017-03-26", "2017-03-26 10:00:00", "a:b"])
    }
  }

  private mutating func words() -> String {
    pick([
      "Mosul", "Iraq war", "a - b", "C#5", "a #b", "é – ü", "-x", "?x", ":x", "x:y", "10:30",
      "http://a.example/?q=1#x", "it's", "a \"b\"", "a, b", "[x", "a [b]", "a {b}", "100%", "a & b",
      "*x", "&x", "!x", "@x", "`x", "%x", "a: b", "a:", "- a", "x\ty", "<<", "=",
    ])
  }

  private mutating func flow(depth: Int) -> String {
    let open = pick(["[", "[", "{"])
    var items: [String] = []
    for _ in 0..<pick([0, 1, 2, 3]) {
      let key =
        open == "{" ? pick(["a: ", "\"b c\": ", "d: ", "é x: ", "Ra'ad b: ", "e. f: "]) : ""
      let isNested = depth < 2 && pick([0, 0, 0, 1]) == 1
      let leaves = [
        "Mosul", "Iraq war", "\"x, y\"", "'it''s'", "a:b", "-1", "~", "x-y", "a: b", "", "*x",
        "a'b",
        "http://a.example/x", "10:30", "a\n  b",
      ]
      items.append(key + (isNested ? flow(depth: depth + 1) : pick(leaves)))
    }
    let space = pick(["", " ", "\n  ", "\n"])
    return open + items.joined(separator: "," + pick([" ", " ", "", "\n  "])) + pick(["", "", ","])
      + space + (open == "[" ? "]" : "}")
  }

  private mutating func block(_ indent: String) -> String {
    var block = pick(["|", ">", "|-", ">-", "|+", ">+", "| # note", ">2"]) + "\n"
    let inner = indent + pick(["  ", "    ", " "])
    for _ in 0..<pick([0, 1, 2, 3, 4]) {
      block += pick([
        inner + "text", inner + "more: text", inner + "  deeper", "", inner, inner + "# x",
        inner + "\ttab",
      ])
      block += "\n"
    }
    return block
  }

  mutating func noise() -> String {
    var noise = ""
    for _ in 0..<pick([1, 3, 8, 20]) {
      noise += pick([
        "a", ":", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", "\"", "'", "#", " #", "|", ">",
        "&a ", "*a ",
        "!", "%", "@", "é", "\t", "? ", "---", "...", "<<: ", "\\", "\u{85}", "\u{2028}", "\0",
        "\u{7}", ",",
      ])
    }
    return noise
  }
}

/// Between the fences.
func frontMatterRange(of text: [UInt8]) -> Range<Int>? {
  let newline = UInt8(ascii: "\n")
  guard text.starts(with: "---\n".utf8) else { return nil }
  var i = 4
  while i < text.count {
    if text[i...].starts(with: "---\n".utf8) || text[i...].elementsEqual("---".utf8) {
      return 4..<i
    }
    i = (text[i...].firstIndex(of: newline) ?? text.count) + 1
  }
  return nil
}

/// Keys, values, whether they are quoted, and where they begin: all that the two must agree on.
func outline(_ entries: [FrontMatterEntry]) -> String {
  entries.map { "\($0.key)@\($0.keyOffsets.lowerBound)=\(outline($0.value))" }.joined(
    separator: ";")
}

private func outline(_ value: FrontMatterValue) -> String {
  switch value.content {
  case .null: "null"
  case .text(let text, let isQuoted):
    "\(isQuoted ? "'" : "")\(text.debugDescription)@\(value.offsets.lowerBound)"
  case .list(let items): "[" + items.map(outline).joined(separator: ",") + "]"
  case .map(let entries): "{" + outline(entries) + "}"
  }
}
