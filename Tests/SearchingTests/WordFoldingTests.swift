import Foundation
import Testing

@testable import Searching

/// The browser folds words by code of its own: one file is what both are held to.
///
/// The other half of the test is in `Tests/Site/test_search.py`.
@Suite struct `The folding of words` {
  @Test func `It is as the file says that the browser is held to`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/Search/folding.txt").standardizedFileURL
    let ranges: [ClosedRange<UInt32>] = [
      0x80...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x5B0...0x5EA, 0x610...0x669,
      0x900...0x97F, 0x1E00...0x1FFF, 0x2010...0x2070, 0x3040...0x30A0, 0x4E00...0x4E10,
      0xAC00...0xAC10,
    ]
    var lines = ""
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      lines += "\(digits)\t\(words("a\(scalar)b").joined(separator: " "))\n"
    }

    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try lines.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }

  @Test func `A word longer than forty bytes is cut`() {
    #expect(words(String(repeating: "ab", count: 40)) == [String(repeating: "ab", count: 20)])
  }

  private func words(_ text: String) -> [String] {
    var reader = WordReader()
    let bytes = Array(text.utf8)
    var words: [String] = []
    reader.begin()
    while let word = reader.next(in: bytes.span) {
      words.append(String(decoding: word.bytes, as: UTF8.self))
    }
    return words
  }
}
