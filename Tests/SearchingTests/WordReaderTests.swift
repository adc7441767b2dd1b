import ArchiveModel
import Testing

@testable import Searching

@Suite struct `The reading of words` {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `Eight bytes at a time it finds what it finds one by one`(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let signs: [Unicode.Scalar] = [
      "a", "b", "Z", "Q", "7", "0", " ", " ", "\n", "-", "@", "[", "`", "{", "/", ":", "é", "ß",
      "’",
      "—", "\u{301}", "\u{AD}", "北", "م", "🙂", "\u{0}", "\u{7F}",
    ]
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        // Runs of letters, so that words of all lengths occur.
        let letters = Int.random(in: 0..<3, using: &random) > 0
        let sign = signs[Int.random(in: 0..<(letters ? 4 : signs.count), using: &random)]
        text.append(sign)
        if letters, Bool.random(using: &random) { text.append(contentsOf: "abcXYZ".unicodeScalars) }
      }
      let found = words(of: String(text))

      #expect(found.map(\.word) == plainly(String(text)).map(\.word), "\(text)")
      #expect(found.map(\.start) == plainly(String(text)).map(\.start), "\(text)")
    }
  }

  @Test func `A word has one hash, wherever it stands and however it is written`() {
    let alone = words(of: "cafeteria")[0].hash

    #expect(words(of: "the cafeteria, and more of it").map(\.hash).contains(alone))
    #expect(words(of: "CAFÉTÉRIA").map(\.hash) == [alone])
    #expect(words(of: "cafeterias").map(\.hash) != [alone])
  }

  @Test(arguments: [7, 8, 9, 39, 40, 41, 48])
  func `A word of any length is one word, cut at forty bytes`(_ count: Int) {
    let word = String((0..<count).map { "abcdefghij"[$0 % 10] })

    for text in [word, word + " next word", "a " + word + "’s"] {
      #expect(words(of: text).map(\.word).contains(String(word.prefix(40))), "\(text)")
    }
  }

  private func words(of text: String) -> [(word: String, start: Int, hash: UInt64)] {
    var reader = WordReader()
    let bytes = Array(text.utf8)
    var words: [(word: String, start: Int, hash: UInt64)] = []
    reader.begin()
    while let word = reader.next(in: bytes.span) {
      words.append((String(decoding: word.bytes, as: UTF8.self), reader.start, word.hash))
    }
    return words
  }

  /// Scalar by scalar, by what each counts as.
  private func plainly(_ text: String) -> [(word: String, start: Int)] {
    var words: [(word: [UInt8], start: Int)] = []
    var isInWord = false
    var place = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": add(Array(String(scalar).lowercased().utf8))
      case "\0"..."\u{7F}": isInWord = false
      default:
        switch WordFolding.part(of: scalar) {
        case .separator: isInWord = false
        case .ignored: break
        case .letters(let letters): add(letters)
        case .word(let letters):
          words.append((letters, place))
          isInWord = false
        }
      }
      place += UTF8.width(scalar)
    }
    func add(_ letters: [UInt8]) {
      if !isInWord { words.append(([], place)) }
      words[words.count - 1].word += letters
      isInWord = !words[words.count - 1].word.isEmpty
    }
    return words.map { (String(decoding: $0.word.prefix(40), as: UTF8.self), $0.start) }
  }
}

extension String {
  fileprivate subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
