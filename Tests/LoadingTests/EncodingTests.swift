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

  @Test func `Half a character of UTF-16, and half a unit at its end, are replaced and told`() {
    let units: [UInt16] = [0x0041, 0xD800, 0x0042, 0xDC00, 0xD83D, 0xDE00, 0x000D, 0x000A, 0x0043]
    let pairs: [[UInt8]] = units.map { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + pairs.joined() + [0x44]
    let source = Source(bytes, path: "articles/a.md", shownAs: "a.md")

    #expect(String(decoding: source.body, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}😀\nC\u{FFFD}")
    #expect(source.diagnostics.map(\.place.offsets) == [1..<4, 5..<8, 14..<17])
    #expect(Set(codes(source.diagnostics)) == ["encoding-repaired"])
  }

  @Test func `A byte order mark of UTF-8 rules out Windows-1252`() {
    let source = read([0xEF, 0xBB, 0xBF] + head + [0x43, 0x61, 0x66, 0xE9, 0x0A])

    #expect(String(decoding: source.body, as: UTF8.self) == "Caf\u{FFFD}\n")
    #expect(codes(source.diagnostics) == ["encoding-repaired"])
  }

  @Test func `Latin-1 with bytes that Windows-1252 lacks is no Windows-1252`() {
    let source = read(head + [0x43, 0x61, 0x66, 0xE9, 0x20, 0x81, 0x0A])

    #expect(String(decoding: source.body, as: UTF8.self) == "Caf\u{FFFD} \u{FFFD}\n")
    #expect(codes(source.diagnostics) == ["encoding-repaired", "encoding-repaired"])
  }

  @Test func `A file that mixes UTF-8 and Windows-1252 keeps its UTF-8`() {
    let source = read(head + Array("Café, caf".utf8) + [0xE9] + Array(", café\n".utf8))

    #expect(String(decoding: source.body, as: UTF8.self) == "Café, caf\u{FFFD}, café\n")
    #expect(source.diagnostics.map(\.place.offsets) == [27..<30])
  }

  @Test func `Each replaced byte is told with its place, from the eleventh place on as a count`() {
    let body = Array(repeatElement(Array("é ".utf8) + [0xFF, 0xFE], count: 40).joined())
    let source = read(head + body)
    let text = Archive.text(of: head + body, path: "a.md")

    #expect(source.diagnostics.count == 11)
    for diagnostic in source.diagnostics.dropLast() {
      #expect(diagnostic.message == "2 bytes that are not UTF-8 stand here")
      #expect(
        String(decoding: text[diagnostic.place.offsets], as: UTF8.self) == "\u{FFFD}\u{FFFD}")
    }
    #expect(source.diagnostics.last?.message == "60 more bytes are not UTF-8, from here on")
  }

  @Test func `NUL and other controls are told place by place, and move no other place`() {
    let body: [UInt8] = Array("é".utf8) + [0, 0x41, 0xFF, 0x42, 7, 7, 0xFF]
    let source = read(head + body)
    let text = Archive.text(of: head + body, path: "a.md")

    #expect(
      source.diagnostics.map { "\($0.code.rawValue) \($0.place.offsets)" } == [
        "encoding-repaired 23..<26", "encoding-repaired 33..<36", "control-characters 19..<22",
        "control-characters 27..<33",
      ])
    #expect(source.diagnostics[2].message == "a control character (NUL) stands here")
    #expect(
      source.diagnostics[3].message == "2 control characters stand here, the first one U+0007")
    for diagnostic in source.diagnostics {
      #expect(text[diagnostic.place.offsets].starts(with: [0xEF, 0xBF, 0xBD]))
    }
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
    #expect(body.isSound && !front.isSound)
    #expect(codes(front.diagnostics) == ["encoding-front-matter"])
  }

  @Test func `No control character but tab and line feed is left in a body`() {
    let bytes: [UInt8] = Array(0..<0x20) + [0x7F, 0xC2, 0x85, 0xC2, 0x9F, 0x41, 0x0A]
    let source = read(head + bytes)

    for scalar in String(decoding: source.body, as: UTF8.self).unicodeScalars {
      let isText = scalar.value >= 0x20 && scalar.value < 0x7F || scalar.value > 0x9F
      #expect(isText || scalar == "\n" || scalar == "\t")
    }
    #expect(Set(codes(source.diagnostics)) == ["control-characters"])
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
