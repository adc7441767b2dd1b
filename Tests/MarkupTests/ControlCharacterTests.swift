import Testing

@testable import Markup

@Suite struct `Control characters` {
  /// Texts of up to 17 letters with each byte of ASCII at each place.
  private var texts: [(text: [UInt8], byte: UInt8)] {
    (1...17).flatMap { count in
      (0..<count).flatMap { place in
        (UInt8(0)..<128).map { byte in
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
          text[place] = byte
          return (text, byte)
        }
      }
    }
  }

  @Test func `They and what is below the space are found wherever they stand`() {
    for (text, byte) in texts {
      let found = text.withUnsafeBufferPointer { ControlCharacters.orSpacesOccur(in: $0) }
      #expect(found == (byte < 0x20 || byte == 0x7F))
    }
  }

  @Test func `A source is mended where a page could not hold it, and else left alone`() {
    for (text, byte) in texts {
      let isForbidden = byte == 0x7F || byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)
      let repaired = ControlCharacters.repaired(text.span)
      #expect((repaired != nil) == isForbidden)
      #expect(repaired?.count ?? text.count == text.count + (isForbidden ? 2 : 0))
    }
    #expect(ControlCharacters.repaired(Array("é\u{80}".utf8).span) == nil)
    #expect(ControlCharacters.repaired(([0x61, 0xFF] as [UInt8]).span) == Array("a\u{FFFD}".utf8))
  }
}
