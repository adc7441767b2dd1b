import ArchiveModel

/// What an annotated set says of a token: `O`, or the beginning or inside of a name of a kind.
///
/// The raw values are those of the tagger's tags (`Recognition`).
enum ConllTag: UInt8 {
  case outside = 0
  case beginPerson, insidePerson, beginOrganization, insideOrganization
  case beginPlace, insidePlace, beginMiscellany, insideMiscellany

  /// Reads `B-PER` and the like; anything else is outside.
  init(_ text: Substring) {
    switch text {
    case "B-PER": self = .beginPerson
    case "I-PER": self = .insidePerson
    case "B-ORG": self = .beginOrganization
    case "I-ORG": self = .insideOrganization
    case "B-LOC": self = .beginPlace
    case "I-LOC": self = .insidePlace
    case "B-MISC": self = .beginMiscellany
    case "I-MISC": self = .insideMiscellany
    default: self = .outside
    }
  }

  var isBegin: Bool { rawValue & 1 == 1 }
  /// 0 person, 1 organisation, 2 place, 3 miscellany; nil outside.
  var kind: Int? { self == .outside ? nil : Int(rawValue - 1) / 2 }
}

/// A token of an annotated set, as a stretch of the running text that is made of them.
struct ConllToken {
  /// UTF-8 offsets into the document's text.
  var range: Range<Int>
  var tag: ConllTag
  /// The line of the file that it stands in, from 0.
  var line: Int
}

/// A document of an annotated set: running text made of its tokens, so that what is trained and
/// measured on sets is what reads articles.
struct ConllDocument {
  /// UTF-8; sentences are apart by a blank line.
  var text: [UInt8] = []
  var tokens: [ConllToken] = []
  /// By sentence: its tokens.
  var sentences: [Range<Int>] = []

  /// Where a source marks no documents, one is so many sentences.
  static let sentencesOfUnmarked = 25
}

/// A file of annotated sentences: one token a line, its tag after a tab, a blank line between
/// sentences, `-DOCSTART-` between documents.
struct Conll {
  let lines: [Substring]
  private(set) var documents: [ConllDocument] = []

  /// Reads a file; lines without a tag are tokens outside any name.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let words = lines.map { Conll.word($0) }
    let tags = lines.map { ConllTag($0.split(separator: "\t").last ?? "") }
    let joins = Joins(words)
    let hasDocuments = words.contains("-DOCSTART-")
    var document = ConllDocument()
    var first = 0
    func endSentence() {
      guard document.tokens.count > first else { return }
      document.sentences.append(first..<document.tokens.count)
      first = document.tokens.count
      document.text += [0x0A, 0x0A]
    }
    func endDocument() {
      endSentence()
      if !document.tokens.isEmpty { documents.append(document) }
      document = ConllDocument()
      first = 0
    }
    for (line, word) in words.enumerated() {
      if word.isEmpty {
        endSentence()
        if !hasDocuments, document.sentences.count == ConllDocument.sentencesOfUnmarked {
          endDocument()
        }
        continue
      }
      if word == "-DOCSTART-" {
        endDocument()
        continue
      }
      if document.tokens.count > first, !joins.isJoined(words, line) { document.text.append(0x20) }
      let start = document.text.count
      document.text += word.utf8
      document.tokens.append(
        ConllToken(range: start..<document.text.count, tag: tags[line], line: line))
    }
    endDocument()
  }

  /// The first column, without a carriage return.
  private static func word(_ line: Substring) -> Substring {
    var word = line.prefix { $0 != "\t" && $0 != "\r" && $0 != "\r\n" }
    while word.last == " " { word.removeLast() }
    return word
  }
}

/// Which tokens of a set stood in the source without a blank between them.
///
/// Sets part `'s`, `n't` and some also every hyphen and apostrophe from their words; whether one
/// does is seen from all of it.
private struct Joins {
  private let splitsHyphens: Bool
  private let splitsApostrophes: Bool

  init(_ words: [Substring]) {
    var inner = 0
    var lone = 0
    var innerApostrophes = 0
    var loneApostrophes = 0
    for word in words {
      if word == "-" {
        lone += 1
      } else if word == "’" || word == "'" {
        loneApostrophes += 1
      } else {
        let middle = word.utf8.dropFirst().dropLast()
        if middle.contains(0x2D) { inner += 1 }
        if middle.contains(0x27) || word.dropFirst().dropLast().contains("’") {
          innerApostrophes += 1
        }
      }
    }
    splitsHyphens = lone > inner
    splitsApostrophes = loneApostrophes > innerApostrophes
  }

  /// Whether the word of a line follows the one before it at once.
  func isJoined(_ words: [Substring], _ line: Int) -> Bool {
    let word = words[line]
    if Joins.isClitic(word) { return true }
    let before = line > 0 ? words[line - 1] : ""
    let next = line + 1 < words.count ? words[line + 1] : ""
    if splitsHyphens {
      if word == "-" { return Joins.isWord(before) && Joins.isWord(next) }
      if before == "-", line > 1 { return Joins.isWord(words[line - 2]) && Joins.isWord(word) }
    }
    if word == "’" || word == "'" {
      return Joins.isWord(before)
        && (Joins.isTail(next) || isInsideName(before) && Joins.isWord(next))
    }
    if before == "’" || before == "'", line > 1, Joins.isWord(words[line - 2]) {
      return Joins.isTail(word) || isInsideName(words[line - 2]) && Joins.isWord(word)
    }
    return false
  }

  /// "O ’ Brien", "Ba ’ ath", but not "drivers ’ union".
  private func isInsideName(_ before: Substring) -> Bool {
    splitsApostrophes && before.count <= 3
      && before.unicodeScalars.first?.properties.isUppercase == true
  }

  private static func isClitic(_ word: Substring) -> Bool {
    let small = word.lowercased().replacing("’", with: "'")
    return ["'s", "'t", "'re", "'ve", "'ll", "'d", "'m", "n't"].contains(small)
  }

  private static func isTail(_ word: Substring) -> Bool {
    ["s", "t", "re", "ve", "ll", "d", "m"].contains(word.lowercased())
  }

  private static func isWord(_ word: Substring) -> Bool {
    word.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      ?? false
  }
}
