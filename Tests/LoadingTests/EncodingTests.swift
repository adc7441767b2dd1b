import ArchiveModel
import Testing

@testable import Loading

@Suite struct `The bytes of a file` {
  private func read(_ bytes: [UInt8]) -> Source {
    Source(bytes, path: "articles/a.md", shownAs: "a.md")
  }

  private let head = Array("---\ntitle: T\n---\n".utf8)

  @Test func `UTF-8, with or without a mark, and UTF-16 need no word`() {
    let text = "---\ntitle: Café\n---\nNaïve.\n"
    let utf16 = Array(text.utf16)
    let littleEndian: [UInt8] = utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let bigEndian: [UInt8] = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let forms: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + littleEndian, [0xFE, 0xFF] + bigEndian,
    ]
    for bytes in forms {
      let source = read(bytes)
      #expect(source.article.title == "Café")
      #expect(String(decoding: source.body, as: UTF8.self) == "Naïve.\n")
      #expect(source.diagnostics == [])
    }
  }

  @Test func `All line ends become line feeds`() {
    let source = read(Array("---\r\ntitle: T\r---\r\nOne\rtwo\r\nthree\u{C}four\n".utf8))

    #expect(source.article.title == "T")
    #expect(String(decoding: source.body, as: UTF8.self) == "One\ntwo\nthree four\n")
  }

  @Test func `Windows-1252 is guessed with a warning`() {
    let source = read(head + [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x0A])

    #expect(String(decoding: source.body, as: UTF8.self) == "“Café”\n")
    #expect(codes(source.diagnostics) == ["encoding-guessed"])
  }

  @Test func `Bytes of no encoding are replaced in the body, and refused in front matter`() {
    let body = read(head + Array("Café ".utf8) + [0xFF, 0x0A])
    let front = read(Array("---\ntitle: Café ".utf8) + [0xFF] + Array("\n---\nText.\n".utf8))

    #expect(String(decoding: body.body, as: UTF8.self) == "Café \u{FFFD}\n")
    #expect(codes(body.diagnostics) == ["encoding-repaired"])
    #expect(body.diagnostics.first?.place.offsets == 23..<26)
    #expect(codes(front.diagnostics) == ["encoding-front-matter"])
  }

  @Test func `No control character but tab and line feed is left in a body`() {
    let bytes: [UInt8] = Array(0..<0x20) + [0x7F, 0xC2, 0x85, 0xC2, 0x9F, 0x41, 0x0A]
    let source = read(head + bytes)

    for scalar in String(decoding: source.body, as: UTF8.self).unicodeScalars {
      let isText = scalar.value >= 0x20 && scalar.value < 0x7F || scalar.value > 0x9F
      #expect(isText || scalar == "\n" || scalar == "\t")
    }
    #expect(codes(source.diagnostics) == ["control-characters"])
    #expect(source.diagnostics.first?.message.contains("NUL") == true)
  }

  @Test func `Any bytes at all give valid text, and places inside it`() {
    var seed: UInt64 = 11
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    for round in 0..<3_000 {
      var bytes = round % 2 == 0 ? head : Array("---\n".utf8)
      for _ in 0..<Int(next() % 60) { bytes.append(UInt8(truncatingIfNeeded: next())) }
      if round % 3 == 0 { bytes += Array("\n---\n".utf8) }
      let source = read(bytes)
      let text = Archive.text(of: bytes, path: "a.md")
      #expect(String(validating: source.body, as: UTF8.self) != nil)
      #expect(Array(text[source.bodyStart...]) == source.body)
      for diagnostic in source.diagnostics {
        #expect(diagnostic.place.offsets.upperBound <= text.count)
      }
    }
  }
}
