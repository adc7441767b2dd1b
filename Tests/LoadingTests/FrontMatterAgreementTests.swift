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
